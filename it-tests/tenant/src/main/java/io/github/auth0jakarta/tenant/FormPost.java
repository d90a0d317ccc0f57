package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.Set;

/** What the addresses for clients have in common: a form without repeated parameters, from a known client. */
abstract class FormPost implements Endpoint {

    private final ClientAuthenticator authenticator;
    private final DpopProofs proofs;

    FormPost(ClientAuthenticator authenticator, DpopProofs proofs) {
        this.authenticator = authenticator;
        this.proofs = proofs;
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
        Request posted = posted(request);
        if (posted.form().values().isEmpty()) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "a form is required");
        }
        posted.form().refuseRepeated();
        Response response = handle(authenticator.authenticate(posted), posted);
        return DpopProofs.isIn(request) ? proofs.offerNonce(response) : response;
    }

    /** Returns the request with its parameters as a form. */
    Request posted(Request request) {
        return request;
    }

    abstract Response handle(Client client, Request request);

    @Override
    public Response failure(OAuthException e) {
        Response response = Response.error(e);
        if (e.error().equals(OAuth2Error.USE_DPOP_NONCE)) {
            return proofs.offerNonce(response);
        }
        return response.status() == 401 ? response.withHeader("WWW-Authenticate", "Basic realm=\"tenant\"") : response;
    }
}
