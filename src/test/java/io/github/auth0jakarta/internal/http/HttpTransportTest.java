package io.github.auth0jakarta.internal.http;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.testing.FixedTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HttpTransportTest {
    private static final int MAX_BODY = 2_000;
    private static final FixedTime TIME = new FixedTime();

    private record Seen(String method, String path, String body, HttpExchange exchange) {
        String header(String name) {
            return exchange.getRequestHeaders().getFirst(name);
        }
    }

    private final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch testIsOver = new CountDownLatch(1);
    private final HttpTransport transport = transport(Duration.ofSeconds(20), null);
    private HttpServer server;

    private static HttpTransport transport(Duration timeout, @Nullable String version) {
        return new HttpTransport(Duration.ofSeconds(5), timeout, MAX_BODY, version, null, TIME);
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(loopback(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        testIsOver.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void on(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
                seen.add(new Seen(
                        exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body, exchange));
                handler.handle(exchange);
            }
        });
    }

    private static HttpHandler answer(int status, @Nullable String contentType, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            if (contentType != null) {
                exchange.getResponseHeaders().set("Content-Type", contentType);
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    @Test
    void getWhenAnsweredThenStatusMediaTypeAndBody() {
        on("/", answer(200, "Application/JSON; charset=utf-8", "{\"a\":\"ü\"}"));

        HttpAnswer answer = transport.get(at("/"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/json");
        assertThat(answer.isJson()).isTrue();
        assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo("{\"a\":\"ü\"}");
        assertThat(answer).hasToString("HttpAnswer[status=200, contentType=application/json, 10 bytes]");
    }

    @Test
    void getWhenThereIsNoContentTypeThenEmptyAndNotJson() {
        on("/", answer(204, null, ""));
        HttpAnswer answer = transport.get(at("/"));
        assertThat(answer.contentType()).isEmpty();
        assertThat(answer.isJson()).isFalse();
    }

    @Test
    void getWhenThereAreHeadersThenSentAndAcceptReplaced() {
        on("/", answer(200, "application/json", "{}"));
        transport.get(at("/"), Map.of("Authorization", "Bearer abc", "Accept", "application/jwt"));
        Seen request = seen.remove();
        assertThat(request.header("Authorization")).isEqualTo("Bearer abc");
        assertThat(request.exchange().getRequestHeaders().get("Accept")).containsExactly("application/jwt");
    }

    @Test
    void postWhenThereAreHeadersThenSent() {
        on("/", answer(200, "application/json", "{}"));
        transport.post(at("/"), new FormBody().add("a", "b"), Map.of("DPoP", "proof"));
        assertThat(seen.remove().header("DPoP")).isEqualTo("proof");
    }

    @Test
    void getWhenTheAnswerHasHeadersThenFoundInAnyCase() {
        on("/", exchange -> {
            exchange.getResponseHeaders().add("WWW-Authenticate", "DPoP");
            exchange.getResponseHeaders().add("WWW-Authenticate", "Bearer");
            exchange.getResponseHeaders().add("DPoP-Nonce", "n1");
            exchange.sendResponseHeaders(401, -1);
        });
        HttpAnswer answer = transport.get(at("/"));
        assertThat(answer.header("dpop-nonce")).contains("n1");
        assertThat(answer.headers("www-authenticate")).containsExactly("DPoP", "Bearer");
        assertThat(answer.header("www-authenticate")).isEmpty();
        assertThat(answer.header("absent")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    @Tag("JW-04")
    void getWhenRedirectedThenNotFollowed(int status) {
        on("/other", answer(200, "application/json", "{}"));
        on("/", exchange -> {
            exchange.getResponseHeaders().set("Location", at("/other").toString());
            exchange.sendResponseHeaders(status, -1);
        });

        assertThat(transport.get(at("/")).status()).isEqualTo(status);
        assertThat(transport.post(at("/"), new FormBody().add("code", "x")).status())
                .isEqualTo(status);
        assertThat(seen).extracting(Seen::path).containsExactly("/", "/");
    }

    @Test
    void postWhenSentThenFormOnTheWire() {
        on("/", answer(200, "application/json", "{}"));

        transport.post(at("/"), new FormBody().add("a", "+&%ü:= ").add("b", "2"));

        Seen request = seen.remove();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(request.header("Accept")).isEqualTo("application/json");
        assertThat(request.body()).isEqualTo("a=%2B%26%25%C3%BC%3A%3D+&b=2");
    }

    @Test
    void postWhenTheProviderFailsThenNotSentAgain() {
        on("/", exchange -> exchange.close());
        assertRefused(Auth0ErrorCode.TRANSPORT_FAILED, () -> transport.post(at("/"), new FormBody()));
        assertThat(seen).hasSize(1);
    }

    @Test
    void getWhenTelemetryIsOnThenNameVersionAndJava() {
        on("/", answer(200, "application/json", "{}"));

        transport(Duration.ofSeconds(20), "1.2.3").get(at("/"));

        String header = seen.remove().header("Auth0-Client");
        assertThat(new String(Base64.getDecoder().decode(header), StandardCharsets.UTF_8))
                .isEqualTo("{\"name\":\"auth0-jakarta\",\"version\":\"1.2.3\",\"env\":{\"java\":\""
                        + Runtime.version().feature() + "\"}}");
    }

    @Test
    void getWhenTelemetryIsOffThenNothingOfIt() {
        on("/", answer(200, "application/json", "{}"));
        transport.get(at("/"));
        assertThat(seen.remove().header("Auth0-Client")).isNull();
    }

    @Test
    @Tag("DS-08")
    void getWhenThereIsNoAnswerThenTimeout() {
        on("/", exchange -> untilTheTestIsOver());
        HttpTransport impatient = transport(Duration.ofMillis(200), null);
        assertThatThrownBy(() -> impatient.get(at("/secret-path?code=secret")))
                .hasMessage("transport.timeout: no answer from 127.0.0.1:"
                        + server.getAddress().getPort());
    }

    @Test
    @Tag("JW-12")
    @Tag("DS-08")
    void getWhenTheBodyComesInDropsThenTimeoutAndTheConnectionIsGivenUp() throws Exception {
        CountDownLatch givenUp = new CountDownLatch(1);
        on("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (testIsOver.getCount() > 0) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                    pauseBetweenDrops();
                }
            } catch (IOException e) {
                givenUp.countDown();
            }
        });

        HttpTransport impatient = transport(Duration.ofMillis(300), null);
        assertRefused(Auth0ErrorCode.TRANSPORT_TIMEOUT, () -> impatient.get(at("/")));
        assertThat(givenUp.await(10, TimeUnit.SECONDS)).isTrue();
    }

    /** A provider that does not answer is not sent more and more of what it does not answer. */
    @Test
    @Tag("DS-08")
    void getWhenTooManyAreUnderWayThenWaitsForOneOfThemToEnd() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        on("/", exchange -> {
            await(answered);
            exchange.sendResponseHeaders(204, -1);
        });
        List<Future<Integer>> answers = Stream.generate(
                        () -> threads.submit(() -> transport.get(at("/")).status()))
                .limit(CallsInFlight.PER_HOST + 10)
                .toList();
        for (int i = 0; i < CallsInFlight.PER_HOST; i++) {
            assertThat(seen.poll(10, TimeUnit.SECONDS)).isNotNull();
        }
        assertThat(seen.poll(300, TimeUnit.MILLISECONDS)).isNull();

        answered.countDown();
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(204);
        }
    }

    @Test
    void getWhenTheBodyIsAsLongAsAllowedThenRead() {
        on("/", answer(200, "application/json", "x".repeat(MAX_BODY)));
        assertThat(transport.get(at("/")).body()).hasSize(MAX_BODY);
    }

    @Test
    @Tag("DS-08")
    void getWhenTheBodyIsLongerThenRefused() {
        on("/", answer(200, "application/json", "x".repeat(MAX_BODY + 1)));
        assertRefused(Auth0ErrorCode.TRANSPORT_RESPONSE_TOO_LARGE, () -> transport.get(at("/")));
    }

    @Test
    @Tag("JW-12")
    @Tag("DS-08")
    void getWhenTheBodyHasNoEndThenRefusedAndReadNoFurther() throws Exception {
        CountDownLatch givenUp = new CountDownLatch(1);
        on("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (testIsOver.getCount() > 0) {
                    exchange.getResponseBody().write(new byte[1_000]);
                }
            } catch (IOException e) {
                givenUp.countDown();
            }
        });
        assertRefused(Auth0ErrorCode.TRANSPORT_RESPONSE_TOO_LARGE, () -> transport.get(at("/")));
        assertThat(givenUp.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void getWhenNobodyListensThenFailed() throws IOException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
        }
        assertRefused(Auth0ErrorCode.TRANSPORT_FAILED, () -> transport.get(nobody));
    }

    @Test
    void getWhenTheAnswerIsNoHttpThenFailed() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            threads.execute(() -> sayHello(socket));
            URI address = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
            assertRefused(Auth0ErrorCode.TRANSPORT_FAILED, () -> transport.get(address));
        }
    }

    private static void sayHello(ServerSocket server) {
        try (var socket = server.accept()) {
            socket.getOutputStream().write("220 mail.example ESMTP\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void getWhenInterruptedThenFailedAndStillInterrupted() throws Exception {
        on("/", exchange -> untilTheTestIsOver());
        AtomicBoolean stillInterrupted = new AtomicBoolean();
        Thread caller = new Thread(() -> {
            assertRefused(Auth0ErrorCode.TRANSPORT_FAILED, () -> transport.get(at("/")));
            stillInterrupted.set(Thread.currentThread().isInterrupted());
        });
        caller.start();
        seen.take();
        caller.interrupt();
        caller.join();
        assertThat(stillInterrupted).isTrue();
    }

    private void untilTheTestIsOver() {
        await(testIsOver);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The pace of a slow server, not a wait for anything. */
    private void pauseBetweenDrops() {
        try {
            testIsOver.await(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
