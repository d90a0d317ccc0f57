package io.github.auth0jakarta;

/**
 * A token that a token exchange sends (RFC 8693, 2.1).
 *
 * @param value the token itself
 * @param type what it is, a URL or URN (RFC 8693, 3)
 */
public record ExchangedToken(String value, String type) {

    /** Says everything but the token. */
    @Override
    public String toString() {
        return "ExchangedToken[type=" + type + "]";
    }
}
