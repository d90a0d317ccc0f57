package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /v2/logout}: Auth0's own logout, with returnTo as registered up to its query. */
final class LogoutEndpoint implements BrowserEndpoint {

    private final SsoSessions sessions;
    private final Directory directory;

    LogoutEndpoint(SsoSessions sessions, Directory directory) {
        this.sessions = sessions;
        this.directory = directory;
    }

    @Override
    public String path() {
        return "/v2/logout";
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public Response handle(Request request) {
        request.query().refuseRepeated();
        String returnTo = request.query().find("returnTo");
        String clientId = request.query().find("client_id");
        Client client = directory.client(clientId);
        if (clientId != null && client == null) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "Unknown client: " + clientId);
        }
        if (returnTo != null && !isAllowed(client, returnTo)) {
            throw new OAuthException(
                    OAuth2Error.INVALID_REQUEST,
                    "The \"returnTo\" querystring parameter \"" + returnTo
                            + "\" is not defined as a valid URL in \"Allowed Logout URLs\"");
        }
        return sessions.end(request, returnTo == null ? loggedOut() : Response.redirect(returnTo));
    }

    private static boolean isAllowed(@Nullable Client client, String returnTo) {
        return client != null && client.logoutUrls().contains(returnTo.split("[?#]", 2)[0]);
    }

    static Response loggedOut() {
        return Pages.page(200, "You are logged out", "<p id=\"logged-out\">You can close this page.</p>");
    }
}
