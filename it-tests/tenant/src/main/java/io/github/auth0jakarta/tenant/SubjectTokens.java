package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Users' tokens that come back in an exchange. */
final class SubjectTokens {

    private final JwtVerifier verifier;
    private final AccessTokens issued;
    private final RefreshTokens refreshTokens;
    private final Directory directory;
    private final InstantSource clock;

    SubjectTokens(
            JwtVerifier verifier,
            AccessTokens issued,
            RefreshTokens refreshTokens,
            Directory directory,
            InstantSource clock) {
        this.verifier = verifier;
        this.issued = issued;
        this.refreshTokens = refreshTokens;
        this.directory = directory;
        this.clock = clock;
    }

    /** RFC 8693 section 2.2.2: a token that is not for this client's API is no better than a forged one. */
    User ofAccessToken(Client client, String subjectToken) {
        Map<String, Object> claims = current(subjectToken);
        String source = client.exchangeSource();
        if (claims == null || source == null || isRevoked(claims) || !isFor(source, claims)) {
            throw refused("subject_token is not a user's, for this client's API");
        }
        return user(claims);
    }

    /** The token of a login at this client, which is not used up. */
    User ofRefreshToken(Client client, String subjectToken, @Nullable String thumbprint) {
        Authorization authorization = refreshTokens.requireCurrent(subjectToken, client);
        if (authorization.thumbprint() != null && !authorization.thumbprint().equals(thumbprint)) {
            throw refused("subject_token is bound to another key");
        }
        User user = directory.user(authorization.sub());
        if (user == null) {
            throw refused("user is gone");
        }
        return user;
    }

    /** Who acts, by the ID token that this client got for a login. */
    String actor(Client client, String idToken) {
        Map<String, Object> claims = current(idToken);
        if (claims == null || !isFor(client.id(), claims)) {
            throw refused("actor_token is not an ID token of this client");
        }
        return user(claims).sub();
    }

    /** Who acts, by the access token that this client got for itself. */
    String machineActor(Client client, String accessToken) {
        Map<String, Object> claims = current(accessToken);
        String machine = client.id() + "@clients";
        if (claims == null || !machine.equals(claims.get("sub")) || claims.containsKey("act")) {
            throw refused("actor_token is not an access token of this client itself");
        }
        return machine;
    }

    /** Returns who acts by a token that was accepted, null for nobody. */
    @Nullable
    Object actorOf(String acceptedToken) {
        Map<String, Object> claims = current(acceptedToken);
        return claims == null ? null : claims.get("act");
    }

    private @Nullable Map<String, Object> current(String token) {
        Map<String, Object> claims = verifier.verify(token);
        boolean current = claims != null
                && claims.get("exp") instanceof Number exp
                && clock.instant().getEpochSecond() < exp.longValue();
        return current ? claims : null;
    }

    private boolean isRevoked(Map<String, Object> claims) {
        AccessTokens.Issued record = issued.find(String.valueOf(claims.get("jti")));
        return record != null && record.authorization().isRevoked();
    }

    private static boolean isFor(String wanted, Map<String, Object> claims) {
        @Nullable Object audience = claims.get("aud");
        Collection<?> all = audience instanceof Collection<?> several ? several : List.of(String.valueOf(audience));
        return all.contains(wanted);
    }

    private User user(Map<String, Object> claims) {
        User user = directory.user(String.valueOf(claims.get("sub")));
        if (user == null) {
            throw refused("the token names no user");
        }
        return user;
    }

    private static OAuthException refused(String why) {
        return new OAuthException(OAuth2Error.INVALID_GRANT, why);
    }
}
