package io.github.auth0jakarta.tenant;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer, built completely before the first byte is sent, so that the log has it before the client does. */
final class Response {

    /** How much of the answer reaches the client. */
    enum Delivery {
        COMPLETE,
        /** The announced length is longer than what is sent before the connection closes. */
        TRUNCATED,
        /** The connection closes without an answer. */
        DROPPED
    }

    static final String NO_STORE = "no-store";

    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final Delivery delivery;

    private Response(int status, Map<String, List<String>> headers, byte[] body, Delivery delivery) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.delivery = delivery;
    }

    int status() {
        return status;
    }

    Map<String, List<String>> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    Delivery delivery() {
        return delivery;
    }

    static Response of(int status, String contentType, String body) {
        return new Response(status, Map.of(), body.getBytes(StandardCharsets.UTF_8), Delivery.COMPLETE)
                .withHeader("Content-Type", contentType);
    }

    static Response empty(int status) {
        return new Response(status, Map.of(), new byte[0], Delivery.COMPLETE);
    }

    /** JSON that nobody may cache (RFC 6749 section 5.1). */
    static Response json(int status, Map<String, Object> body) {
        return of(status, "application/json", JSONObjectUtils.toJSONString(body))
                .withHeader("Cache-Control", NO_STORE)
                .withHeader("Pragma", "no-cache");
    }

    static Response error(OAuthException e) {
        return json(e.error().getHTTPStatusCode(), e.json());
    }

    static Response redirect(String location) {
        return empty(302).withHeader("Location", location).withHeader("Cache-Control", NO_STORE);
    }

    Response withHeader(String name, String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(headers);
        changed.put(name, List.of(value));
        return new Response(status, changed, body, delivery);
    }

    Response withCookie(String cookie) {
        Map<String, List<String>> changed = new LinkedHashMap<>(headers);
        List<String> cookies = new ArrayList<>(changed.getOrDefault("Set-Cookie", List.of()));
        cookies.add(cookie);
        changed.put("Set-Cookie", cookies);
        return new Response(status, changed, body, delivery);
    }

    Response withBody(byte[] replacement) {
        return new Response(status, headers, replacement, delivery);
    }

    Response delivered(Delivery how) {
        return new Response(status, headers, body, how);
    }
}
