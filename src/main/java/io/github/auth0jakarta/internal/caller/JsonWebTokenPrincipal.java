package io.github.auth0jakarta.internal.caller;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * The principal that the container carries, for a server that has MicroProfile JWT (2.1).
 *
 * <p>{@code raw_token} is always there: Open Liberty's {@code logout()} fails without it.
 */
@SuppressWarnings("NullAway") // getClaim answers null, in an API that is not annotated
final class JsonWebTokenPrincipal extends Auth0Principal implements JsonWebToken {
    private static final long serialVersionUID = 1L;

    JsonWebTokenPrincipal(Caller caller) {
        super(caller);
    }

    @Override
    public Set<String> getClaimNames() {
        Set<String> names = new HashSet<>(caller().claims().keySet());
        names.add("raw_token");
        return names;
    }

    @Override
    public @Nullable Set<String> getAudience() {
        Object audience = caller().claims().get("aud");
        return audience == null ? null : audience(audience);
    }

    @Override
    public Set<String> getGroups() {
        return caller().groups();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the caller names the type, as the API wants it
    public <T> @Nullable T getClaim(String name) {
        Map<String, Object> claims = caller().claims();
        return (T)
                switch (name) {
                    case "raw_token" -> caller().token();
                    case "groups" -> getGroups();
                    case "aud" -> getAudience();
                    case "exp", "iat", "nbf", "auth_time", "updated_at" -> wholeSeconds(claims.get(name));
                    default -> claims.get(name);
                };
    }

    /** The API gives times as {@code Long}; in a token they may have fractions (RFC 7519, 2). */
    private static @Nullable Object wholeSeconds(@Nullable Object time) {
        return time instanceof BigDecimal seconds ? (Object) seconds.longValue() : time;
    }

    private static Set<String> audience(Object audience) {
        if (audience instanceof String one) {
            return Set.of(one);
        }
        Set<String> several = new HashSet<>();
        if (audience instanceof List<?> list) {
            list.forEach(element -> several.add(String.valueOf(element)));
        }
        return several;
    }
}
