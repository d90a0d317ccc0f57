package io.github.auth0jakarta.internal.logout;

import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.config.Auth0Config.Logout.Strategy;
import io.github.auth0jakarta.internal.http.FormBody;
import io.github.auth0jakarta.internal.oauth.ProviderMetadataSource;
import io.github.auth0jakarta.internal.session.SessionData;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where the browser is sent to end the session at the provider. */
final class LogoutAddress {
    private static final Logger LOGGER = System.getLogger(LogoutAddress.class.getName());

    private final Auth0Config.Provider provider;
    private final Auth0Config.Login login;
    private final ProviderMetadataSource metadata;

    LogoutAddress(Auth0Config.Provider provider, Auth0Config.Login login, ProviderMetadataSource metadata) {
        this.provider = provider;
        this.login = login;
        this.metadata = metadata;
    }

    /**
     * Returns the address.
     *
     * @param session the session that has just ended, null where there was none
     * @param afterwards where the provider sends the browser in the end
     */
    String of(@Nullable SessionData session, String afterwards) {
        if (login.logout().strategy() == Strategy.V2) {
            return v2(afterwards);
        }
        try {
            URI endpoint = metadata.get().endSessionEndpoint();
            if (endpoint != null) {
                return rpInitiated(endpoint, session, afterwards);
            }
            LOGGER.log(Level.WARNING, "The provider has no end_session_endpoint");
            return login.logout().strategy() == Strategy.AUTO ? v2(afterwards) : afterwards;
        } catch (Auth0Exception e) {
            // The session here has ended; a provider that is down must not keep the browser from hearing so.
            LOGGER.log(Level.WARNING, "The session at the provider lives on: {0}", e.getMessage());
            return afterwards;
        }
    }

    /** RP-Initiated Logout 1.0, 2. */
    private String rpInitiated(URI endpoint, @Nullable SessionData session, String afterwards) {
        FormBody parameters =
                new FormBody().add("client_id", login.clientId()).add("post_logout_redirect_uri", afterwards);
        if (session != null) {
            parameters
                    .add("id_token_hint", login.logout().idTokenHint() ? session.idToken() : null)
                    .add("logout_hint", session.sid());
        }
        return address(endpoint.toString(), parameters);
    }

    private String v2(String afterwards) {
        FormBody parameters = new FormBody().add("client_id", login.clientId()).add("returnTo", afterwards);
        return address(URI.create(provider.issuer()).resolve("/v2/logout").toString(), parameters);
    }

    private String address(String endpoint, FormBody parameters) {
        if (login.logout().federated()) {
            parameters.add("federated", "");
        }
        return endpoint + (endpoint.contains("?") ? "&" : "?") + parameters.encoded();
    }
}
