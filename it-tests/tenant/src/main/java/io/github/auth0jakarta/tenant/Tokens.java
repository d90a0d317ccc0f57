package io.github.auth0jakarta.tenant;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes valid tokens with Auth0's claims, which a test may spoil before it signs them. */
public final class Tokens {

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
        SsoSession session = new SsoSession(randomness.id(), sub, clock.instant());
        Client client = Client.builder(clientId, "").build();
        Authorization authorization = new Authorization(client, session, null, ScopePolicy.OPENID_SCOPES);
        return idToken(user(sub), authorization, nonce, null);
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

    /** An access token of a client for itself. */
    TokenBuilder machineToken(Client client, Api api, Set<String> scope) {
        TokenBuilder token =
                start(settings.accessTokenType(), settings.accessTokenLifetime().toSeconds());
        token.claim("sub", client.id() + "@clients");
        token.claim("aud", api.audience());
        addClient(token, client.id(), scope);
        token.claim("gty", "client-credentials");
        if (api.roleBased()) {
            token.claim("permissions", List.copyOf(scope));
        }
        return token;
    }

    /** An ID token; the nonce is that of the login, and left out of refreshed tokens (OpenID Connect Core section 12.2). */
    TokenBuilder idToken(User user, Authorization authorization, @Nullable String nonce, @Nullable String accessToken) {
        TokenBuilder token = start("JWT", settings.idTokenLifetime().toSeconds());
        UserClaims.of(user, authorization.scope()).forEach(token::claim);
        token.claim("aud", authorization.clientId());
        token.claim("auth_time", authorization.authTime());
        token.claim("sid", authorization.sid());
        if (nonce != null) {
            token.claim("nonce", nonce);
        }
        if (accessToken != null) {
            token.claim("at_hash", hash(accessToken));
        }
        return token;
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
