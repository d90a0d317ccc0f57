package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;

/** {@code /u/login}: takes the form with the password. */
final class LoginEndpoint implements FormEndpoint {

    static final String PATH = "/u/login";

    private final LoginFlow flow;
    private final AuthorizationResponder responder;
    private final SsoSessions sessions;
    private final PendingLogins pending;
    private final Directory directory;

    LoginEndpoint(
            LoginFlow flow,
            AuthorizationResponder responder,
            SsoSessions sessions,
            PendingLogins pending,
            Directory directory) {
        this.flow = flow;
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
    public Response handle(Request http) {
        Parameters form = http.form();
        String ticket = form.require("ticket");
        if (form.contains("deny")) {
            return responder.refuse(
                    pending.take(ticket, PATH, null).returnAddress(),
                    OAuth2Error.ACCESS_DENIED.setDescription("User did not authorize"));
        }
        AuthorizationRequest request = pending.get(ticket, PATH, null);
        String email = form.find("email");
        String password = form.find("password");
        User user = email == null || password == null ? null : directory.login(email, password);
        return user == null
                ? LoginPage.render(400, ticket, request, email, true)
                : logIn(http, pending.take(ticket, PATH, null), user);
    }

    private Response logIn(Request http, AuthorizationRequest request, User user) {
        SsoSessions.Started started = sessions.start(http, user);
        return flow.proceed(request, started.session(), user).withCookie(started.cookie());
    }
}
