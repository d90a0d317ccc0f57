package io.github.auth0jakarta.sample.agent.assistant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Stream;

/** Answers the questions of the page. */
@Path("/answers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AnswersResource {

    @Inject
    private Assistant assistant;

    @POST
    @Path("{question}")
    @RolesAllowed("**")
    public Conversation ask(@PathParam("question") String id) {
        return Stream.of(Question.values())
                .filter(question -> question.getId().equals(id))
                .findFirst()
                .map(assistant::answer)
                .orElseThrow(NotFoundException::new);
    }
}
