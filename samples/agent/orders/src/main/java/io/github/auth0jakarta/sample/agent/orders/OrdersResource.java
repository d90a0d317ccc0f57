package io.github.auth0jakarta.sample.agent.orders;

import io.github.auth0jakarta.Auth0Session;
import io.github.auth0jakarta.RequiresScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;

/** The orders of the user whom the access token names, whoever brings it. */
@Path("/orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OrdersResource {
    private static final Set<String> MENU = Set.of("Flat white", "Cold brew", "Almond croissant");

    @Inject
    private Auth0Session session;

    @Inject
    private OrderBook book;

    /**
     * An answer, and for whom it was given.
     *
     * @param orders what was asked for
     * @param seen the caller
     */
    public record Answer(List<Order> orders, Sight seen) {}

    @GET
    @RequiresScope("read:orders")
    public Answer list() {
        return new Answer(book.of(user()), Sight.of(session));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresScope("write:orders")
    public Answer add(NewOrder order) {
        if (!MENU.contains(order.item())) {
            throw new BadRequestException("not on the menu");
        }
        return new Answer(List.of(book.add(user(), order.item())), Sight.of(session));
    }

    private String user() {
        return session.subject().orElseThrow();
    }
}
