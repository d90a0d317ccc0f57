package io.github.auth0jakarta.internal.dpop;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.TransportException;
import io.github.auth0jakarta.internal.jose.Sha256;
import io.github.auth0jakarta.spi.ReplayStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Lets each proof pass once (RFC 9449, 11.1): a {@code jti} of a key, whatever the request.
 *
 * <p>RFC 9449 allows the same {@code jti} at another address. That would need the address in the entry, and no client makes
 * use of it.
 */
final class UsedProofs {
    private final Supplier<ReplayStore> store;

    /**
     * @param store the application's or the default, looked up when needed
     */
    UsedProofs(Supplier<ReplayStore> store) {
        this.store = store;
    }

    /**
     * Remembers a proof that has been accepted otherwise.
     *
     * @param until when it would be refused anyway
     * @throws TokenValidationException {@code dpop.replayed}
     * @throws Auth0Exception where the store does not answer or is full, so that nobody knows
     */
    void use(String thumbprint, String jti, Instant until) {
        // A thumbprint has no line break, so no two pairs make one text.
        byte[] key = Sha256.hash((thumbprint + "\n" + jti).getBytes(StandardCharsets.UTF_8));
        if (!isNew(key, until)) {
            throw new TokenValidationException(Auth0ErrorCode.DPOP_REPLAYED, "the proof was received before");
        }
    }

    private boolean isNew(byte[] key, Instant until) {
        try {
            return store.get().addIfAbsent(key, until);
        } catch (Auth0Exception e) {
            throw e;
        } catch (RuntimeException e) {
            throw new TransportException(
                    Auth0ErrorCode.DPOP_REPLAY_STORE_UNAVAILABLE,
                    "the replay store threw " + e.getClass().getName(),
                    e);
        }
    }
}
