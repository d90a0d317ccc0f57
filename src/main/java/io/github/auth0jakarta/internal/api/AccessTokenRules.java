package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.internal.jose.Lifetime;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import java.util.Set;

/**
 * What this API asks of each access token.
 *
 * @param audiences whom it must be for
 * @param algorithms what it may be signed with
 * @param requiredClaims claims that must be there beside those of RFC 9068
 * @param lifetime the rule about times
 */
public record AccessTokenRules(
        AudienceRule audiences, Set<SignatureAlgorithm> algorithms, Set<String> requiredClaims, Lifetime lifetime) {

    public AccessTokenRules {
        algorithms = Set.copyOf(algorithms);
        requiredClaims = Set.copyOf(requiredClaims);
    }
}
