package io.github.auth0jakarta.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CIBA Core 1.0 in poll mode, as Auth0 has it. */
class BackchannelAuthenticationTest {

    private final TestClock clock = new TestClock();
    private final Tenant tenant = Tenant.builder()
            .clock(clock)
            .demo(Application.URL)
            .client(Client.builder("other", "other-secret").build())
            .start();
    private final Application application = new Application(tenant);

    @AfterEach
    void stop() {
        tenant.close();
    }

    private Answer start(Map<String, String> altered) throws Exception {
        Map<String, String> form = new LinkedHashMap<>(Application.credentials());
        form.put("scope", "openid offline_access read:orders");
        form.put("audience", Demo.AUDIENCE);
        form.put("binding_message", "ABC-123");
        form.put("login_hint", hint(tenant.issuer(), Demo.ALICE_SUB));
        form.putAll(altered);
        form.values().removeIf(String::isEmpty);
        return application.browser.post(application.at("/bc-authorize"), form);
    }

    private static String hint(String issuer, String sub) {
        return "{\"format\":\"iss_sub\",\"iss\":\"" + issuer + "\",\"sub\":\"" + sub + "\"}";
    }

    private Answer poll(String id, Map<String, String> altered) throws Exception {
        Map<String, String> form = new LinkedHashMap<>(Application.credentials());
        form.put("grant_type", "urn:openid:params:grant-type:ciba");
        form.put("auth_req_id", id);
        form.putAll(altered);
        return application.browser.post(application.at("/oauth/token"), form);
    }

    private Answer pollAfter(Duration pause, String id) throws Exception {
        clock.advance(pause);
        return poll(id, Map.of());
    }

    @Test
    void approvedRequestBringsTokensOnce() throws Exception {
        Answer started = start(Map.of("authorization_details", "[{\"type\":\"payment\"}]"));
        assertThat(started.status()).isEqualTo(200);
        assertThat(started.json()).containsEntry("expires_in", 300L).containsEntry("interval", 5L);
        String id = started.text("auth_req_id");
        assertThat(tenant.approvals().messages(Demo.ALICE_SUB)).containsExactly("ABC-123");

        assertThat(pollAfter(Duration.ofSeconds(5), id).error()).isEqualTo("400 authorization_pending");
        assertThat(tenant.approvals().approve(Demo.ALICE_SUB)).isEqualTo(1);
        Answer tokens = pollAfter(Duration.ofSeconds(5), id);

        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.json()).containsKeys("access_token", "refresh_token", "authorization_details");
        assertThat(Jwts.claims(tokens.text("id_token")))
                .containsEntry("sub", Demo.ALICE_SUB)
                .containsEntry("aud", Demo.CLIENT_ID)
                .doesNotContainKey("nonce");
        assertThat(pollAfter(Duration.ofSeconds(5), id).error()).isEqualTo("400 invalid_grant");
    }

    @Test
    void deniedRequestIsRefusedForGood() throws Exception {
        String id = start(Map.of()).text("auth_req_id");
        assertThat(tenant.approvals().deny(Demo.ALICE_SUB)).isEqualTo(1);
        assertThat(pollAfter(Duration.ofSeconds(5), id).text("error")).isEqualTo("access_denied");
        assertThat(pollAfter(Duration.ofSeconds(5), id).error()).isEqualTo("400 invalid_grant");
    }

    @Test
    void pollThatComesTooEarlyHasToSlowDown() throws Exception {
        String id = start(Map.of()).text("auth_req_id");
        assertThat(pollAfter(Duration.ofMillis(4999), id).error()).isEqualTo("400 slow_down");
        tenant.approvals().approve(Demo.ALICE_SUB);
        assertThat(pollAfter(Duration.ofMillis(9999), id).error()).isEqualTo("400 slow_down");
        assertThat(pollAfter(Duration.ofSeconds(15), id).status()).isEqualTo(200);
    }

    @Test
    void pollCanBeToldToSlowDown() throws Exception {
        String id = start(Map.of()).text("auth_req_id");
        tenant.approvals().slowDown(1);
        assertThat(pollAfter(Duration.ofSeconds(5), id).error()).isEqualTo("400 slow_down");
        assertThat(pollAfter(Duration.ofSeconds(10), id).error()).isEqualTo("400 authorization_pending");
    }

    @Test
    void requestEndsAtItsTime() throws Exception {
        String id = start(Map.of("requested_expiry", "60")).text("auth_req_id");
        assertThat(pollAfter(Duration.ofSeconds(60), id).error()).isEqualTo("400 expired_token");
        assertThat(tenant.approvals().approve(Demo.ALICE_SUB)).isZero();
    }

    @Test
    void requestIsOfItsClient() throws Exception {
        String id = start(Map.of()).text("auth_req_id");
        tenant.approvals().approve(Demo.ALICE_SUB);
        clock.advance(Duration.ofSeconds(5));
        assertThat(poll(id, Map.of("client_id", "other", "client_secret", "other-secret"))
                        .error())
                .isEqualTo("400 invalid_grant");
        assertThat(poll(id, Map.of()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "binding_message,'',400 invalid_request",
        "binding_message,two words,400 invalid_binding_message",
        "login_hint,'',400 invalid_request",
        "login_hint,auth0|alice,400 invalid_request",
        "login_hint,'{\"format\":\"iss_sub\",\"iss\":\"https://x.example/\",\"sub\":\"auth0|alice\"}',400 invalid_request",
        "scope,profile,400 invalid_scope",
        "audience,https://nowhere.example.com,403 access_denied",
        "requested_expiry,0,400 invalid_request",
        "requested_expiry,301,400 invalid_request",
        "authorization_details,{},400 invalid_authorization_details",
        "client_secret,wrong,401 invalid_client",
    })
    void requestIsStrict(String parameter, String value, String error) throws Exception {
        assertThat(start(Map.of(parameter, value)).error()).isEqualTo(error);
    }

    @Test
    void requestForSomebodyUnknownIsRefused() throws Exception {
        assertThat(start(Map.of("login_hint", hint(tenant.issuer(), "auth0|nobody")))
                        .error())
                .isEqualTo("400 unknown_user_id");
    }
}
