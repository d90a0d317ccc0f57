package io.github.auth0jakarta.internal.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that has been validated as a whole.
 *
 * @param login what login needs, null where the application is a pure API
 * @param api what access tokens need, null where the application takes none
 */
public record Auth0Config(
        Provider provider, @Nullable Login login, @Nullable Api api, Caller caller, Http http, List<String> warnings) {

    /**
     * The provider.
     *
     * @param issuer the issuer, exactly as it stands in tokens and metadata
     * @param insecureAllowed whether http is allowed, which it is on the loopback interface only
     */
    public record Provider(String issuer, boolean insecureAllowed) {

        /** Returns the issuer without a trailing slash. */
        public String base() {
            return issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        }
    }

    /**
     * Login.
     *
     * @param audience the API that a token is asked for, null where there is none
     * @param secrets what cookies are sealed with, the first for new ones
     * @param baseUrls where browsers reach the application, without trailing slash; empty only on the loopback interface,
     *     where it is made of the port that the request came to
     */
    public record Login(
            String clientId,
            SecretText clientSecret,
            @Nullable String audience,
            String scope,
            Map<String, String> authorizationParams,
            List<CookieSecret> secrets,
            List<URI> baseUrls,
            Routes routes,
            Session session,
            Transaction transaction,
            Logout logout,
            Duration tokenRefreshBuffer) {}

    /** Paths within the application; null for one that is switched off. */
    public record Routes(
            @Nullable String login,
            String callback,
            @Nullable String logout,
            @Nullable String profile) {}

    /** The session and its cookie. */
    public record Session(boolean rolling, Duration absoluteDuration, Duration inactivityDuration, Cookie cookie) {}

    /**
     * Attributes of the session cookie.
     *
     * @param domain the Domain, null for the host only
     */
    public record Cookie(
            String name, @Nullable String domain, String path, SameSite sameSite, boolean secure, boolean temporary) {}

    /** Logins in flight. */
    public record Transaction(Duration duration, int maximum) {}

    /** Logout at the provider. */
    public record Logout(Strategy strategy, boolean federated, boolean idTokenHint, boolean revokeRefreshToken) {
        /** Which of the provider's logout addresses is used. */
        public enum Strategy {
            AUTO,
            OIDC,
            V2
        }
    }

    /** Access tokens that callers send. */
    public record Api(String audience, List<String> algorithms, Duration clockSkew, List<String> requiredClaims) {}

    /** How claims become a Jakarta caller. */
    public record Caller(String nameClaim, List<String> groupsClaims) {}

    /** Limits of requests to the provider. */
    public record Http(Duration connectTimeout, Duration timeout, int maxBody, boolean telemetry) {}
}
