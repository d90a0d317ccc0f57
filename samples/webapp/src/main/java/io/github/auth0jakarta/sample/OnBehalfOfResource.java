package io.github.auth0jakarta.sample;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.TokenExchangeService;
import io.github.auth0jakarta.TokenSet;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Calls the reports API on behalf of the user: with a token that says that the user is meant and this application calls. */
@Path("/services/on-behalf-of")
@RequestScoped
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class OnBehalfOfResource {

    @Inject
    private TokenExchangeService exchanges;

    @Inject
    @ConfigProperty(name = "auth0.app-base-url")
    private String url;

    @POST
    public Map<String, Object> call() {
        TokenSet tokens = exchanges.onBehalfOf(ReportsResource.AUDIENCE, Set.of("read:reports"));
        return Map.of("token", ShownToken.of(tokens), "reports", reports(tokens.accessToken()));
    }

    private Map<String, Object> reports(AccessToken token) {
        try (Client client = ClientBuilder.newClient();
                Response answer = client.target(url + "/api/reports")
                        .request(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token.value())
                        .get()) {
            return Map.of("status", answer.getStatus(), "body", answer.readEntity(String.class));
        }
    }
}
