package io.github.auth0jakarta.sample.agent.tools;

import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.client.AccessTokenFor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Calls the orders API on behalf of the user: the filter exchanges the token of the current request for one for that API, with
 * no more scopes than a call needs (RFC 8693).
 */
@ApplicationScoped
public class OrdersClient {
    private static final String AUDIENCE = "https://orders.example.com";

    private final Client reader = ClientBuilder.newClient().register(new AccessTokenFor(AUDIENCE, "read:orders"));
    private final Client writer = ClientBuilder.newClient().register(new AccessTokenFor(AUDIENCE, "write:orders"));

    @Inject
    @ConfigProperty(name = "orders.url")
    private String url;

    /** Returns the user's orders and whom the API saw, or a problem. */
    public JsonObject list() {
        return send(reader, Invocation.Builder::get);
    }

    /** Orders something; returns what {@link #list} does. */
    public JsonObject add(String item) {
        JsonObject order = Json.createObjectBuilder().add("item", item).build();
        return send(writer, request -> request.post(Entity.json(order)));
    }

    private JsonObject send(Client client, Function<Invocation.Builder, Response> call) {
        try (Response response = call.apply(client.target(url).request(MediaType.APPLICATION_JSON))) {
            return response.getStatus() == Response.Status.OK.getStatusCode()
                    ? response.readEntity(JsonObject.class)
                    : problem("the orders API answered " + response.getStatus());
        } catch (ProcessingException e) {
            return problem(
                    e.getCause() instanceof Auth0Exception refused
                            ? "no token for the orders API: " + refused.code()
                            : "the orders API does not answer");
        }
    }

    private static JsonObject problem(String text) {
        return Json.createObjectBuilder().add("problem", text).build();
    }
}
