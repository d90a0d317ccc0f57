package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.ActorChain;
import io.github.auth0jakarta.TokenSet;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes of the provider's answers what applications see; an ID token among them is verified first. */
public final class TokenSets {
    private final IdTokenValidator idTokens;
    private final InstantSource clock;

    public TokenSets(IdTokenValidator idTokens, InstantSource clock) {
        this.idTokens = idTokens;
        this.clock = clock;
    }

    /**
     * Returns what an answer brought.
     *
     * @param purpose what the token was asked for
     * @throws io.github.auth0jakarta.TokenValidationException where the ID token breaks a rule; nothing of the answer may be
     *     used then
     */
    public TokenSet of(TokenResponse response, TokenPurpose purpose) {
        return of(response, purpose, verified(response));
    }

    /**
     * Returns what an answer brought.
     *
     * @param purpose what the token was asked for
     * @param idToken the one of the answer, null where there is none
     */
    public TokenSet of(TokenResponse response, TokenPurpose purpose, @Nullable VerifiedIdToken idToken) {
        Map<String, Object> claims =
                idToken == null ? Map.of() : idToken.claims().asMap();
        return new TokenSet(
                accessToken(response, purpose),
                Optional.ofNullable(response.idToken()),
                claims,
                Optional.ofNullable(response.refreshToken()),
                Optional.ofNullable(response.issuedTokenType()),
                ActorChain.of(claims),
                response.authorizationDetails() == null ? List.of() : response.authorizationDetails());
    }

    /** Returns the access token of an answer. */
    public AccessToken accessToken(TokenResponse response, TokenPurpose purpose) {
        return new AccessToken(
                response.accessToken(),
                response.tokenType(),
                purpose.audience(),
                purpose.granted(response.scopes()),
                clock.instant().plus(response.expiresIn()));
    }

    /** No nonce was sent, so the token must have none. */
    private @Nullable VerifiedIdToken verified(TokenResponse response) {
        String idToken = response.idToken();
        return idToken == null
                ? null
                : idTokens.validate(idToken, IdTokenExpectations.refresh(null).withAccessToken(response.accessToken()));
    }
}
