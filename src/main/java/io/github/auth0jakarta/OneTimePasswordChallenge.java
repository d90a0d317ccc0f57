package io.github.auth0jakarta;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a user of a database connection is to be sent a code to log in with; immutable.
 *
 * <p>Values are checked when it is made use of: {@code passwordless.request_invalid}.
 */
public final class OneTimePasswordChallenge {
    private final String connection;
    private final Recipient recipient;
    private final String address;
    private final boolean signupAllowed;

    /** Who gets the code, and how. */
    public enum Recipient {
        /** An owner of a mail address. */
        EMAIL(null),
        /** An owner of a phone, by text message. */
        TEXT("text"),
        /** An owner of a phone, by a call. */
        VOICE("voice");

        private final @Nullable String deliveryMethod;

        Recipient(@Nullable String deliveryMethod) {
            this.deliveryMethod = deliveryMethod;
        }

        /** Returns the {@code delivery_method}; empty for mail. */
        public Optional<String> deliveryMethod() {
            return Optional.ofNullable(deliveryMethod);
        }
    }

    private OneTimePasswordChallenge(String connection, Recipient recipient, String address, boolean signupAllowed) {
        this.connection = connection;
        this.recipient = recipient;
        this.address = address;
        this.signupAllowed = signupAllowed;
    }

    /** Returns one by mail for a user of this connection. */
    public static OneTimePasswordChallenge email(String connection, String email) {
        return new OneTimePasswordChallenge(connection, Recipient.EMAIL, email, false);
    }

    /**
     * Returns one by phone for a user of this connection.
     *
     * @param phoneNumber in E.164
     * @param voice whether the code is told by a call, rather than sent
     */
    public static OneTimePasswordChallenge phone(String connection, String phoneNumber, boolean voice) {
        return new OneTimePasswordChallenge(connection, voice ? Recipient.VOICE : Recipient.TEXT, phoneNumber, false);
    }

    /** Returns one by which a user who is not known yet is signed up. */
    public OneTimePasswordChallenge allowingSignup() {
        return new OneTimePasswordChallenge(connection, recipient, address, true);
    }

    /** Returns the database connection. */
    public String connection() {
        return connection;
    }

    /** Returns who gets the code. */
    public Recipient recipient() {
        return recipient;
    }

    /** Returns the mail address or phone number. */
    public String address() {
        return address;
    }

    /** Returns whether a user who is not known yet is signed up. */
    public boolean isSignupAllowed() {
        return signupAllowed;
    }

    /** Says nothing of the address. */
    @Override
    public String toString() {
        return "OneTimePasswordChallenge[connection=" + connection + ", recipient=" + recipient + "]";
    }
}
