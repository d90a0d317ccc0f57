package io.github.auth0jakarta.sample;

import io.github.auth0jakarta.TokenExchangeRequest;
import io.github.auth0jakarta.TokenExchangeService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Exchanges a token of another system, which the tenant knows by a profile, for one for this application's API. */
@Path("/services/exchange")
@RequestScoped
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class ExchangeResource {

    @Inject
    private TokenExchangeService exchanges;

    @Inject
    @ConfigProperty(name = "auth0.audience")
    private String audience;

    /**
     * What is exchanged.
     *
     * @param token of the other system
     */
    public record Request(String token) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Object> exchange(Request request) {
        return ShownToken.of(exchanges.exchange(TokenExchangeRequest.of(request.token(), "urn:example:legacy-token")
                .withAudience(audience)
                .withScopes(Set.of("read:orders"))));
    }
}
