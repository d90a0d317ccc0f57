package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.AccessTokenVerifier;
import io.github.auth0jakarta.internal.api.AccessTokenRules;
import io.github.auth0jakarta.internal.api.AccessTokenStore;
import io.github.auth0jakarta.internal.api.AccessTokenValidator;
import io.github.auth0jakarta.internal.api.AudienceRule;
import io.github.auth0jakarta.internal.api.PresentedTokenVerifier;
import io.github.auth0jakarta.internal.api.RefusalLog;
import io.github.auth0jakarta.internal.api.VerifiedTokens;
import io.github.auth0jakarta.internal.caller.CallerMapping;
import io.github.auth0jakarta.internal.caller.Principals;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The part of the object graph that takes access tokens. */
final class ApiParts {
    private final IssuerParts issuers;
    private final @Nullable VerifiedTokens verifiedTokens;
    private final AccessTokenStore store;
    private final AccessTokenVerifier verifier;
    private final MicroProfileJwtParts microProfileJwt;

    ApiParts(
            Auth0Config.Api api, ProviderParts provider, DpopParts dpop, CallerMapping mapping, Principals principals) {
        this.microProfileJwt = new MicroProfileJwtParts(api.microProfileJwt(), provider);
        this.issuers = new IssuerParts(provider, microProfileJwt.issuer());
        this.verifiedTokens = verifiedTokens(api.tokenCache(), provider);
        AccessTokenValidator validator = new AccessTokenValidator(
                issuers.accepted(api.issuers()),
                rules(api, provider),
                verifiedTokens,
                provider.json(),
                microProfileJwt.decryption());
        this.store = new AccessTokenStore(
                validator, dpop.possession(), mapping, principals, new RefusalLog(provider.clock()));
        this.verifier = new PresentedTokenVerifier(validator, dpop.possession());
    }

    /** The reader lets audiences be missing only where tokens for any API are taken by name. */
    private static AccessTokenRules rules(Auth0Config.Api api, ProviderParts provider) {
        Set<SignatureAlgorithm> algorithms = EnumSet.noneOf(SignatureAlgorithm.class);
        api.algorithms().forEach(name -> algorithms.add(SignatureAlgorithm.valueOf(name)));
        return new AccessTokenRules(
                api.audiences().isEmpty() ? AudienceRule.ANY : AudienceRule.oneOf(Set.copyOf(api.audiences())),
                algorithms,
                Set.copyOf(api.requiredClaims()),
                provider.lifetime(api.clockSkew(), api.microProfileJwt().tokenAge()));
    }

    private static @Nullable VerifiedTokens verifiedTokens(Auth0Config.TokenCache cache, ProviderParts provider) {
        return cache.maximum() == 0 ? null : new VerifiedTokens(cache.maximum(), cache.duration(), provider.clock());
    }

    void dropCaches() {
        issuers.dropCaches();
        microProfileJwt.dropCaches();
        if (verifiedTokens != null) {
            verifiedTokens.clear();
        }
    }

    AccessTokenStore store() {
        return store;
    }

    AccessTokenVerifier verifier() {
        return verifier;
    }
}
