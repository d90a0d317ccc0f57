package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.internal.oauth.IdTokenExpectations;
import io.github.auth0jakarta.internal.oauth.IdTokenValidator;
import io.github.auth0jakarta.internal.oauth.ProviderMetadata;
import io.github.auth0jakarta.internal.oauth.ProviderMetadataSource;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.oauth.TokenResponse;
import io.github.auth0jakarta.internal.oauth.VerifiedIdToken;
import io.github.auth0jakarta.internal.web.Query;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** From an authorization response, whose state has been matched already, to tokens of which nothing is left to check. */
final class CodeExchange {
    private final ProviderMetadataSource metadata;
    private final TokenEndpoint endpoint;
    private final IdTokenValidator idTokens;

    CodeExchange(ProviderMetadataSource metadata, TokenEndpoint endpoint, IdTokenValidator idTokens) {
        this.metadata = metadata;
        this.endpoint = endpoint;
        this.idTokens = idTokens;
    }

    /**
     * What belongs to one login and no other.
     *
     * @param redirectUri as it was sent
     * @param codeVerifier null where no challenge was registered
     */
    record Secrets(
            String redirectUri, String nonce, @Nullable String codeVerifier) {

        /** Says nothing. */
        @Override
        public String toString() {
            return "Secrets";
        }
    }

    /** What came of it. */
    record Exchanged(String issuer, TokenResponse tokens, VerifiedIdToken idToken) {}

    /**
     * Exchanges the code.
     *
     * @throws io.github.auth0jakarta.Auth0Exception as {@link AuthorizationResponse}, {@link TokenEndpoint} and
     *     {@link IdTokenValidator}, {@code id_token.missing}, or as {@link Expectations#check}
     */
    Exchanged exchange(Query response, Secrets secrets, Expectations expectations) {
        ProviderMetadata provider = metadata.get();
        String code = AuthorizationResponse.code(response, provider);
        TokenResponse tokens = endpoint.authorizationCode(code, secrets.redirectUri(), secrets.codeVerifier());
        VerifiedIdToken idToken = verified(tokens, secrets.nonce(), expectations.maxAge());
        expectations.check(idToken.claims());
        return new Exchanged(provider.issuer(), tokens, idToken);
    }

    private VerifiedIdToken verified(TokenResponse tokens, String nonce, @Nullable Duration maxAge) {
        String idToken = tokens.idToken();
        if (idToken == null) {
            throw new TokenValidationException(Auth0ErrorCode.ID_TOKEN_MISSING, "the token response has none");
        }
        IdTokenExpectations expected = IdTokenExpectations.login(nonce).withAccessToken(tokens.accessToken());
        return idTokens.validate(idToken, maxAge == null ? expected : expected.withMaxAge(maxAge));
    }
}
