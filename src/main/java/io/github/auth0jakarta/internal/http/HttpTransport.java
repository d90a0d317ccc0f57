package io.github.auth0jakarta.internal.http;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.TransportException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to the provider: never follows a redirect, gives up at the limits of time and size, has no more than
 * {@value CallsInFlight#PER_HOST} under way to one host, and leaves an address alone for as long as it asked for.
 *
 * <p>All methods throw {@link TransportException}: {@code transport.timeout}, {@code transport.response_too_large} or
 * {@code transport.failed}; and {@code server.rate_limited} without a request while the address is left alone.
 */
public final class HttpTransport {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Set<Integer> RETRY_LATER = Set.of(TOO_MANY_REQUESTS, 503);

    private final HttpClient client;
    private final Duration timeout;
    private final int maxBody;
    private final @Nullable String telemetry;
    private final InstantSource clock;
    private final RateLimits rateLimits;
    private final CallsInFlight callsInFlight = new CallsInFlight();

    /**
     * @param timeout for a whole request, the answer's body included
     * @param maxBody in bytes
     * @param version of this library, told to the provider; null tells nothing
     * @param tls what this client shows of itself, null for nothing
     * @param clock tells the time
     */
    public HttpTransport(
            Duration connectTimeout,
            Duration timeout,
            int maxBody,
            @Nullable String version,
            @Nullable SSLContext tls,
            InstantSource clock) {
        HttpClient.Builder builder =
                HttpClient.newBuilder().connectTimeout(connectTimeout).followRedirects(HttpClient.Redirect.NEVER);
        if (tls != null) {
            builder.sslContext(tls);
        }
        this.client = builder.build();
        this.timeout = timeout;
        this.maxBody = maxBody;
        this.telemetry = version == null ? null : telemetry(version);
        this.clock = clock;
        this.rateLimits = new RateLimits(clock);
    }

    private static String telemetry(String version) {
        String json = "{\"name\":\"auth0-jakarta\",\"version\":\"" + version + "\",\"env\":{\"java\":\""
                + Runtime.version().feature() + "\"}}";
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a GET for a JSON document, twice at most ({@link SecondAttempt}). */
    public HttpAnswer get(URI address) {
        return get(address, Map.of());
    }

    /**
     * Sends a GET with these headers, twice at most ({@link SecondAttempt}); without an {@code Accept} among them, for a JSON
     * document.
     */
    public HttpAnswer get(URI address, Map<String, String> headers) {
        HttpRequest request = request(address, headers).GET().build();
        return SecondAttempt.ofGet(() -> send(request));
    }

    /** Sends a GET with these headers, of which the caller makes the second attempt because it needs other headers. */
    public HttpAnswer getOnce(URI address, Map<String, String> headers) {
        return send(request(address, headers).GET().build());
    }

    /** Sends a form. */
    public HttpAnswer post(URI address, FormBody form) {
        return post(address, form, Map.of());
    }

    /** Sends a form with these headers. */
    public HttpAnswer post(URI address, FormBody form, Map<String, String> headers) {
        return send(request(address, headers)
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.encoded(), StandardCharsets.US_ASCII))
                .build());
    }

    /** Sends a JSON text with these headers. */
    public HttpAnswer postJson(URI address, String json, Map<String, String> headers) {
        return send(request(address, headers)
                .setHeader("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    /** Sends a DELETE with these headers. */
    public HttpAnswer delete(URI address, Map<String, String> headers) {
        return send(request(address, headers).DELETE().build());
    }

    /** Forgets which addresses are left alone. */
    public void dropRateLimits() {
        rateLimits.clear();
    }

    private HttpRequest.Builder request(URI address, Map<String, String> headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address).header("Accept", "application/json");
        if (telemetry != null) {
            builder.header("Auth0-Client", telemetry);
        }
        headers.forEach(builder::setHeader);
        return builder;
    }

    private HttpAnswer send(HttpRequest request) {
        rateLimits.check(request.uri());
        HttpResponse<byte[]> response = exchange(request);
        Duration retryAfter = retryAfter(response);
        if (retryAfter != null && RETRY_LATER.contains(response.statusCode())) {
            rateLimits.begin(request.uri(), response.statusCode(), retryAfter);
        }
        return new HttpAnswer(response.statusCode(), response.headers().map(), response.body(), retryAfter);
    }

    private @Nullable Duration retryAfter(HttpResponse<?> response) {
        if (response.statusCode() < 400) {
            return null;
        }
        HttpHeaders headers = response.headers();
        String header = headers.firstValue("Retry-After").orElse("").strip();
        if (header.isEmpty() && response.statusCode() == TOO_MANY_REQUESTS) {
            String reset = headers.firstValue("X-RateLimit-Reset").orElse("").strip();
            return RetryAfter.parseReset(reset, clock.instant());
        }
        return RetryAfter.parse(header, clock.instant());
    }

    /** The JDK's own request time-out ends with the headers, so the whole exchange is timed here. */
    private HttpResponse<byte[]> exchange(HttpRequest request) {
        long deadline = System.nanoTime() + timeout.toNanos();
        callsInFlight.begin(host(request), timeout);
        try {
            return exchange(request, Duration.ofNanos(deadline - System.nanoTime()));
        } finally {
            callsInFlight.end(host(request));
        }
    }

    private HttpResponse<byte[]> exchange(HttpRequest request, Duration remaining) {
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request, info -> new LimitedBody(BodySubscribers.ofByteArray(), maxBody));
        try {
            return exchange.get(remaining.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw new TransportException(Auth0ErrorCode.TRANSPORT_TIMEOUT, "no answer from " + host(request), e);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new TransportException(Auth0ErrorCode.TRANSPORT_FAILED, "interrupted", e);
        } catch (ExecutionException e) {
            throw failure(request, e.getCause());
        }
    }

    private static TransportException failure(HttpRequest request, @Nullable Throwable cause) {
        for (Throwable reason = cause; reason != null; reason = reason.getCause()) {
            if (reason instanceof BodyTooLargeException) {
                return new TransportException(
                        Auth0ErrorCode.TRANSPORT_RESPONSE_TOO_LARGE, "answer of " + host(request), reason);
            }
        }
        Auth0ErrorCode code = cause instanceof java.net.http.HttpTimeoutException
                ? Auth0ErrorCode.TRANSPORT_TIMEOUT
                : Auth0ErrorCode.TRANSPORT_FAILED;
        IOException reason = cause instanceof IOException io ? io : new IOException(cause);
        return new TransportException(code, "no answer from " + host(request), reason);
    }

    private static String host(HttpRequest request) {
        return request.uri().getAuthority();
    }
}
