package io.github.auth0jakarta;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which access token the application wants for itself; immutable. */
public final class ClientCredentialsRequest {
    private final String audience;
    private final Set<String> scopes;
    private final @Nullable String organization;

    private ClientCredentialsRequest(String audience, Set<String> scopes, @Nullable String organization) {
        this.audience = audience;
        this.scopes = Set.copyOf(scopes);
        this.organization = organization;
    }

    /** Returns a request for a token for an API, with the scopes that the provider gives by itself. */
    public static ClientCredentialsRequest of(String audience) {
        return new ClientCredentialsRequest(audience, Set.of(), null);
    }

    /** Returns a request for these scopes. */
    public ClientCredentialsRequest withScopes(Set<String> wanted) {
        return new ClientCredentialsRequest(audience, wanted, organization);
    }

    /** Returns a request for a token of this organization, an id ({@code org_...}) or a name (Auth0). */
    public ClientCredentialsRequest withOrganization(String idOrName) {
        return new ClientCredentialsRequest(audience, scopes, idOrName);
    }

    /** Returns the API. */
    public String audience() {
        return audience;
    }

    /** Returns what is asked for; empty for what the provider gives by itself. */
    public Set<String> scopes() {
        return scopes;
    }

    /** Returns whose token it is to be; empty for that of the application alone. */
    public Optional<String> organization() {
        return Optional.ofNullable(organization);
    }

    @Override
    public String toString() {
        return "ClientCredentialsRequest[audience=" + audience + ", scopes=" + scopes + ", organization=" + organization
                + "]";
    }
}
