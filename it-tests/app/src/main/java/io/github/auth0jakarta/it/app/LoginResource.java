package io.github.auth0jakarta.it.app;

import io.github.auth0jakarta.LoginService;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;

/** Begins logins for a script, which goes where it is told. */
@Path("/login")
@Produces("application/json")
public class LoginResource {

    @Inject
    private LoginService logins;

    /** Returns where the browser has to go, as {@code location}. */
    @GET
    public JsonObject begin(@Context HttpServletRequest request) {
        return Json.createObjectBuilder()
                .add("location", logins.begin(RequestedOptions.of(request)).toString())
                .build();
    }
}
