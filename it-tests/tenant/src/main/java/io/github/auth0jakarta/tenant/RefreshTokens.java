package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The refresh tokens; one that comes again after its rotation revokes the whole family. */
final class RefreshTokens {

    /** One refresh token; the family is the authorization. */
    private static final class Issued {
        private final Authorization authorization;
        private @Nullable Instant rotatedAt;

        Issued(Authorization authorization) {
            this.authorization = authorization;
        }
    }

    private final Expiring<Issued> tokens;
    private final Randomness randomness;
    private final InstantSource clock;
    private final TenantSettings settings;

    RefreshTokens(Randomness randomness, InstantSource clock, TenantSettings settings) {
        this.tokens = new Expiring<>(clock);
        this.randomness = randomness;
        this.clock = clock;
        this.settings = settings;
    }

    String issue(Authorization authorization) {
        String token = "v1." + randomness.token();
        tokens.put(token, new Issued(authorization), settings.refreshTokenLifetime());
        return token;
    }

    /** Returns what the token stands for without using it, or null. */
    @Nullable
    Authorization find(String token) {
        Issued issued = tokens.find(token);
        return issued == null ? null : issued.authorization;
    }

    /** Returns what the token stands for without using it, and refuses one of another client. */
    Authorization peek(String token, Client client) {
        return require(token, client).authorization;
    }

    /** Uses the token up when the client rotates, and refuses one that was used up before. */
    synchronized void use(String token, Client client) {
        requireCurrent(token, client);
        Issued issued = require(token, client);
        if (client.rotatesRefreshTokens() && issued.rotatedAt == null) {
            issued.rotatedAt = clock.instant();
        }
    }

    /** Returns what the token stands for without using it up; one that was used up before revokes all, as when it is used. */
    synchronized Authorization requireCurrent(String token, Client client) {
        Issued issued = require(token, client);
        if (isReused(issued, client)) {
            issued.authorization.revoke();
        }
        if (issued.authorization.isRevoked()) {
            throw invalid();
        }
        return issued.authorization;
    }

    private Issued require(String token, Client client) {
        Issued issued = tokens.find(token);
        if (issued == null || !issued.authorization.clientId().equals(client.id())) {
            throw invalid();
        }
        return issued;
    }

    private boolean isReused(Issued issued, Client client) {
        Instant rotatedAt = issued.rotatedAt;
        return rotatedAt != null && !clock.instant().isBefore(rotatedAt.plus(client.refreshTokenOverlap()));
    }

    /** One text for every reason, as Auth0 has it. */
    private static OAuthException invalid() {
        return new OAuthException(OAuth2Error.INVALID_GRANT, "Unknown or invalid refresh token.");
    }
}
