package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.AccessTokenVerifier;
import io.github.auth0jakarta.internal.api.AccessTokenRules;
import io.github.auth0jakarta.internal.api.AccessTokenStore;
import io.github.auth0jakarta.internal.api.AccessTokenValidator;
import io.github.auth0jakarta.internal.api.AudienceRule;
import io.github.auth0jakarta.internal.api.PresentedTokenVerifier;
import io.github.auth0jakarta.internal.api.TokenCookie;
import io.github.auth0jakarta.internal.caller.CallerMapping;
import io.github.auth0jakarta.internal.caller.Principals;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The part of the object graph that takes access tokens. */
final class ApiParts {
    private final AccessTokenStore store;
    private final AccessTokenVerifier verifier;
    private final MicroProfileJwtParts microProfileJwt;
    private final @Nullable TokenCookie cookie;

    ApiParts(Auth0Config.Api api, ProviderParts provider, CallerMapping mapping, Principals principals) {
        this.microProfileJwt = new MicroProfileJwtParts(api.microProfileJwt(), provider);
        AccessTokenValidator validator = new AccessTokenValidator(
                microProfileJwt.issuer(), rules(api, provider), provider.json(), microProfileJwt.decryption());
        this.store = new AccessTokenStore(validator, mapping, principals);
        this.verifier = new PresentedTokenVerifier(validator);
        String cookieName = api.microProfileJwt().tokenCookie();
        this.cookie = cookieName == null ? null : new TokenCookie(cookieName);
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

    AccessTokenStore store() {
        return store;
    }

    AccessTokenVerifier verifier() {
        return verifier;
    }

    /** Returns the cookie that access tokens come in, null where they come in the header. */
    @Nullable
    TokenCookie cookie() {
        return cookie;
    }

    void dropCaches() {
        microProfileJwt.dropCaches();
    }
}
