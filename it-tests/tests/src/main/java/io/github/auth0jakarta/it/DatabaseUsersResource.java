package io.github.auth0jakarta.it;

import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.DatabaseConnectionService;
import io.github.auth0jakarta.DatabaseSignup;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;

/** Signs users up, and has them set a new password; tells what the provider says against it. */
@Path("/database")
@Produces("application/json")
@RequestScoped
public class DatabaseUsersResource {

    @Inject
    private DatabaseConnectionService users;

    @FormParam("connection")
    @DefaultValue("Username-Password-Authentication")
    private String connection;

    @FormParam("email")
    private String email;

    /** Signs a user up. */
    @POST
    @Path("/signup")
    public JsonObject signUp(@FormParam("password") String password) {
        try {
            String id = users.signUp(DatabaseSignup.of(connection, email, password)
                    .withProfile("given_name", "Ada")
                    .withUserMetadata(Map.of("plan", "analytical")));
            return Json.createObjectBuilder().add("code", "").add("id", id).build();
        } catch (Auth0Exception e) {
            return told(e);
        }
    }

    /** Has a mail be sent. */
    @POST
    @Path("/password")
    public JsonObject changePassword() {
        try {
            users.changePassword(connection, email);
            return Json.createObjectBuilder().add("code", "").build();
        } catch (Auth0Exception e) {
            return told(e);
        }
    }

    private static JsonObject told(Auth0Exception e) {
        String error = e instanceof AuthorizationServerException refusal
                ? refusal.error().orElse("")
                : "";
        return Json.createObjectBuilder()
                .add("code", e.code().text())
                .add("error", error)
                .build();
    }
}
