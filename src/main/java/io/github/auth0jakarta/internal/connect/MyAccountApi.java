package io.github.auth0jakarta.internal.connect;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.internal.dpop.DpopClient;
import io.github.auth0jakarta.internal.http.HttpAnswer;
import io.github.auth0jakarta.internal.http.HttpTransport;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to Auth0's My Account API, with an access token of the caller, and with a proof of its key where the token is
 * bound to one (RFC 9449, 7).
 */
public final class MyAccountApi {
    private static final String VERSION = "v1/";
    private static final String DPOP = "DPoP";

    private final String audience;
    private final HttpTransport transport;
    private final @Nullable DpopClient dpop;
    private final StrictJson json;

    /**
     * @param issuer of the provider
     * @param dpop what tokens are bound with, null where they are not
     */
    public MyAccountApi(String issuer, HttpTransport transport, @Nullable DpopClient dpop, StrictJson json) {
        this.audience = issuer + (issuer.endsWith("/") ? "" : "/") + "me/";
        this.transport = transport;
        this.dpop = dpop;
        this.json = json;
    }

    /** Returns what access tokens for it are asked for. */
    public String audience() {
        return audience;
    }

    /**
     * Sends a GET.
     *
     * @param path below the version, without a slash at its beginning
     */
    HttpAnswer get(AccessToken token, String path) {
        URI address = address(path);
        return send("GET", address, token, headers -> transport.get(address, headers));
    }

    /** Sends a JSON object. */
    public HttpAnswer post(AccessToken token, String path, Map<String, Object> members) {
        URI address = address(path);
        String body = json.writeObject(members);
        return send("POST", address, token, headers -> transport.postJson(address, body, headers));
    }

    /** Sends a DELETE. */
    HttpAnswer delete(AccessToken token, String path) {
        URI address = address(path);
        return send("DELETE", address, token, headers -> transport.delete(address, headers));
    }

    private URI address(String path) {
        return URI.create(audience + VERSION + path);
    }

    /** What is refused for want of a nonce was not looked at, so it is sent once more. */
    private HttpAnswer send(
            String method, URI address, AccessToken token, Function<Map<String, String>, HttpAnswer> request) {
        if (!token.type().equalsIgnoreCase(DPOP)) {
            return request.apply(Map.of("Authorization", "Bearer " + token.value()));
        }
        DpopClient key = key();
        HttpAnswer answer = request.apply(bound(token, key.proof(method, address, token.value())));
        Optional<String> second = key.proofAfter(answer, method, address, token.value());
        return second.map(proof -> request.apply(bound(token, proof))).orElse(answer);
    }

    private DpopClient key() {
        if (dpop == null) {
            throw new AuthorizationServerException(
                    Auth0ErrorCode.SERVER_TOKEN_TYPE_MISMATCH,
                    "My Account API: the access token is bound to a key, and there is none to prove it with",
                    200,
                    null);
        }
        return dpop;
    }

    private static Map<String, String> bound(AccessToken token, String proof) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", DPOP + " " + token.value());
        headers.put(DPOP, proof);
        return headers;
    }
}
