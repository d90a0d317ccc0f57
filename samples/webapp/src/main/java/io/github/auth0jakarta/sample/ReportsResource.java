package io.github.auth0jakarta.sample;

import io.github.auth0jakarta.ActorChain;
import io.github.auth0jakarta.Auth0Session;
import io.github.auth0jakarta.RequiresActor;
import io.github.auth0jakarta.RequiresScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/** The API that is called on behalf of users; usually another application. It takes no calls of users themselves. */
@Path("/reports")
@RequestScoped
@RequiresScope("read:reports")
@RequiresActor
@Produces(MediaType.APPLICATION_JSON)
public class ReportsResource {
    static final String AUDIENCE = "https://reports.example.com";

    @Inject
    private Auth0Session session;

    @GET
    public Map<String, Object> report() {
        List<String> actors = ActorChain.of(session.claims()).actors().stream()
                .map(ActorChain.Actor::subject)
                .toList();
        return Map.of("report", "42 cups before noon", "user", session.subject().orElse(""), "actors", actors);
    }
}
