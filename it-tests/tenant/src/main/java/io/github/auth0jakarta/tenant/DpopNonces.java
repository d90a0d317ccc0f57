package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The nonces that DPoP proofs have to carry where the settings ask for them (RFC 9449 section 8). */
final class DpopNonces {

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final Expiring<Boolean> unused;
    private final Randomness randomness;
    private final TenantSettings settings;
    private volatile String current;

    DpopNonces(Randomness randomness, InstantSource clock, TenantSettings settings) {
        this.unused = new Expiring<>(clock);
        this.randomness = randomness;
        this.settings = settings;
        this.current = randomness.id();
    }

    /** Refuses a proof that lacks the nonce that is asked for. */
    void check(@Nullable String nonce) {
        boolean accepted = switch (settings.dpopNonces()) {
            case NONE -> true;
            case REUSABLE -> current.equals(nonce);
            case SINGLE_USE -> unused.take(nonce) != null;
        };
        if (!accepted) {
            throw new OAuthException(OAuth2Error.USE_DPOP_NONCE, "proof has no nonce that is good now");
        }
    }

    /** Returns a nonce for the next proof, or null where none is asked for. */
    @Nullable
    String next() {
        return switch (settings.dpopNonces()) {
            case NONE -> null;
            case REUSABLE -> current;
            case SINGLE_USE -> {
                String fresh = randomness.id();
                unused.put(fresh, true, LIFETIME);
                yield fresh;
            }
        };
    }

    /** Has every reusable nonce that was given out refused from now on. */
    void rotate() {
        current = randomness.id();
    }
}
