package io.github.auth0jakarta;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which second factor is to be enrolled; immutable. */
public final class MfaEnrollmentRequest {
    private final Factor factor;
    private final @Nullable String phoneNumber;
    private final @Nullable String email;

    /** The factors that can be enrolled. */
    public enum Factor {
        /** One-time codes of an app (RFC 6238). */
        OTP,
        /** Codes by text message. */
        SMS,
        /** Codes by telephone. */
        VOICE,
        /** Codes by email. */
        EMAIL,
        /** Notifications of the Guardian app. */
        PUSH
    }

    private MfaEnrollmentRequest(Factor factor, @Nullable String phoneNumber, @Nullable String email) {
        this.factor = factor;
        this.phoneNumber = phoneNumber;
        this.email = email;
    }

    /** Returns a request for one-time codes of an app. */
    public static MfaEnrollmentRequest otp() {
        return new MfaEnrollmentRequest(Factor.OTP, null, null);
    }

    /**
     * Returns a request for codes by text message.
     *
     * @param phoneNumber in the form of E.164, for example {@code +15551234567}
     */
    public static MfaEnrollmentRequest sms(String phoneNumber) {
        return new MfaEnrollmentRequest(Factor.SMS, phoneNumber, null);
    }

    /**
     * Returns a request for codes by telephone.
     *
     * @param phoneNumber in the form of E.164
     */
    public static MfaEnrollmentRequest voice(String phoneNumber) {
        return new MfaEnrollmentRequest(Factor.VOICE, phoneNumber, null);
    }

    /** Returns a request for codes by email to the address that the provider knows. */
    public static MfaEnrollmentRequest email() {
        return new MfaEnrollmentRequest(Factor.EMAIL, null, null);
    }

    /** Returns a request for codes by email to this address. */
    public static MfaEnrollmentRequest email(String address) {
        return new MfaEnrollmentRequest(Factor.EMAIL, null, address);
    }

    /** Returns a request for notifications of the Guardian app. */
    public static MfaEnrollmentRequest push() {
        return new MfaEnrollmentRequest(Factor.PUSH, null, null);
    }

    /** Returns the factor. */
    public Factor factor() {
        return factor;
    }

    /** Returns the number; empty for factors that need none. */
    public Optional<String> phoneNumber() {
        return Optional.ofNullable(phoneNumber);
    }

    /** Returns the address; empty for the one that the provider knows, and for other factors. */
    public Optional<String> emailAddress() {
        return Optional.ofNullable(email);
    }

    /** Says nothing about whose it is. */
    @Override
    public String toString() {
        return "MfaEnrollmentRequest[" + factor + "]";
    }
}
