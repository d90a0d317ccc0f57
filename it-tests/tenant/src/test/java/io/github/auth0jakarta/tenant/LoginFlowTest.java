package io.github.auth0jakarta.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginFlowTest {

    private static final Map<String, String> STEP_UP = Map.of("acr_values", LoginRules.MULTI_FACTOR);
    private static final Tenant TENANT = Tenant.demo(Application.URL)
            .register(Client.builder("third-party", "third-party-secret")
                    .callbackUrls(Application.CALLBACK)
                    .needsConsent()
                    .build());

    private final Application application = new Application(TENANT);

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    @Test
    void secondFactorIsAskedForOnceAndToldInTheIdToken() throws Exception {
        Answer form = application.logIn(STEP_UP);
        assertThat(form.status()).isEqualTo(200);
        String code = post("/u/mfa", form, "code", Demo.ONE_TIME_CODE).code();
        assertThat(Jwts.claims(application.redeem(code, Map.of()).text("id_token")))
                .containsEntry("acr", LoginRules.MULTI_FACTOR)
                .containsEntry("amr", List.of("mfa"));
        assertThat(application.authorize(STEP_UP).code()).isNotBlank();
    }

    @Test
    void stepUpOfASessionNeedsTheCodeOnlyAndTheRightOne() throws Exception {
        assertThat(Jwts.claims(application.tokens(Map.of()).text("id_token"))).doesNotContainKeys("acr", "amr");
        assertThat(application
                        .authorize(Map.of("acr_values", LoginRules.MULTI_FACTOR, "prompt", "none"))
                        .redirectError())
                .isEqualTo("302 interaction_required");
        Answer again = post("/u/mfa", application.authorize(STEP_UP), "code", "000000");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body()).contains("Wrong code");
        assertThat(post("/u/mfa", again, "code", Demo.ONE_TIME_CODE).code()).isNotBlank();
    }

    @Test
    void formOfTheSecondFactorNeedsTheLoginBeforeIt() throws Exception {
        Answer form = application.logIn(STEP_UP);
        Answer answer = new Browser()
                .post(application.at("/u/mfa"), Map.of("ticket", form.hidden("ticket"), "code", Demo.ONE_TIME_CODE));
        assertThat(answer.pageError()).isEqualTo("400 invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/u/mfa", "/u/consent"})
    void noFormCanBeLeftOut(String path) throws Exception {
        application.code();
        Answer password = application.authorize(Map.of("prompt", "login"));
        assertThat(skip(path, password).pageError()).isEqualTo("400 invalid_request");
        Answer code = application.authorize(STEP_UP);
        assertThat(skip("/u/consent", code).pageError()).isEqualTo("400 invalid_request");
        assertThat(post("/u/mfa", code, "code", Demo.ONE_TIME_CODE).code()).isNotBlank();
    }

    @Test
    void formIsOfTheUserItWasShownTo() throws Exception {
        application.code();
        Answer consent = application.authorize(Map.of("prompt", "consent"));
        application.submit(application.authorize(Map.of("prompt", "login")), Demo.BOB_EMAIL, Demo.BOB_PASSWORD);
        assertThat(post("/u/consent", consent, "accept", "1").pageError()).isEqualTo("400 invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {Demo.ORGANIZATION_ID, Demo.ORGANIZATION_NAME})
    void organizationIsToldInBothTokens(String organization) throws Exception {
        Answer tokens = application.tokens(Map.of("organization", organization));
        for (String token : List.of(tokens.text("id_token"), tokens.text("access_token"))) {
            assertThat(Jwts.claims(token)).containsEntry("org_id", "org_acme").containsEntry("org_name", "acme");
        }
        String refreshed =
                application.refresh(tokens.text("refresh_token"), Map.of()).text("id_token");
        assertThat(Jwts.claims(refreshed)).containsEntry("org_id", "org_acme");
    }

    @Test
    void organizationIsForItsMembers() throws Exception {
        Answer form = application.authorize(Map.of("organization", Demo.ORGANIZATION_ID));
        assertThat(application.submit(form, Demo.BOB_EMAIL, Demo.BOB_PASSWORD).redirectError())
                .isEqualTo("302 access_denied");
        assertThat(application.authorize(Map.of("organization", "org_unknown")).redirectError())
                .isEqualTo("302 access_denied");
    }

    @Test
    void invitationMakesAMemberOnce() throws Exception {
        TENANT.register(Organization.of("org_club", "club").invitation("ticket-1"));
        Map<String, String> invited = Map.of("organization", "club", "invitation", "ticket-1");
        assertThat(application
                        .submit(application.authorize(invited), Demo.BOB_EMAIL, Demo.BOB_PASSWORD)
                        .code())
                .isNotBlank();
        assertThat(new Application(TENANT).logIn(invited).redirectError()).isEqualTo("302 access_denied");
        assertThat(application
                        .authorize(Map.of("organization", "org_club", "prompt", "none"))
                        .code())
                .isNotBlank();
        assertThat(application.authorize(Map.of("invitation", "ticket-1")).redirectError())
                .isEqualTo("302 invalid_request");
    }

    @Test
    void thirdPartyNeedsConsentOnce() throws Exception {
        application.code();
        Map<String, String> request = Map.of("client_id", "third-party");
        assertThat(application
                        .authorize(Map.of("client_id", "third-party", "prompt", "none"))
                        .redirectError())
                .isEqualTo("302 consent_required");
        assertThat(post("/u/consent", application.authorize(request), "decline", "1")
                        .redirectError())
                .isEqualTo("302 access_denied");
        assertThat(post("/u/consent", application.authorize(request), "accept", "1")
                        .code())
                .isNotBlank();
        assertThat(application.authorize(request).code()).isNotBlank();
    }

    @Test
    void promptConsentAsksForAnyClient() throws Exception {
        application.code();
        Answer form = application.authorize(Map.of("prompt", "consent"));
        assertThat(form.body()).contains("id=\"scope\"");
        assertThat(post("/u/consent", form, "accept", "1").code()).isNotBlank();
    }

    @Test
    void hintAndScreenShapeTheForm() throws Exception {
        Answer form = application.authorize(Map.of("login_hint", "carol@example.com", "screen_hint", "signup"));
        assertThat(form.body()).contains("value=\"carol@example.com\"", "<h1>Sign up</h1>");
    }

    @Test
    void answerMayBePostedByAPage() throws Exception {
        Answer page = application.logIn(Map.of("response_mode", "form_post"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("action=\"" + Application.CALLBACK + "\"", "document.forms[0].submit()");
        assertThat(page.header("Content-Security-Policy")).contains("script-src 'sha256-");
        assertThat(page.hidden("state")).isEqualTo("state-1");
        assertThat(page.hidden("iss")).isEqualTo(TENANT.issuer());
        assertThat(application.redeem(page.hidden("code"), Map.of()).status()).isEqualTo(200);
        assertThat(application
                        .authorize(Map.of("response_mode", "form_post", "scope", "email"))
                        .hidden("error"))
                .isEqualTo("invalid_scope");
    }

    @Test
    void authorizationDetailsAreEchoed() throws Exception {
        Answer tokens = application.tokens(Map.of("authorization_details", "[{\"type\":\"payment\",\"amount\":5}]"));
        List<Object> expected = List.of(Map.of("type", "payment", "amount", 5L));
        assertThat(tokens.json()).containsEntry("authorization_details", expected);
        assertThat(Jwts.claims(tokens.text("access_token"))).containsEntry("authorization_details", expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "{}", "[1]", "[{}]", "[{\"type\":1}]"})
    void authorizationDetailsAreObjectsWithAType(String details) throws Exception {
        assertThat(application
                        .authorize(Map.of("authorization_details", details))
                        .redirectError())
                .isEqualTo("302 invalid_authorization_details");
    }

    @Test
    void accountIsLinkedAndUnlinked() throws Exception {
        String hint = application.tokens(Map.of()).text("id_token");
        Map<String, String> link =
                Map.of("scope", "openid link_account", "requested_connection", "github", "id_token_hint", hint);
        assertThat(application.authorize(link).code()).isNotBlank();
        assertThat(TENANT.linkedConnections(Demo.ALICE_SUB)).containsExactly("github");
        Map<String, String> unlink =
                Map.of("scope", "openid unlink_account", "requested_connection", "github", "id_token_hint", hint);
        assertThat(application.authorize(unlink).code()).isNotBlank();
        assertThat(TENANT.linkedConnections(Demo.ALICE_SUB)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"requested_connection", "id_token_hint"})
    void linkNeedsConnectionAndHint(String missing) throws Exception {
        String hint = application.tokens(Map.of()).text("id_token");
        Map<String, String> parameters = new HashMap<>(
                Map.of("scope", "openid link_account", "requested_connection", "github", "id_token_hint", hint));
        parameters.put(missing, "");
        assertThat(application.authorize(parameters).redirectError()).isEqualTo("302 invalid_request");
    }

    @Test
    void hintedUserMustLogIn() throws Exception {
        String alice = application.tokens(Map.of()).text("id_token");
        Application bob = new Application(TENANT);
        bob.submit(bob.authorize(Map.of()), Demo.BOB_EMAIL, Demo.BOB_PASSWORD);
        assertThat(bob.authorize(Map.of("id_token_hint", alice, "prompt", "none"))
                        .redirectError())
                .isEqualTo("302 login_required");
        Answer form = bob.authorize(Map.of("id_token_hint", alice));
        assertThat(bob.submit(form, Demo.BOB_EMAIL, Demo.BOB_PASSWORD).redirectError())
                .isEqualTo("302 access_denied");
    }

    @Test
    void hintOfSomebodyElseIsRefused() throws Exception {
        String foreign =
                TENANT.tokens().idToken(Demo.ALICE_SUB, "third-party", "nonce").sign();
        assertThat(application.authorize(Map.of("id_token_hint", foreign)).redirectError())
                .isEqualTo("302 invalid_request");
    }

    private Answer skip(String path, Answer form) throws Exception {
        return application.browser.post(
                application.at(path),
                Map.of("ticket", form.hidden("ticket"), "code", Demo.ONE_TIME_CODE, "accept", "1"));
    }

    private Answer post(String path, Answer form, String field, String value) throws Exception {
        return application.browser.post(application.at(path), Map.of("ticket", form.hidden("ticket"), field, value));
    }
}
