package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.internal.jose.Claims;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Whom an access token must be for; made of at least one name, or by an explicit word for everybody. */
public final class AudienceRule {
    /** Takes a token whatever API it is for, also for none. */
    public static final AudienceRule ANY = new AudienceRule(Set.of());

    private final Set<String> names;

    private AudienceRule(Set<String> names) {
        this.names = names;
    }

    /**
     * Returns the rule that a token must be for one of these.
     *
     * @throws IllegalArgumentException where there are none: that everybody's tokens are taken must not come by oversight
     */
    public static AudienceRule oneOf(Set<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("an API that takes tokens for anybody must not be configured");
        }
        return new AudienceRule(Set.copyOf(names));
    }

    boolean accepts(Claims claims) {
        if (names.isEmpty() && !claims.has("aud")) {
            return true;
        }
        List<String> audience = claims.requireAudience();
        return names.isEmpty() || !Collections.disjoint(names, audience);
    }
}
