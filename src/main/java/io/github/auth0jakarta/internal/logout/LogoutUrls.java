package io.github.auth0jakarta.internal.logout;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.LogoutRequest;
import io.github.auth0jakarta.RequestException;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.config.Auth0Config.Logout.Strategy;
import io.github.auth0jakarta.internal.config.Origins;
import io.github.auth0jakarta.internal.oauth.LogoutAddress;
import io.github.auth0jakarta.internal.oauth.ProviderMetadataSource;
import java.net.URI;

/** Where browsers end the provider's session, for applications that keep their own. */
public final class LogoutUrls {
    private final Auth0Config.Redirects config;
    private final boolean insecureAllowed;
    private final LogoutAddress address;
    private final ProviderMetadataSource metadata;

    /**
     * @param insecureAllowed whether browsers may come back to http, on the loopback interface
     */
    public LogoutUrls(
            Auth0Config.Redirects config,
            boolean insecureAllowed,
            LogoutAddress address,
            ProviderMetadataSource metadata) {
        this.config = config;
        this.insecureAllowed = insecureAllowed;
        this.address = address;
        this.metadata = metadata;
    }

    /**
     * Returns the address for one logout.
     *
     * @throws RequestException {@code client.request_invalid}
     * @throws AuthorizationServerException {@code server.metadata_invalid}, or what the metadata fails with
     */
    public URI address(LogoutRequest request) {
        LogoutAddress.Wish wish = wish(request);
        if (config.logoutStrategy() == Strategy.V2) {
            return URI.create(address.v2(wish));
        }
        URI endpoint = metadata.get().endSessionEndpoint();
        if (endpoint != null) {
            return URI.create(address.rpInitiated(endpoint, wish));
        }
        if (config.logoutStrategy() == Strategy.OIDC) {
            throw new AuthorizationServerException(
                    Auth0ErrorCode.SERVER_METADATA_INVALID, "metadata: end_session_endpoint is missing", 200, null);
        }
        return URI.create(address.v2(wish));
    }

    private LogoutAddress.Wish wish(LogoutRequest request) {
        URI returnTo = request.returnTo();
        String fault = Origins.fault(returnTo, insecureAllowed);
        if (fault == null
                && (returnTo.getHost() == null
                        || returnTo.getRawUserInfo() != null
                        || returnTo.getRawFragment() != null)) {
            fault = "has more or less than scheme, host, port, path and query";
        }
        if (fault != null) {
            throw new RequestException(Auth0ErrorCode.CLIENT_REQUEST_INVALID, "the address to return to " + fault);
        }
        return new LogoutAddress.Wish(
                returnTo.toString(),
                request.state().orElse(null),
                request.idTokenHint().orElse(null),
                request.logoutHint().orElse(null),
                request.federated().orElse(config.federated()));
    }
}
