package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Auth0's Custom Token Exchange: by profile, with an actor where one is named, and for session transfer. */
final class CustomTokenExchange {

    private static final String ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";
    private static final String SESSION_TRANSFER = "urn:auth0:params:oauth:token-type:session_transfer_token";

    private final String transferAudience;
    private final SessionTransfers transfers;
    private final SubjectTokens subjects;
    private final RefreshTokens refreshTokens;
    private final Directory directory;
    private final TokenIssuer issuer;
    private final Randomness randomness;
    private final InstantSource clock;
    private final TenantSettings settings;

    CustomTokenExchange(
            String host,
            SessionTransfers transfers,
            SubjectTokens subjects,
            RefreshTokens refreshTokens,
            Directory directory,
            TokenIssuer issuer,
            Randomness randomness,
            InstantSource clock,
            TenantSettings settings) {
        this.transferAudience = "urn:" + host + ":session_transfer";
        this.transfers = transfers;
        this.subjects = subjects;
        this.refreshTokens = refreshTokens;
        this.directory = directory;
        this.issuer = issuer;
        this.randomness = randomness;
        this.clock = clock;
        this.settings = settings;
    }

    Map<String, Object> handle(TokenRequest request, ExchangeProfile profile) {
        Parameters form = request.form();
        String sub = profile.action().apply(form.require("subject_token"));
        User user = sub == null ? null : directory.user(sub);
        if (user == null) {
            throw new OAuthException(OAuth2Error.INVALID_GRANT, "the action refused the subject_token");
        }
        String actor = actor(request);
        if (transferAudience.equals(form.find("audience"))) {
            return transfer(user, actor);
        }
        return issue(request, user, actor);
    }

    private @Nullable String actor(TokenRequest request) {
        Parameters form = request.form();
        String token = form.find("actor_token");
        if (token == null) {
            return null;
        }
        return switch (form.require("actor_token_type")) {
            case ID_TOKEN -> subjects.actor(request.client(), token);
            case TokenExchangeGrant.ACCESS_TOKEN -> subjects.machineActor(request.client(), token);
            default -> throw new OAuthException(OAuth2Error.INVALID_REQUEST, "unsupported actor_token_type");
        };
    }

    /** RFC 8693 section 2.2.1: what is no access token has no token_type. */
    private Map<String, Object> transfer(User user, @Nullable String actor) {
        if (!settings.sessionTransfer()) {
            throw refused("session_transfer_disabled");
        }
        if (actor == null) {
            throw refused("setactor_required");
        }
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("access_token", transfers.issue(user, actor));
        response.put("issued_token_type", SESSION_TRANSFER);
        response.put("token_type", "N_A");
        response.put("expires_in", SessionTransfers.LIFETIME.toSeconds());
        return response;
    }

    private static OAuthException refused(String code) {
        return new OAuthException(new ErrorObject(code, null, 400), "no session is transferred");
    }

    private Map<String, Object> issue(TokenRequest request, User user, @Nullable String actor) {
        Parameters form = request.form();
        Api api = api(form.find("audience"));
        Set<String> scope = ScopePolicy.granted(ScopePolicy.parse(form.find("scope")), api, user);
        if (actor != null) {
            scope.remove(ScopePolicy.OFFLINE_ACCESS);
        }
        SsoSession session =
                SsoSession.begin(randomness.id(), user.sub(), clock.instant()).actedBy(actor);
        Authorization authorization = new Authorization(
                request.client(),
                session,
                new Authorization.Extent(
                        api == null ? null : api.audience(),
                        scope,
                        organization(form.find("organization"), user),
                        List.of()));
        authorization.bind(request.thumbprint());
        Map<String, Object> response = issuer.issue(new TokenIssuer.Order(user, authorization, api, scope), null);
        if (scope.contains(ScopePolicy.OFFLINE_ACCESS)) {
            response.put("refresh_token", refreshTokens.issue(authorization));
        }
        response.put("issued_token_type", TokenExchangeGrant.ACCESS_TOKEN);
        return response;
    }

    private @Nullable Api api(@Nullable String audience) {
        Api api = directory.api(audience);
        if (audience != null && api == null) {
            throw new OAuthException(OAuth2Error.ACCESS_DENIED, "Service not found: " + audience);
        }
        return api;
    }

    private @Nullable String organization(@Nullable String idOrName, User user) {
        if (idOrName == null) {
            return null;
        }
        Organization organization = directory.organization(idOrName);
        if (organization == null || !organization.members().contains(user.sub())) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "user is not part of the organization");
        }
        return organization.id();
    }
}
