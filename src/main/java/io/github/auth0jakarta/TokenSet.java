package io.github.auth0jakarta;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the provider issued in answer to one request; immutable, and nothing of it is kept anywhere else.
 *
 * @param accessToken the access token
 * @param idToken the ID token, verified; empty where none came
 * @param claims the claims of the ID token, unmodifiable; empty where none came
 * @param refreshToken the refresh token; empty where none came
 * @param issuedTokenType the {@code issued_token_type} of a token exchange (RFC 8693, 2.2.1); empty for other grants
 * @param actors who acts for the subject, as the tokens say themselves; empty where nobody does
 * @param authorizationDetails what was granted in detail (RFC 9396, 7); empty where the provider does not say
 */
public record TokenSet(
        AccessToken accessToken,
        Optional<String> idToken,
        Map<String, Object> claims,
        Optional<String> refreshToken,
        Optional<String> issuedTokenType,
        ActorChain actors,
        List<Map<String, Object>> authorizationDetails) {

    public TokenSet {
        claims = Map.copyOf(claims);
        authorizationDetails = List.copyOf(authorizationDetails);
    }

    /** Says nothing of the tokens, nor who the subject is. */
    @Override
    public String toString() {
        return "TokenSet[accessToken=" + accessToken + ", idToken=" + idToken.isPresent() + ", refreshToken="
                + refreshToken.isPresent() + ", issuedTokenType=" + issuedTokenType.orElse(null) + "]";
    }
}
