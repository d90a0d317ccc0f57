package io.github.auth0jakarta.tenant;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides whether an access token, opaque or JWT, opens the userinfo endpoint. */
final class UserInfoAccess {

    /** Whose claims may be told, and which, to the holder of which key. */
    record Granted(String sub, Set<String> scope, @Nullable String thumbprint) {}

    private final AccessTokens issued;
    private final JwtVerifier verifier;
    private final Tokens tokens;
    private final InstantSource clock;

    UserInfoAccess(AccessTokens issued, JwtVerifier verifier, Tokens tokens, InstantSource clock) {
        this.issued = issued;
        this.verifier = verifier;
        this.tokens = tokens;
        this.clock = clock;
    }

    Granted check(String token) {
        AccessTokens.Issued opaque = issued.find(token);
        if (opaque != null) {
            refuseRevoked(opaque);
            Authorization authorization = opaque.authorization();
            return new Granted(authorization.sub(), opaque.scope(), authorization.thumbprint());
        }
        Map<String, Object> claims = verifier.verify(token);
        if (claims == null || !isCurrent(claims) || !isForUserInfo(claims)) {
            throw PresentedToken.invalid("access token is not valid here");
        }
        // A token that a test made for itself is not in the list of issued ones, and as good as they are.
        refuseRevoked(issued.find(String.valueOf(claims.get("jti"))));
        Set<String> scope = ScopePolicy.parse(String.valueOf(claims.getOrDefault("scope", "")));
        return new Granted(String.valueOf(claims.get("sub")), scope, PresentedToken.thumbprint(claims));
    }

    private boolean isCurrent(Map<String, Object> claims) {
        return claims.get("exp") instanceof Number exp && clock.instant().getEpochSecond() < exp.longValue();
    }

    private boolean isForUserInfo(Map<String, Object> claims) {
        Object audience = claims.get("aud");
        Collection<?> all = audience instanceof Collection<?> several ? several : List.of(String.valueOf(audience));
        return all.contains(tokens.userInfoAudience());
    }

    private static void refuseRevoked(AccessTokens.@Nullable Issued record) {
        if (record != null && record.authorization().isRevoked()) {
            throw PresentedToken.invalid("access token was revoked");
        }
    }
}
