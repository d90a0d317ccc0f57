package io.github.auth0jakarta.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.auth0jakarta.internal.config.SecretText;
import io.github.auth0jakarta.internal.dpop.DpopClient;
import io.github.auth0jakarta.internal.http.HttpTransport;
import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.oauth.ClientAuthentication;
import io.github.auth0jakarta.internal.oauth.ClientRequests;
import io.github.auth0jakarta.internal.oauth.ClientSecretPost;
import io.github.auth0jakarta.internal.oauth.JsonAnswers;
import io.github.auth0jakarta.internal.oauth.ProviderMetadataSource;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A provider on the loopback interface: says what a test wants, and keeps what it was asked. */
public final class FakeAuthorizationServer implements AutoCloseable {
    public static final String METADATA = "/.well-known/openid-configuration";
    public static final String TOKEN = "/oauth/token";
    public static final String REVOKE = "/oauth/revoke";
    public static final String PAR = "/oauth/par";
    public static final String BC_AUTHORIZE = "/bc-authorize";
    public static final String USERINFO = "/userinfo";
    public static final String JWKS = "/jwks.json";

    private static final StrictJson JSON = new StrictJson();
    private static final ClientAuthentication SECRET =
            new ClientSecretPost(TestJwts.CLIENT_ID, new SecretText(TestConfigs.CLIENT_SECRET));

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final FixedTime time = new FixedTime();

    /** A request, as it came. */
    public record Received(String method, String path, Map<String, String> headers, String body, String query) {

        /** Returns the parameters of the form; fails where one is there twice. */
        public Map<String, String> form() {
            return Parameters.of(body);
        }

        /** Returns the members of the JSON object that was sent. */
        public Map<String, Object> json() {
            try {
                return JSON.readObject(body);
            } catch (MalformedJsonException e) {
                throw new IllegalStateException(e);
            }
        }

        public String header(String name) {
            return headers.get(name);
        }
    }

    /** An answer, to be sent as it is. */
    public record Reply(int status, String contentType, String body, Map<String, String> headers) {

        public Reply(int status, String contentType, String body) {
            this(status, contentType, body, Map.of());
        }

        public static Reply json(String body) {
            return new Reply(200, "application/json", body);
        }

        public static Reply json(Map<String, ?> body) {
            return json(JSON.writeObject(body));
        }

        public static Reply error(int status, String error) {
            return new Reply(status, "application/json", "{\"error\":\"" + error + "\"}");
        }

        public Reply header(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Reply(status, contentType, body, more);
        }
    }

    /** What happens to a request. */
    @FunctionalInterface
    public interface Handler {
        Reply handle(Received request) throws Exception;
    }

    private FakeAuthorizationServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Starts one with metadata and keys. */
    public static FakeAuthorizationServer start() {
        try {
            FakeAuthorizationServer provider = new FakeAuthorizationServer();
            provider.on(METADATA, Reply.json(provider.metadataDocument()));
            provider.on(JWKS, Reply.json(new String(TestKeys.jwks(TestKeys.RSA), StandardCharsets.UTF_8)));
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** Returns an address of it. */
    public String at(String path) {
        return issuer() + path.substring(1);
    }

    /** Returns its metadata, to be changed at will. */
    public Map<String, Object> metadataDocument() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer());
        document.put("authorization_endpoint", at("/authorize"));
        document.put("token_endpoint", at(TOKEN));
        document.put("jwks_uri", at(JWKS));
        document.put("userinfo_endpoint", at(USERINFO));
        document.put("end_session_endpoint", at("/oidc/logout"));
        document.put("revocation_endpoint", at(REVOKE));
        document.put("pushed_authorization_request_endpoint", at(PAR));
        document.put("backchannel_authentication_endpoint", at(BC_AUTHORIZE));
        return document;
    }

    public void on(String path, Handler handler) {
        handlers.put(path, handler);
    }

    public void on(String path, Reply reply) {
        on(path, request -> reply);
    }

    /** Returns what this address was asked, in order. */
    public List<Received> received(String path) {
        return received.stream().filter(request -> request.path().equals(path)).toList();
    }

    /** Returns all that it was asked, in order. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** Returns the clock of what it returns, which stands still until a test moves it. */
    public FixedTime time() {
        return time;
    }

    public HttpTransport transport() {
        return new HttpTransport(Duration.ofSeconds(5), Duration.ofSeconds(20), 1024 * 1024, null, null, time);
    }

    /** Returns its metadata as the library keeps it, at a time that stands still. */
    public ProviderMetadataSource metadata() {
        return new ProviderMetadataSource(transport(), new JsonAnswers(JSON), issuer(), true, time);
    }

    public TokenEndpoint tokenEndpoint() {
        return tokenEndpoint(metadata());
    }

    public TokenEndpoint tokenEndpoint(ProviderMetadataSource metadata) {
        return new TokenEndpoint(client(metadata, SECRET, null), new JsonAnswers(JSON));
    }

    /** Returns a client of it that authenticates by its secret in the form. */
    public ClientRequests client() {
        return client(SECRET, null);
    }

    /** Returns a client of it. */
    public ClientRequests client(ClientAuthentication authentication, @Nullable DpopClient dpop) {
        return client(metadata(), authentication, dpop);
    }

    private ClientRequests client(
            ProviderMetadataSource metadata, ClientAuthentication authentication, @Nullable DpopClient dpop) {
        return new ClientRequests(metadata, transport(), authentication, dpop, JSON);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Received request = read(exchange);
            received.add(request);
            Handler handler = handlers.get(request.path());
            send(exchange, handler == null ? new Reply(404, "text/plain", "") : handler.handle(request));
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static Received read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new ConcurrentHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join("|", values)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                headers,
                body,
                Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""));
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Stops at once; from then on it is a provider that is down. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
