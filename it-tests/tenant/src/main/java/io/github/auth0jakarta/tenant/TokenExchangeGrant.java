package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The token exchange (RFC 8693), as far as Auth0's On-Behalf-Of goes: an API that has a user's access token gets one for another
 * API that it was allowed to call for users.
 */
final class TokenExchangeGrant implements Grant {

    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private final JwtVerifier verifier;
    private final AccessTokens issued;
    private final Directory directory;
    private final TokenIssuer issuer;
    private final InstantSource clock;

    TokenExchangeGrant(
            JwtVerifier verifier, AccessTokens issued, Directory directory, TokenIssuer issuer, InstantSource clock) {
        this.verifier = verifier;
        this.issued = issued;
        this.directory = directory;
        this.issuer = issuer;
        this.clock = clock;
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
        checkTypes(form);
        User user = user(client, form.require("subject_token"));
        Api api = target(client, form.require("audience"));
        Set<String> scope = scope(client, api, user, ScopePolicy.parse(form.find("scope")));
        Map<String, Object> response = issuer.issueOnBehalfOf(user, client, api, scope, request.thumbprint());
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
        String requested = form.find("requested_token_type");
        if (!form.require("subject_token_type").equals(ACCESS_TOKEN)
                || (requested != null && !requested.equals(ACCESS_TOKEN))) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "only access tokens are exchanged");
        }
        if (form.contains("actor_token") || form.contains("resource")) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "actor_token and resource are not supported");
        }
    }

    /** RFC 8693 section 2.2.2: a token that is not for this client's API is no better than a forged one. */
    private User user(Client client, String subjectToken) {
        Map<String, Object> claims = verifier.verify(subjectToken);
        User user = claims == null || !isCurrent(claims) || !isFor(client, claims)
                ? null
                : directory.user(String.valueOf(claims.get("sub")));
        if (user == null) {
            throw new OAuthException(OAuth2Error.INVALID_GRANT, "subject_token is not a user's, for this client's API");
        }
        return user;
    }

    private boolean isCurrent(Map<String, Object> claims) {
        AccessTokens.Issued record = issued.find(String.valueOf(claims.get("jti")));
        return claims.get("exp") instanceof Number exp
                && clock.instant().getEpochSecond() < exp.longValue()
                && (record == null || !record.authorization().isRevoked());
    }

    private static boolean isFor(Client client, Map<String, Object> claims) {
        @Nullable Object audience = claims.get("aud");
        Collection<?> all = audience instanceof Collection<?> several ? several : List.of(String.valueOf(audience));
        return client.exchangeSource() != null && all.contains(client.exchangeSource());
    }

    private Api target(Client client, String audience) {
        Api api = directory.api(audience);
        if (api == null || !client.exchangeTargets().containsKey(audience)) {
            throw new OAuthException(OAuth2Error.ACCESS_DENIED, "client may not exchange for " + audience);
        }
        return api;
    }
}
