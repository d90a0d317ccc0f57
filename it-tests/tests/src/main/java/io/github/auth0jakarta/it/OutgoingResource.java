package io.github.auth0jakarta.it;

import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.client.AccessTokenFor;
import io.github.auth0jakarta.client.PropagateAccessToken;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Calls another API with the clients of this server, and tells what came of it. */
@Path("/outgoing")
@Produces("application/json")
public class OutgoingResource {

    /** By the Jakarta REST client, with the caller's own token. */
    @GET
    @Path("/own")
    public JsonObject own(@QueryParam("to") URI to) {
        return called(
                new PropagateAccessToken(),
                client -> client.target(to).request().get());
    }

    /** By the Jakarta REST client, with a body. */
    @GET
    @Path("/posted")
    public JsonObject posted(@QueryParam("to") URI to) {
        return called(
                new PropagateAccessToken(),
                client -> client.target(to).request().post(Entity.text("a thing")));
    }

    /** By the Jakarta REST client, with a token for the API of reports. */
    @GET
    @Path("/reports")
    public JsonObject reports(@QueryParam("to") URI to) {
        return called(
                new AccessTokenFor(ReportsToken.AUDIENCE, "read:reports"),
                client -> client.target(to).request().get());
    }

    /** By the MicroProfile REST client, with the caller's own token. */
    @GET
    @Path("/microprofile/own")
    public JsonObject microProfileOwn(@QueryParam("to") URI to) {
        return told(() -> microProfile(to, ThingsClient.class).things());
    }

    /** By the MicroProfile REST client, to an address that has moved. */
    @GET
    @Path("/microprofile/moved")
    public JsonObject microProfileMoved(@QueryParam("to") URI to) {
        return told(() -> microProfile(to, ThingsClient.class).moved());
    }

    /** By the MicroProfile REST client, with a body. */
    @GET
    @Path("/microprofile/posted")
    public JsonObject microProfilePosted(@QueryParam("to") URI to) {
        return told(() -> microProfile(to, ThingsClient.class).make("a thing"));
    }

    /** By the MicroProfile REST client, with a token for the API of reports. */
    @GET
    @Path("/microprofile/reports")
    public JsonObject microProfileReports(@QueryParam("to") URI to) {
        return told(() -> microProfile(to, ReportsClient.class).reports());
    }

    private static <T> T microProfile(URI to, Class<T> type) {
        return RestClientBuilder.newBuilder()
                .baseUri(to)
                .property("microprofile.rest.client.disable.default.mapper", true)
                .build(type);
    }

    private static JsonObject called(Object filter, Function<Client, Response> call) {
        Client client = ClientBuilder.newClient();
        try {
            client.register(filter);
            return told(() -> call.apply(client));
        } finally {
            client.close();
        }
    }

    private static JsonObject told(Supplier<Response> call) {
        try (Response response = call.get()) {
            return Json.createObjectBuilder()
                    .add("status", response.getStatus())
                    .add("body", response.hasEntity() ? response.readEntity(String.class) : "")
                    .build();
        } catch (RuntimeException e) {
            return Json.createObjectBuilder().add("code", code(e)).build();
        }
    }

    /** The library's exception is a cause of the client's own. */
    private static String code(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Auth0Exception failure) {
                return failure.code().text();
            }
        }
        return thrown.toString();
    }
}
