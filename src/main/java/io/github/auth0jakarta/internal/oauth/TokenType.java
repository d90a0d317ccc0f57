package io.github.auth0jakarta.internal.oauth;

/** How a token is to be sent (RFC 6749, 7.1). */
public enum TokenType {
    /** By whoever has it (RFC 6750). */
    BEARER("Bearer"),
    /** With a proof of the key that it is bound to (RFC 9449). */
    DPOP("DPoP"),
    /** Not at all: what was issued is not an access token of this provider (RFC 8693, 2.2.1). */
    NOT_APPLICABLE("N_A");

    private final String text;

    TokenType(String text) {
        this.text = text;
    }

    /** Returns the value of {@code token_type}, which is the scheme of the {@code Authorization} header too. */
    public String text() {
        return text;
    }
}
