package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code refresh_token}: for the audience of the login with its scopes or fewer, or for another one that the client may reach. */
final class RefreshTokenGrant implements Grant {

    private final RefreshTokens refreshTokens;
    private final Directory directory;
    private final TokenIssuer issuer;
    private final SecondFactorDemands demands;

    RefreshTokenGrant(
            RefreshTokens refreshTokens, Directory directory, TokenIssuer issuer, SecondFactorDemands demands) {
        this.refreshTokens = refreshTokens;
        this.directory = directory;
        this.issuer = issuer;
        this.demands = demands;
    }

    @Override
    public String type() {
        return "refresh_token";
    }

    @Override
    public Map<String, Object> handle(TokenRequest request) {
        Client client = request.client();
        Parameters form = request.form();
        String token = form.require("refresh_token");
        Authorization authorization = refreshTokens.peek(token, client);
        if (!Objects.equals(authorization.thumbprint(), request.thumbprint())) {
            throw new OAuthException(OAuth2Error.INVALID_GRANT, "refresh token is bound to another key");
        }
        // A request that cannot succeed does not use up the token.
        TokenIssuer.Order order = order(client, authorization, form);
        Api api = order.api();
        String audience = api == null ? null : api.audience();
        if (!authorization.session().multiFactor() && demands.isWanted(audience, order.scope())) {
            throw demands.demand(new SecondFactorDemands.Pending(
                    client.id(), authorization.sub(), form.find("audience"), Set.of(), () -> {
                        authorization.stepUp();
                        return complete(client, order, token);
                    }));
        }
        return complete(client, order, token);
    }

    private Map<String, Object> complete(Client client, TokenIssuer.Order order, String token) {
        refreshTokens.use(token, client);
        Map<String, Object> response = issuer.issue(order, null);
        if (client.rotatesRefreshTokens()) {
            response.put("refresh_token", refreshTokens.issue(order.authorization()));
        }
        return response;
    }

    private TokenIssuer.Order order(Client client, Authorization authorization, Parameters form) {
        User user = directory.user(authorization.sub());
        if (user == null) {
            throw new OAuthException(OAuth2Error.INVALID_GRANT, "user is gone");
        }
        Set<String> requested = ScopePolicy.parse(form.find("scope"));
        String audience = form.find("audience");
        if (audience == null || Objects.equals(audience, authorization.extent().audience())) {
            Api api = directory.api(authorization.extent().audience());
            return new TokenIssuer.Order(user, authorization, api, narrowed(authorization.scope(), requested));
        }
        Api api = target(client, audience);
        Set<String> offered = offered(client, authorization, api, user);
        return new TokenIssuer.Order(user, authorization, api, given(offered, requested));
    }

    private Api target(Client client, @Nullable String audience) {
        Api api = directory.api(audience);
        if (api == null) {
            throw new OAuthException(OAuth2Error.ACCESS_DENIED, "Service not found: " + audience);
        }
        if (!client.refreshTargets().containsKey(api.audience())) {
            throw new OAuthException(OAuth2Error.ACCESS_DENIED, "client may not refresh for " + audience);
        }
        return api;
    }

    private static Set<String> offered(Client client, Authorization authorization, Api api, User user) {
        Set<String> offered = new LinkedHashSet<>(authorization.scope());
        offered.retainAll(ScopePolicy.OPENID_SCOPES);
        offered.addAll(client.refreshTargets().getOrDefault(api.audience(), Set.of()));
        return ScopePolicy.granted(offered, api, user);
    }

    /** For its own audience a refresh token never brings more than the login did (RFC 6749 section 6). */
    private static Set<String> narrowed(Set<String> granted, Set<String> requested) {
        if (!granted.containsAll(requested)) {
            throw new OAuthException(OAuth2Error.INVALID_SCOPE, "scope exceeds that of the login");
        }
        return requested.isEmpty() ? granted : requested;
    }

    /** For another audience what may not be had is left out, and the answer's scope tells. */
    private static Set<String> given(Set<String> offered, Set<String> requested) {
        if (requested.isEmpty()) {
            return offered;
        }
        Set<String> given = new LinkedHashSet<>(requested);
        given.retainAll(offered);
        return given;
    }
}
