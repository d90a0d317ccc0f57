package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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
        Organization organization = organization(client, form.find("organization"));
        Set<String> scope = new TreeSet<>(requested.isEmpty() ? granted : requested);
        return issuer.issue(client, organization, api, scope, request.thumbprint());
    }

    private @Nullable Organization organization(Client client, @Nullable String idOrName) {
        if (idOrName == null) {
            return null;
        }
        Organization organization = directory.organization(idOrName);
        if (organization == null || !client.machineOrganizations().contains(organization.id())) {
            throw new OAuthException(OAuth2Error.ACCESS_DENIED, "Client is not authorized in organization " + idOrName);
        }
        return organization;
    }
}
