package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.PasswordlessCode;
import io.github.auth0jakarta.PasswordlessRequest;
import io.github.auth0jakarta.PasswordlessService;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

// tag::code
@Path("/code-login")
public class CodeLoginResource {
    @Inject
    private PasswordlessService passwordless;

    @POST
    @Path("/start")
    public void start(@FormParam("email") String email) {
        passwordless.start(PasswordlessRequest.emailCode(email));
    }

    @POST
    @Path("/finish")
    public void finish(@FormParam("email") String email, @FormParam("code") String code) {
        passwordless.login(PasswordlessCode.email(email, code));
    }

    @POST
    @Path("/link")
    public void link(@FormParam("email") String email) {
        passwordless.start(
                PasswordlessRequest.emailLink(email, LoginOptions.defaults().withReturnTo("/inbox")));
    }
}
// end::code
