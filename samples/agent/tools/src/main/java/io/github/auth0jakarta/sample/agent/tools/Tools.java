package io.github.auth0jakarta.sample.agent.tools;

import io.github.auth0jakarta.ActorChain;
import io.github.auth0jakarta.Auth0Session;
import io.github.auth0jakarta.RequiresScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;

/** What the tools do; each works for the user whom the current request's token names. */
@ApplicationScoped
public class Tools {

    @Inject
    private Auth0Session session;

    @Inject
    private OrdersClient orders;

    public JsonObject whoami() {
        JsonArrayBuilder actors = Json.createArrayBuilder();
        ActorChain.of(session.claims()).actors().forEach(actor -> actors.add(actor.subject()));
        return Json.createObjectBuilder()
                .add("sub", session.subject().orElse(""))
                .add("actors", actors)
                .add("scope", String.valueOf(session.claims().get("scope")))
                .build();
    }

    public JsonObject listOrders() {
        return orders.list();
    }

    /** Needs more than the other tools: a token without the scope is answered 403 with a challenge that names it. */
    @RequiresScope("place:orders")
    public JsonObject placeOrder(String item) {
        return orders.add(item);
    }
}
