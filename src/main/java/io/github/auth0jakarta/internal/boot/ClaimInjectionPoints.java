package io.github.auth0jakarta.internal.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ConversationScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.Claims;
import org.jspecify.annotations.Nullable;

/** What MicroProfile JWT 2.1 forbids of injection points with {@code @Claim}: it would show at run time only. */
final class ClaimInjectionPoints {
    private static final Set<Class<?>> LONGER_THAN_A_REQUEST =
            Set.of(ApplicationScoped.class, SessionScoped.class, ConversationScoped.class, Singleton.class);
    private static final Set<Class<?>> LASTING = Set.of(ClaimValue.class, Provider.class, Instance.class);

    private ClaimInjectionPoints() {}

    /** Returns what is wrong with an injection point; null where it is none of a claim, or right. */
    static @Nullable String fault(InjectionPoint point) {
        Claim claim = ClaimOfCaller.claim(point).orElse(null);
        if (claim == null) {
            return null;
        }
        boolean named = !claim.value().isEmpty();
        boolean standard = claim.standard() != Claims.UNKNOWN;
        if (named && standard && !claim.value().equals(claim.standard().name())) {
            return point.getMember() + " names two claims";
        }
        if (!named && !standard) {
            return point.getMember() + " names no claim";
        }
        return outlives(point)
                ? point.getMember()
                        + " would keep the claim of one caller for others: use ClaimValue, Provider or Instance"
                : null;
    }

    private static boolean outlives(InjectionPoint point) {
        Bean<?> bean = point.getBean();
        Type type = point.getType();
        Type wrapper = type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type;
        return bean != null && LONGER_THAN_A_REQUEST.contains(bean.getScope()) && !LASTING.contains(wrapper);
    }
}
