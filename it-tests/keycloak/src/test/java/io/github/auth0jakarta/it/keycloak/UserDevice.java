package io.github.auth0jakarta.it.keycloak;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The users' device: Keycloak posts here what a user is asked (CIBA), and a test decides for the user. */
final class UserDevice {
    private static final UserDevice SHARED = new UserDevice();

    private final HttpServer server;
    private final BlockingQueue<Question> questions = new LinkedBlockingQueue<>();

    /**
     * What a user is asked.
     *
     * @param token authenticates the answer
     */
    record Question(String token, JsonObject body) {

        String user() {
            return body.getString("login_hint");
        }

        String message() {
            return body.getString("binding_message");
        }

        /** Answers with {@code SUCCEED}, {@code UNAUTHORIZED} or {@code CANCELLED}; returns Keycloak's status. */
        int answer(String status) throws IOException, InterruptedException {
            HttpRequest callback = HttpRequest.newBuilder(URI.create(
                            SharedKeycloak.server().issuer() + "/protocol/openid-connect/ext/ciba/auth/callback"))
                    .header("Authorization", token)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"status\":\"" + status + "\"}"))
                    .build();
            return HttpClient.newHttpClient()
                    .send(callback, BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private UserDevice() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::ask);
        server.start();
    }

    static UserDevice shared() {
        return SHARED;
    }

    /** Returns where it takes questions. */
    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    private void ask(HttpExchange exchange) throws IOException {
        try (exchange;
                var reader = Json.createReader(exchange.getRequestBody())) {
            questions.add(new Question(exchange.getRequestHeaders().getFirst("Authorization"), reader.readObject()));
            exchange.sendResponseHeaders(201, -1);
        }
    }

    /** Returns the next question. */
    Question next() throws InterruptedException {
        Question question = questions.poll(30, TimeUnit.SECONDS);
        if (question == null) {
            throw new AssertionError("Keycloak did not ask");
        }
        return question;
    }
}
