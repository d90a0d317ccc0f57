package io.github.auth0jakarta.it;

import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.MfaRequiredException;
import io.github.auth0jakarta.OneTimePasswordChallenge;
import io.github.auth0jakarta.PasswordlessCode;
import io.github.auth0jakarta.PasswordlessRequest;
import io.github.auth0jakarta.PasswordlessService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/** Logs in without password; what fails is {@code FailureMapper}'s to answer. */
@Path("/passwordless")
@Produces("application/json")
@RequestScoped
public class PasswordlessResource {
    private static final String DATABASE = "Username-Password-Authentication";

    @Inject
    private PasswordlessService passwordless;

    @FormParam("address")
    private String address;

    @FormParam("code")
    private String code;

    /** Has a code be mailed. */
    @POST
    @Path("/mail")
    public void mail() {
        passwordless.start(PasswordlessRequest.emailCode(address).withLanguage("de"));
    }

    /** Has a code be sent by text message. */
    @POST
    @Path("/message")
    public void message() {
        passwordless.start(PasswordlessRequest.smsCode(address));
    }

    /** Has a link be mailed. */
    @POST
    @Path("/link")
    public void link() {
        passwordless.start(
                PasswordlessRequest.emailLink(address, LoginOptions.defaults().withReturnTo("/app/page?by=link")));
    }

    /** Has a code be mailed to a user of the database connection. */
    @POST
    @Path("/challenge")
    public JsonObject challenge() {
        return Json.createObjectBuilder()
                .add("auth_session", passwordless.challenge(OneTimePasswordChallenge.email(DATABASE, address)))
                .build();
    }

    /** Begins a session, or tells what a second factor is shown with. */
    @POST
    @Path("/login")
    public Response login(@FormParam("realm") PasswordlessCode.Realm realm) {
        try {
            passwordless.login(wanted(realm));
            return Response.noContent().build();
        } catch (MfaRequiredException e) {
            JsonObject told = Json.createObjectBuilder()
                    .add("code", e.code().text())
                    .add("mfa_token", e.mfaToken())
                    .build();
            return Response.status(e.code().status()).entity(told).build();
        }
    }

    /** Begins none. */
    @POST
    @Path("/verify")
    public JsonObject verify(@FormParam("realm") PasswordlessCode.Realm realm) {
        Object sub = passwordless
                .verify(wanted(realm).withScopes(Set.of("openid")))
                .claims()
                .get("sub");
        return Json.createObjectBuilder().add("sub", String.valueOf(sub)).build();
    }

    private PasswordlessCode wanted(PasswordlessCode.Realm realm) {
        return switch (realm) {
            case EMAIL -> PasswordlessCode.email(address, code);
            case SMS -> PasswordlessCode.sms(address, code);
            case CHALLENGE -> PasswordlessCode.challenge(address, code);
        };
    }
}
