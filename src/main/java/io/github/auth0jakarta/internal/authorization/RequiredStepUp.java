package io.github.auth0jakarta.internal.authorization;

import io.github.auth0jakarta.AccessDeniedException;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.RequiresStepUp;
import io.github.auth0jakarta.internal.caller.AuthenticationContext;
import io.github.auth0jakarta.internal.caller.Caller;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A login in one of these ways, and not longer ago than this (RFC 9470).
 *
 * @param acrValues the authentication context classes that will do, empty for any
 * @param maxAge null for any time
 */
record RequiredStepUp(List<String> acrValues, @Nullable Duration maxAge) implements Requirement {

    RequiredStepUp {
        if (acrValues.isEmpty() && maxAge == null) {
            throw new IllegalArgumentException("@RequiresStepUp names neither acr nor maxAge");
        }
        if (maxAge != null && maxAge.isZero()) {
            throw new IllegalArgumentException("@RequiresStepUp with a maxAge of 0 can never be met");
        }
    }

    static RequiredStepUp of(RequiresStepUp annotation) {
        return new RequiredStepUp(
                List.copyOf(ListedValues.values(annotation.acr())),
                annotation.maxAge() < 0 ? null : Duration.ofSeconds(annotation.maxAge()));
    }

    @Override
    public void check(Caller caller, Instant now) {
        if (!isMet(caller.claims(), now)) {
            throw new AccessDeniedException(
                    Auth0ErrorCode.AUTHORIZATION_STEP_UP_REQUIRED,
                    "the login is not strong or not recent enough",
                    Set.of(),
                    acrValues,
                    maxAge);
        }
    }

    private boolean isMet(Map<String, Object> claims, Instant now) {
        boolean strong = acrValues.isEmpty() || AuthenticationContext.isOneOf(acrValues, claims);
        return strong && (maxAge == null || isRecent(claims.get("auth_time"), now, maxAge));
    }

    /** No clock skew: whoever names a time means it. */
    private static boolean isRecent(@Nullable Object authTime, Instant now, Duration maxAge) {
        long earliest = now.getEpochSecond() - maxAge.toSeconds();
        if (authTime instanceof Long seconds) {
            return seconds >= earliest;
        }
        return authTime instanceof BigDecimal seconds && seconds.compareTo(BigDecimal.valueOf(earliest)) >= 0;
    }
}
