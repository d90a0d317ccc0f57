package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.Set;

/** {@code /passwordless/verify_redirect}: where a link in a mail leads; logs in and sends the browser to the client. */
final class PasswordlessLinkEndpoint implements BrowserEndpoint {

    static final String PATH = "/passwordless/verify_redirect";

    private final PasswordlessCodes codes;
    private final Accounts accounts;
    private final SsoSessions sessions;
    private final LoginFlow flow;

    PasswordlessLinkEndpoint(PasswordlessCodes codes, Accounts accounts, SsoSessions sessions, LoginFlow flow) {
        this.codes = codes;
        this.accounts = accounts;
        this.sessions = sessions;
        this.flow = flow;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public Response handle(Request http) {
        Parameters query = http.query();
        if (!query.require("connection").equals(Accounts.EMAIL)) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "links come by email");
        }
        Accounts.Address address = Accounts.Address.mail(query.require("email"));
        AuthorizationRequest request =
                codes.redeemLink(query.require("client_id"), address, query.require("verification_code"));
        User user = accounts.passwordless(address);
        SsoSessions.Started started = sessions.start(http, user);
        return flow.proceed(request, started.session(), user).withCookie(started.cookie());
    }
}
