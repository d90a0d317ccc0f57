package io.github.auth0jakarta.tenant;

import com.nimbusds.openid.connect.sdk.OIDCError;
import io.github.auth0jakarta.tenant.AuthorizationRequest.ReturnAddress;
import java.time.InstantSource;

/** {@code /authorize}: the code flow with PKCE; answers at once for a browser that is logged in, else shows the form. */
final class AuthorizeEndpoint implements BrowserEndpoint {

    static final String PATH = "/authorize";

    private final AuthorizationRequestParser parser;
    private final AuthorizationResponder responder;
    private final SsoSessions sessions;
    private final PendingLogins pending;
    private final Directory directory;
    private final InstantSource clock;

    AuthorizeEndpoint(
            AuthorizationRequestParser parser,
            AuthorizationResponder responder,
            SsoSessions sessions,
            PendingLogins pending,
            Directory directory,
            InstantSource clock) {
        this.parser = parser;
        this.responder = responder;
        this.sessions = sessions;
        this.pending = pending;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Response handle(Request http) {
        Parameters parameters = http.parameters();
        ReturnAddress address = parser.returnAddress(parameters);
        try {
            return proceed(http, parser.parse(address, parameters));
        } catch (OAuthException e) {
            return responder.refuse(address, e.error());
        }
    }

    private Response proceed(Request http, AuthorizationRequest request) {
        SsoSession session = sessions.find(http);
        User user = session == null ? null : directory.user(session.sub());
        if (session != null && user != null && request.accepts(session, clock.instant())) {
            return responder.grant(request, session, user);
        }
        if (request.isSilent()) {
            throw new OAuthException(OIDCError.LOGIN_REQUIRED, "Login required");
        }
        return LoginPage.render(200, pending.add(request), request, request.loginHint(), false);
    }
}
