package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /oauth/revoke} (RFC 7009): revoking any token ends the whole authorization; an unknown token is no error. */
final class RevocationEndpoint extends FormPost {

    static final String PATH = "/oauth/revoke";

    private final RefreshTokens refreshTokens;
    private final AccessTokens accessTokens;
    private final JwtVerifier verifier;

    RevocationEndpoint(
            ClientAuthenticator authenticator,
            DpopProofs proofs,
            RefreshTokens refreshTokens,
            AccessTokens accessTokens,
            JwtVerifier verifier) {
        super(authenticator, proofs);
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
        this.verifier = verifier;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    Response handle(Client client, Request request) {
        Authorization authorization = find(request.form().require("token"));
        if (authorization != null) {
            if (!authorization.clientId().equals(client.id())) {
                throw new OAuthException(OAuth2Error.INVALID_GRANT, "token was issued to another client");
            }
            authorization.revoke();
        }
        return Response.empty(200).withHeader("Cache-Control", Response.NO_STORE);
    }

    private @Nullable Authorization find(String token) {
        Authorization found = refreshTokens.find(token);
        if (found != null) {
            return found;
        }
        Map<String, Object> claims = verifier.verify(token);
        AccessTokens.Issued issued = accessTokens.find(claims == null ? token : String.valueOf(claims.get("jti")));
        return issued == null ? null : issued.authorization();
    }
}
