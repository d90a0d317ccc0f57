package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;

/** The codes in flight; a code that comes a second time revokes what the first one brought (RFC 6749 section 4.1.2). */
final class AuthorizationCodes {

    /** How long a used or expired code is remembered, so that its reuse is noticed. */
    private static final Duration MEMORY = Duration.ofMinutes(10);

    /** What a code stands for. */
    record Grant(Authorization authorization, String redirectUri, AuthorizationRequest.Binding binding) {}

    private record Issued(Grant grant, Instant expiresAt, AtomicBoolean used) {}

    private final Expiring<Issued> codes;
    private final Randomness randomness;
    private final InstantSource clock;
    private final TenantSettings settings;

    AuthorizationCodes(Randomness randomness, InstantSource clock, TenantSettings settings) {
        this.codes = new Expiring<>(clock);
        this.randomness = randomness;
        this.clock = clock;
        this.settings = settings;
    }

    String issue(Grant grant) {
        String code = randomness.token();
        Instant expiresAt = clock.instant().plus(settings.codeLifetime());
        codes.put(
                code,
                new Issued(grant, expiresAt, new AtomicBoolean()),
                settings.codeLifetime().plus(MEMORY));
        return code;
    }

    /** Uses up a code, whatever comes of it. */
    Grant redeem(String code) {
        Issued issued = codes.find(code);
        if (issued == null) {
            throw invalid("unknown authorization code");
        }
        if (issued.used().getAndSet(true)) {
            issued.grant().authorization().revoke();
            throw invalid("authorization code was used before");
        }
        if (!clock.instant().isBefore(issued.expiresAt())) {
            throw invalid("authorization code has expired");
        }
        return issued.grant();
    }

    private static OAuthException invalid(String description) {
        return new OAuthException(OAuth2Error.INVALID_GRANT, description);
    }
}
