package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /u/login}: takes the login form. */
final class LoginEndpoint implements BrowserEndpoint {

    static final String PATH = "/u/login";

    private final AuthorizationResponder responder;
    private final SsoSessions sessions;
    private final PendingLogins pending;
    private final Directory directory;

    LoginEndpoint(AuthorizationResponder responder, SsoSessions sessions, PendingLogins pending, Directory directory) {
        this.responder = responder;
        this.sessions = sessions;
        this.pending = pending;
        this.directory = directory;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST");
    }

    @Override
    public Response handle(Request http) {
        Parameters form = http.form();
        String ticket = form.require("ticket");
        if (form.contains("deny")) {
            return responder.refuse(
                    take(ticket).returnAddress(), OAuth2Error.ACCESS_DENIED.setDescription("User did not authorize"));
        }
        AuthorizationRequest request = found(pending.find(ticket));
        String email = form.find("email");
        String password = form.find("password");
        User user = email == null || password == null ? null : directory.login(email, password);
        return user == null ? LoginPage.render(400, ticket, request, email, true) : logIn(http, take(ticket), user);
    }

    private Response logIn(Request http, AuthorizationRequest request, User user) {
        SsoSessions.Started started = sessions.start(http, user);
        return responder.grant(request, started.session(), user).withCookie(started.cookie());
    }

    private AuthorizationRequest take(String ticket) {
        return found(pending.take(ticket));
    }

    private static AuthorizationRequest found(@Nullable AuthorizationRequest request) {
        if (request == null) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "this login form is no longer valid");
        }
        return request;
    }
}
