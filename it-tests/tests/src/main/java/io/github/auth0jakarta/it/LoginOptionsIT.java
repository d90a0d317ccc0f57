package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HtmlForm;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RawRequest;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.LoggedRequest;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins that differ from what the configuration says, by the application or by a link. */
class LoginOptionsIT extends ClientTest {
    private static final String MULTI_FACTOR = "http://schemas.openid.net/pape/policies/2007/06/multi-factor";
    private static final String INVITATION = "inv-1";

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured().build();
    }

    @AfterEach
    void withdrawInvitations() {
        tenant.register(Demo.organization());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HtmlForm filledIn(Answer form, String email, String password) {
        return form.form().with("email", email).with("password", password);
    }

    private static HtmlForm asAlice(Answer form) {
        return filledIn(form, Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD);
    }

    private JsonObject claims() {
        return browser.get(RequestKind.FETCH, APP + "/page", Map.of("Accept", "application/json"))
                .json()
                .getJsonObject("claims");
    }

    private LoggedRequest asked() {
        return tenant.requests().last("/authorize");
    }

    private void assertRefused(Answer answer, String code) {
        assertThat(answer.body()).contains(code);
        assertThat(answer.status()).isBetween(400, 499);
        assertAnonymous(browser);
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirect", "begin"})
    void servletBeginsALoginWithItsOwnOptions(String by) {
        Answer form = browser.open(APP + "/test/login?by=" + by
                + "&returnTo=%2Fapp%2Ftest%2Fidentities&scope=profile&ui_locales=de&login_hint=alice%40example.com");

        assertThat(asked().parameter("scope")).isEqualTo("openid profile");
        assertThat(asked().parameter("ui_locales")).isEqualTo("de");
        assertThat(form.form().fields()).containsEntry("email", Demo.ALICE_EMAIL);
        assertThat(browser.submit(asAlice(form)).uri()).hasToString(APP + "/test/identities");
        assertCaller(browser, Demo.ALICE_SUB);
    }

    @Test
    void resourceTellsAScriptWhereToGo() {
        Answer answer = browser.get(RequestKind.FETCH, APP + "/api/login?returnTo=%2Fapp%2Fpage");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control").orElseThrow()).contains("no-store");
        Answer form = browser.open(answer.json().getString("location"));
        assertThat(browser.submit(asAlice(form)).uri()).hasToString(APP + "/page");
        assertCaller(browser, Demo.ALICE_SUB);
    }

    @Test
    @Tag("AR-09")
    void parameterOfTheProtocolIsRefusedFromTheApplicationToo() {
        Answer answer = browser.visit(APP + "/test/login?by=begin&redirect_uri=https%3A%2F%2Fevil.example");

        assertThat(answer.json().getString("code")).isEqualTo("login.options_invalid");
        assertThat(answer.cookies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {Demo.ORGANIZATION_ID, Demo.ORGANIZATION_NAME})
    @Tag("AR-10")
    void memberLogsInToTheOrganization(String organization) {
        logIn(
                browser,
                APP + "/auth/login?organization=" + organization + "&returnTo=%2Fapp%2Fpage",
                Demo.ALICE_EMAIL,
                Demo.ALICE_PASSWORD);

        assertThat(asked().parameter("organization")).isEqualTo(organization);
        assertThat(claims().getString("org_id")).isEqualTo(Demo.ORGANIZATION_ID);
        assertThat(claims().getString("org_name")).isEqualTo(Demo.ORGANIZATION_NAME);
    }

    @Test
    void whoIsNoMemberIsNotLoggedIn() {
        Answer answer = logIn(browser, APP + "/auth/login?organization=org_acme", Demo.BOB_EMAIL, Demo.BOB_PASSWORD);

        assertThat(answer.status()).isEqualTo(403);
        assertRefused(answer, "login.denied");
    }

    @Test
    void tokenOfAnotherOrganizationIsRefused() {
        Answer form = browser.open(APP + "/auth/login?organization=org_acme");
        tenant.hooks().nextIdToken(token -> token.claim("org_id", "org_other"));

        assertRefused(browser.submit(asAlice(form)), "id_token.organization_mismatch");
    }

    @Test
    @Tag("AR-10")
    void invitationMakesAMember() {
        tenant.register(Demo.organization().invitation(INVITATION));

        logIn(
                browser,
                APP + "/auth/login?organization=org_acme&invitation=" + INVITATION,
                Demo.BOB_EMAIL,
                Demo.BOB_PASSWORD);

        assertCaller(browser, Demo.BOB_SUB);
        assertThat(claims().getString("org_id")).isEqualTo(Demo.ORGANIZATION_ID);
    }

    @Test
    void invitationWithoutItsOrganizationIsRefused() {
        assertRefused(browser.visit(APP + "/auth/login?invitation=" + INVITATION), "login.options_invalid");
    }

    @Test
    @Tag("AR-15")
    void stepUpAsksForTheSecondFactorAndProvesIt() {
        logInAsAlice(browser);
        assertThat(claims().containsKey("acr")).isFalse();

        Answer secondFactor = browser.open(stepUp());
        Answer page = browser.submit(secondFactor.form().with("code", Demo.ONE_TIME_CODE));

        assertThat(page.uri()).hasToString(APP + "/page");
        assertThat(asked().parameter("acr_values")).isEqualTo(MULTI_FACTOR);
        assertThat(claims().getString("acr")).isEqualTo(MULTI_FACTOR);
    }

    @Test
    @Tag("AR-15")
    void stepUpThatTheTokenDoesNotProveIsRefusedAndTheSessionStays() {
        logInAsAlice(browser);
        Answer secondFactor = browser.open(stepUp());
        tenant.hooks().nextIdToken(token -> token.withoutClaim("acr").withoutClaim("amr"));

        Answer answer = browser.submit(secondFactor.form().with("code", Demo.ONE_TIME_CODE));

        assertThat(answer.body()).contains("id_token.authentication_context_mismatch");
        assertCaller(browser, Demo.ALICE_SUB);
        assertThat(claims().containsKey("acr")).isFalse();
    }

    private static String stepUp() {
        return APP + "/test/login?by=redirect&returnTo=%2Fapp%2Fpage&acr=" + encoded(MULTI_FACTOR);
    }

    @Test
    @Tag("AR-15")
    void maxAgeAsksForThePasswordAgain() {
        logInAsAlice(browser);

        Answer form = browser.open(APP + "/test/login?by=redirect&returnTo=%2Fapp%2Fpage&maxAge=0");

        assertThat(asked().parameter("max_age")).isEqualTo("0");
        assertThat(browser.submit(asAlice(form)).uri()).hasToString(APP + "/page");
    }

    @Test
    @Tag("AR-15")
    void loginThatIsOlderThanAskedForIsRefused() {
        Answer form = browser.open(APP + "/test/login?by=redirect&maxAge=60");
        tenant.hooks().nextIdToken(token -> token.claim("auth_time", System.currentTimeMillis() / 1000 - 600));

        assertRefused(browser.submit(asAlice(form)), "id_token.");
    }

    @Test
    @Tag("AR-15")
    void promptAsksForThePasswordAgain() {
        logInAsAlice(browser);

        assertThat(browser.open(APP + "/test/login?by=redirect").uri()).hasToString(APP + "/");
        Answer form = browser.open(APP + "/test/login?by=redirect&prompt=login");

        assertThat(asked().parameter("prompt")).isEqualTo("login");
        assertThat(form.form().fields()).containsKey("password");
    }

    @Test
    @Tag("AR-10")
    void linkMaySetWhatIsListedOnly() {
        browser.open(APP + "/auth/login?ui_locales=de%20fr&login_hint=" + encoded("bob+x@example.com")
                + "&screen_hint=signup&organization=acme&scope=admin&audience=https%3A%2F%2Fother&prompt=none"
                + "&connection=x&acr_values=y");

        assertThat(asked().parameter("ui_locales")).isEqualTo("de fr");
        assertThat(asked().parameter("login_hint")).isEqualTo("bob+x@example.com");
        assertThat(asked().parameter("screen_hint")).isEqualTo("signup");
        assertThat(asked().parameter("organization")).isEqualTo("acme");
        assertThat(asked().parameter("scope")).isEqualTo("openid profile email offline_access");
        assertThat(asked().parameter("audience")).isEqualTo(Demo.AUDIENCE);
        assertThat(asked().query()).doesNotContainKeys("prompt", "connection", "acr_values");
    }

    @Test
    @Tag("AR-11")
    void valueOfAParameterCannotBreakOut() {
        String hint = "a&scope=admin#x\r\nSet-Cookie: b=c";

        Answer redirect = browser.visit(APP + "/auth/login?login_hint=" + encoded(hint));
        browser.follow(redirect);

        assertThat(redirect.headers().allValues("Location")).hasSize(1);
        assertThat(redirect.cookies()).noneMatch(cookie -> cookie.name().equals("b"));
        assertThat(asked().query().get("login_hint")).containsExactly(hint);
        assertThat(asked().query().get("scope")).containsExactly("openid profile email offline_access");
    }

    static Stream<List<String>> hostileHosts() {
        String host = "Host: " + URI.create(APP).getAuthority();
        String target = URI.create(APP).getRawPath() + "/auth/login";
        return Stream.of(
                List.of(target, "Host: evil.example"),
                List.of(target, "Host: evil.example:" + URI.create(APP).getPort()),
                List.of(target, host, "Host: evil.example"),
                List.of(target, "Host: evil.example", host),
                List.of(target, host, "X-Forwarded-Host: evil.example", "Forwarded: host=evil.example;proto=https"),
                List.of("http://evil.example" + target, host),
                List.of("http://evil.example" + target, "Host: evil.example"));
    }

    @ParameterizedTest
    @MethodSource("hostileHosts")
    @Tag("AR-07")
    void hostileHostDoesNotMoveTheRedirectUri(List<String> request) {
        String answer = RawRequest.send(URI.create(APP), request.get(0), request.subList(1, request.size()));

        String status = answer.substring(answer.indexOf(' ') + 1, answer.indexOf(' ') + 4);
        assertThat(status).isIn("302", "400");
        if (status.equals("302")) {
            assertThat(answer).contains("redirect_uri=" + encoded(CALLBACK));
        }
        assertThat(answer).doesNotContain("evil.example");
    }

    @Test
    void detailsOfTheAuthorizationReachTheProvider() {
        String details = "[{\"type\":\"payment\",\"amount\":\"12.50\"}]";

        Answer form = browser.open(APP + "/test/login?by=redirect&authorization_details=" + encoded(details));
        browser.submit(asAlice(form));

        assertThat(asked().parameter("authorization_details")).isEqualTo(details);
        assertCaller(browser, Demo.ALICE_SUB);
    }

    @Test
    void accountIsLinkedAndTakenOffAgain() {
        logInAsAlice(browser);

        Answer linked = browser.open(APP + "/test/login?by=link&returnTo=%2Fapp%2Fpage");
        assertThat(linked.uri()).hasToString(APP + "/page");
        assertThat(asked().parameter("requested_connection_scope")).isEqualTo("calendar");
        assertThat(tenant.linkedConnections(Demo.ALICE_SUB)).containsExactly("google-oauth2");

        browser.open(APP + "/test/login?by=unlink");
        assertThat(tenant.linkedConnections(Demo.ALICE_SUB)).isEmpty();
        assertCaller(browser, Demo.ALICE_SUB);
        assertThat(browser.visit(APP + "/page/token?audience=" + encoded(Demo.AUDIENCE))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void accountOfNobodyIsNotLinked() {
        Answer answer = browser.visit(APP + "/test/login?by=link");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().getString("code")).isEqualTo("session.missing");
    }

    @Test
    void linkOfAnotherSiteBeginsALoginAtOurProviderOnly() {
        Answer page = logIn(
                browser,
                APP + "/auth/login?iss=" + encoded(tenant.issuer()) + "&target_link_uri="
                        + encoded(APP + "/test/identities"),
                Demo.ALICE_EMAIL,
                Demo.ALICE_PASSWORD);
        assertThat(page.uri()).hasToString(APP + "/test/identities");

        Answer refused = new HttpBrowser().visit(APP + "/auth/login?iss=https%3A%2F%2Fevil.example%2F");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("login.issuer_mismatch");
    }

    @Test
    @Tag("CS-08")
    void openPageAsksTheProviderNothing() {
        Answer page = browser.visit(APP + "/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.cookies()).isEmpty();
        assertThat(tenant.requests().count("/authorize")).isZero();
    }
}
