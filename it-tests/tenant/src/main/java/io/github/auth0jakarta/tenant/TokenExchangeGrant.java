package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The token exchange (RFC 8693): by a profile where there is one for the type of the token, else as Auth0's On-Behalf-Of: an API
 * that has a user's access token gets one for another API that it was allowed to call for users.
 */
final class TokenExchangeGrant implements Grant {

    static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private final SubjectTokens subjects;
    private final CustomTokenExchange custom;
    private final Directory directory;
    private final TokenIssuer issuer;

    TokenExchangeGrant(SubjectTokens subjects, CustomTokenExchange custom, Directory directory, TokenIssuer issuer) {
        this.subjects = subjects;
        this.custom = custom;
        this.directory = directory;
        this.issuer = issuer;
    }

    @Override
    public String type() {
        return "urn:ietf:params:oauth:grant-type:token-exchange";
    }

    @Override
    public Map<String, Object> handle(TokenRequest request) {
        Client client = request.client();
        Parameters form = request.form();
        if (client.authentication().equals(Set.of(ClientAuthenticationMethod.NONE))) {
            throw new OAuthException(OAuth2Error.UNAUTHORIZED_CLIENT, "a public client exchanges nothing");
        }
        ExchangeProfile profile = directory.profile(form.require("subject_token_type"));
        if (profile != null) {
            checkRequestedType(form);
            return custom.handle(request, profile);
        }
        checkTypes(form);
        User user = subjects.ofAccessToken(client, form.require("subject_token"));
        Api api = target(client, form.require("audience"));
        Set<String> scope = scope(client, api, user, ScopePolicy.parse(form.find("scope")));
        Object prior = subjects.actorOf(form.require("subject_token"));
        Map<String, Object> response = issuer.issueOnBehalfOf(user, client, prior, api, scope, request.thumbprint());
        response.put("issued_token_type", ACCESS_TOKEN);
        return response;
    }

    /** What the client may have for its users and this user may do. */
    private static Set<String> scope(Client client, Api api, User user, Set<String> requested) {
        Set<String> offered = client.exchangeTargets().getOrDefault(api.audience(), Set.of());
        Set<String> wanted = new LinkedHashSet<>(requested.isEmpty() ? offered : requested);
        wanted.retainAll(offered);
        Set<String> granted = ScopePolicy.granted(wanted, api, user);
        if (granted.isEmpty()) {
            throw new OAuthException(OAuth2Error.INVALID_SCOPE, "none of these scopes may be had");
        }
        return granted;
    }

    private static void checkTypes(Parameters form) {
        checkRequestedType(form);
        if (!form.require("subject_token_type").equals(ACCESS_TOKEN)) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "unsupported subject_token_type");
        }
        if (form.contains("actor_token") || form.contains("resource")) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "actor_token and resource are not supported");
        }
    }

    private static void checkRequestedType(Parameters form) {
        String requested = form.find("requested_token_type");
        if (requested != null && !requested.equals(ACCESS_TOKEN)) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "only access tokens are issued");
        }
    }

    private Api target(Client client, String audience) {
        Api api = directory.api(audience);
        if (api == null || !client.exchangeTargets().containsKey(audience)) {
            throw new OAuthException(OAuth2Error.ACCESS_DENIED, "client may not exchange for " + audience);
        }
        return api;
    }
}
