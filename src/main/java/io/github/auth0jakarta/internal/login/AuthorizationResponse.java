package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.internal.oauth.OAuthErrors;
import io.github.auth0jakarta.internal.oauth.ProviderMetadata;
import io.github.auth0jakarta.internal.web.Query;
import java.util.List;

/** The answer to an authorization request (RFC 6749, 4.1.2), whose state has been matched already. */
final class AuthorizationResponse {
    /** What other flows bring; whoever sends it here has something else in mind. */
    private static final List<String> OF_OTHER_FLOWS = List.of("access_token", "id_token", "response");

    private AuthorizationResponse() {}

    /**
     * Returns the code.
     *
     * @throws LoginException {@code login.issuer_missing}, {@code login.issuer_mismatch} (RFC 9207, 2.4),
     *     {@code login.denied} for an error, {@code login.response_malformed} where there is neither code nor error, or
     *     something that the code flow never brings
     */
    static String code(Query query, ProviderMetadata metadata) {
        checkIssuer(query, metadata);
        String error = query.value("error");
        if (error != null) {
            String shown = OAuthErrors.valid(error);
            throw new LoginException(
                    Auth0ErrorCode.LOGIN_DENIED,
                    "the provider answered " + (shown == null ? "an error that is not a code" : shown),
                    shown);
        }
        String code = query.value("code");
        if (code == null) {
            throw new LoginException(Auth0ErrorCode.LOGIN_RESPONSE_MALFORMED, "there is no code");
        }
        if (OF_OTHER_FLOWS.stream().anyMatch(query::has)) {
            throw new LoginException(Auth0ErrorCode.LOGIN_RESPONSE_MALFORMED, "it is not of the code flow alone");
        }
        return code;
    }

    private static void checkIssuer(Query query, ProviderMetadata metadata) {
        String issuer = query.value("iss");
        if (issuer == null) {
            if (metadata.issuerParameterSupported()) {
                throw new LoginException(Auth0ErrorCode.LOGIN_ISSUER_MISSING, "the answer has no iss");
            }
        } else if (!issuer.equals(metadata.issuer())) {
            throw new LoginException(Auth0ErrorCode.LOGIN_ISSUER_MISMATCH, "the answer has another iss");
        }
    }
}
