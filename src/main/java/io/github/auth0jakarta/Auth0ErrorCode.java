package io.github.auth0jakarta;

/**
 * Why something failed, as a stable text for programs, logs and support; {@code docs/errors.md} is generated from here.
 */
public enum Auth0ErrorCode {
    CONFIG_INVALID(
            "config.invalid",
            500,
            "The configuration is incomplete or contradicts itself; the deployment stops.",
            "Correct the keys that the message names."),
    LOGIN_STATE_MISSING(
            "login.state_missing",
            400,
            "The provider's answer has no state.",
            "Begin at the login route; the callback is not an address to visit."),
    LOGIN_STATE_MISMATCH(
            "login.state_mismatch",
            400,
            "The answer does not belong to a login that this browser began.",
            "Log in again. If it recurs, look whether cookies arrive: host, path, https, SameSite."),
    LOGIN_TRANSACTION_EXPIRED(
            "login.transaction_expired",
            400,
            "The login took longer than auth0.transaction.duration.",
            "Log in again."),
    LOGIN_TRANSACTION_USED(
            "login.transaction_used",
            400,
            "The answer was used before, for example by the back button.",
            "Log in again, or go on: an earlier session still lives."),
    LOGIN_RESPONSE_MALFORMED(
            "login.response_malformed",
            400,
            "The answer is not an authorization response of the code flow, or has a parameter twice.",
            "Log in again."),
    LOGIN_ISSUER_MISSING(
            "login.issuer_missing",
            400,
            "The provider promises an iss in each answer (RFC 9207), and this one has none.",
            "Log in again; look for a proxy that drops parameters."),
    LOGIN_ISSUER_MISMATCH(
            "login.issuer_mismatch",
            400,
            "The answer comes from another issuer (RFC 9207), or the link that begins the login names another one.",
            "Compare auth0.domain or auth0.issuer with the provider's metadata."),
    LOGIN_DENIED(
            "login.denied",
            403,
            "The provider did not log the caller in; the log has its error code.",
            "Look at the tenant's log."),
    LOGIN_CALLER_REFUSED(
            "login.caller_refused",
            403,
            "The application's identity stores did not accept the caller.",
            "Look at the application's identity stores."),
    LOGIN_SESSION_TOO_LARGE(
            "login.session_too_large", 500, "The tokens do not fit into cookies.", "Ask for fewer claims and scopes."),
    LOGIN_ORIGIN_UNKNOWN(
            "login.origin_unknown",
            400,
            "The request came to an origin that auth0.app-base-url does not list.",
            "Add the origin, or correct the proxy's forwarding of host and scheme."),
    LOGIN_OPTIONS_INVALID(
            "login.options_invalid",
            400,
            "A login was to begin with a parameter that is malformed, is there twice, or is the protocol's own.",
            "Correct the link to the login route, or the LoginOptions; the log names the parameter."),
    LOGIN_NOT_A_NAVIGATION(
            "login.not_a_navigation",
            403,
            "The login route was asked for by something other than a navigation of a browser's window: a frame, an image or a script.",
            "Link to the login route, or have the script set window.location."),
    LOGIN_LOOP(
            "login.loop",
            400,
            "This browser was sent to the login again and again within a minute, and came back without a session each time.",
            "Look whether the browser keeps the session cookie: it refuses cookies, or is at another host than auth0.app-base-url, or at http instead of https."),
    LOGIN_SESSION_EXPIRED(
            "login.session_expired",
            400,
            "The provider's own session ends within half a minute (session_expiry), so none begins here.",
            "Log in again."),
    LOGIN_REFUSED_BY_APPLICATION(
            "login.refused_by_application",
            403,
            "A LoginCustomizer, a CallbackHandler or an observer of LoggedIn did not let the login go on.",
            "Look at the log; it has what the application threw."),
    ID_TOKEN_MISSING("id_token.missing", 502, "The provider's answer has no ID token.", "Ask for the scope openid."),
    ID_TOKEN_TOO_LARGE("id_token.too_large", 400, "The ID token is longer than 16 KiB.", "Put fewer claims into it."),
    ID_TOKEN_MALFORMED(
            "id_token.malformed",
            400,
            "The ID token is not a compact JWS with strict base64url and JSON.",
            "Send the token unchanged."),
    ID_TOKEN_ENCRYPTED(
            "id_token.encrypted",
            400,
            "The ID token is encrypted, which is not supported.",
            "Switch encryption off at the provider."),
    ID_TOKEN_ALGORITHM_NOT_ALLOWED(
            "id_token.algorithm_not_allowed",
            400,
            "The ID token is signed by an algorithm that is not allowed.",
            "Set the signature algorithm of the application to RS256 at the provider."),
    ID_TOKEN_TYPE_MISMATCH(
            "id_token.type_mismatch", 400, "The ID token has a typ of another kind of token.", "Send the right token."),
    ID_TOKEN_CRITICAL_HEADER(
            "id_token.critical_header",
            400,
            "The ID token has a crit header, which is not understood.",
            "Have the provider leave it out."),
    ID_TOKEN_KEY_UNKNOWN(
            "id_token.key_unknown",
            400,
            "The ID token is signed by a key that the provider does not publish.",
            "Look whether the token comes from this provider."),
    ID_TOKEN_SIGNATURE_INVALID(
            "id_token.signature_invalid", 400, "The ID token has a wrong signature.", "Send the token unchanged."),
    ID_TOKEN_CLAIM_MISSING(
            "id_token.claim_missing",
            400,
            "The ID token lacks a claim that it must have.",
            "Look at the provider's configuration of tokens."),
    ID_TOKEN_CLAIM_MALFORMED(
            "id_token.claim_malformed",
            400,
            "The ID token has a claim of the wrong type.",
            "Look at the provider's rules and actions that set claims."),
    ID_TOKEN_ISSUER_MISMATCH(
            "id_token.issuer_mismatch",
            400,
            "The ID token comes from another issuer.",
            "Compare auth0.domain or auth0.issuer with the token's iss."),
    ID_TOKEN_AUDIENCE_MISMATCH(
            "id_token.audience_mismatch",
            400,
            "The ID token is meant for somebody else.",
            "Compare auth0.client-id with the token's aud."),
    ID_TOKEN_EXPIRED(
            "id_token.expired",
            400,
            "The ID token has ended.",
            "Get a new one; compare the clocks if it has only just been issued."),
    ID_TOKEN_NOT_YET_VALID("id_token.not_yet_valid", 400, "The ID token is not valid yet.", "Compare the clocks."),
    ID_TOKEN_ISSUED_IN_FUTURE(
            "id_token.issued_in_future", 400, "The ID token was issued in the future.", "Compare the clocks."),
    ID_TOKEN_AUTHORIZED_PARTY_MISMATCH(
            "id_token.authorized_party_mismatch",
            400,
            "The ID token was issued to another client (azp).",
            "Compare auth0.client-id with the token's azp."),
    ID_TOKEN_NONCE_MISMATCH(
            "id_token.nonce_mismatch", 400, "The ID token does not belong to this login.", "Log in again."),
    ID_TOKEN_ACCESS_TOKEN_HASH_MISMATCH(
            "id_token.access_token_hash_mismatch",
            400,
            "The ID token does not belong to the access token beside it.",
            "Log in again."),
    ID_TOKEN_AUTHENTICATION_TOO_OLD(
            "id_token.authentication_too_old",
            400,
            "The caller proved who it is longer ago than was asked for (max_age).",
            "Log in again."),
    ID_TOKEN_ORGANIZATION_MISMATCH(
            "id_token.organization_mismatch",
            400,
            "The caller did not log in to the organization that was asked for (org_id, org_name).",
            "Look whether the caller is a member; for a name, have the tenant put org_name into ID tokens."),
    ID_TOKEN_AUTHENTICATION_CONTEXT_MISMATCH(
            "id_token.authentication_context_mismatch",
            400,
            "The caller did not prove who it is in one of the ways that were asked for (acr_values).",
            "Log in again; look whether the tenant sets acr, or for multi-factor authentication amr."),
    ID_TOKEN_SUBJECT_MISMATCH(
            "id_token.subject_mismatch",
            400,
            "A refreshed ID token, or that of a linked account, names somebody else.",
            "Log in again."),
    ID_TOKEN_OLDER_THAN_LOGIN(
            "id_token.older_than_login",
            400,
            "A refreshed ID token was issued before that of the login.",
            "Log in again; compare the clocks of the provider."),
    LOGOUT_TOKEN_TOO_LARGE(
            "logout_token.too_large",
            400,
            "The logout token is longer than 16 KiB.",
            "Look what the provider puts into it."),
    LOGOUT_TOKEN_MALFORMED(
            "logout_token.malformed",
            400,
            "The logout token is not a compact JWS with strict base64url and JSON.",
            "Look for a proxy between; report it to the provider."),
    LOGOUT_TOKEN_ENCRYPTED(
            "logout_token.encrypted",
            400,
            "The logout token is encrypted, which is not supported.",
            "Switch encryption off at the provider."),
    LOGOUT_TOKEN_ALGORITHM_NOT_ALLOWED(
            "logout_token.algorithm_not_allowed",
            400,
            "The logout token is signed by an algorithm that is not allowed.",
            "Set the signature algorithm of the application to RS256 at the provider."),
    LOGOUT_TOKEN_TYPE_MISMATCH(
            "logout_token.type_mismatch",
            400,
            "The logout token has a typ of another kind of token.",
            "Look what the provider sends to the back-channel logout address."),
    LOGOUT_TOKEN_CRITICAL_HEADER(
            "logout_token.critical_header",
            400,
            "The logout token has a crit header, which is not understood.",
            "Have the provider leave it out."),
    LOGOUT_TOKEN_KEY_UNKNOWN(
            "logout_token.key_unknown",
            400,
            "The logout token is signed by a key that the provider does not publish.",
            "Look whether the logout token comes from this provider."),
    LOGOUT_TOKEN_SIGNATURE_INVALID(
            "logout_token.signature_invalid",
            400,
            "The logout token has a wrong signature.",
            "Look for a proxy between; report it to the provider."),
    LOGOUT_TOKEN_CLAIM_MISSING(
            "logout_token.claim_missing",
            400,
            "The logout token lacks a claim that it must have.",
            "Report it to the provider."),
    LOGOUT_TOKEN_CLAIM_MALFORMED(
            "logout_token.claim_malformed",
            400,
            "The logout token has a claim of the wrong type.",
            "Report it to the provider."),
    LOGOUT_TOKEN_ISSUER_MISMATCH(
            "logout_token.issuer_mismatch",
            400,
            "The logout token comes from another issuer.",
            "Compare auth0.domain or auth0.issuer with the token's iss."),
    LOGOUT_TOKEN_AUDIENCE_MISMATCH(
            "logout_token.audience_mismatch",
            400,
            "The logout token is meant for somebody else.",
            "Compare auth0.client-id with the token's aud."),
    LOGOUT_TOKEN_EXPIRED("logout_token.expired", 400, "The logout token has ended.", "Compare the clocks."),
    LOGOUT_TOKEN_NOT_YET_VALID(
            "logout_token.not_yet_valid", 400, "The logout token is not valid yet.", "Compare the clocks."),
    LOGOUT_TOKEN_ISSUED_IN_FUTURE(
            "logout_token.issued_in_future", 400, "The logout token was issued in the future.", "Compare the clocks."),
    LOGOUT_TOKEN_REPLAYED(
            "logout_token.replayed",
            400,
            "The logout token was received before; what it ended has ended.",
            "Look why the provider, or somebody else, sends it again."),
    ACCESS_TOKEN_NOT_ACCEPTED(
            "access_token.not_accepted",
            401,
            "The application takes no access tokens, or none of its identity stores took this one.",
            "Set auth0.audience."),
    ACCESS_TOKEN_REQUEST_MALFORMED(
            "access_token.request_malformed",
            400,
            "The Authorization header is not one scheme and one token, or a token came in several ways.",
            "Send `Authorization: Bearer` or `DPoP` and the token, once."),
    ACCESS_TOKEN_TOO_LARGE(
            "access_token.too_large", 401, "The access token is longer than 16 KiB.", "Put fewer claims into it."),
    ACCESS_TOKEN_MALFORMED(
            "access_token.malformed",
            401,
            "The access token is not a compact JWS with strict base64url and JSON.",
            "Send the token unchanged."),
    ACCESS_TOKEN_ENCRYPTED(
            "access_token.encrypted",
            401,
            "The access token is encrypted, and nothing says with what it can be decrypted.",
            "Switch encryption off at the provider, or set `mp.jwt.decrypt.key.location`."),
    ACCESS_TOKEN_NOT_ENCRYPTED(
            "access_token.not_encrypted",
            401,
            "The access token is not encrypted, and `mp.jwt.decrypt.key.location` says that it has to be.",
            "Switch encryption on at the provider, or remove that key."),
    ACCESS_TOKEN_DECRYPTION_FAILED(
            "access_token.decryption_failed",
            401,
            "The access token cannot be decrypted: it is for another key, was changed, or is not encrypted as it has to be.",
            "Have the provider encrypt signed tokens with `RSA-OAEP` or `RSA-OAEP-256`, `A256GCM`, `cty` `JWT`, and the public part of the key."),
    ACCESS_TOKEN_ALGORITHM_NOT_ALLOWED(
            "access_token.algorithm_not_allowed",
            401,
            "The access token is signed by an algorithm that is not allowed.",
            "Set the signature algorithm at the provider, or allow it in the configuration."),
    ACCESS_TOKEN_TYPE_MISMATCH(
            "access_token.type_mismatch",
            401,
            "The access token has a typ of another kind of token.",
            "Send the right token."),
    ACCESS_TOKEN_CRITICAL_HEADER(
            "access_token.critical_header",
            401,
            "The access token has a crit header, which is not understood.",
            "Have the provider leave it out."),
    ACCESS_TOKEN_KEY_UNKNOWN(
            "access_token.key_unknown",
            401,
            "The access token is signed by a key that the provider does not publish.",
            "Look whether the token comes from this provider."),
    ACCESS_TOKEN_SIGNATURE_INVALID(
            "access_token.signature_invalid",
            401,
            "The access token has a wrong signature.",
            "Send the token unchanged."),
    ACCESS_TOKEN_CLAIM_MISSING(
            "access_token.claim_missing",
            401,
            "The access token lacks a claim that it must have.",
            "Look at the provider's configuration of tokens."),
    ACCESS_TOKEN_CLAIM_MALFORMED(
            "access_token.claim_malformed",
            401,
            "The access token has a claim of the wrong type.",
            "Look at the provider's rules and actions that set claims."),
    ACCESS_TOKEN_ISSUER_MISMATCH(
            "access_token.issuer_mismatch",
            401,
            "The access token comes from another issuer.",
            "Compare auth0.domain or auth0.issuer with the token's iss."),
    ACCESS_TOKEN_AUDIENCE_MISMATCH(
            "access_token.audience_mismatch",
            401,
            "The access token is meant for somebody else.",
            "Ask for a token with the audience that auth0.audience names."),
    ACCESS_TOKEN_EXPIRED(
            "access_token.expired",
            401,
            "The access token has ended.",
            "Get a new one; compare the clocks if it has only just been issued."),
    ACCESS_TOKEN_NOT_YET_VALID(
            "access_token.not_yet_valid", 401, "The access token is not valid yet.", "Compare the clocks."),
    ACCESS_TOKEN_ISSUED_IN_FUTURE(
            "access_token.issued_in_future", 401, "The access token was issued in the future.", "Compare the clocks."),
    ACCESS_TOKEN_BINDING_UNSUPPORTED(
            "access_token.binding_unsupported",
            401,
            "The access token is bound to a key and was sent as a bearer token.",
            "Send it with a proof, or ask for an unbound one."),
    ACCESS_TOKEN_ISSUERS_UNAVAILABLE(
            "access_token.issuers_unavailable",
            503,
            "Whose access tokens are accepted cannot be told: the application's IssuerResolver failed.",
            "Look at the resolver; the log has what it threw."),
    ACCESS_TOKEN_ACTOR_MALFORMED(
            "access_token.actor_malformed",
            401,
            "The act claim is not a chain of at most ten objects, each with a sub.",
            "Look at what makes the token: a token exchange with an actor, or an action that sets the claim."),
    ACCESS_TOKEN_MISSING(
            "access_token.missing",
            401,
            "The request names a scheme of access tokens, and has none.",
            "Send the token behind the scheme."),
    ACCESS_TOKEN_SCHEME_NOT_ACCEPTED(
            "access_token.scheme_not_accepted",
            401,
            "The access token was sent in a way that auth0.api.dpop.mode does not allow.",
            "Send it with a scheme that the answer's WWW-Authenticate names; a bound token always with DPoP."),
    ACCESS_TOKEN_PROOF_UNEXPECTED(
            "access_token.proof_unexpected",
            400,
            "The access token was sent as a bearer token, and yet with a proof.",
            "Send a bearer token without DPoP header; send a bound one as `Authorization: DPoP`."),
    ACCESS_TOKEN_UNBOUND(
            "access_token.unbound",
            401,
            "The access token was sent with the DPoP scheme and is bound to no key.",
            "Ask the provider for a bound token, with a proof at the token endpoint; or send it as a bearer token."),
    ACCESS_TOKEN_KEY_MISMATCH(
            "access_token.key_mismatch",
            401,
            "The access token is bound to another key than that of the proof.",
            "Use the key that the token was asked for with."),
    DPOP_PROOF_MISSING(
            "dpop.proof_missing",
            401,
            "The access token was sent with the DPoP scheme and without a proof.",
            "Send a proof in the DPoP header."),
    DPOP_PROOF_REPEATED(
            "dpop.proof_repeated", 401, "There is more than one DPoP header.", "Send one proof in one header."),
    DPOP_TOO_LARGE("dpop.too_large", 401, "The proof is longer than 8 KiB.", "Put nothing into it but what it needs."),
    DPOP_MALFORMED(
            "dpop.malformed",
            401,
            "The proof is not a compact JWS with strict base64url and JSON.",
            "Make it as RFC 9449, 4.2 says."),
    DPOP_ENCRYPTED("dpop.encrypted", 401, "The proof is encrypted.", "Sign it."),
    DPOP_ALGORITHM_NOT_ALLOWED(
            "dpop.algorithm_not_allowed",
            401,
            "The proof is signed by another algorithm than ES256.",
            "Use an ES256 key, as the algs of the challenge says."),
    DPOP_TYPE_MISMATCH("dpop.type_mismatch", 401, "The typ of the proof is not dpop+jwt.", "Set it."),
    DPOP_CRITICAL_HEADER(
            "dpop.critical_header", 401, "The proof has a crit header, which is not understood.", "Leave it out."),
    DPOP_KEY_INVALID(
            "dpop.key_invalid",
            401,
            "The jwk of the proof is not a public key for ES256: missing, private, of another curve, or no point of it.",
            "Put the public key there, with kty, crv, x and y."),
    DPOP_SIGNATURE_INVALID(
            "dpop.signature_invalid",
            401,
            "The proof is not signed with the key in its jwk.",
            "Sign it with that key; an ES256 signature in JWS is R and S, 64 bytes."),
    DPOP_CLAIM_MISSING("dpop.claim_missing", 401, "The proof lacks a claim.", "Set jti, htm, htu, iat and ath."),
    DPOP_CLAIM_MALFORMED(
            "dpop.claim_malformed",
            401,
            "The proof has a claim of the wrong type, or a jti that is too long.",
            "Make it as RFC 9449, 4.2 says."),
    DPOP_METHOD_MISMATCH(
            "dpop.method_mismatch",
            401,
            "The htm of the proof is another method.",
            "Make a proof for each request, with its method in capitals."),
    DPOP_URI_MISMATCH(
            "dpop.uri_mismatch",
            401,
            "The htu of the proof is another address.",
            "Compare it with auth0.app-base-url and the path of the request; behind a proxy, the public address counts."),
    DPOP_NONCE_REQUIRED(
            "dpop.nonce_required",
            401,
            "The proof has no nonce of this API, or one that has ended.",
            "Send a new proof with the nonce of the answer's DPoP-Nonce header."),
    DPOP_EXPIRED(
            "dpop.expired",
            401,
            "The proof was made longer ago than auth0.api.dpop.iat-offset.",
            "Make a proof for each request; compare the clocks."),
    DPOP_NOT_YET_VALID("dpop.not_yet_valid", 401, "The proof is not valid yet.", "Compare the clocks."),
    DPOP_ISSUED_IN_FUTURE(
            "dpop.issued_in_future",
            401,
            "The proof was made further in the future than auth0.api.dpop.iat-leeway.",
            "Compare the clocks."),
    DPOP_TOKEN_HASH_MISMATCH(
            "dpop.token_hash_mismatch",
            401,
            "The ath of the proof is not the hash of the access token.",
            "Set it to base64url(SHA-256(token)), without padding."),
    DPOP_REPLAYED(
            "dpop.replayed", 401, "The proof was received before.", "Make a proof with a new jti for each request."),
    DPOP_REPLAY_STORE_FULL(
            "dpop.replay_store_full",
            503,
            "There are as many proofs in memory as auth0.api.dpop.replay-maximum allows.",
            "Raise the limit, shorten auth0.api.dpop.iat-offset, or keep proofs elsewhere with a bean of ReplayStore."),
    DPOP_REPLAY_STORE_UNAVAILABLE(
            "dpop.replay_store_unavailable",
            503,
            "The replay store does not answer.",
            "Look at the store; the log names what it threw."),
    AUTHORIZATION_SCOPE_MISSING(
            "authorization.scope_missing",
            403,
            "The access token does not have the scopes that are needed.",
            "Ask for a token with the scopes that the challenge names."),
    AUTHORIZATION_PERMISSION_MISSING(
            "authorization.permission_missing",
            403,
            "The caller does not have the permissions that are needed.",
            "Look at the caller's roles, and whether the API adds permissions to its access tokens."),
    AUTHORIZATION_ORGANIZATION_MISMATCH(
            "authorization.organization_mismatch",
            403,
            "The caller did not log in to an organization that is let in.",
            "Log in to the organization."),
    AUTHORIZATION_ACTOR_MISMATCH(
            "authorization.actor_mismatch",
            403,
            "Nobody who is let in acts for the caller.",
            "Look at the act claim of the token: its outermost sub counts."),
    AUTHORIZATION_STEP_UP_REQUIRED(
            "authorization.step_up_required",
            401,
            "The caller did not log in strongly or recently enough.",
            "Log in with the acr_values and the max_age that the challenge names."),
    SESSION_MISSING("session.missing", 401, "Nobody is logged in.", "Log in."),
    SESSION_REFRESH_TOKEN_MISSING(
            "session.refresh_token_missing",
            401,
            "The session has no access token as asked for, and no refresh token to get one.",
            "Ask for the scope offline_access, and allow it for the API."),
    SESSION_NOT_WRITABLE(
            "session.not_writable",
            500,
            "The session would change after the answer was begun, when no cookie can be set any more.",
            "Ask for the token before anything is written."),
    SESSION_SCOPES_MISSING(
            "session.scopes_missing",
            403,
            "The provider granted less than was needed of an access token.",
            "Look at the caller's permissions and at what the API allows the application."),
    SESSION_ATTRIBUTES_INVALID(
            "session.attributes_invalid",
            500,
            "The application's data in the session are not texts, whole numbers, truth values, lists and maps of them.",
            "Keep in the session what JSON can express, and larger things elsewhere."),
    SESSION_STORE_UNAVAILABLE(
            "session.store_unavailable",
            503,
            "The session store does not answer.",
            "Look at the store; the log has what it threw."),
    SESSION_STORE_FULL(
            "session.store_full",
            503,
            "There are as many sessions in memory as auth0.session.memory.maximum allows.",
            "Raise the limit, shorten the sessions, or keep them elsewhere."),
    SERVER_ERROR_RESPONSE(
            "server.error_response",
            502,
            "The provider answered with an error.",
            "Look at the tenant's log; the exception has the OAuth error."),
    SERVER_INVALID_GRANT(
            "server.invalid_grant", 401, "The provider refuses the code or the refresh token.", "Log in again."),
    SERVER_INVALID_CLIENT(
            "server.invalid_client",
            502,
            "The provider refuses the client.",
            "Compare client id, secret and authentication method with the tenant."),
    SERVER_RATE_LIMITED(
            "server.rate_limited",
            503,
            "The provider had too many requests and asked to wait; until then it is not asked again.",
            "Wait as long as retryAfter() of the exception says; look at the rate limits of the tenant."),
    SERVER_PUSHED_AUTHORIZATION_REFUSED(
            "server.pushed_authorization_refused",
            502,
            "The provider did not take the pushed authorization request (RFC 9126), so no login began.",
            "Look at the tenant's log; the exception has the OAuth error."),
    SERVER_TOKEN_TYPE_MISMATCH(
            "server.token_type_mismatch",
            502,
            "The access token is not bound as asked for: DPoP where a proof was sent, Bearer elsewhere.",
            "Compare auth0.dpop.enabled with what the tenant does for this application."),
    SERVER_MTLS_UNSUPPORTED(
            "server.mtls_unsupported",
            502,
            "The client authenticates by a certificate, and the metadata has no mtls_endpoint_aliases, or not the issuer's.",
            "Switch mutual TLS on at the provider, or authenticate in another way."),
    SERVER_RESPONSE_MALFORMED(
            "server.response_malformed",
            502,
            "The provider's answer breaks the protocol.",
            "Look for a proxy between; report it to the provider."),
    SERVER_METADATA_INVALID(
            "server.metadata_invalid",
            502,
            "The provider's metadata cannot be used: another issuer, or an address that is missing or not the issuer's.",
            "Compare auth0.domain or auth0.issuer with the issuer in the metadata, character by character."),
    SERVER_KEYS_INVALID(
            "server.keys_invalid", 503, "The provider's keys cannot be had.", "Look at the address in jwks_uri."),
    SERVER_SUBJECT_MISMATCH(
            "server.subject_mismatch",
            502,
            "The UserInfo answer names somebody else than the ID token.",
            "Report it to the provider."),
    USERINFO_TOO_LARGE(
            "userinfo.too_large",
            502,
            "The signed UserInfo answer is longer than 16 KiB.",
            "Look what the provider puts into it."),
    USERINFO_MALFORMED(
            "userinfo.malformed",
            502,
            "The signed UserInfo answer is not a compact JWS with strict base64url and JSON.",
            "Look for a proxy between; report it to the provider."),
    USERINFO_ENCRYPTED(
            "userinfo.encrypted",
            502,
            "The signed UserInfo answer is encrypted, which is not supported.",
            "Switch encryption off at the provider."),
    USERINFO_ALGORITHM_NOT_ALLOWED(
            "userinfo.algorithm_not_allowed",
            502,
            "The signed UserInfo answer is signed by an algorithm that is not allowed.",
            "Set the signature algorithm of the application to RS256 at the provider."),
    USERINFO_TYPE_MISMATCH(
            "userinfo.type_mismatch",
            502,
            "The signed UserInfo answer has a typ of another kind of token.",
            "Report it to the provider."),
    USERINFO_CRITICAL_HEADER(
            "userinfo.critical_header",
            502,
            "The signed UserInfo answer has a crit header, which is not understood.",
            "Have the provider leave it out."),
    USERINFO_KEY_UNKNOWN(
            "userinfo.key_unknown",
            502,
            "The signed UserInfo answer is signed by a key that the provider does not publish.",
            "Look whether the signed UserInfo answer comes from this provider."),
    USERINFO_SIGNATURE_INVALID(
            "userinfo.signature_invalid",
            502,
            "The signed UserInfo answer has a wrong signature.",
            "Look for a proxy between; report it to the provider."),
    USERINFO_CLAIM_MISSING(
            "userinfo.claim_missing",
            502,
            "The signed UserInfo answer lacks a claim that it must have.",
            "Report it to the provider."),
    USERINFO_CLAIM_MALFORMED(
            "userinfo.claim_malformed",
            502,
            "The signed UserInfo answer has a claim of the wrong type.",
            "Report it to the provider."),
    USERINFO_ISSUER_MISMATCH(
            "userinfo.issuer_mismatch",
            502,
            "The signed UserInfo answer comes from another issuer.",
            "Compare auth0.domain or auth0.issuer with the token's iss."),
    USERINFO_AUDIENCE_MISMATCH(
            "userinfo.audience_mismatch",
            502,
            "The signed UserInfo answer is meant for somebody else.",
            "Compare auth0.client-id with the token's aud."),
    USERINFO_EXPIRED("userinfo.expired", 502, "The signed UserInfo answer has ended.", "Compare the clocks."),
    USERINFO_NOT_YET_VALID(
            "userinfo.not_yet_valid", 502, "The signed UserInfo answer is not valid yet.", "Compare the clocks."),
    USERINFO_ISSUED_IN_FUTURE(
            "userinfo.issued_in_future",
            502,
            "The signed UserInfo answer was issued in the future.",
            "Compare the clocks."),
    CLIENT_REQUEST_INVALID(
            "client.request_invalid",
            500,
            "The application calls Auth0Client with a value that is missing or cannot be sent.",
            "Correct what the message names."),
    RESOURCE_METADATA_INVALID(
            "resource_metadata.invalid",
            500,
            "The metadata of the API lack what they must have, or have a value that is not allowed there.",
            "Correct the member that the message names."),
    PROPAGATION_TOKEN_BOUND(
            "propagation.token_bound",
            500,
            "The access token is bound to a key that this application does not have, so it cannot be sent on.",
            "Get a token for the other API by AccessTokenFor."),
    PROPAGATION_CLIENT_MISSING(
            "propagation.client_missing",
            500,
            "The caller's access token cannot be exchanged, because the application is no client of the provider.",
            "Set auth0.client-id and what goes with it; allow the application the token exchange at the provider."),
    TOKEN_EXCHANGE_SUBJECT_TOKEN_INVALID(
            "token_exchange.subject_token_invalid",
            400,
            "The subject token is missing, blank, has white space around it, or begins with Bearer.",
            "Pass the token alone."),
    TOKEN_EXCHANGE_ACTOR_TOKEN_INVALID(
            "token_exchange.actor_token_invalid",
            400,
            "The actor token is missing or blank, has white space around it, begins with Bearer, or has no type.",
            "Pass the token alone, and what type it is."),
    TOKEN_EXCHANGE_TYPE_INVALID(
            "token_exchange.type_invalid",
            500,
            "A token type is not a URL or URN of 10 to 100 characters.",
            "Use a URN of your own, or one of RFC 8693, section 3."),
    TOKEN_EXCHANGE_SUBJECT_TOKEN_TYPE_REFUSED(
            "token_exchange.subject_token_type_refused",
            500,
            "auth0.token-exchange.subject-token-types does not list the type of the subject token, so nothing was sent.",
            "Add the type there, if such tokens are to be exchanged."),
    TOKEN_EXCHANGE_AUDIENCE_REFUSED(
            "token_exchange.audience_refused",
            500,
            "The audience is none that tokens may be exchanged for, so nothing was sent.",
            "Add it to auth0.token-exchange.audiences."),
    TOKEN_EXCHANGE_PARAMETER_REFUSED(
            "token_exchange.parameter_refused",
            500,
            "A further parameter has the name of one that the protocol sets, no name, no value or more than 20 values.",
            "Use the method of the request for what the protocol has, and another name for what it has not."),
    TOKEN_EXCHANGE_ORGANIZATION_INVALID(
            "token_exchange.organization_invalid", 500, "The organization is blank.", "Name it, or leave it out."),
    TOKEN_EXCHANGE_CONNECTION_MISSING(
            "token_exchange.connection_missing",
            500,
            "The connection is blank, or the account of it.",
            "Name the Auth0 connection."),
    TOKEN_EXCHANGE_SUBJECT_MISMATCH(
            "token_exchange.subject_mismatch",
            502,
            "The caller's own token was exchanged, and the answer is somebody else's; nobody gets it.",
            "Look at the Action of the exchange; report it to the provider."),
    SESSION_TRANSFER_ACTOR_UNAVAILABLE(
            "session_transfer.actor_unavailable",
            401,
            "Nobody acts for the subject: no actor is named, and nobody is logged in whose ID token is still good.",
            "Log in again, or name the actor."),
    SESSION_TRANSFER_SETACTOR_REQUIRED(
            "session_transfer.setactor_required",
            502,
            "The Action of the exchange did not call setActor.",
            "Call api.authentication.setActor in the Action."),
    SESSION_TRANSFER_DISABLED(
            "session_transfer.disabled",
            502,
            "Session transfer is off for the tenant or the client.",
            "Switch it on at the tenant."),
    SESSION_TRANSFER_TARGET_REFUSED(
            "session_transfer.target_refused",
            500,
            "The address that the session transfer token would go to is not https, or has what does not belong there.",
            "Send browsers to the https login address of the other application."),
    CIBA_REQUEST_INVALID(
            "ciba.request_invalid",
            400,
            "The application's request for approval breaks a rule, so nothing was sent.",
            "Correct what the message names."),
    CIBA_UNSUPPORTED(
            "ciba.unsupported",
            502,
            "The provider's metadata have no backchannel_authentication_endpoint.",
            "Switch CIBA on at the provider, for the tenant and the application."),
    CIBA_REQUEST_NOT_OF_SESSION(
            "ciba.request_not_of_session",
            403,
            "The id is not of a request for approval that this session, caller or browser began.",
            "Poll where the request was begun; do not log in or out meanwhile."),
    CIBA_DENIED("ciba.denied", 403, "The user has not approved.", "Ask for something else."),
    CIBA_EXPIRED("ciba.expired", 403, "The user has not decided in time.", "Begin a new request."),
    CIBA_STOPPED(
            "ciba.stopped",
            503,
            "The application ended while it waited for the user.",
            "Wait again after the restart, if the id was kept and auth0.secret is the same."),
    CIBA_SUBJECT_MISMATCH(
            "ciba.subject_mismatch",
            502,
            "The tokens are of another user than the one who was asked.",
            "Compare the subject with the login hint; report it to the provider."),
    CIBA_REQUEST_MISMATCH(
            "ciba.request_mismatch",
            502,
            "The ID token was issued for another request for approval.",
            "Report it to the provider."),
    CONNECT_REQUEST_INVALID(
            "connect.request_invalid",
            400,
            "An account was to be connected or disconnected without a connection, or with a parameter that is malformed, is there twice, or is the protocol's own.",
            "Correct the link to the connect route, or the ConnectAccountRequest; the log names what is wrong."),
    CONNECT_NOT_A_NAVIGATION(
            "connect.not_a_navigation",
            403,
            "The connect route was asked for by another site, or by something other than a navigation of a browser's window.",
            "Link to the connect route from a page of the application."),
    CONNECT_DENIED(
            "connect.denied",
            403,
            "The account was not connected: the caller or its provider refused; the log has the error code.",
            "Connect it again; look at the tenant's log."),
    CONNECT_RESPONSE_MALFORMED(
            "connect.response_malformed",
            400,
            "The answer to a connection that was begun has neither a connect_code nor an error.",
            "Connect the account again."),
    CONNECT_CALLER_CHANGED(
            "connect.caller_changed",
            403,
            "Somebody else is logged in, or nobody any more, than when the connection was begun.",
            "Log in, and connect the account again."),
    CONNECT_REFUSED(
            "connect.refused",
            502,
            "The My Account API refused to connect, list or disconnect accounts; the exception has its problem details.",
            "Switch the My Account API on at the tenant, and allow the application its scopes for connected accounts by refresh token policies."),
    CONNECT_ANSWER_MALFORMED(
            "connect.answer_malformed",
            502,
            "An answer of the My Account API is not what was expected, or its pages have no end.",
            "Look for a proxy between; report it to the provider."),
    PASSWORDLESS_REQUEST_INVALID(
            "passwordless.request_invalid",
            400,
            "A mail address, phone number, connection, code or attribute is missing, malformed or too long; nothing was sent.",
            "Check what was typed in; the message names what is wrong."),
    PASSWORDLESS_REFUSED(
            "passwordless.refused",
            502,
            "The provider does not send the code, link or mail, or does not sign the user up; the exception has its error.",
            "Compare the connection's settings at the tenant, and which connections and grants the application may use."),
    PASSWORDLESS_CODE_REFUSED(
            "passwordless.code_refused",
            403,
            "The code is wrong, was used or has ended.",
            "Type it in again, or ask for another one."),
    PASSWORDLESS_ANSWER_MALFORMED(
            "passwordless.answer_malformed",
            502,
            "The provider's answer is not what was expected.",
            "Look for a proxy between; report it to the provider."),
    PASSKEY_REQUEST_INVALID(
            "passkey.request_invalid",
            400,
            "A challenge was to be asked for or answered with something that is missing, malformed or too long; nothing was sent.",
            "Check what the page sent; the message names what is wrong."),
    PASSKEY_REFUSED(
            "passkey.refused",
            502,
            "The provider gives no challenge for a passkey; the exception has its error.",
            "Switch passkeys on for the connection, and the grant for the application; for adding one to an account, the My Account API and its scope create:me:authentication_methods."),
    PASSKEY_RESPONSE_REFUSED(
            "passkey.response_refused",
            403,
            "The provider does not take what the passkey answered: it is another one, or too late.",
            "Ask for a new challenge."),
    PASSKEY_ANSWER_MALFORMED(
            "passkey.answer_malformed",
            502,
            "The provider's answer is not what was expected.",
            "Look for a proxy between; report it to the provider."),
    MFA_REQUIRED(
            "mfa.required",
            403,
            "The provider issues the token only after a second factor.",
            "Go on with MfaService and the mfaToken of the exception."),
    MFA_TOKEN_INVALID(
            "mfa.token_invalid",
            401,
            "The mfa_token is none of this application, or came up in another session, for another user or in another browser.",
            "Ask for the access token again, or log in again."),
    MFA_TOKEN_EXPIRED(
            "mfa.token_expired",
            401,
            "The second factor took longer than auth0.mfa.token-ttl, or than the provider allows.",
            "Ask for the access token again, or log in again."),
    MFA_FACTOR_NOT_AVAILABLE(
            "mfa.factor_not_available",
            400,
            "The provider does not want this second factor here.",
            "Offer what the requirements of MfaRequiredException name."),
    MFA_ATTEMPTS_EXHAUSTED(
            "mfa.attempts_exhausted",
            400,
            "Five codes were wrong, so the mfa_token is of no use any more.",
            "Ask for the access token again, or log in again."),
    MFA_OPTIONS_INVALID(
            "mfa.options_invalid",
            400,
            "A second factor was to be enrolled, challenged or shown with something missing, unknown or malformed.",
            "Correct the call; the message names what is wrong."),
    TRANSPORT_FAILED(
            "transport.failed",
            503,
            "The provider cannot be reached.",
            "Look at network, DNS, certificates and proxies."),
    TRANSPORT_TIMEOUT(
            "transport.timeout",
            504,
            "The provider did not answer in auth0.http.timeout.",
            "Look at the network; raise the limit if need be."),
    TRANSPORT_RESPONSE_TOO_LARGE(
            "transport.response_too_large",
            502,
            "The provider's answer is larger than auth0.http.max-body.",
            "Look what it sends; raise the limit if need be.");

    private final String text;
    private final int status;
    private final String meaning;
    private final String cure;

    Auth0ErrorCode(String text, int status, String meaning, String cure) {
        this.text = text;
        this.status = status;
        this.meaning = meaning;
        this.cure = cure;
    }

    /** Returns the stable text, for example {@code access_token.expired}. */
    public String text() {
        return text;
    }

    /** Returns the HTTP status that a request ends with for this reason, where the library answers it. */
    public int status() {
        return status;
    }

    /** Returns what has happened, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Returns what helps, in a sentence. */
    public String cure() {
        return cure;
    }

    @Override
    public String toString() {
        return text;
    }
}
