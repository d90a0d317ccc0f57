package io.github.auth0jakarta.tenant;

import com.sun.net.httpserver.HttpExchange;
import io.github.auth0jakarta.tenant.Response.Delivery;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Takes one exchange from the first byte of the request to the last of the answer, and always closes it. */
final class Exchanges {

    private static final Logger LOG = System.getLogger(Exchanges.class.getName());

    private final String origin;
    private final Router router;
    private final RequestLog log;

    Exchanges(String origin, Router router, RequestLog log) {
        this.origin = origin;
        this.router = router;
        this.log = log;
    }

    void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, respond(exchange));
        }
    }

    private Response respond(HttpExchange exchange) throws IOException {
        RequestReader reader = new RequestReader(exchange, origin);
        Request request = reader.bare();
        Response response;
        try {
            request = reader.read();
            response = router.route(request);
        } catch (OAuthException e) {
            response = router.malformed(request.path(), e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The tenant failed at " + request.path(), e);
            response = Response.of(500, "text/plain", "Internal Server Error");
        }
        log.add(LoggedRequest.of(request, response));
        return response;
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        if (response.delivery() == Delivery.DROPPED) {
            return;
        }
        byte[] body = response.body();
        boolean none = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.getResponseHeaders().putAll(response.headers());
        if (response.delivery() == Delivery.TRUNCATED) {
            exchange.sendResponseHeaders(response.status(), body.length + 1L);
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
        } else {
            exchange.sendResponseHeaders(response.status(), none ? -1 : body.length);
            if (!none) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
