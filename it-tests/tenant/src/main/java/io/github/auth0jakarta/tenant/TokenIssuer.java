package io.github.auth0jakarta.tenant;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Issues the tokens of a successful answer and remembers them, so that they can be revoked. */
final class TokenIssuer {

    private final Tokens tokens;
    private final AccessTokens issued;
    private final Hooks hooks;
    private final Randomness randomness;
    private final TenantSettings settings;

    TokenIssuer(Tokens tokens, AccessTokens issued, Hooks hooks, Randomness randomness, TenantSettings settings) {
        this.tokens = tokens;
        this.issued = issued;
        this.hooks = hooks;
        this.randomness = randomness;
        this.settings = settings;
    }

    /** What is to be issued to a user's client; without an API the access token is opaque and good for userinfo. */
    record Order(
            User user,
            Authorization authorization,
            @Nullable Api api,
            Set<String> scope) {}

    /** Returns access token and, with the scope openid, an ID token; the grant adds its refresh token. */
    Map<String, Object> issue(Order order, @Nullable String nonce) {
        String accessToken = accessToken(order);
        Authorization authorization = order.authorization();
        Map<String, Object> response = response(accessToken, order.scope(), authorization.thumbprint());
        if (!authorization.extent().details().isEmpty()) {
            response.put(AuthorizationDetails.NAME, authorization.extent().details());
        }
        if (order.scope().contains(ScopePolicy.OPENID)) {
            TokenBuilder idToken = tokens.idToken(order.user(), authorization, nonce, accessToken);
            response.put("id_token", hooks.idToken(idToken).sign());
        }
        return response;
    }

    /** Returns an access token of the client for itself. */
    Map<String, Object> issue(
            Client client,
            @Nullable Organization organization,
            Api api,
            Set<String> scope,
            @Nullable String thumbprint) {
        TokenBuilder token =
                tokens.machineToken(client, organization, api, scope).boundTo(thumbprint);
        return response(hooks.accessToken(token).sign(), scope, thumbprint);
    }

    /**
     * Returns an access token of a user for a client that acts for that user (RFC 8693 section 4.1).
     *
     * @param prior who acted before the client, null for nobody
     */
    Map<String, Object> issueOnBehalfOf(
            User user, Client client, @Nullable Object prior, Api api, Set<String> scope, @Nullable String thumbprint) {
        Map<String, Object> actor = new LinkedHashMap<>(Map.of("sub", client.id()));
        if (prior != null) {
            actor.put("act", prior);
        }
        TokenBuilder token = tokens.accessToken(user, client.id(), api, scope)
                .boundTo(thumbprint)
                .claim("act", actor);
        return response(hooks.accessToken(token).sign(), scope, thumbprint);
    }

    private Map<String, Object> response(String accessToken, Set<String> scope, @Nullable String thumbprint) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("access_token", accessToken);
        response.put("token_type", thumbprint == null ? "Bearer" : "DPoP");
        response.put("expires_in", settings.accessTokenLifetime().toSeconds());
        if (!scope.isEmpty()) {
            response.put("scope", String.join(" ", scope));
        }
        return response;
    }

    private String accessToken(Order order) {
        Duration lifetime = settings.accessTokenLifetime();
        AccessTokens.Issued record = new AccessTokens.Issued(order.authorization(), order.scope());
        if (order.api() == null) {
            String opaque = randomness.token();
            issued.add(opaque, record, lifetime);
            return opaque;
        }
        TokenBuilder token = tokens.accessToken(order.user(), order.authorization(), order.api(), order.scope());
        issued.add(String.valueOf(token.claims().get("jti")), record, lifetime);
        return hooks.accessToken(token).sign();
    }
}
