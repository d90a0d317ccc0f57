package io.github.auth0jakarta.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * An API that the test application calls, and that remembers what came: {@code /things} answers, {@code /moved} redirects to the
 * same machine by another name, {@code /fresh} wants a nonce in each proof.
 */
final class OtherApi implements AutoCloseable {
    static final String NONCE = "nonce-of-the-other-api";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /**
     * A request.
     *
     * @param authorization null where it had none
     * @param proof null where it had none
     */
    record Call(
            String method,
            String path,
            @Nullable String authorization,
            @Nullable String proof,
            String body) {}

    OtherApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Returns its origin, by the name that the application may send tokens to. */
    String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Returns its origin by a name that the application may not send tokens to. */
    String foreignOrigin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns what has come, oldest first. */
    List<Call> calls() {
        return List.copyOf(calls);
    }

    void forget() {
        calls.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Call call = new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("DPoP"),
                    body);
            calls.add(call);
            answer(exchange, call);
        }
    }

    private void answer(HttpExchange exchange, Call call) throws IOException {
        if (call.path().equals("/moved")) {
            exchange.getResponseHeaders().set("Location", foreignOrigin() + "/things");
            send(exchange, 302, "");
        } else if (call.path().equals("/fresh") && !hasNonce(call)) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "DPoP error=\"use_dpop_nonce\", algs=\"ES256\"");
            exchange.getResponseHeaders().set("DPoP-Nonce", NONCE);
            send(exchange, 401, "no nonce");
        } else {
            send(exchange, 200, call.method() + " " + call.body());
        }
    }

    private static boolean hasNonce(Call call) {
        return call.proof() != null
                && NONCE.equals(SignedText.claims(call.proof()).getString("nonce", ""));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
