package io.github.auth0jakarta.internal.exchange;

/** The types of tokens that this package names itself (RFC 8693, 3, and Auth0's own). */
final class TokenTypes {
    static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    static final String REFRESH_TOKEN = "urn:ietf:params:oauth:token-type:refresh_token";
    static final String ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";
    static final String CONNECTION_TOKEN = "http://auth0.com/oauth/token-type/federated-connection-access-token";
    static final String SESSION_TRANSFER_TOKEN = "urn:auth0:params:oauth:token-type:session_transfer_token";

    private TokenTypes() {}
}
