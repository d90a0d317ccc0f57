package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.MfaRequirements;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The provider's answer that a token needs a second factor first ({@code mfa_required}, Auth0).
 *
 * @param status the HTTP status of the answer
 * @param token the {@code mfa_token}, by which the factor is shown; empty where the provider sent none
 * @param requirements which factors will do
 */
public record SecondFactorDemand(int status, String token, MfaRequirements requirements) {
    private static final String ERROR = "mfa_required";

    /** Returns what an answer demands, null where it is another one. */
    static @Nullable SecondFactorDemand of(int status, @Nullable Map<String, @Nullable Object> members) {
        if (members == null || status == 200 || !ERROR.equals(members.get("error"))) {
            return null;
        }
        Map<?, ?> requirements = members.get("mfa_requirements") instanceof Map<?, ?> object ? object : Map.of();
        return new SecondFactorDemand(
                status,
                members.get("mfa_token") instanceof String text ? text : "",
                new MfaRequirements(types(requirements.get("challenge")), types(requirements.get("enroll"))));
    }

    private static Set<String> types(@Nullable Object factors) {
        return factors instanceof List<?> list
                ? list.stream()
                        .map(factor -> factor instanceof Map<?, ?> object ? object.get("type") : null)
                        .filter(String.class::isInstance)
                        .map(Objects::toString)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** Says everything but the token. */
    @Override
    public String toString() {
        return "SecondFactorDemand[status=" + status + ", requirements=" + requirements + "]";
    }
}
