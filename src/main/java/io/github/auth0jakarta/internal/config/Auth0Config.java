package io.github.auth0jakarta.internal.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that has been validated as a whole.
 *
 * @param client what the application is to the provider, null where it is no client of it
 * @param login what login needs, null where nobody logs in
 * @param api what access tokens need, null where the application takes none
 */
public record Auth0Config(
        Provider provider,
        @Nullable Client client,
        @Nullable Login login,
        @Nullable Api api,
        Caller caller,
        Propagation propagation,
        Http http,
        List<String> warnings) {

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
     * The application as a client of the provider.
     *
     * @param idTokenAlgorithms what ID tokens and logout tokens may be signed with
     * @param dpop null where tokens are not bound to a key
     * @param tokenRefreshBuffer how long before its end an access token counts as ended
     * @param redirects what browsers are sent to the provider with
     */
    public record Client(
            String id,
            ClientAuthentication authentication,
            List<String> idTokenAlgorithms,
            @Nullable Dpop dpop,
            Duration tokenRefreshBuffer,
            TokenExchange tokenExchange,
            Redirects redirects) {}

    /**
     * Which tokens may be exchanged.
     *
     * @param subjectTokenTypes what they are
     * @param audiences the APIs that they may be exchanged for
     */
    public record TokenExchange(Set<String> subjectTokenTypes, Set<String> audiences) {}

    /**
     * What browsers are sent to the provider with, to log in and to log out.
     *
     * @param audience the API that a token is asked for, null where there is none
     * @param organization that callers log in to, null where any will do
     * @param pushed whether authorization requests are always sent to the provider directly
     * @param federated whether a logout also ends the session at the upstream identity provider
     */
    public record Redirects(
            String scope,
            @Nullable String audience,
            Map<String, String> authorizationParams,
            @Nullable String organization,
            boolean pushed,
            Logout.Strategy logoutStrategy,
            boolean federated) {}

    /**
     * Login.
     *
     * @param audience the API that a token is asked for, null where there is none
     * @param audienceScopes what is always asked for beside, in a refresh for one of these audiences
     * @param mfaLifetime how long a second factor may take
     * @param secrets what cookies are sealed with, the first for new ones
     * @param baseUrls where browsers reach the application, without trailing slash; empty only on the loopback interface,
     *     where it is made of the port that the request came to
     * @param connectParameters what the query of the connect route may set
     */
    public record Login(
            Client client,
            @Nullable String audience,
            String scope,
            Map<String, String> authorizationParams,
            Map<String, Set<String>> audienceScopes,
            Requests requests,
            ReturnTo returnTo,
            List<CookieSecret> secrets,
            List<URI> baseUrls,
            Routes routes,
            Session session,
            Transaction transaction,
            Logout logout,
            BackchannelLogout backchannelLogout,
            Set<String> connectParameters,
            boolean profileNoContent,
            Duration mfaLifetime) {}

    /** How the application proves itself at the token endpoint. */
    public sealed interface ClientAuthentication {

        /** A secret, in the form or, if {@code basic}, in the {@code Authorization} header. */
        record Secret(SecretText secret, boolean basic) implements ClientAuthentication {}

        /**
         * An assertion.
         *
         * @param key PKCS#8 in PEM
         * @param keyId null where the assertion names no key
         */
        record PrivateKeyJwt(
                SecretText key, String algorithm, @Nullable String keyId) implements ClientAuthentication {}

        /**
         * A certificate.
         *
         * @param certificates the chain in PEM, the application's own first
         * @param key PKCS#8 in PEM
         */
        record MutualTls(String certificates, SecretText key) implements ClientAuthentication {}
    }

    /**
     * Authorization requests.
     *
     * @param pushed whether they are always sent to the provider directly
     * @param allowedParameters what the query of the login route may set
     * @param organization that callers log in to, null where any will do
     * @param silent whether an anonymous browser is looked up at the provider once
     */
    public record Requests(
            boolean pushed,
            ResponseMode responseMode,
            Set<String> allowedParameters,
            @Nullable String organization,
            boolean silent) {
        /** How the provider hands over its answer. */
        public enum ResponseMode {
            QUERY,
            FORM_POST
        }
    }

    /**
     * Where a browser may be sent afterwards.
     *
     * @param defaultPath a path of the application, for a login that names no other place
     * @param origins other than the application's own
     */
    public record ReturnTo(String defaultPath, Set<URI> origins) {}

    /**
     * Tokens bound to a key.
     *
     * @param key PKCS#8 in PEM, null for a new one at each start
     */
    public record Dpop(@Nullable SecretText key) {}

    /** Which logout tokens are taken beyond those that follow the rules. */
    public record BackchannelLogout(boolean missingExpirationAllowed, boolean missingTypeAllowed) {}

    /**
     * Paths within the application; null for one that is switched off.
     *
     * @param mfa the path that those of {@link #MFA} are below
     */
    public record Routes(
            @Nullable String login,
            String callback,
            @Nullable String logout,
            @Nullable String profile,
            @Nullable String accessToken,
            @Nullable String backchannelLogout,
            @Nullable String mfa,
            @Nullable String connect) {
        /** The last parts of the paths of second factors. */
        public static final List<String> MFA = List.of("authenticators", "associate", "challenge", "verify");

        /** Returns all paths that are switched on. */
        public List<String> all() {
            return Stream.concat(
                            Stream.of(login, callback, logout, profile, accessToken, backchannelLogout, connect),
                            MFA.stream().map(name -> mfa == null ? null : mfa + "/" + name))
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    /**
     * The session and its cookie.
     *
     * @param memoryMaximum how many sessions the memory store keeps
     */
    public record Session(
            Store store,
            int memoryMaximum,
            boolean rolling,
            Duration absoluteDuration,
            Duration inactivityDuration,
            Cookie cookie) {
        /** Where sessions are kept. */
        public enum Store {
            COOKIE,
            MEMORY,
            BEAN
        }
    }

    /**
     * Attributes of the session cookie.
     *
     * @param domain the Domain, null for the host only
     * @param preferredSize up to how many characters tokens for further APIs are kept
     */
    public record Cookie(
            String name,
            @Nullable String domain,
            String path,
            SameSite sameSite,
            boolean secure,
            boolean temporary,
            int preferredSize) {}

    /** Logins in flight. */
    public record Transaction(Duration duration, int maximum) {}

    /**
     * Logout.
     *
     * @param returnPath where the provider sends the browser afterwards, a path of the application
     */
    public record Logout(
            Strategy strategy,
            boolean federated,
            boolean idTokenHint,
            boolean revokeRefreshToken,
            String returnPath,
            boolean clearSiteData) {
        /** Which of the provider's logout addresses is used. */
        public enum Strategy {
            AUTO,
            OIDC,
            V2
        }
    }

    /**
     * Access tokens that callers send.
     *
     * @param audiences names of this API, empty only where tokens for any API are taken
     * @param issuers accepted beside the provider's, as they stand in tokens
     * @param transport where a request may carry a token beside the header
     * @param baseUrls where clients reach the application, without trailing slash; empty where that is not known, and on the
     *     loopback interface, where it is made of the port that the request came to
     */
    public record Api(
            List<String> audiences,
            List<String> issuers,
            List<String> algorithms,
            Duration clockSkew,
            List<String> requiredClaims,
            TokenTransport transport,
            TokenCache tokenCache,
            List<URI> baseUrls,
            ApiDpop dpop,
            ResourceMetadata metadata,
            MicroProfileJwt microProfileJwt) {}

    /**
     * Where a request may carry an access token beside the {@code Authorization} header.
     *
     * @param cookie the cookie that tokens come in, and then nowhere else; null for the header
     */
    public record TokenTransport(
            boolean formAllowed,
            boolean queryAllowed,
            @Nullable String cookie) {

        /** Tokens come in the header, and where this allows. */
        public TokenTransport(boolean formAllowed, boolean queryAllowed) {
            this(formAllowed, queryAllowed, null);
        }
    }

    /**
     * Verified access tokens that are remembered.
     *
     * @param maximum how many; 0 for none
     */
    public record TokenCache(int maximum, Duration duration) {}

    /**
     * Proofs of possession that callers send with their access tokens.
     *
     * @param iatOffset how old a proof may be
     * @param iatLeeway how far in the future it may have been made
     * @param nonceSecrets what nonces are made with, the first for new ones; empty where none are wanted
     * @param replayMaximum how many proofs the memory remembers
     */
    public record ApiDpop(
            Mode mode, Duration iatOffset, Duration iatLeeway, List<CookieSecret> nonceSecrets, int replayMaximum) {
        /** What callers may and must send. */
        public enum Mode {
            ALLOWED,
            REQUIRED,
            DISABLED
        }
    }

    /**
     * What the API says of itself (RFC 9728), beyond what follows from other settings.
     *
     * @param route where, null where it says nothing
     * @param resource its identifier, null where that is the base URL
     */
    public record ResourceMetadata(
            @Nullable String route,
            @Nullable URI resource,
            List<String> scopesSupported,
            @Nullable URI jwksUri,
            List<String> signingAlgorithms,
            @Nullable String name,
            @Nullable URI documentation,
            @Nullable URI policyUri,
            @Nullable URI tosUri,
            boolean tlsClientCertificateBound,
            List<String> authorizationDetailsTypes) {}

    /** Where access tokens may be sent on to. */
    public record Propagation(Set<URI> origins) {}

    /**
     * What the keys of MicroProfile JWT say that have no counterpart among ours.
     *
     * @param keys what verifies access tokens, null where those of the provider's metadata do
     * @param tokenAge how long ago an access token may have been issued, null where that does not matter
     * @param decryption how access tokens are decrypted, null where they are not
     */
    public record MicroProfileJwt(
            @Nullable Keys keys,
            @Nullable Duration tokenAge,
            @Nullable Decryption decryption) {

        /** Keys that are not those of the provider's metadata. */
        public sealed interface Keys {

            /**
             * Keys that are there.
             *
             * @param setting the key of the configuration that they come from
             * @param text PEM, JWK or JWKS
             */
            record Document(String setting, String text) implements Keys {}

            /** Keys at another address. */
            record Remote(URI location) implements Keys {}
        }

        /**
         * How access tokens are decrypted.
         *
         * @param keys private keys as PEM, JWK or JWKS
         * @param algorithms the algorithms of key management that are allowed
         */
        public record Decryption(SecretText keys, Set<String> algorithms) {}
    }

    /**
     * How claims become a Jakarta caller.
     *
     * @param nameClaims the claims that name the caller; the first that is there does
     */
    public record Caller(List<String> nameClaims, List<String> groupsClaims) {}

    /** Limits of requests to the provider. */
    public record Http(Duration connectTimeout, Duration timeout, int maxBody, boolean telemetry) {}
}
