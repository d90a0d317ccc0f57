package io.github.auth0jakarta.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogoutTest {

    private static final String RETURN_TO = Application.URL + "/";
    private static final Tenant TENANT = Tenant.demo(Application.URL)
            .register(Client.builder("other", "other-secret")
                    .logoutUrls("https://other.example/")
                    .build());

    private final Application application = new Application(TENANT);

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    @Test
    void auth0LogoutEndsTheSessionAndReturns() throws Exception {
        application.code();
        Answer answer = visit("/v2/logout", Map.of("client_id", Demo.CLIENT_ID, "returnTo", RETURN_TO));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).isEqualTo(RETURN_TO);
        assertLoggedOut();
    }

    @Test
    void auth0LogoutComparesUpToTheQuery() throws Exception {
        String returnTo = RETURN_TO + "?from=here#top";
        Answer answer =
                visit("/v2/logout", Map.of("client_id", Demo.CLIENT_ID, "returnTo", returnTo, "federated", "1"));
        assertThat(answer.location()).isEqualTo(returnTo);
        assertThat(visit("/oidc/logout", Map.of("client_id", Demo.CLIENT_ID, "post_logout_redirect_uri", returnTo))
                        .pageError())
                .isEqualTo("400 invalid_request");
    }

    @Test
    void auth0LogoutWithoutTargetShowsAPage() throws Exception {
        application.code();
        assertThat(visit("/v2/logout", Map.of()).body()).contains("logged out");
        assertLoggedOut();
    }

    @ParameterizedTest
    @CsvSource({
        "sample-client,http://localhost:8080/elsewhere",
        "sample-client,http://localhost:8080//",
        "sample-client,https://other.example/",
        "'',http://localhost:8080/",
        "nobody,http://localhost:8080/"
    })
    void auth0LogoutReturnsNowhereUnregistered(String clientId, String returnTo) throws Exception {
        application.code();
        Answer answer = visit("/v2/logout", Map.of("client_id", clientId, "returnTo", returnTo));
        assertThat(answer.pageError()).isEqualTo("400 invalid_request");
        assertLoggedIn();
    }

    @Test
    void idTokenHintEndsTheSessionAndReturnsWithState() throws Exception {
        String idToken = application.tokens(Map.of()).text("id_token");
        Answer answer = visit(
                "/oidc/logout",
                Map.of("id_token_hint", idToken, "post_logout_redirect_uri", RETURN_TO, "state", "s 1"));
        assertThat(answer.location()).isEqualTo(RETURN_TO + "?state=s+1");
        assertLoggedOut();
    }

    @Test
    void logoutHintNamesTheSessionToo() throws Exception {
        String sid = (String)
                Jwts.claims(application.tokens(Map.of()).text("id_token")).get("sid");
        Answer answer = visit(
                "/oidc/logout",
                Map.of("client_id", Demo.CLIENT_ID, "post_logout_redirect_uri", RETURN_TO, "logout_hint", sid));
        assertThat(answer.location()).isEqualTo(RETURN_TO);
        assertLoggedOut();
    }

    @Test
    void withoutHintTheUserIsAsked() throws Exception {
        application.code();
        Answer question =
                visit("/oidc/logout", Map.of("client_id", Demo.CLIENT_ID, "post_logout_redirect_uri", RETURN_TO));
        assertThat(question.body()).contains("Do you want to log out?");
        assertLoggedIn();
        Map<String, String> confirmation = Map.of("confirmation", question.hidden("confirmation"));
        assertThat(application
                        .browser
                        .post(application.at("/oidc/logout"), confirmation)
                        .location())
                .isEqualTo(RETURN_TO);
        assertLoggedOut();
        assertThat(application
                        .browser
                        .post(application.at("/oidc/logout"), confirmation)
                        .pageError())
                .isEqualTo("400 invalid_request");
    }

    @Test
    void hintOfAnotherSessionAsksToo() throws Exception {
        String foreign = new Application(TENANT).tokens(Map.of()).text("id_token");
        application.code();
        assertThat(visit("/oidc/logout", Map.of("id_token_hint", foreign)).body())
                .contains("Do you want to log out?");
        assertLoggedIn();
    }

    @Test
    void withoutSessionThereIsNothingToAsk() throws Exception {
        Answer answer =
                visit("/oidc/logout", Map.of("client_id", Demo.CLIENT_ID, "post_logout_redirect_uri", RETURN_TO));
        assertThat(answer.location()).isEqualTo(RETURN_TO);
    }

    @Test
    void requestMayBePosted() throws Exception {
        String idToken = application.tokens(Map.of()).text("id_token");
        Answer answer = application.browser.post(application.at("/oidc/logout"), Map.of("id_token_hint", idToken));
        assertThat(answer.body()).contains("logged out");
        assertLoggedOut();
    }

    @ParameterizedTest
    @ValueSource(strings = {"corrupt", "unsigned", "foreign issuer", "access token"})
    void idTokenHintMustBeOurs(String kind) throws Exception {
        TokenBuilder valid = TENANT.tokens().idToken(Demo.ALICE_SUB, Demo.CLIENT_ID, "nonce");
        String hint = switch (kind) {
            case "corrupt" -> valid.corruptSignature().sign();
            case "unsigned" -> valid.unsigned().sign();
            case "foreign issuer" -> valid.claim("iss", "https://x/").sign();
            default -> application.tokens(Map.of()).text("access_token");
        };
        assertThat(visit("/oidc/logout", Map.of("id_token_hint", hint)).pageError())
                .isEqualTo("400 invalid_request");
    }

    @Test
    void expiredIdTokenHintIsGoodEnough() throws Exception {
        String hint = TENANT.tokens()
                .idToken(Demo.ALICE_SUB, Demo.CLIENT_ID, "nonce")
                .claim("exp", 1)
                .sign();
        assertThat(visit("/oidc/logout", Map.of("id_token_hint", hint)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "sample-client,https://other.example/",
        "sample-client,http://localhost:8080/elsewhere",
        "nobody,http://localhost:8080/",
        "other,http://localhost:8080/",
        "'',http://localhost:8080/"
    })
    void endSessionReturnsNowhereUnregistered(String clientId, String target) throws Exception {
        Answer answer = visit("/oidc/logout", Map.of("client_id", clientId, "post_logout_redirect_uri", target));
        assertThat(answer.pageError()).isEqualTo("400 invalid_request");
    }

    @Test
    void clientIdMustFitTheHint() throws Exception {
        String idToken = application.tokens(Map.of()).text("id_token");
        assertThat(visit("/oidc/logout", Map.of("client_id", "other", "id_token_hint", idToken))
                        .pageError())
                .isEqualTo("400 invalid_request");
    }

    @Test
    void endSessionCanBeSwitchedOff() throws Exception {
        TENANT.settings().endSessionEndpoint(false);
        try {
            assertThat(visit("/oidc/logout", Map.of()).status()).isEqualTo(404);
            assertThat(visit("/.well-known/openid-configuration", Map.of()).json())
                    .doesNotContainKey("end_session_endpoint");
        } finally {
            TENANT.settings().endSessionEndpoint(true);
        }
    }

    private Answer visit(String path, Map<String, String> parameters) throws Exception {
        Map<String, String> given = new LinkedHashMap<>(parameters);
        given.values().removeIf(String::isEmpty);
        return application.browser.get(application.at(path) + "?" + Browser.encode(given));
    }

    private void assertLoggedIn() throws Exception {
        assertThat(application.authorize(Map.of("prompt", "none")).code()).isNotBlank();
    }

    private void assertLoggedOut() throws Exception {
        assertThat(application.authorize(Map.of("prompt", "none")).redirectError())
                .isEqualTo("302 login_required");
    }
}
