package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A logout that was asked for (OpenID Connect RP-Initiated Logout 1.0 section 2), completely checked.
 *
 * @param target where the browser goes afterwards, state included; null for the tenant's own page
 * @param sid the session that the client means, by ID token or hint; null when it did not say
 */
record EndSessionRequest(@Nullable String target, @Nullable String sid) {

    /** Says whether the client has shown that it knows this session; otherwise the user is asked. */
    boolean names(SsoSession session) {
        return session.sid().equals(sid);
    }

    /** Checks requests. */
    record Parser(String issuer, Directory directory, JwtVerifier verifier) {

        EndSessionRequest parse(Parameters parameters) {
            parameters.refuseRepeated();
            Map<String, Object> hint = hint(parameters.find("id_token_hint"));
            Client client = client(parameters.find("client_id"), (String) hint.get("aud"));
            String target = target(client, parameters.find("post_logout_redirect_uri"), parameters.find("state"));
            String sid = hint.containsKey("sid") ? (String) hint.get("sid") : parameters.find("logout_hint");
            return new EndSessionRequest(target, sid);
        }

        /** An expired ID token is as good as a fresh one here; one of somebody else is not. */
        private Map<String, Object> hint(@Nullable String idToken) {
            if (idToken == null) {
                return Map.of();
            }
            Map<String, Object> claims = verifier.verify(idToken);
            if (claims == null || !issuer.equals(claims.get("iss")) || !(claims.get("aud") instanceof String)) {
                throw new OAuthException(
                        OAuth2Error.INVALID_REQUEST, "id_token_hint is not an ID token of this tenant");
            }
            return claims;
        }

        private @Nullable Client client(@Nullable String clientId, @Nullable String audience) {
            if (clientId != null && audience != null && !clientId.equals(audience)) {
                throw new OAuthException(OAuth2Error.INVALID_REQUEST, "client_id is not that of the id_token_hint");
            }
            String id = clientId == null ? audience : clientId;
            Client client = directory.client(id);
            if (id != null && client == null) {
                throw new OAuthException(OAuth2Error.INVALID_REQUEST, "Unknown client: " + id);
            }
            return client;
        }

        private static @Nullable String target(
                @Nullable Client client, @Nullable String redirectUri, @Nullable String state) {
            if (redirectUri == null) {
                return null;
            }
            if (client == null || !client.logoutUrls().contains(redirectUri)) {
                throw new OAuthException(
                        OAuth2Error.INVALID_REQUEST, "post_logout_redirect_uri is not an allowed logout URL");
            }
            return Redirects.with(redirectUri, state == null ? Map.of() : Map.of("state", state));
        }
    }
}
