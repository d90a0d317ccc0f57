package io.github.auth0jakarta.it;

import io.github.auth0jakarta.PasskeyChallenge;
import io.github.auth0jakarta.PasskeyEnrollment;
import io.github.auth0jakarta.PasskeyRegistration;
import io.github.auth0jakarta.PasskeyResponse;
import io.github.auth0jakarta.PasskeyService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.Set;

/**
 * The server's half of passkeys; what a page's script sends comes as the server's JSON Binding reads it. The test keeps the
 * {@code auth_session}, which a real application leaves in the session.
 */
@Path("/passkey")
@Produces("application/json")
@Consumes("application/json")
@RequestScoped
public class PasskeyResource {

    @Inject
    private PasskeyService passkeys;

    @QueryParam("auth_session")
    private String authSession;

    /** Begins a sign-up. */
    @POST
    @Path("/registration")
    @Consumes("*/*")
    public Map<String, Object> registration(@QueryParam("email") String email) {
        return json(passkeys.registrationChallenge(PasskeyRegistration.ofEmail(email)));
    }

    /** Begins a login. */
    @POST
    @Path("/challenge")
    @Consumes("*/*")
    public Map<String, Object> challenge() {
        return json(passkeys.loginChallenge());
    }

    /** Begins a session. */
    @POST
    @Path("/login")
    public void login(Map<String, Object> credential) {
        passkeys.login(PasskeyResponse.of(authSession, credential));
    }

    /** Begins none. */
    @POST
    @Path("/verify")
    public Map<String, Object> verify(Map<String, Object> credential) {
        PasskeyResponse response = PasskeyResponse.of(authSession, credential).withScopes(Set.of("openid"));
        return Map.of("sub", String.valueOf(passkeys.verify(response).claims().get("sub")));
    }

    /** Begins to add a passkey to the caller's account. */
    @POST
    @Path("/enrollment")
    @Consumes("*/*")
    public Map<String, Object> enrollment() {
        PasskeyEnrollment begun = passkeys.beginEnrollment(null, null);
        return Map.of(
                "id",
                begun.id(),
                "auth_session",
                begun.challenge().authSession(),
                "options",
                begun.challenge().options());
    }

    /** Completes it. */
    @POST
    @Path("/completion")
    public void completion(@QueryParam("id") String id, Map<String, Object> credential) {
        passkeys.completeEnrollment(new PasskeyEnrollment(id, new PasskeyChallenge(authSession, Map.of())), credential);
    }

    private static Map<String, Object> json(PasskeyChallenge challenge) {
        return Map.of("auth_session", challenge.authSession(), "options", challenge.options());
    }
}
