package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.internal.dpop.DpopClient;
import io.github.auth0jakarta.internal.http.FormBody;
import java.net.URI;

/**
 * Makes the address that the browser is sent to for a login: with all parameters, or, where the request is pushed
 * (RFC 9126), with nothing but the reference to it.
 *
 * <p>Requests are pushed where the configuration or the provider asks for it. What cannot be pushed is not sent at all.
 */
public final class AuthorizationEndpoint {
    private final ClientRequests requests;
    private final PushedAuthorization pushed;
    private final boolean pushAlways;

    /**
     * @param pushAlways whether requests are pushed even where the provider does not ask for it
     */
    public AuthorizationEndpoint(ClientRequests requests, PushedAuthorization pushed, boolean pushAlways) {
        this.requests = requests;
        this.pushed = pushed;
        this.pushAlways = pushAlways;
    }

    /**
     * Returns the address for one login; each call pushes anew, so no {@code request_uri} is used twice.
     *
     * @param parameters of the authorization request, without {@code client_id} and {@code dpop_jkt}, which are added
     * @throws AuthorizationServerException {@code server.pushed_authorization_refused}, {@code server.metadata_invalid}
     *     where there is no address to push to, or what the metadata fails with
     * @throws io.github.auth0jakarta.TransportException where the provider does not answer
     */
    public String address(FormBody parameters) {
        ProviderMetadata provider = requests.provider();
        FormBody request = parameters.copy();
        DpopClient dpop = requests.dpop();
        if (dpop != null) {
            request.add("dpop_jkt", dpop.thumbprint());
        }
        FormBody query =
                new FormBody().add("client_id", requests.authentication().clientId());
        return pushAlways || provider.pushedAuthorizationRequired()
                ? with(provider.authorizationEndpoint(), query.add("request_uri", pushed.push(request)))
                : with(provider.authorizationEndpoint(), query.addAll(request));
    }

    private static String with(URI endpoint, FormBody query) {
        return endpoint + (endpoint.getRawQuery() == null ? "?" : "&") + query.encoded();
    }
}
