package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import io.github.auth0jakarta.tenant.AuthorizationRequest.ReturnAddress;

/** {@code /authorize}: the code flow with PKCE, for a request in the address or one that was pushed. */
final class AuthorizeEndpoint implements BrowserEndpoint {

    static final String PATH = "/authorize";

    private final AuthorizationRequestParser parser;
    private final PushedRequests pushed;
    private final AuthorizationResponder responder;
    private final LoginFlow flow;
    private final TenantSettings settings;

    AuthorizeEndpoint(
            AuthorizationRequestParser parser,
            PushedRequests pushed,
            AuthorizationResponder responder,
            LoginFlow flow,
            TenantSettings settings) {
        this.parser = parser;
        this.pushed = pushed;
        this.responder = responder;
        this.flow = flow;
        this.settings = settings;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Response handle(Request http) {
        Parameters parameters = http.parameters();
        if (PushedRequests.isReference(parameters.find("request_uri"))) {
            return flow.begin(http, pushed.take(parameters));
        }
        ReturnAddress address = parser.returnAddress(parameters);
        AuthorizationRequest request;
        try {
            if (settings.requirePushedRequests()) {
                throw new OAuthException(OAuth2Error.INVALID_REQUEST, "the request has to be pushed");
            }
            request = parser.parse(address, parameters, null);
        } catch (OAuthException e) {
            return responder.refuse(address, e.error());
        }
        return flow.begin(http, request);
    }
}
