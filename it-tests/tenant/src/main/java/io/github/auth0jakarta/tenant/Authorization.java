package io.github.auth0jakarta.tenant;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one login allowed one client to do; every code and token that follows from it dies with it. */
final class Authorization {

    /**
     * How far it goes.
     *
     * @param audience the audience asked for at login, null for userinfo only
     * @param organization the id of the organisation logged in to, or null
     */
    record Extent(
            @Nullable String audience,
            Set<String> scope,
            @Nullable String organization,
            List<Object> details) {}

    private final String clientId;
    private volatile SsoSession session;
    private final Extent extent;
    private volatile @Nullable String thumbprint;
    private volatile boolean revoked;

    Authorization(Client client, SsoSession session, Extent extent) {
        this.clientId = client.id();
        this.session = session;
        this.extent = extent;
    }

    String clientId() {
        return clientId;
    }

    String sub() {
        return session.sub();
    }

    /** The login that it came from, as it was then or has been stepped up since. */
    SsoSession session() {
        return session;
    }

    /** Remembers that the user has shown a second factor since. */
    void stepUp() {
        session = session.steppedUp();
    }

    Extent extent() {
        return extent;
    }

    Set<String> scope() {
        return extent.scope();
    }

    /** The key that its tokens are bound to (RFC 9449), null for bearer tokens. */
    @Nullable
    String thumbprint() {
        return thumbprint;
    }

    /** Binds all tokens to come to a key. */
    void bind(@Nullable String provenThumbprint) {
        thumbprint = provenThumbprint;
    }

    boolean isRevoked() {
        return revoked;
    }

    void revoke() {
        revoked = true;
    }
}
