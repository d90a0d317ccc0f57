package io.github.auth0jakarta;

/**
 * Why something failed, as a stable text for programs, logs and support; {@code docs/errors.md} has a row for each.
 */
public enum Auth0ErrorCode {
    CONFIG_INVALID("config.invalid"),

    LOGIN_STATE_MISSING("login.state_missing"),
    LOGIN_STATE_MISMATCH("login.state_mismatch"),
    LOGIN_TRANSACTION_EXPIRED("login.transaction_expired"),
    LOGIN_TRANSACTION_USED("login.transaction_used"),
    LOGIN_RESPONSE_MALFORMED("login.response_malformed"),
    LOGIN_ISSUER_MISSING("login.issuer_missing"),
    LOGIN_ISSUER_MISMATCH("login.issuer_mismatch"),
    LOGIN_DENIED("login.denied"),
    LOGIN_CALLER_REFUSED("login.caller_refused"),
    LOGIN_SESSION_TOO_LARGE("login.session_too_large"),

    ID_TOKEN_MISSING("id_token.missing"),
    ID_TOKEN_TOO_LARGE("id_token.too_large"),
    ID_TOKEN_MALFORMED("id_token.malformed"),
    ID_TOKEN_ENCRYPTED("id_token.encrypted"),
    ID_TOKEN_ALGORITHM_NOT_ALLOWED("id_token.algorithm_not_allowed"),
    ID_TOKEN_TYPE_MISMATCH("id_token.type_mismatch"),
    ID_TOKEN_CRITICAL_HEADER("id_token.critical_header"),
    ID_TOKEN_KEY_UNKNOWN("id_token.key_unknown"),
    ID_TOKEN_SIGNATURE_INVALID("id_token.signature_invalid"),
    ID_TOKEN_CLAIM_MISSING("id_token.claim_missing"),
    ID_TOKEN_CLAIM_MALFORMED("id_token.claim_malformed"),
    ID_TOKEN_ISSUER_MISMATCH("id_token.issuer_mismatch"),
    ID_TOKEN_AUDIENCE_MISMATCH("id_token.audience_mismatch"),
    ID_TOKEN_AUTHORIZED_PARTY_MISMATCH("id_token.authorized_party_mismatch"),
    ID_TOKEN_EXPIRED("id_token.expired"),
    ID_TOKEN_NOT_YET_VALID("id_token.not_yet_valid"),
    ID_TOKEN_ISSUED_IN_FUTURE("id_token.issued_in_future"),
    ID_TOKEN_NONCE_MISMATCH("id_token.nonce_mismatch"),
    ID_TOKEN_ACCESS_TOKEN_HASH_MISMATCH("id_token.access_token_hash_mismatch"),
    ID_TOKEN_AUTHENTICATION_TOO_OLD("id_token.authentication_too_old"),
    ID_TOKEN_SUBJECT_MISMATCH("id_token.subject_mismatch"),

    ACCESS_TOKEN_NOT_ACCEPTED("access_token.not_accepted"),
    ACCESS_TOKEN_REQUEST_MALFORMED("access_token.request_malformed"),
    ACCESS_TOKEN_TOO_LARGE("access_token.too_large"),
    ACCESS_TOKEN_MALFORMED("access_token.malformed"),
    ACCESS_TOKEN_ENCRYPTED("access_token.encrypted"),
    ACCESS_TOKEN_ALGORITHM_NOT_ALLOWED("access_token.algorithm_not_allowed"),
    ACCESS_TOKEN_TYPE_MISMATCH("access_token.type_mismatch"),
    ACCESS_TOKEN_CRITICAL_HEADER("access_token.critical_header"),
    ACCESS_TOKEN_KEY_UNKNOWN("access_token.key_unknown"),
    ACCESS_TOKEN_SIGNATURE_INVALID("access_token.signature_invalid"),
    ACCESS_TOKEN_CLAIM_MISSING("access_token.claim_missing"),
    ACCESS_TOKEN_CLAIM_MALFORMED("access_token.claim_malformed"),
    ACCESS_TOKEN_ISSUER_MISMATCH("access_token.issuer_mismatch"),
    ACCESS_TOKEN_AUDIENCE_MISMATCH("access_token.audience_mismatch"),
    ACCESS_TOKEN_EXPIRED("access_token.expired"),
    ACCESS_TOKEN_NOT_YET_VALID("access_token.not_yet_valid"),
    ACCESS_TOKEN_ISSUED_IN_FUTURE("access_token.issued_in_future"),
    ACCESS_TOKEN_BINDING_UNSUPPORTED("access_token.binding_unsupported"),

    SESSION_MISSING("session.missing"),
    SESSION_REFRESH_TOKEN_MISSING("session.refresh_token_missing"),
    SESSION_NOT_WRITABLE("session.not_writable"),

    SERVER_ERROR_RESPONSE("server.error_response"),
    SERVER_INVALID_GRANT("server.invalid_grant"),
    SERVER_INVALID_CLIENT("server.invalid_client"),
    SERVER_RESPONSE_MALFORMED("server.response_malformed"),
    SERVER_METADATA_INVALID("server.metadata_invalid"),
    SERVER_KEYS_INVALID("server.keys_invalid"),
    SERVER_SUBJECT_MISMATCH("server.subject_mismatch"),

    TRANSPORT_FAILED("transport.failed"),
    TRANSPORT_TIMEOUT("transport.timeout"),
    TRANSPORT_RESPONSE_TOO_LARGE("transport.response_too_large");

    private final String text;

    Auth0ErrorCode(String text) {
        this.text = text;
    }

    /** Returns the stable text, for example {@code access_token.expired}. */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
