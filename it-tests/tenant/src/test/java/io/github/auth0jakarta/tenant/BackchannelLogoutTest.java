package io.github.auth0jakarta.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackchannelLogoutTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> connection = new LinkedBlockingQueue<>();
    private HttpServer receiver;
    private Tenant tenant;
    private Application application;

    @BeforeEach
    void start() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/backchannel-logout", this::receive);
        receiver.start();
        String uri = "http://localhost:" + receiver.getAddress().getPort() + "/backchannel-logout";
        tenant = Tenant.demo(Application.URL);
        tenant.register(Demo.client(Application.URL).backchannelLogoutUri(uri).build());
        application = new Application(tenant);
    }

    @AfterEach
    void stop() {
        tenant.close();
        receiver.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            connection.add(exchange.getRequestHeaders().getFirst("Connection"));
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Test
    void logoutTellsTheClientsOfTheSession() throws Exception {
        Map<String, Object> idToken = Jwts.claims(application.tokens(Map.of()).text("id_token"));
        application.browser.get(application.at("/v2/logout"));
        assertThat(tenant.logoutDeliveries().await(1, PATIENCE))
                .containsExactly(new LogoutDelivery(Demo.CLIENT_ID, String.valueOf(idToken.get("sid")), 204));
        assertThat(connection.take()).isEqualTo("close");
        String token = token();
        assertThat(Jwts.header(token)).containsEntry("typ", "logout+jwt").containsEntry("alg", "RS256");
        assertThat(Jwts.claims(token))
                .containsEntry("iss", tenant.issuer())
                .containsEntry("aud", Demo.CLIENT_ID)
                .containsEntry("sub", Demo.ALICE_SUB)
                .containsEntry("sid", idToken.get("sid"))
                .containsEntry("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
                .containsKeys("iat", "exp", "jti")
                .doesNotContainKey("nonce");
    }

    @Test
    void endSessionTellsThemToo() throws Exception {
        String idToken = application.tokens(Map.of()).text("id_token");
        application.browser.get(application.at("/oidc/logout") + "?id_token_hint=" + idToken);
        assertThat(tenant.logoutDeliveries().await(1, PATIENCE)).hasSize(1);
    }

    @Test
    void sessionCanBeEndedBySidAndBySub() throws Exception {
        String sid = String.valueOf(
                Jwts.claims(application.tokens(Map.of()).text("id_token")).get("sid"));
        new Application(tenant).code();
        assertThat(tenant.sessions().end(sid)).isEqualTo(1);
        assertThat(application.authorize(Map.of("prompt", "none")).redirectError())
                .isEqualTo("302 login_required");
        assertThat(tenant.sessions().end(Demo.ALICE_SUB)).isEqualTo(1);
        assertThat(tenant.sessions().end(Demo.ALICE_SUB)).isZero();
        assertThat(tenant.logoutDeliveries().await(2, PATIENCE)).hasSize(2);
    }

    @Test
    void hookSpoilsTheTokenThatIsSent() throws Exception {
        tenant.hooks().nextLogoutToken(token -> token.claim("nonce", "n"));
        application.code();
        tenant.sessions().end(Demo.ALICE_SUB);
        assertThat(Jwts.claims(token())).containsEntry("nonce", "n");
    }

    @Test
    void clientThatIsDownIsReportedAndHoldsUpNobody() throws Exception {
        receiver.stop(0);
        application.code();
        assertThat(application.browser.get(application.at("/v2/logout")).status())
                .isEqualTo(200);
        assertThat(tenant.logoutDeliveries().await(1, PATIENCE))
                .extracting(LogoutDelivery::status)
                .containsExactly(0);
        tenant.logoutDeliveries().clear();
        assertThat(tenant.logoutDeliveries().all()).isEqualTo(List.of());
        assertThatThrownBy(() -> tenant.logoutDeliveries().await(1, Duration.ofMillis(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    private String token() throws InterruptedException {
        String form = received.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(form).startsWith("logout_token=");
        return form.substring("logout_token=".length());
    }
}
