package io.github.auth0jakarta.spi;

import java.time.Instant;

/**
 * Remembers which sessions have ended before their time, so that a sealed cookie of one is worth nothing any more.
 *
 * <p>The default keeps them in the memory of the process. An application that runs on several nodes with sessions in
 * cookies offers a bean that shares them. Implementations are called by many threads at once, on each request with a session;
 * they throw any {@code RuntimeException} where they cannot answer, and the request then gets 503.
 */
public interface RevocationStore {

    /**
     * Remembers that sessions have ended.
     *
     * @param key names them: a digest, that of one session or of all sessions of a caller
     * @param notIssuedAfter sessions whose login's ID token was issued later live on
     * @param until when none of them can be alive any more
     */
    void revoke(String key, Instant notIssuedAfter, Instant until);

    /**
     * Returns whether a session has ended.
     *
     * @param key one of those that name it
     * @param issuedAt when its login's ID token was issued
     */
    boolean isRevoked(String key, Instant issuedAt);

    /**
     * Remembers something that works once.
     *
     * @param key names it: a digest
     * @param until when it would be refused anyway
     * @return whether it was new
     */
    boolean addIfAbsent(String key, Instant until);
}
