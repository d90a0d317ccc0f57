package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.TokenPresentation;
import java.util.Set;

/**
 * What is asked of one access token beyond the {@link AccessTokenRules}; it can narrow them and not widen them.
 *
 * @param requiredClaims further claims that must be there
 * @param algorithms those of the allowed algorithms that will do; empty for all of them
 * @param origin the request that it came in
 */
public record AccessTokenDemands(Set<String> requiredClaims, Set<String> algorithms, TokenOrigin origin) {
    /** Nothing beyond the rules. */
    public static final AccessTokenDemands NONE = new AccessTokenDemands(Set.of(), Set.of(), TokenOrigin.NO_REQUEST);

    public AccessTokenDemands {
        requiredClaims = Set.copyOf(requiredClaims);
        algorithms = Set.copyOf(algorithms);
    }

    /** Returns what this presentation asks for. */
    public static AccessTokenDemands of(TokenPresentation presentation) {
        return new AccessTokenDemands(presentation.requiredClaims(), presentation.algorithms(), TokenOrigin.NO_REQUEST);
    }

    /** Returns nothing beyond the rules, of a token that came in a request. */
    public static AccessTokenDemands from(TokenOrigin origin) {
        return new AccessTokenDemands(Set.of(), Set.of(), origin);
    }
}
