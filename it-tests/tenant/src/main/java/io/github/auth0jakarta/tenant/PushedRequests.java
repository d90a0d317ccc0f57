package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The authorization requests that clients have pushed (RFC 9126): each can be used once, by the client that pushed it. */
final class PushedRequests {

    static final Duration LIFETIME = Duration.ofSeconds(60);

    private static final String PREFIX = "urn:ietf:params:oauth:request_uri:";
    private static final Set<String> REFERENCE = Set.of("client_id", "request_uri");

    private final Expiring<AuthorizationRequest> requests;
    private final Randomness randomness;

    PushedRequests(Randomness randomness, InstantSource clock) {
        this.requests = new Expiring<>(clock);
        this.randomness = randomness;
    }

    /** Returns the {@code request_uri}. */
    String add(AuthorizationRequest request) {
        String uri = PREFIX + randomness.token();
        requests.put(uri, request, LIFETIME);
        return uri;
    }

    static boolean isReference(@Nullable String requestUri) {
        return requestUri != null && requestUri.startsWith(PREFIX);
    }

    /** Uses up the request that the browser brought a reference to; parameters beside the reference are refused. */
    AuthorizationRequest take(Parameters parameters) {
        if (!parameters.values().keySet().equals(REFERENCE)) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "a pushed request comes with its client_id alone");
        }
        String clientId = parameters.require("client_id");
        AuthorizationRequest request = requests.take(parameters.require("request_uri"));
        if (request == null || !request.client().id().equals(clientId)) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST_URI, "unknown, used or expired request_uri");
        }
        return request;
    }
}
