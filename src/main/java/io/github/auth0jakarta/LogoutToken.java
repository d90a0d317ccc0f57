package io.github.auth0jakarta;

import java.time.Instant;
import java.util.Optional;

/**
 * A logout token that passed every rule of OpenID Connect Back-Channel Logout 1.0, 2.6, but for those about its earlier use:
 * whoever must not take it twice remembers the {@code id} until it is refused for its age.
 *
 * @param id the {@code jti}
 * @param subject whose sessions end; empty where only {@code sid} says which
 * @param sid the provider's id of the session that ends; empty for all sessions of the subject
 * @param issuedAt sessions that began later live on
 * @param refusedFrom from when on the token is refused for its age
 */
public record LogoutToken(
        String id, Optional<String> subject, Optional<String> sid, Instant issuedAt, Instant refusedFrom) {}
