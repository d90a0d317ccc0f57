package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code /oauth/token}: finds the grant for an authenticated client. */
final class TokenEndpoint extends FormPost {

    static final String PATH = "/oauth/token";

    private final DpopProofs proofs;
    private final Map<String, Grant> grants;
    private final Hooks hooks;

    TokenEndpoint(ClientAuthenticator authenticator, DpopProofs proofs, List<Grant> grants, Hooks hooks) {
        super(authenticator, proofs);
        this.proofs = proofs;
        this.grants = grants.stream().collect(Collectors.toUnmodifiableMap(Grant::type, Function.identity()));
        this.hooks = hooks;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    Request posted(Request request) {
        if (!request.isJson()) {
            return request;
        }
        Request asForm = request.jsonAsForm();
        String type = asForm.form().find("grant_type");
        Grant grant = type == null ? null : grants.get(type);
        return grant != null && grant.isJson() ? asForm : request;
    }

    @Override
    Response handle(Client client, Request request) {
        Parameters form = request.form();
        Grant grant = grants.get(form.require("grant_type"));
        if (grant == null) {
            throw new OAuthException(OAuth2Error.UNSUPPORTED_GRANT_TYPE, "unsupported grant_type");
        }
        if (grant.isJson() && !request.isJson()) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "this grant_type comes in a JSON object");
        }
        // Before the grant: a proof without the nonce must not use up a code or a refresh token.
        TokenRequest known = new TokenRequest(client, form, request.objects(), proofs.thumbprint(request));
        return Response.json(200, hooks.tokenResponse(grant.handle(known)));
    }
}
