package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The token requests that wait for a second factor, each by its {@code mfa_token}. */
final class SecondFactorDemands {

    static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final List<String> OFFERED = List.of("otp", "phone", "email", "push-notification");

    private final Expiring<Pending> pending;
    private final SecondFactors factors;
    private final Randomness randomness;
    private final TenantSettings settings;

    /**
     * A token request that waits.
     *
     * @param shown the types that were shown for it already
     * @param completion issues what was asked for
     */
    record Pending(
            String clientId,
            String sub,
            @Nullable String audience,
            Set<String> shown,
            Supplier<Map<String, Object>> completion) {}

    SecondFactorDemands(SecondFactors factors, Randomness randomness, InstantSource clock, TenantSettings settings) {
        this.pending = new Expiring<>(clock);
        this.factors = factors;
        this.randomness = randomness;
        this.settings = settings;
    }

    /** Returns whether these are among what is given only with a second factor. */
    boolean isWanted(@Nullable String audience, Set<String> scopes) {
        Set<String> guarded = settings.secondFactorFor();
        return (audience != null && guarded.contains(audience))
                || scopes.stream().anyMatch(guarded::contains);
    }

    /** Returns the refusal of a request that waits from now on. */
    OAuthException demand(Pending request) {
        String token = "Fe26.2*" + randomness.token();
        pending.put(token, request, LIFETIME);
        List<String> owned = factors.confirmed(request.sub()).stream()
                .map(factor -> factor.kind.type)
                .distinct()
                .filter(type -> !request.shown().contains(type))
                .toList();
        return owned.isEmpty()
                ? new SecondFactorRequired(token, "enroll", OFFERED)
                : new SecondFactorRequired(token, "challenge", owned);
    }

    Pending require(@Nullable String token) {
        Pending request = pending.find(token);
        if (request == null) {
            throw new OAuthException(new ErrorObject("expired_token", null, 401), "mfa_token is expired");
        }
        return request;
    }

    /** Completes a request after a factor of this type, unless a further one is wanted. */
    Map<String, Object> shown(String token, String type) {
        Pending request = pending.take(token);
        if (request == null) {
            throw new OAuthException(OAuth2Error.INVALID_GRANT, "mfa_token was used");
        }
        Set<String> shown =
                Stream.concat(request.shown().stream(), Stream.of(type)).collect(Collectors.toSet());
        if (shown.size() < settings.secondFactors()) {
            throw demand(
                    new Pending(request.clientId(), request.sub(), request.audience(), shown, request.completion()));
        }
        return request.completion().get();
    }
}
