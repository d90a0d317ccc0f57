package io.github.auth0jakarta.tenant;

import io.github.auth0jakarta.tenant.Response.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A way in which an endpoint misbehaves; {@link Faults} says where and how often. */
public final class Fault {

    /** What happens instead of, or around, the endpoint's own answer. */
    private interface Behaviour {
        Response apply(Supplier<Response> endpoint, CountDownLatch lifted);
    }

    private final Behaviour behaviour;

    private Fault(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    Response apply(Supplier<Response> endpoint, CountDownLatch lifted) {
        return behaviour.apply(endpoint, lifted);
    }

    private static Fault instead(Response response) {
        return new Fault((endpoint, lifted) -> response);
    }

    /** Answers with a status and no body. */
    public static Fault status(int status) {
        return instead(Response.empty(status));
    }

    /** Answers with a status and an OAuth error as JSON. */
    public static Fault error(int status, String code) {
        return instead(Response.json(status, Map.of("error", code, "error_description", "injected by a test")));
    }

    /** Answers with this status, content type and body. */
    public static Fault answer(int status, String contentType, String body) {
        return instead(Response.of(status, contentType, body));
    }

    /** Answers 429 with a Retry-After header, as Auth0's rate limits do. */
    public static Fault tooManyRequests(Duration retryAfter) {
        return instead(Response.json(429, Map.of("error", "too_many_requests", "error_description", "Global limit"))
                .withHeader("Retry-After", Long.toString(retryAfter.toSeconds())));
    }

    /** Answers 200 and claims JSON, but sends none. */
    public static Fault garbage() {
        return answer(200, "application/json", "{\"access_token\": <<garbage");
    }

    /** Sends the endpoint's own answer under another content type. */
    public static Fault contentType(String type) {
        return new Fault((endpoint, lifted) -> endpoint.get().withHeader("Content-Type", type));
    }

    /** Sends the endpoint's own JSON, still valid, padded with blanks to at least that many bytes. */
    public static Fault oversized(int bytes) {
        return new Fault((endpoint, lifted) -> {
            Response response = endpoint.get();
            byte[] padded = Arrays.copyOf(response.body(), Math.max(bytes, response.body().length));
            Arrays.fill(padded, response.body().length, padded.length, (byte) ' ');
            return response.withBody(padded);
        });
    }

    /** Redirects to another address. */
    public static Fault redirect(String location) {
        return instead(Response.redirect(location));
    }

    /** Closes the connection without an answer, after the request was read; the endpoint has not acted on it. */
    public static Fault dropConnection() {
        return instead(Response.empty(500).delivered(Delivery.DROPPED));
    }

    /** Lets the endpoint act, then closes the connection without an answer: the client cannot know what happened. */
    public static Fault dropAnswer() {
        return new Fault((endpoint, lifted) -> endpoint.get().delivered(Delivery.DROPPED));
    }

    /** Sends the endpoint's own answer without its last byte, then closes the connection. */
    public static Fault truncated() {
        return new Fault((endpoint, lifted) -> endpoint.get().delivered(Delivery.TRUNCATED));
    }

    /** Sends the endpoint's own answer late; clearing the faults or closing the tenant ends the wait. */
    public static Fault delay(Duration delay) {
        return new Fault((endpoint, lifted) -> {
            await(lifted, delay);
            return endpoint.get();
        });
    }

    /** Replaces the body of the endpoint's own answer. */
    public static Fault body(String body) {
        return new Fault((endpoint, lifted) -> endpoint.get().withBody(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static void await(CountDownLatch lifted, Duration delay) {
        try {
            lifted.await(delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
