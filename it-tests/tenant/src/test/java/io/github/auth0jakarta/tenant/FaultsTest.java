package io.github.auth0jakarta.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final String JWKS = "/.well-known/jwks.json";
    private static final String TOKEN = "/oauth/token";
    private static final Tenant TENANT = Tenant.demo(Application.URL);

    private final Application application = new Application(TENANT);

    @AfterEach
    void reset() {
        TENANT.reset();
    }

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    @Test
    void hooksSpoilTheWayBackAndUserInfo() throws Exception {
        TENANT.hooks().nextAuthorizationResponse(parameters -> {
            parameters.put("iss", "https://attacker.example/");
            return parameters;
        });
        Answer callback = application.logIn(Map.of());
        assertThat(callback.redirected("iss")).isEqualTo("https://attacker.example/");
        TENANT.hooks().nextUserInfo(claims -> {
            claims.put("sub", "auth0|somebody-else");
            return claims;
        });
        String token = application.redeem(callback.code(), Map.of()).text("access_token");
        assertThat(application.userInfo(token).json()).containsEntry("sub", "auth0|somebody-else");
        assertThat(application.userInfo(token).json()).containsEntry("sub", Demo.ALICE_SUB);
    }

    @Test
    void faultHitsOnePathForTheNextRequests() throws Exception {
        TENANT.faults().inject(JWKS, Fault.status(503), 2);
        TENANT.faults().inject(JWKS, Fault.error(500, "server_error"), 1);
        assertThat(List.of(get(JWKS).status(), get(JWKS).status())).containsOnly(503);
        assertThat(get("/.well-known/openid-configuration").status()).isEqualTo(200);
        assertThat(get(JWKS).error()).isEqualTo("500 server_error");
        assertThat(get(JWKS).status()).isEqualTo(200);
    }

    @Test
    void faultLastsUntilCleared() throws Exception {
        TENANT.faults().injectEverywhere(Fault.tooManyRequests(Duration.ofSeconds(7)));
        assertThat(get(JWKS).status()).isEqualTo(429);
        assertThat(get("/nowhere").header("Retry-After")).isEqualTo("7");
        TENANT.faults().clear();
        assertThat(get(JWKS).status()).isEqualTo(200);
    }

    @Test
    void answerCanBeSpoilt() throws Exception {
        TENANT.faults().inject(JWKS, Fault.garbage(), 1);
        assertThat(get(JWKS).body()).contains("<<garbage");
        TENANT.faults().inject(JWKS, Fault.contentType("text/html"), 1);
        Answer html = get(JWKS);
        assertThat(html.header("Content-Type")).isEqualTo("text/html");
        assertThat(html.json()).containsKey("keys");
        TENANT.faults().inject(JWKS, Fault.oversized(2_000_000), 1);
        Answer large = get(JWKS);
        assertThat(large.body()).hasSize(2_000_000);
        assertThat(large.json()).containsKey("keys");
        TENANT.faults().inject(JWKS, Fault.redirect("http://localhost:1/"), 1);
        assertThat(get(JWKS).location()).isEqualTo("http://localhost:1/");
        TENANT.faults().inject(JWKS, Fault.body("[]"), 1);
        assertThat(get(JWKS).body()).isEqualTo("[]");
        TENANT.faults().inject(JWKS, Fault.answer(200, "text/plain", "hello"), 1);
        assertThat(get(JWKS).body()).isEqualTo("hello");
    }

    @Test
    void connectionCanBreakBeforeTheAnswer() throws Exception {
        TENANT.faults().inject(JWKS, Fault.dropConnection());
        assertThatThrownBy(() -> get(JWKS)).isInstanceOf(IOException.class);
        assertThat(TENANT.requests().last(JWKS).status()).isZero();
    }

    @Test
    void connectionCanBreakWithinTheAnswer() {
        TENANT.faults().inject(JWKS, Fault.truncated());
        assertThatThrownBy(() -> get(JWKS)).isInstanceOf(IOException.class);
    }

    @Test
    void lostAnswerLeavesItsEffect() throws Exception {
        String token = application.tokens(Map.of()).text("refresh_token");
        TENANT.faults().inject(TOKEN, Fault.dropAnswer(), 1);
        assertThatThrownBy(() -> application.refresh(token, Map.of())).isInstanceOf(IOException.class);
        assertThat(application.refresh(token, Map.of()).error()).isEqualTo("400 invalid_grant");
    }

    @Test
    void delayedAnswerComesWhenTheFaultIsCleared() throws Exception {
        TENANT.faults().inject(JWKS, Fault.delay(Duration.ofHours(1)));
        CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return get(JWKS).status();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThatThrownBy(() -> application.browser.send(
                        Browser.request(application.at(JWKS)).timeout(Duration.ofMillis(50))))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(answer).isNotDone();
        TENANT.faults().clear();
        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(200);
    }

    @Test
    void offlineTenantRefusesConnectionsAndRemembersEverything() throws Exception {
        String token = application.tokens(Map.of()).text("refresh_token");
        TENANT.goOffline();
        assertThatThrownBy(() -> get(JWKS)).isInstanceOf(ConnectException.class);
        TENANT.goOnline();
        assertThat(application.refresh(token, Map.of()).status()).isEqualTo(200);
    }

    @Test
    void offlineTenantCanBeClosed() {
        Tenant other = Tenant.start();
        other.goOffline();
        other.close();
        Tenant.builder().port(other.port()).start().close();
    }

    @Test
    void nextIdTokenCanBeChanged() throws Exception {
        TENANT.hooks().nextIdToken(token -> token.claim("nonce", "wrong"));
        TENANT.hooks().nextIdToken(TokenBuilder::unsigned);
        assertThat(Jwts.claims(application.tokens(Map.of()).text("id_token"))).containsEntry("nonce", "wrong");
        assertThat(new Application(TENANT).tokens(Map.of()).text("id_token")).endsWith(".");
        assertThat(Jwts.claims(new Application(TENANT).tokens(Map.of()).text("id_token")))
                .containsEntry("nonce", "nonce-1");
    }

    @Test
    void everyIdTokenCanBeChanged() throws Exception {
        TENANT.hooks().everyIdToken(token -> token.withoutClaim("sub"));
        for (int i = 0; i < 2; i++) {
            assertThat(Jwts.claims(new Application(TENANT).tokens(Map.of()).text("id_token")))
                    .doesNotContainKey("sub");
        }
    }

    @Test
    void otherContentCanBeChanged() throws Exception {
        TENANT.hooks().nextAccessToken(token -> token.header("typ", "JWT"));
        TENANT.hooks().nextTokenResponse(response -> {
            response.remove("token_type");
            return response;
        });
        Answer tokens = application.tokens(Map.of());
        assertThat(Jwts.header(tokens.text("access_token"))).containsEntry("typ", "JWT");
        assertThat(tokens.json()).doesNotContainKey("token_type");
        TENANT.hooks().metadata(document -> Map.of("issuer", "https://wrong.example/"));
        TENANT.hooks().jwks(document -> Map.of("keys", List.of(Map.of("kty", "broken"))));
        assertThat(get("/.well-known/openid-configuration").text("issuer")).isEqualTo("https://wrong.example/");
        assertThat(get(JWKS).body()).contains("broken");
    }

    private Answer get(String path) throws IOException, InterruptedException {
        return application.browser.get(application.at(path));
    }
}
