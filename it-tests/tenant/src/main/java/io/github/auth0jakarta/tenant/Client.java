package io.github.auth0jakarta.tenant;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A registered application; made by {@link #builder}.
 *
 * @param id the client_id
 * @param secret the client_secret
 * @param authentication the ways in which it may authenticate; {@code none} alone makes a public client
 * @param keys the public keys of its assertions (private_key_jwt)
 * @param certificateSubject the distinguished name in its certificate (tls_client_auth), null without one
 * @param callbackUrls where codes may be sent, compared character by character; never empty for a client that logs people in
 * @param logoutUrls where browsers may be sent after logout, compared character by character
 * @param backchannelLogoutUri where logout tokens are sent, null for nowhere
 * @param needsConsent whether users are asked before they share anything: a third party's client
 * @param rotatesRefreshTokens whether each refresh token works once
 * @param refreshTokenOverlap how long a used refresh token still works, for clients that race themselves
 * @param refreshTargets scopes by audience that a refresh token may be exchanged for besides its own (multi-resource refresh tokens)
 * @param exchangeSource the audience of the API that this client is, whose callers' tokens it may exchange; null for none
 * @param exchangeTargets scopes by audience that it may exchange them for
 * @param machineGrants scopes by audience that the client may have for itself with client_credentials
 * @param machineOrganizations the ids of the organisations that it may have them in
 */
public record Client(
        String id,
        String secret,
        Set<ClientAuthenticationMethod> authentication,
        JWKSet keys,
        @Nullable String certificateSubject,
        Set<String> callbackUrls,
        Set<String> logoutUrls,
        @Nullable String backchannelLogoutUri,
        boolean needsConsent,
        boolean rotatesRefreshTokens,
        Duration refreshTokenOverlap,
        Map<String, Set<String>> refreshTargets,
        @Nullable String exchangeSource,
        Map<String, Set<String>> exchangeTargets,
        Map<String, Set<String>> machineGrants,
        Set<String> machineOrganizations) {

    /** Returns a builder for a client that authenticates with client_secret_post and rotates refresh tokens. */
    public static Builder builder(String id, String secret) {
        return new Builder(id, secret);
    }

    /** Compares in constant time, though nothing real is behind it: samples get copied. */
    boolean hasSecret(String presented) {
        return MessageDigest.isEqual(
                secret.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }

    /** Names the client without its secret. */
    @Override
    public String toString() {
        return "Client[" + id + "]";
    }

    /** Collects what is known about a client. */
    public static final class Builder {

        private final String id;
        private final String secret;
        private final Set<String> callbackUrls = new LinkedHashSet<>();
        private final Set<String> logoutUrls = new LinkedHashSet<>();
        private final Map<String, Set<String>> refreshTargets = new HashMap<>();
        private final Map<String, Set<String>> exchangeTargets = new HashMap<>();
        private final Map<String, Set<String>> machineGrants = new HashMap<>();
        private final Set<String> machineOrganizations = new LinkedHashSet<>();
        private final List<JWK> keys = new ArrayList<>();
        private Set<ClientAuthenticationMethod> authentication = Set.of(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        private @Nullable String certificateSubject;
        private @Nullable String backchannelLogoutUri;
        private @Nullable String exchangeSource;
        private boolean needsConsent;
        private boolean rotates = true;
        private Duration overlap = Duration.ZERO;

        private Builder(String id, String secret) {
            this.id = id;
            this.secret = secret;
        }

        /** Takes the secret in the Authorization header, and no longer in the body. */
        public Builder secretInHeader() {
            return authentication(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        }

        /** Takes these ways of authenticating and no other. */
        public Builder authentication(ClientAuthenticationMethod... allowed) {
            authentication = Set.of(allowed);
            return this;
        }

        /** Takes assertions that are signed with a key of this public part (private_key_jwt) and no secret; several calls allow several keys. */
        public Builder assertionKey(JWK key) {
            keys.add(key.toPublicJWK());
            return authentication(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
        }

        /** Takes a certificate of the tenant's authority with this subject, such as {@code CN=client}, and no secret. */
        public Builder certificate(String subject) {
            certificateSubject = subject;
            return authentication(ClientAuthenticationMethod.TLS_CLIENT_AUTH);
        }

        /** Takes the client_id alone, with PKCE as its only protection. */
        public Builder withoutAuthentication() {
            return authentication(ClientAuthenticationMethod.NONE);
        }

        /** Sends logout tokens here when a session ends that the client took part in. */
        public Builder backchannelLogoutUri(String uri) {
            backchannelLogoutUri = uri;
            return this;
        }

        /** Asks users before they share anything, as for a third party's client. */
        public Builder needsConsent() {
            needsConsent = true;
            return this;
        }

        /** Allows these redirect URIs too. */
        public Builder callbackUrls(String... urls) {
            callbackUrls.addAll(List.of(urls));
            return this;
        }

        /** Allows these targets after logout too. */
        public Builder logoutUrls(String... urls) {
            logoutUrls.addAll(List.of(urls));
            return this;
        }

        /** Lets a used refresh token work for this long. */
        public Builder refreshTokenOverlap(Duration allowed) {
            overlap = allowed;
            return this;
        }

        /** Gives out refresh tokens that stay the same. */
        public Builder withoutRotation() {
            rotates = false;
            return this;
        }

        /** Lets refresh tokens fetch access tokens for a further audience. */
        public Builder refreshTarget(String audience, String... scopes) {
            refreshTargets.put(audience, Set.of(scopes));
            return this;
        }

        /** Makes the client an API that calls further ones on behalf of its callers. */
        public Builder api(String audience) {
            exchangeSource = audience;
            return this;
        }

        /** Lets it exchange its callers' access tokens for ones for a further audience. */
        public Builder exchangeTarget(String audience, String... scopes) {
            exchangeTargets.put(audience, Set.of(scopes));
            return this;
        }

        /** Lets the client get access tokens for itself. */
        public Builder machineGrant(String audience, String... scopes) {
            machineGrants.put(audience, Set.of(scopes));
            return this;
        }

        /** Lets the client get them in these organisations, by id. */
        public Builder machineOrganization(String... ids) {
            machineOrganizations.addAll(List.of(ids));
            return this;
        }

        /** Returns the client. */
        public Client build() {
            return new Client(
                    id,
                    secret,
                    authentication,
                    new JWKSet(List.copyOf(keys)),
                    certificateSubject,
                    Set.copyOf(callbackUrls),
                    Set.copyOf(logoutUrls),
                    backchannelLogoutUri,
                    needsConsent,
                    rotates,
                    overlap,
                    Map.copyOf(refreshTargets),
                    exchangeSource,
                    Map.copyOf(exchangeTargets),
                    Map.copyOf(machineGrants),
                    Set.copyOf(machineOrganizations));
        }
    }
}
