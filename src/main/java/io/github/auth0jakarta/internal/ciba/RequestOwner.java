package io.github.auth0jakarta.internal.ciba;

/**
 * Whom a request for approval belongs to.
 *
 * @param text differs for any two owners
 */
public record RequestOwner(String text) {
    /** The application itself, where no caller is known. */
    public static final RequestOwner APPLICATION = new RequestOwner("application");

    /** Returns the owner that is a session. */
    public static RequestOwner session(String id) {
        return new RequestOwner("session " + id);
    }

    /** Returns the owner that sends access tokens. */
    public static RequestOwner caller(String issuer, String subject) {
        return new RequestOwner("caller " + issuer + " " + subject);
    }

    /** Returns the owner that is a browser without a session. */
    public static RequestOwner browser(String secret) {
        return new RequestOwner("browser " + secret);
    }

    /** Says nothing of a session's id. */
    @Override
    public String toString() {
        return "RequestOwner";
    }
}
