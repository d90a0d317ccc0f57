package io.github.auth0jakarta.internal.http;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.TransportException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to the provider: never follows a redirect, and gives up at the limits of time and size.
 *
 * <p>All methods throw {@link TransportException}: {@code transport.timeout}, {@code transport.response_too_large} or
 * {@code transport.failed}.
 */
public final class HttpTransport {
    private final HttpClient client;
    private final Duration timeout;
    private final int maxBody;
    private final @Nullable String telemetry;

    /**
     * @param timeout for a whole request, the answer's body included
     * @param maxBody in bytes
     * @param version of this library, told to the provider; null tells nothing
     */
    public HttpTransport(Duration connectTimeout, Duration timeout, int maxBody, @Nullable String version) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.timeout = timeout;
        this.maxBody = maxBody;
        this.telemetry = version == null ? null : telemetry(version);
    }

    private static String telemetry(String version) {
        String json = "{\"name\":\"auth0-jakarta\",\"version\":\"" + version + "\",\"env\":{\"java\":\""
                + Runtime.version().feature() + "\"}}";
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a GET for a JSON document. */
    public HttpAnswer get(URI address) {
        return send(request(address).GET().build());
    }

    /** Sends a GET for a JSON document, authorised by an access token. */
    public HttpAnswer get(URI address, String authorization) {
        return send(
                request(address).header("Authorization", authorization).GET().build());
    }

    /** Sends a form. */
    public HttpAnswer post(URI address, FormBody form) {
        return send(request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.encoded(), StandardCharsets.US_ASCII))
                .build());
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address).header("Accept", "application/json");
        if (telemetry != null) {
            builder.header("Auth0-Client", telemetry);
        }
        return builder;
    }

    /** The JDK's own request time-out ends with the headers, so the whole exchange is timed here. */
    private HttpAnswer send(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request, info -> new LimitedBody(BodySubscribers.ofByteArray(), maxBody));
        try {
            HttpResponse<byte[]> response = exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            String contentType = response.headers().firstValue("Content-Type").orElse("");
            return new HttpAnswer(response.statusCode(), HttpAnswer.mediaType(contentType), response.body());
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
