package io.github.auth0jakarta.tenant;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes valid tokens with Auth0's claims, which a test may spoil before it signs them. */
public final class Tokens {

    private static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final long LOGOUT_TOKEN_SECONDS = 120;

    private final String issuer;
    private final SigningKeys keys;
    private final Directory directory;
    private final Randomness randomness;
    private final InstantSource clock;
    private final TenantSettings settings;

    Tokens(
            String issuer,
            SigningKeys keys,
            Directory directory,
            Randomness randomness,
            InstantSource clock,
            TenantSettings settings) {
        this.issuer = issuer;
        this.keys = keys;
        this.directory = directory;
        this.randomness = randomness;
        this.clock = clock;
        this.settings = settings;
    }

    /** Returns a valid access token of a registered user for an API, with these scopes, whatever the user's permissions are. */
    public TokenBuilder accessToken(String sub, String clientId, String audience, String... scopes) {
        Api api = directory.api(audience);
        if (api == null) {
            throw new IllegalArgumentException("no API " + audience);
        }
        return accessToken(user(sub), clientId, api, Set.of(scopes));
    }

    /** Returns a valid ID token of a registered user for a client, as if the user had just logged in. */
    public TokenBuilder idToken(String sub, String clientId, String nonce) {
        SsoSession session = SsoSession.begin(randomness.id(), sub, clock.instant());
        Client client = Client.builder(clientId, "").build();
        Authorization.Extent extent = new Authorization.Extent(null, ScopePolicy.OPENID_SCOPES, null, List.of());
        Authorization authorization = new Authorization(client, session, extent);
        return idToken(user(sub), authorization, nonce, null);
    }

    /** Returns a valid logout token (OpenID Connect Back-Channel Logout 1.0 section 2.4). */
    public TokenBuilder logoutToken(String sub, String clientId, String sid) {
        return start("logout+jwt", LOGOUT_TOKEN_SECONDS)
                .claim("sub", sub)
                .claim("aud", clientId)
                .claim("jti", randomness.id())
                .claim("sid", sid)
                .claim("events", Map.of(LOGOUT_EVENT, Map.of()));
    }

    private User user(String sub) {
        User user = directory.user(sub);
        if (user == null) {
            throw new IllegalArgumentException("no user " + sub);
        }
        return user;
    }

    TokenBuilder accessToken(User user, String clientId, Api api, Set<String> scope) {
        TokenBuilder token =
                start(settings.accessTokenType(), settings.accessTokenLifetime().toSeconds());
        token.claim("sub", user.sub());
        token.claim("aud", audience(api, scope));
        addClient(token, clientId, scope);
        if (api.roleBased()) {
            token.claim("permissions", List.copyOf(ScopePolicy.permissions(api, user)));
        }
        user.claims().forEach(token::claim);
        return token;
    }

    /** The access token of a login. */
    TokenBuilder accessToken(User user, Authorization authorization, Api api, Set<String> scope) {
        TokenBuilder token =
                accessToken(user, authorization.clientId(), api, scope).boundTo(authorization.thumbprint());
        addOrganization(token, directory.organization(authorization.extent().organization()));
        addActor(token, authorization.session());
        if (!authorization.extent().details().isEmpty()) {
            token.claim(AuthorizationDetails.NAME, authorization.extent().details());
        }
        return token;
    }

    /** An access token of a client for itself. */
    TokenBuilder machineToken(Client client, @Nullable Organization organization, Api api, Set<String> scope) {
        TokenBuilder token =
                start(settings.accessTokenType(), settings.accessTokenLifetime().toSeconds());
        token.claim("sub", client.id() + "@clients");
        token.claim("aud", api.audience());
        addClient(token, client.id(), scope);
        token.claim("gty", "client-credentials");
        if (api.roleBased()) {
            token.claim("permissions", List.copyOf(scope));
        }
        addOrganization(token, organization);
        return token;
    }

    /** An ID token; the nonce is that of the login, and left out of refreshed tokens (OpenID Connect Core section 12.2). */
    TokenBuilder idToken(User user, Authorization authorization, @Nullable String nonce, @Nullable String accessToken) {
        TokenBuilder token = start("JWT", settings.idTokenLifetime().toSeconds());
        UserClaims.of(user, authorization.scope()).forEach(token::claim);
        token.claim("aud", authorization.clientId());
        addSession(token, authorization.session());
        addActor(token, authorization.session());
        addOrganization(token, directory.organization(authorization.extent().organization()));
        if (nonce != null) {
            token.claim("nonce", nonce);
        }
        if (accessToken != null) {
            token.claim("at_hash", hash(accessToken));
        }
        return token;
    }

    private void addSession(TokenBuilder token, SsoSession session) {
        token.claim("auth_time", session.authTime()).claim("sid", session.sid());
        if (session.multiFactor()) {
            token.claim("acr", LoginRules.MULTI_FACTOR).claim("amr", List.of("mfa"));
        }
        Duration expiry = settings.sessionExpiry();
        if (expiry != null) {
            token.claim("session_expiry", session.authTime().plus(expiry));
        }
    }

    /** RFC 8693 section 4.1. */
    private static void addActor(TokenBuilder token, SsoSession session) {
        String actor = session.actor();
        if (actor != null) {
            token.claim("act", Map.of("sub", actor));
        }
    }

    private static void addOrganization(TokenBuilder token, @Nullable Organization organization) {
        if (organization != null) {
            token.claim("org_id", organization.id()).claim("org_name", organization.name());
        }
    }

    /** The audience that the tenant's own userinfo endpoint answers to. */
    String userInfoAudience() {
        return issuer + "userinfo";
    }

    private TokenBuilder start(String type, long lifetimeSeconds) {
        Instant now = clock.instant();
        return new TokenBuilder(keys.current(), type)
                .claim("iss", issuer)
                .claim("iat", now)
                .claim("exp", now.plusSeconds(lifetimeSeconds));
    }

    private void addClient(TokenBuilder token, String clientId, Set<String> scope) {
        token.claim("azp", clientId)
                .claim("client_id", clientId)
                .claim("scope", String.join(" ", scope))
                .claim("jti", randomness.id());
    }

    /** One audience is a string, several are an array, as at Auth0. */
    private Object audience(Api api, Set<String> scope) {
        List<String> audience = new ArrayList<>(List.of(api.audience()));
        if (scope.contains(ScopePolicy.OPENID)) {
            audience.add(userInfoAudience());
        }
        return audience.size() == 1 ? api.audience() : audience;
    }

    private static String hash(String accessToken) {
        return AccessTokenHash.compute(new BearerAccessToken(accessToken), JWSAlgorithm.RS256, null)
                .getValue();
    }
}
