package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.Set;

/** What the token and the revocation endpoint have in common: a form without repeated parameters, from a known client. */
abstract class FormPost implements Endpoint {

    private final ClientAuthenticator authenticator;

    FormPost(ClientAuthenticator authenticator) {
        this.authenticator = authenticator;
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST");
    }

    @Override
    public Response handle(Request request) {
        if (!request.query().values().isEmpty()) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "parameters do not belong into the address");
        }
        if (request.form().values().isEmpty()) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "a form is required");
        }
        request.form().refuseRepeated();
        return handle(authenticator.authenticate(request), request.form());
    }

    abstract Response handle(Client client, Parameters form);

    @Override
    public Response failure(OAuthException e) {
        Response response = Response.error(e);
        return response.status() == 401 ? response.withHeader("WWW-Authenticate", "Basic realm=\"tenant\"") : response;
    }
}
