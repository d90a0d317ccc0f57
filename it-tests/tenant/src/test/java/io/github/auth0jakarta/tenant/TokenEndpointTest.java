package io.github.auth0jakarta.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenEndpointTest {

    private static final String OTHER_AUDIENCE = "https://billing.example.com";
    private static final TestClock CLOCK = new TestClock();
    private static final Tenant TENANT = Tenant.builder()
            .clock(CLOCK)
            .demo(Application.URL)
            .client(Demo.client(Application.URL)
                    .refreshTarget(OTHER_AUDIENCE, "read:bills", "write:bills")
                    .build())
            .client(Client.builder("other", "other-secret")
                    .callbackUrls(Application.CALLBACK)
                    .build())
            .api(Api.of(OTHER_AUDIENCE, "read:bills", "write:bills"))
            .api(Api.of("https://unreachable.example.com", "read:x"))
            .user(User.builder(Demo.ALICE_SUB, Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD)
                    .permissions(Demo.AUDIENCE, "read:orders", "write:orders")
                    .permissions(OTHER_AUDIENCE, "read:bills")
                    .build())
            .start();

    private final Application application = new Application(TENANT);

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    @ParameterizedTest
    @CsvSource({
        "client_secret,wrong,401 invalid_client",
        "client_secret,'',401 invalid_client",
        "client_id,nobody,401 invalid_client",
        "client_id,'',401 invalid_client",
        "grant_type,'',400 invalid_request",
        "grant_type,password,400 unsupported_grant_type",
        "code,'',400 invalid_request",
        "code,unknown,400 invalid_grant",
        "redirect_uri,'',400 invalid_request",
        "redirect_uri,http://localhost:8080/other,400 invalid_grant",
        "code_verifier,'',400 invalid_request",
        "code_verifier,short,400 invalid_request",
        "code_verifier,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,400 invalid_grant",
    })
    void codeGrantIsStrict(String parameter, String value, String error) throws Exception {
        Answer answer = application.redeem(application.code(), Map.of(parameter, value));
        assertThat(answer.error()).isEqualTo(error);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("WWW-Authenticate").isEmpty()).isEqualTo(!error.startsWith("401"));
    }

    @Test
    void codeOfAnotherClientIsRefused() throws Exception {
        assertThat(application
                        .redeem(application.code(), Map.of("client_id", "other", "client_secret", "other-secret"))
                        .error())
                .isEqualTo("400 invalid_grant");
    }

    @Test
    void failedRedemptionUsesUpTheCode() throws Exception {
        String code = application.code();
        application.redeem(code, Map.of("code_verifier", "a".repeat(43)));
        assertThat(application.redeem(code, Map.of()).error()).isEqualTo("400 invalid_grant");
    }

    @Test
    void reusedCodeRevokesWhatItBrought() throws Exception {
        String code = application.code();
        Answer first = application.redeem(code, Map.of());
        assertThat(application.userInfo(first.text("access_token")).status()).isEqualTo(200);
        assertThat(application.redeem(code, Map.of()).error()).isEqualTo("400 invalid_grant");
        assertThat(application.userInfo(first.text("access_token")).error()).isEqualTo("401 invalid_token");
        assertThat(application.refresh(first.text("refresh_token"), Map.of()).error())
                .isEqualTo("400 invalid_grant");
    }

    @Test
    void ofManyRedemptionsAtOnceAtMostOneSucceeds() throws Exception {
        String code = application.code();
        List<CompletableFuture<Integer>> answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return new Application(TENANT).redeem(code, Map.of()).status();
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .limit(8)
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join))
                .containsOnlyOnce(200)
                .hasSize(8);
    }

    @Test
    void codeLivesForAMinute() throws Exception {
        String code = application.code();
        CLOCK.advance(Duration.ofSeconds(60));
        assertThat(application.redeem(code, Map.of()).error()).isEqualTo("400 invalid_grant");
        String other = application.logIn(Map.of("prompt", "login")).code();
        CLOCK.advance(Duration.ofMillis(59_999));
        assertThat(application.redeem(other, Map.of()).status()).isEqualTo(200);
    }

    @Test
    void onlyAFormPostIsTaken() throws Exception {
        String url = application.at("/oauth/token");
        assertThat(application.browser.get(url).status()).isEqualTo(405);
        assertThat(application.browser.get(url).header("Allow")).isEqualTo("POST");
        Answer json = application.browser.send(Browser.request(url)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"grant_type\":\"client_credentials\"}")));
        assertThat(json.error()).isEqualTo("400 invalid_request");
        assertThat(application
                        .browser
                        .post(url + "?client_id=" + Demo.CLIENT_ID, Application.credentials())
                        .error())
                .isEqualTo("400 invalid_request");
    }

    @ParameterizedTest
    @CsvSource({"&grant_type=refresh_token", "&client_secret=x", "&scope=a&scope=a", "&x=%"})
    void repeatedOrMalformedParametersAreRefused(String addition) throws Exception {
        Map<String, String> form = Application.credentials();
        form.put("grant_type", "client_credentials");
        form.put("audience", Demo.AUDIENCE);
        assertThat(application
                        .browser
                        .post(application.at("/oauth/token"), Browser.encode(form) + addition)
                        .error())
                .isEqualTo("400 invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"client_id=&client_secret=", "client_id=%20&client_secret=x", "client_assertion=a.b.c", "x=y"})
    void malformedAuthenticationIsRefused(String form) throws Exception {
        assertThat(application
                        .browser
                        .post(application.at("/oauth/token"), form + "&grant_type=client_credentials")
                        .error())
                .isEqualTo("401 invalid_client");
    }

    @Test
    void twoWaysOfAuthenticatingAreRefused() throws Exception {
        Map<String, String> form = Application.credentials();
        form.put("grant_type", "client_credentials");
        Answer answer = application.browser.send(Browser.request(application.at("/oauth/token"))
                .header("Authorization", "Basic c2FtcGxlLWNsaWVudDp4")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Browser.encode(form))));
        assertThat(answer.error()).isEqualTo("400 invalid_request");
    }

    @Test
    void bodyOfMoreThan64KibIsRefused() throws Exception {
        Map<String, String> form = new LinkedHashMap<>(Application.credentials());
        form.put("padding", "x".repeat(64 * 1024));
        assertThat(application
                        .browser
                        .post(application.at("/oauth/token"), form)
                        .error())
                .isEqualTo("413 invalid_request");
        form.put("padding", "x".repeat(63 * 1024));
        assertThat(application
                        .browser
                        .post(application.at("/oauth/token"), form)
                        .error())
                .isEqualTo("400 invalid_request");
    }

    @Test
    void refreshTokenIsRotatedAndReuseRevokesTheFamily() throws Exception {
        String first = application.tokens(Map.of()).text("refresh_token");
        Answer refreshed = application.refresh(first, Map.of());
        assertThat(refreshed.status()).isEqualTo(200);
        String second = refreshed.text("refresh_token");
        assertThat(second).isNotEqualTo(first);
        assertThat(application.refresh(first, Map.of()).error()).isEqualTo("400 invalid_grant");
        assertThat(application.refresh(second, Map.of()).error()).isEqualTo("400 invalid_grant");
        assertThat(application.userInfo(refreshed.text("access_token")).error()).isEqualTo("401 invalid_token");
    }

    @Test
    void usedRefreshTokenWorksDuringTheOverlap() throws Exception {
        TENANT.register(Client.builder("other", "other-secret")
                .callbackUrls(Application.CALLBACK)
                .refreshTokenOverlap(Duration.ofSeconds(3))
                .build());
        Map<String, String> other = Map.of("client_id", "other", "client_secret", "other-secret");
        String code = application.logIn(other).code();
        String first = application.redeem(code, other).text("refresh_token");
        application.refresh(first, other);
        CLOCK.advance(Duration.ofMillis(2999));
        String second = application.refresh(first, other).text("refresh_token");
        CLOCK.advance(Duration.ofMillis(1));
        assertThat(application.refresh(first, other).error()).isEqualTo("400 invalid_grant");
        assertThat(application.refresh(second, other).error()).isEqualTo("400 invalid_grant");
    }

    @Test
    void withoutRotationTheRefreshTokenStays() throws Exception {
        TENANT.register(Client.builder("other", "other-secret")
                .callbackUrls(Application.CALLBACK)
                .withoutRotation()
                .build());
        Map<String, String> other = Map.of("client_id", "other", "client_secret", "other-secret");
        String token =
                application.redeem(application.logIn(other).code(), other).text("refresh_token");
        assertThat(application.refresh(token, other).json()).doesNotContainKey("refresh_token");
        assertThat(application.refresh(token, other).status()).isEqualTo(200);
    }

    @Test
    void refreshTokenOfAnotherClientIsRefusedAndStaysGood() throws Exception {
        String token = application.tokens(Map.of()).text("refresh_token");
        assertThat(application
                        .refresh(token, Map.of("client_id", "other", "client_secret", "other-secret"))
                        .error())
                .isEqualTo("400 invalid_grant");
        assertThat(application.refresh(token, Map.of()).status()).isEqualTo(200);
    }

    @Test
    void refreshTokenExpires() throws Exception {
        String token = application.tokens(Map.of()).text("refresh_token");
        CLOCK.advance(Duration.ofDays(30));
        assertThat(application.refresh(token, Map.of()).error()).isEqualTo("400 invalid_grant");
    }

    @Test
    void refreshedIdTokenKeepsTheLoginAndHasNoNonce() throws Exception {
        Answer first = application.tokens(Map.of());
        CLOCK.advance(Duration.ofMinutes(5));
        Map<String, Object> before = Jwts.claims(first.text("id_token"));
        Map<String, Object> after = Jwts.claims(
                application.refresh(first.text("refresh_token"), Map.of()).text("id_token"));
        assertThat(after)
                .doesNotContainKey("nonce")
                .containsEntry("auth_time", before.get("auth_time"))
                .containsEntry("sid", before.get("sid"))
                .containsEntry("sub", before.get("sub"));
        assertThat(after)
                .containsEntry("iat", CLOCK.instant().getEpochSecond())
                .doesNotContainEntry("iat", before.get("iat"));
    }

    @Test
    void sessionExpiryCountsFromTheLogin() throws Exception {
        TENANT.settings().sessionExpiry(Duration.ofMinutes(30));
        try {
            Map<String, Object> claims =
                    Jwts.claims(application.tokens(Map.of()).text("id_token"));
            assertThat(claims).containsEntry("session_expiry", CLOCK.instant().getEpochSecond() + 1800);
        } finally {
            TENANT.settings().sessionExpiry(null);
        }
        assertThat(Jwts.claims(application.tokens(Map.of("prompt", "login")).text("id_token")))
                .doesNotContainKey("session_expiry");
    }

    @Test
    void refreshMayNarrowTheScopeButNotWidenIt() throws Exception {
        Answer first = application.tokens(Map.of("scope", "openid offline_access read:orders"));
        Answer wider = application.refresh(first.text("refresh_token"), Map.of("scope", "openid write:orders"));
        assertThat(wider.error()).isEqualTo("400 invalid_scope");
        Answer narrower = application.refresh(first.text("refresh_token"), Map.of("scope", "read:orders"));
        assertThat(narrower.text("scope")).isEqualTo("read:orders");
        assertThat(narrower.json()).doesNotContainKey("id_token");
        assertThat(Jwts.claims(narrower.text("access_token"))).containsEntry("aud", Demo.AUDIENCE);
    }

    @Test
    void refreshReachesAnotherAudienceAndTellsWhatWasGiven() throws Exception {
        String token = application.tokens(Map.of()).text("refresh_token");
        Answer answer = application.refresh(
                token, Map.of("audience", OTHER_AUDIENCE, "scope", "openid read:bills write:bills"));
        assertThat(answer.text("scope")).isEqualTo("openid read:bills");
        assertThat(Jwts.claims(answer.text("access_token")))
                .containsEntry("aud", List.of(OTHER_AUDIENCE, TENANT.issuer() + "userinfo"))
                .containsEntry("permissions", List.of("read:bills"));
    }

    @ParameterizedTest
    @CsvSource({"https://unreachable.example.com", "https://unknown.example.com"})
    void refreshForAForeignAudienceIsRefusedAndStaysGood(String audience) throws Exception {
        String token = application.tokens(Map.of()).text("refresh_token");
        assertThat(application.refresh(token, Map.of("audience", audience)).error())
                .isEqualTo("403 access_denied");
        assertThat(application.refresh(token, Map.of()).status()).isEqualTo(200);
    }

    @Test
    void clientCredentialsAreOfAnOrganizationThatTheClientMayActIn() throws Exception {
        TENANT.register(Organization.of("org_other", "other"));
        Map<String, String> form = Map.of("audience", Demo.AUDIENCE, "organization", Demo.ORGANIZATION_NAME);
        assertThat(Jwts.claims(clientCredentials(form).text("access_token")))
                .containsEntry("org_id", Demo.ORGANIZATION_ID)
                .containsEntry("org_name", Demo.ORGANIZATION_NAME);
        assertThat(Jwts.claims(
                        clientCredentials(Map.of("audience", Demo.AUDIENCE)).text("access_token")))
                .doesNotContainKey("org_id");
        for (String organization : List.of("org_other", "org_unknown")) {
            assertThat(clientCredentials(Map.of("audience", Demo.AUDIENCE, "organization", organization))
                            .error())
                    .isEqualTo("403 access_denied");
        }
    }

    @Test
    void clientCredentialsBringAnAccessTokenOfTheClient() throws Exception {
        Answer answer = clientCredentials(Map.of("audience", Demo.AUDIENCE, "scope", "read:orders"));
        assertThat(answer.json()).doesNotContainKeys("id_token", "refresh_token");
        assertThat(Jwts.claims(answer.text("access_token")))
                .containsEntry("sub", Demo.CLIENT_ID + "@clients")
                .containsEntry("aud", Demo.AUDIENCE)
                .containsEntry("scope", "read:orders")
                .containsEntry("gty", "client-credentials");
    }

    @ParameterizedTest
    @CsvSource({
        "'',read:orders,400 invalid_request",
        "https://unknown.example.com,'',403 access_denied",
        "https://billing.example.com,'',403 access_denied",
        "https://api.example.com,delete:orders,403 access_denied"
    })
    void clientCredentialsAreStrict(String audience, String scope, String error) throws Exception {
        assertThat(clientCredentials(Map.of("audience", audience, "scope", scope))
                        .error())
                .isEqualTo(error);
    }

    private Answer clientCredentials(Map<String, String> parameters) throws Exception {
        Map<String, String> form = Application.credentials();
        form.put("grant_type", "client_credentials");
        form.putAll(parameters);
        return application.browser.post(application.at("/oauth/token"), form);
    }
}
