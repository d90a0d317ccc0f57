package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@code client_credentials}: an access token of the client for itself, for an audience that it was granted. */
final class ClientCredentialsGrant implements Grant {

    private final Directory directory;
    private final TokenIssuer issuer;

    ClientCredentialsGrant(Directory directory, TokenIssuer issuer) {
        this.directory = directory;
        this.issuer = issuer;
    }

    @Override
    public String type() {
        return "client_credentials";
    }

    @Override
    public Map<String, Object> handle(TokenRequest request) {
        Client client = request.client();
        Parameters form = request.form();
        String audience = form.require("audience");
        Api api = directory.api(audience);
        if (api == null) {
            throw new OAuthException(OAuth2Error.ACCESS_DENIED, "Service not found: " + audience);
        }
        Set<String> granted = client.machineGrants().get(audience);
        if (granted == null) {
            throw new OAuthException(OAuth2Error.ACCESS_DENIED, "Client is not authorized to access " + audience);
        }
        Set<String> requested = ScopePolicy.parse(form.find("scope"));
        if (!granted.containsAll(requested)) {
            throw new OAuthException(OAuth2Error.ACCESS_DENIED, "Client has not been granted scopes: " + requested);
        }
        return issuer.issue(
                client, api, new TreeSet<>(requested.isEmpty() ? granted : requested), request.thumbprint());
    }
}
