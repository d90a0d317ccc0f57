package io.github.auth0jakarta.spi;

import java.time.Instant;

/**
 * Remembers what works once: the proofs that came with access tokens (RFC 9449, 11.1).
 *
 * <p>The default keeps them in the memory of the process. An application that runs on several nodes offers a bean that shares
 * them. Implementations are called by many threads at once, for each request with a proof; they throw any
 * {@code RuntimeException} where they cannot answer or are full, and the request then gets 503: what cannot be remembered is
 * not accepted.
 */
public interface ReplayStore {

    /**
     * Remembers a proof.
     *
     * @param key names it: the SHA-256 digest of whatever makes it unique, 32 bytes, not to be changed
     * @param until when it would be refused anyway
     * @return whether it was new
     */
    boolean addIfAbsent(byte[] key, Instant until);
}
