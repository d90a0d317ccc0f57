package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/** {@code /oidc/logout}: RP-initiated logout; asks the user when the client has not shown that it knows the session. */
final class EndSessionEndpoint implements BrowserEndpoint {

    static final String PATH = "/oidc/logout";

    private static final String TICKET = "confirmation";
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final EndSessionRequest.Parser parser;
    private final SsoSessions sessions;
    private final TenantSettings settings;
    private final Randomness randomness;
    private final Expiring<EndSessionRequest> unconfirmed;

    EndSessionEndpoint(
            EndSessionRequest.Parser parser,
            SsoSessions sessions,
            TenantSettings settings,
            Randomness randomness,
            InstantSource clock) {
        this.parser = parser;
        this.sessions = sessions;
        this.settings = settings;
        this.randomness = randomness;
        this.unconfirmed = new Expiring<>(clock);
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Response handle(Request http) {
        if (!settings.endSessionEndpoint()) {
            return Response.of(404, "text/plain", "Not Found");
        }
        if (http.isPost() && http.form().contains(TICKET)) {
            return confirmed(http);
        }
        EndSessionRequest request = parser.parse(http.parameters());
        SsoSession session = sessions.find(http);
        return session == null || request.names(session) ? finish(http, request) : ask(request);
    }

    private Response ask(EndSessionRequest request) {
        String ticket = randomness.token();
        unconfirmed.put(ticket, request, LIFETIME);
        String body = String.format(Locale.ROOT, """
                <p>Do you want to log out?</p>
                <form method="post" action="%s">
                <input type="hidden" name="%s" value="%s">
                <button id="confirm" type="submit">Log out</button>
                </form>
                """, PATH, TICKET, Pages.escape(ticket));
        return Pages.page(200, "Log out", body);
    }

    private Response confirmed(Request http) {
        EndSessionRequest request = unconfirmed.take(http.form().find(TICKET));
        if (request == null) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "this logout form is no longer valid");
        }
        return finish(http, request);
    }

    private Response finish(Request http, EndSessionRequest request) {
        String target = request.target();
        return sessions.end(http, target == null ? LogoutEndpoint.loggedOut() : Response.redirect(target));
    }
}
