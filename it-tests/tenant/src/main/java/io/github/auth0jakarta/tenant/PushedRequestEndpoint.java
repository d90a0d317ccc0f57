package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /oauth/par} (RFC 9126): takes an authorization request from an authenticated client, before the browser comes. */
final class PushedRequestEndpoint extends FormPost {

    static final String PATH = "/oauth/par";

    private static final Set<String> AUTHENTICATION =
            Set.of("client_secret", "client_assertion", "client_assertion_type");

    private final DpopProofs proofs;
    private final AuthorizationRequestParser parser;
    private final PushedRequests requests;

    PushedRequestEndpoint(
            ClientAuthenticator authenticator,
            DpopProofs proofs,
            AuthorizationRequestParser parser,
            PushedRequests requests) {
        super(authenticator, proofs);
        this.proofs = proofs;
        this.parser = parser;
        this.requests = requests;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    Response handle(Client client, Request request) {
        @Nullable String thumbprint = proofs.thumbprint(request);
        Parameters parameters = request.form().without(AUTHENTICATION);
        if (parameters.contains("request_uri")) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "request_uri cannot be pushed");
        }
        AuthorizationRequest pushed = parser.parse(parser.returnAddress(parameters), parameters, thumbprint);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("request_uri", requests.add(pushed));
        answer.put("expires_in", PushedRequests.LIFETIME.toSeconds());
        return Response.json(201, answer);
    }
}
