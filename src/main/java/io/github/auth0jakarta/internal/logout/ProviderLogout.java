package io.github.auth0jakarta.internal.logout;

import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.config.Auth0Config.Logout.Strategy;
import io.github.auth0jakarta.internal.oauth.LogoutAddress;
import io.github.auth0jakarta.internal.oauth.ProviderMetadata;
import io.github.auth0jakarta.internal.oauth.ProviderMetadataSource;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.session.SessionData;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The provider's part of a logout: its refresh token is revoked, and the browser goes there to end its session. */
public final class ProviderLogout {
    private static final Logger LOGGER = System.getLogger(ProviderLogout.class.getName());

    private final LogoutAddress address;
    private final Auth0Config.Logout config;
    private final TokenEndpoint tokenEndpoint;
    private final ProviderMetadataSource metadata;

    public ProviderLogout(
            Auth0Config.Provider provider,
            Auth0Config.Login login,
            TokenEndpoint tokenEndpoint,
            ProviderMetadataSource metadata) {
        this.address = new LogoutAddress(provider.issuer(), login.client().id());
        this.config = login.logout();
        this.tokenEndpoint = tokenEndpoint;
        this.metadata = metadata;
    }

    /**
     * Where the browser goes after the provider.
     *
     * @param address as it is registered
     * @param state by which this browser is recognized there, null where it need not be
     */
    record Return(String address, @Nullable String state) {}

    /**
     * Revokes the refresh token of a session that has just ended, as configured. A logout does not fail because of it.
     *
     * @param session null where there was none
     */
    public void revoke(@Nullable SessionData session) {
        String refreshToken = refreshToken(session);
        if (refreshToken == null) {
            return;
        }
        try {
            tokenEndpoint.revokeRefreshToken(refreshToken);
        } catch (Auth0Exception e) {
            LOGGER.log(Level.WARNING, "The refresh token of an ended session was not revoked: {0}", e.getMessage());
        }
    }

    private @Nullable String refreshToken(@Nullable SessionData session) {
        return session == null || !config.revokeRefreshToken() ? null : session.refreshToken();
    }

    /**
     * Revokes the refresh token, and returns where the browser ends the session at the provider.
     *
     * <p>Nothing is asked of a provider whose metadata cannot be had, so one that is down costs one time-out and not two.
     *
     * @param session the session that has just ended, null where there was none
     * @return null where it cannot be ended there
     */
    @Nullable
    String end(@Nullable SessionData session, Return back, boolean federated) {
        boolean v2 = config.strategy() == Strategy.V2;
        LogoutAddress.Wish wish = wish(session, back, federated);
        if (v2 && refreshToken(session) == null) {
            return address.v2(wish);
        }
        URI endpoint;
        try {
            ProviderMetadata found = metadata.get();
            endpoint = found.endSessionEndpoint();
        } catch (Auth0Exception e) {
            // The session here has ended; a provider that is down must not keep the browser from hearing so.
            LOGGER.log(
                    Level.WARNING, "A session ended here only, its refresh token is not revoked: {0}", e.getMessage());
            return v2 ? address.v2(wish) : null;
        }
        revoke(session);
        if (v2) {
            return address.v2(wish);
        }
        return endpoint == null ? withoutEndpoint(wish) : address.rpInitiated(endpoint, wish);
    }

    private @Nullable String withoutEndpoint(LogoutAddress.Wish wish) {
        LOGGER.log(Level.WARNING, "The provider has no end_session_endpoint");
        return config.strategy() == Strategy.AUTO ? address.v2(wish) : null;
    }

    private LogoutAddress.Wish wish(@Nullable SessionData session, Return back, boolean federated) {
        return new LogoutAddress.Wish(
                back.address(),
                back.state(),
                session != null && config.idTokenHint() ? session.idToken() : null,
                session == null ? null : session.sid(),
                federated);
    }
}
