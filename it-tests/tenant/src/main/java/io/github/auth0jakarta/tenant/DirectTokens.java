package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Issues the tokens of a user who has proved to be there without being sent here by a redirect. */
final class DirectTokens {

    private final Directory directory;
    private final TokenIssuer issuer;
    private final RefreshTokens refreshTokens;
    private final SecondFactorDemands demands;
    private final Randomness randomness;
    private final InstantSource clock;

    DirectTokens(
            Directory directory,
            TokenIssuer issuer,
            RefreshTokens refreshTokens,
            SecondFactorDemands demands,
            Randomness randomness,
            InstantSource clock) {
        this.directory = directory;
        this.issuer = issuer;
        this.refreshTokens = refreshTokens;
        this.demands = demands;
        this.randomness = randomness;
        this.clock = clock;
    }

    /**
     * What the client wants to have.
     *
     * @param organization the id of the organisation that it is a login to, null for none
     */
    record Wanted(
            @Nullable Api api, Set<String> scope, @Nullable String organization) {}

    /** Reads what is wanted, before a code is used up for it. */
    Wanted wanted(Parameters form) {
        String audience = form.find("audience");
        Api api = directory.api(audience);
        if (audience != null && api == null) {
            throw new OAuthException(OAuth2Error.ACCESS_DENIED, "Service not found: " + audience);
        }
        String named = form.find("organization");
        Organization organization = directory.organization(named);
        if (named != null && organization == null) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "Unknown organization: " + named);
        }
        return new Wanted(api, ScopePolicy.parse(form.find("scope")), organization == null ? null : organization.id());
    }

    /** Returns the answer of the token endpoint; a second factor may have to come before. */
    Map<String, Object> issue(TokenRequest request, User user, Wanted wanted) {
        if (wanted.organization() != null && !directory.admits(wanted.organization(), null, user)) {
            throw new OAuthException(OAuth2Error.INVALID_GRANT, "user is not part of the organization");
        }
        Api api = wanted.api();
        String audience = api == null ? null : api.audience();
        Set<String> scope = ScopePolicy.granted(wanted.scope(), api, user);
        SsoSession session =
                SsoSession.begin(randomness.id(), user.sub(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
        Authorization authorization = new Authorization(
                request.client(), session, new Authorization.Extent(audience, scope, wanted.organization(), List.of()));
        authorization.bind(request.thumbprint());
        TokenIssuer.Order order = new TokenIssuer.Order(user, authorization, api, scope);
        if (demands.isWanted(audience, scope)) {
            throw demands.demand(
                    new SecondFactorDemands.Pending(request.client().id(), user.sub(), audience, Set.of(), () -> {
                        authorization.stepUp();
                        return complete(order);
                    }));
        }
        return complete(order);
    }

    private Map<String, Object> complete(TokenIssuer.Order order) {
        Map<String, Object> response = issuer.issue(order, null);
        if (order.scope().contains(ScopePolicy.OFFLINE_ACCESS)) {
            response.put("refresh_token", refreshTokens.issue(order.authorization()));
        }
        return response;
    }
}
