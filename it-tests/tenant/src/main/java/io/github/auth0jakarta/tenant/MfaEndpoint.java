package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import org.jspecify.annotations.Nullable;

/** What the addresses of the MFA API have in common: a token in the header, JSON both ways, no query. */
abstract class MfaEndpoint implements Endpoint {

    private static final String BEARER = "Bearer ";

    @Override
    public final Response handle(Request request) {
        if (!request.query().values().isEmpty()) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "parameters do not belong into the address");
        }
        return answer(request);
    }

    abstract Response answer(Request request);

    static String bearer(Request request) {
        @Nullable String header = request.header("Authorization");
        if (header == null || !header.startsWith(BEARER)) {
            throw new OAuthException(BearerTokenError.MISSING_TOKEN.setHTTPStatusCode(401), "a bearer token is needed");
        }
        return header.substring(BEARER.length());
    }
}
