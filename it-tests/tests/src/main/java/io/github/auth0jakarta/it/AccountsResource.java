package io.github.auth0jakarta.it;

import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.ConnectAccountRequest;
import io.github.auth0jakarta.ConnectedAccount;
import io.github.auth0jakarta.ConnectedAccountService;
import io.github.auth0jakarta.MyAccountException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Connects, lists and disconnects accounts as it is told, and tells what came of it. */
@Path("/accounts")
@Produces("application/json")
@RequestScoped
public class AccountsResource {

    @Inject
    private ConnectedAccountService accounts;

    /** Begins. */
    @GET
    @Path("/begin")
    public JsonObject begin(
            @QueryParam("connection") String connection,
            @QueryParam("scope") Set<String> scopes,
            @QueryParam("note") String note) {
        return told(() -> {
            ConnectAccountRequest wanted =
                    ConnectAccountRequest.of(connection).withScopes(scopes).withReturnTo("/app/page");
            ConnectAccountRequest noted =
                    note == null ? wanted : wanted.withAppState(Map.of(ConnectionHooks.NOTE, note));
            return Json.createObjectBuilder()
                    .add("location", accounts.begin(noted).toString())
                    .build();
        });
    }

    /** Lists. */
    @GET
    public JsonObject list() {
        return told(() -> json(accounts.list()));
    }

    /** Disconnects one. */
    @GET
    @Path("/disconnect")
    public JsonObject disconnect(@QueryParam("id") String id) {
        return told(() -> {
            List<ConnectedAccount> listed =
                    accounts.list().stream().filter(one -> one.id().equals(id)).toList();
            listed.forEach(accounts::disconnect);
            return json(listed);
        });
    }

    /** Disconnects those of a connection. */
    @GET
    @Path("/disconnect-all")
    public JsonObject disconnectAll(@QueryParam("connection") String connection) {
        return told(() -> json(accounts.disconnectAll(connection)));
    }

    private static JsonObject json(List<ConnectedAccount> accounts) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (ConnectedAccount account : accounts) {
            array.add(Json.createObjectBuilder()
                    .add("id", account.id())
                    .add("connection", account.connection())
                    .add("scopes", Json.createArrayBuilder(account.scopes()))
                    .add("created", account.createdAt().isPresent()));
        }
        return Json.createObjectBuilder().add("accounts", array).build();
    }

    private static JsonObject told(Supplier<JsonObject> act) {
        try {
            return act.get();
        } catch (MyAccountException e) {
            return problem(e).add("code", e.code().text()).build();
        } catch (Auth0Exception e) {
            return Json.createObjectBuilder().add("code", e.code().text()).build();
        }
    }

    private static JsonObjectBuilder problem(MyAccountException refused) {
        MyAccountException.Problem problem = refused.problem();
        JsonArrayBuilder errors = Json.createArrayBuilder();
        problem.validationErrors()
                .forEach(error -> errors.add(Json.createObjectBuilder()
                        .add("detail", error.detail().orElse(""))
                        .add("field", error.field().orElse(""))
                        .add("pointer", error.pointer().orElse(""))
                        .add("source", error.source().orElse(""))));
        return Json.createObjectBuilder()
                .add("status", refused.status())
                .add("type", problem.type().orElse(""))
                .add("title", problem.title().orElse(""))
                .add("detail", problem.detail().orElse(""))
                .add("errors", errors);
    }
}
