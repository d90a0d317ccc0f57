package io.github.auth0jakarta.sample.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Another site than the sample: a few pages, and an API that lets the pages of every origin call it. */
final class PageServer implements AutoCloseable {
    private final HttpServer server;
    private final List<String> authorizations = new CopyOnWriteArrayList<>();

    private PageServer(HttpServer server) {
        this.server = server;
    }

    /** Starts it on a free port of {@code 127.0.0.1}, which is not {@code localhost} to a browser. */
    static PageServer start() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        PageServer pages = new PageServer(server);
        server.createContext("/api", pages::answerApi);
        server.start();
        return pages;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void serve(String path, String body) {
        server.createContext(path, exchange -> send(exchange, "<!DOCTYPE html><title>Elsewhere</title>" + body));
    }

    /** Returns the Authorization headers that the API got, oldest first; what is no preflight and had none is an empty text. */
    List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    private void answerApi(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        exchange.getResponseHeaders().set("Access-Control-Allow-Headers", "Authorization");
        if (!exchange.getRequestMethod().equals("OPTIONS")) {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            authorizations.add(authorization == null ? "" : authorization);
        }
        send(exchange, "answered");
    }

    private static void send(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
        exchange.sendResponseHeaders(200, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
