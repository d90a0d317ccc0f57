package io.github.auth0jakarta.sample.agent.assistant;

import io.github.auth0jakarta.AccessToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The tools' server, over HTTP: JSON-RPC with a token, and what anybody may read about it. */
@ApplicationScoped
public class Tools {
    static final String PROTOCOL = "2025-06-18";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newHttpClient();

    @Inject
    @ConfigProperty(name = "tools.url")
    private URI url;

    /**
     * An answer as it came.
     *
     * @param status of HTTP
     * @param challenge the {@code WWW-Authenticate} header, empty without one
     * @param body what is in it, empty where it is no object
     */
    record Answer(int status, String challenge, JsonObject body) {
        boolean isOk() {
            return status == 200;
        }
    }

    URI url() {
        return url;
    }

    /** Calls a method; without a token where that is null. */
    Answer call(@Nullable AccessToken token, String method, JsonObject params) {
        return post(token, message(method, params).add("id", 1));
    }

    /** Tells the server something; there is no result. */
    Answer notify(AccessToken token, String method) {
        return post(token, message(method, JsonObject.EMPTY_JSON_OBJECT));
    }

    /** Reads a public document. */
    Answer read(URI address) {
        return send(HttpRequest.newBuilder(address).header("Accept", "application/json"));
    }

    private static JsonObjectBuilder message(String method, JsonObject params) {
        return Json.createObjectBuilder()
                .add("jsonrpc", "2.0")
                .add("method", method)
                .add("params", params);
    }

    private Answer post(@Nullable AccessToken token, JsonObjectBuilder message) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", PROTOCOL)
                .POST(BodyPublishers.ofString(message.build().toString()));
        if (token != null) {
            request.header("Authorization", "Bearer " + token.value());
        }
        return send(request);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            String challenge = String.join(", ", response.headers().allValues("WWW-Authenticate"));
            return new Answer(response.statusCode(), challenge, object(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject object(String body) {
        if (!body.startsWith("{")) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }
}
