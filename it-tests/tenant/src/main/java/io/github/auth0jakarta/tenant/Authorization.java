package io.github.auth0jakarta.tenant;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one login allowed one client to do; every code and token that follows from it dies with it. */
final class Authorization {

    private final String clientId;
    private final String sub;
    private final String sid;
    private final Instant authTime;
    private final @Nullable String audience;
    private final Set<String> scope;
    private volatile boolean revoked;

    Authorization(Client client, SsoSession session, @Nullable String audience, Set<String> scope) {
        this.clientId = client.id();
        this.sub = session.sub();
        this.sid = session.sid();
        this.authTime = session.authTime();
        this.audience = audience;
        this.scope = scope;
    }

    String clientId() {
        return clientId;
    }

    String sub() {
        return sub;
    }

    String sid() {
        return sid;
    }

    Instant authTime() {
        return authTime;
    }

    /** The audience asked for at login, null for userinfo only. */
    @Nullable
    String audience() {
        return audience;
    }

    Set<String> scope() {
        return scope;
    }

    boolean isRevoked() {
        return revoked;
    }

    void revoke() {
        revoked = true;
    }
}
