package io.github.auth0jakarta;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a code or a link for a login without password is to be sent; immutable.
 *
 * <p>Values are checked when it is made use of: {@code passwordless.request_invalid}.
 */
public final class PasswordlessRequest {
    private final Delivery delivery;
    private final String address;
    private final @Nullable String language;
    private final LoginOptions options;

    /** What is sent, and how. */
    public enum Delivery {
        /** A code in a mail. */
        EMAIL_CODE,
        /** A link in a mail. */
        EMAIL_LINK,
        /** A code in a text message. */
        SMS_CODE
    }

    private PasswordlessRequest(Delivery delivery, String address, @Nullable String language, LoginOptions options) {
        this.delivery = delivery;
        this.address = address;
        this.language = language;
        this.options = options;
    }

    /** Returns a request for a code in a mail. */
    public static PasswordlessRequest emailCode(String email) {
        return new PasswordlessRequest(Delivery.EMAIL_CODE, email, null, LoginOptions.defaults());
    }

    /**
     * Returns a request for a link in a mail. It is good in the browser only whose request this is; there it completes a login
     * by the callback route. The tenant has to allow links to be used without a session of its own.
     *
     * @param options how the login differs from the configuration; a window of its own it cannot have
     */
    public static PasswordlessRequest emailLink(String email, LoginOptions options) {
        return new PasswordlessRequest(Delivery.EMAIL_LINK, email, null, options);
    }

    /**
     * Returns a request for a code in a text message.
     *
     * @param phoneNumber in E.164, such as {@code +4912345678}
     */
    public static PasswordlessRequest smsCode(String phoneNumber) {
        return new PasswordlessRequest(Delivery.SMS_CODE, phoneNumber, null, LoginOptions.defaults());
    }

    /** Returns a request for a text in this language, such as {@code de} ({@code x-request-language}). */
    public PasswordlessRequest withLanguage(String tag) {
        return new PasswordlessRequest(delivery, address, tag, options);
    }

    /** Returns what is sent. */
    public Delivery delivery() {
        return delivery;
    }

    /** Returns the mail address or phone number. */
    public String address() {
        return address;
    }

    /** Returns the language; empty for the tenant's. */
    public Optional<String> language() {
        return Optional.ofNullable(language);
    }

    /** Returns how the login by the link differs from the configuration. */
    public LoginOptions options() {
        return options;
    }

    /** Says nothing of the address. */
    @Override
    public String toString() {
        return "PasswordlessRequest[" + delivery + "]";
    }
}
