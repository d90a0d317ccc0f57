package io.github.auth0jakarta.internal.jose;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.TokenValidationException;

/** What a token is meant to be; gives each {@link TokenFault} the error code of that kind. */
public enum TokenKind {
    ID_TOKEN,
    ACCESS_TOKEN,
    LOGOUT_TOKEN,
    USERINFO,
    /** A proof of possession (RFC 9449): it has no issuer and no audience, and brings its key. */
    DPOP;

    /** Returns the exception that refuses a token of this kind; the message must not quote the token. */
    public TokenValidationException refuse(TokenFault fault, String message) {
        return new TokenValidationException(code(fault), message);
    }

    /** The codes are named after kind and fault; a test proves that none is missing. */
    Auth0ErrorCode code(TokenFault fault) {
        return Auth0ErrorCode.valueOf(name() + "_" + fault.name());
    }
}
