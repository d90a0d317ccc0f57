package io.github.auth0jakarta.internal.api;

import org.jspecify.annotations.Nullable;

/**
 * What a request brings that an access token may be in.
 *
 * @param kind what was found
 * @param scheme how it is presented; null where nothing of ours was found, or nobody can tell
 * @param token the token, null unless the kind is {@code TOKEN}
 */
public record RequestCredentials(
        Kind kind,
        @Nullable AuthenticationScheme scheme,
        @Nullable String token) {
    static final RequestCredentials NONE = new RequestCredentials(Kind.NONE, null, null);
    static final RequestCredentials OTHER_SCHEME = new RequestCredentials(Kind.OTHER_SCHEME, null, null);
    static final RequestCredentials SEVERAL = new RequestCredentials(Kind.MALFORMED, null, null);

    /** What was found. */
    public enum Kind {
        NONE,
        /** Something that is none of our schemes. */
        OTHER_SCHEME,
        /** A scheme of ours and nothing behind it. */
        EMPTY,
        /** A scheme of ours and no token behind it, or more than one method (RFC 6750, 2). */
        MALFORMED,
        TOKEN
    }

    static RequestCredentials empty(AuthenticationScheme scheme) {
        return new RequestCredentials(Kind.EMPTY, scheme, null);
    }

    static RequestCredentials malformed(AuthenticationScheme scheme) {
        return new RequestCredentials(Kind.MALFORMED, scheme, null);
    }

    static RequestCredentials token(AuthenticationScheme scheme, String token) {
        return new RequestCredentials(Kind.TOKEN, scheme, token);
    }

    /** Returns whether the request brings a token, or tries to. */
    public boolean isOurs() {
        return kind != Kind.NONE && kind != Kind.OTHER_SCHEME;
    }

    /** Says nothing about the token. */
    @Override
    public String toString() {
        return "RequestCredentials[" + kind + "]";
    }
}
