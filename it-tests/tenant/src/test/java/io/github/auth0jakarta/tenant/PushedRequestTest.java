package io.github.auth0jakarta.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushedRequestTest {

    private static final TestClock CLOCK = new TestClock();
    private static final Tenant TENANT = Tenant.builder()
            .clock(CLOCK)
            .demo(Application.URL)
            .client(Client.builder("other", "other-secret")
                    .callbackUrls(Application.CALLBACK)
                    .build())
            .start();

    private final Application application = new Application(TENANT);

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    @Test
    void pushedRequestIsUsedByItsReference() throws Exception {
        Answer pushed = push(Map.of());
        assertThat(pushed.status()).isEqualTo(201);
        assertThat(pushed.json()).containsEntry("expires_in", 60L);
        Answer form = visit(Demo.CLIENT_ID, pushed.text("request_uri"), "");
        Answer callback = application.submit(form, Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD);
        assertThat(callback.redirected("state")).isEqualTo("state-1");
        assertThat(application.redeem(callback.code(), Map.of()).status()).isEqualTo(200);
    }

    @Test
    void referenceWorksOnceForAMinuteAndForItsClient() throws Exception {
        String used = push(Map.of()).text("request_uri");
        visit(Demo.CLIENT_ID, used, "");
        assertThat(visit(Demo.CLIENT_ID, used, "").pageError()).isEqualTo("400 invalid_request_uri");
        String foreign = push(Map.of()).text("request_uri");
        assertThat(visit("other", foreign, "").pageError()).isEqualTo("400 invalid_request_uri");
        String late = push(Map.of()).text("request_uri");
        CLOCK.advance(Duration.ofSeconds(60));
        assertThat(visit(Demo.CLIENT_ID, late, "").pageError()).isEqualTo("400 invalid_request_uri");
    }

    @Test
    void nothingIsAddedToAReference() throws Exception {
        String uri = push(Map.of()).text("request_uri");
        assertThat(visit(Demo.CLIENT_ID, uri, "&scope=openid").pageError()).isEqualTo("400 invalid_request");
    }

    @ParameterizedTest
    @CsvSource({
        "client_secret,wrong,401 invalid_client",
        "client_secret,'',401 invalid_client",
        "redirect_uri,https://attacker.example/,403 unauthorized_client",
        "code_challenge,'',400 invalid_request",
        "request_uri,urn:ietf:params:oauth:request_uri:x,400 invalid_request",
        "authorization_details,[1],400 invalid_authorization_details"
    })
    void pushIsStrict(String parameter, String value, String error) throws Exception {
        assertThat(push(Map.of(parameter, value)).error()).isEqualTo(error);
    }

    @Test
    void requestInTheAddressIsRefusedWherePushingIsRequired() throws Exception {
        TENANT.settings().requirePushedRequests(true);
        try {
            assertThat(application.authorize(Map.of()).redirectError()).isEqualTo("302 invalid_request");
            assertThat(application
                            .browser
                            .get(application.at("/.well-known/openid-configuration"))
                            .json())
                    .containsEntry("require_pushed_authorization_requests", true);
            assertThat(visit(Demo.CLIENT_ID, push(Map.of()).text("request_uri"), "")
                            .hidden("ticket"))
                    .isNotBlank();
        } finally {
            TENANT.settings().requirePushedRequests(false);
        }
    }

    private Answer push(Map<String, String> altered) throws Exception {
        Map<String, String> all = new HashMap<>(Application.credentials());
        all.putAll(altered);
        return application.browser.post(application.at("/oauth/par"), Application.authorizationParameters(all));
    }

    private Answer visit(String clientId, String requestUri, String addition) throws Exception {
        String query = Browser.encode(Map.of("client_id", clientId, "request_uri", requestUri));
        return application.browser.get(application.at("/authorize") + "?" + query + addition);
    }
}
