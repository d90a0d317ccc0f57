package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.ConnectedAccounts.Account;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.LoggedRequest;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts at other providers, from the link in the application to the token of the vault and the end of it. */
class ConnectedAccountsIT extends AccountsTest {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured()
                .with("auth0.routes.connect", "/auth/connect")
                .with("auth0.connect.allowed-parameters", "login_hint")
                .with(AccountsResource.class, ConnectionHooks.class, ExchangeResource.class)
                .build();
    }

    private int sent(String step) {
        return tenant.requests().count(MY_ACCOUNT + step);
    }

    private JsonObject lastBody(String step) {
        String text = tenant.requests().last(MY_ACCOUNT + step).json();
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private void assertNotConnected(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains(code);
        assertThat(accountsAt(Demo.ALICE_SUB)).isEmpty();
        assertThat(accountsAt(Demo.BOB_SUB)).isEmpty();
    }

    @Test
    @Tag("TC-11")
    void accountIsConnectedUsedAndDisconnected() {
        logInAsAlice(browser);

        Answer page = connectWhole(browser, "alice-1");
        assertThat(page.uri().toString()).isEqualTo(APP + "/page");
        JsonObject listed = accounts(browser, "").getJsonArray("accounts").getJsonObject(2);
        assertThat(listed.getString("connection")).isEqualTo(DROPBOX);
        assertThat(listed.getJsonArray("scopes").getString(0)).isEqualTo("files");
        assertThat(listed.getBoolean("created")).isTrue();
        String token = vault(browser, "refresh", "").getString("token");
        assertThat(token).startsWith(DROPBOX + "/alice-1/");
        assertThat(vault(browser, "refresh", "").getString("token")).isEqualTo(token);

        assertThat(accounts(browser, "/disconnect?id=" + listed.getString("id")).getJsonArray("accounts"))
                .hasSize(1);
        assertThat(vault(browser, "refresh", "").getString("code")).isEqualTo("server.error_response");
        assertThat(vault(browser, "access", "").getString("code")).isEqualTo("server.error_response");
        assertCaller(browser, Demo.ALICE_SUB);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refresh", "access"})
    @Tag("TC-11")
    void accountsAreToldApartByLoginHint(String by) {
        logInAsAlice(browser);
        connectWhole(browser, "alice-1");
        connectWhole(browser, "alice-2");

        assertThat(vault(browser, by, "alice-1").getString("token")).startsWith(DROPBOX + "/alice-1/");
        assertThat(vault(browser, by, "alice-2").getString("token")).startsWith(DROPBOX + "/alice-2/");
        assertThat(vault(browser, by, "").getString("code")).isEqualTo("server.error_response");
        assertThat(accounts(browser, "/disconnect-all?connection=" + DROPBOX).getJsonArray("accounts"))
                .hasSize(2);
        assertThat(vault(browser, by, "alice-1").getString("code")).isEqualTo("server.error_response");
        assertThat(accountsAt(Demo.ALICE_SUB)).isEmpty();
    }

    @Test
    void accountIsConnectedByTheApplicationItself() {
        logInAsAlice(browser);

        String location = accounts(browser, "/begin?connection=dropbox&scope=files&note=n")
                .getString("location");
        Answer back = browser.follow(agree(browser, browser.open(location), "alice-1"));

        assertThat(back.uri().toString()).isEqualTo(APP + "/test/identities?connected=" + DROPBOX);
        assertThat(accountsAt(Demo.ALICE_SUB))
                .singleElement()
                .satisfies(account -> assertThat(account.scopes()).containsExactly("files"));
    }

    @Test
    @Tag("CB-03")
    void anotherBrowserDoesNotFinishIt() {
        logInAsAlice(browser);
        String callback = agree(browser, connect(browser, ""), "alice-1")
                .location()
                .orElseThrow()
                .toString();
        HttpBrowser alicesOther = new HttpBrowser();
        logInAsAlice(alicesOther);
        HttpBrowser bobs = new HttpBrowser();
        logInAsBob(bobs);

        for (HttpBrowser other : List.of(alicesOther, bobs, new HttpBrowser())) {
            assertNotConnected(other.visit(callback), 400, "login.state_mismatch");
        }
        assertThat(sent("complete")).isZero();
        assertThat(browser.visit(callback).status()).isEqualTo(302);
        assertThat(accountsAt(Demo.ALICE_SUB)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sessionOfSomebodyElseOrNobodyDoesNotFinishIt(boolean bob) {
        logInAsAlice(browser);
        String callback = agree(browser, connect(browser, ""), "alice-1")
                .location()
                .orElseThrow()
                .toString();
        browser.cookies().drop(SESSION_COOKIE);
        if (bob) {
            browser.cookies().drop("tenant_sso");
            logInAsBob(browser);
        }

        assertNotConnected(browser.visit(callback), 403, "connect.caller_changed");
        assertThat(sent("complete")).isZero();
    }

    @Test
    void callbackWorksOnce() {
        logInAsAlice(browser);
        Answer redirect = agree(browser, connect(browser, ""), "alice-1");
        String callback = redirect.location().orElseThrow().toString();
        assertThat(browser.visit(callback).status()).isEqualTo(302);

        Answer again = browser.visit(callback);

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body()).contains("login.state_mismatch");
        assertThat(sent("complete")).isEqualTo(1);
        assertThat(accountsAt(Demo.ALICE_SUB)).hasSize(1);
        assertCaller(browser, Demo.ALICE_SUB);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void linkOfAnotherSiteBeginsNothing(String site) {
        logInAsAlice(browser);

        Answer answer = browser.get(
                RequestKind.NAVIGATION,
                APP + "/auth/connect?connection=" + DROPBOX,
                Map.of("Sec-Fetch-Site", site, "Referer", "https://evil.example/"));

        assertNotConnected(answer, 403, "connect.not_a_navigation");
        assertThat(sent("connect")).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"FETCH", "IMAGE"})
    void nothingButANavigationBeginsAnything(RequestKind kind) {
        logInAsAlice(browser);

        Answer answer = browser.get(kind, APP + "/auth/connect?connection=" + DROPBOX);

        assertNotConnected(answer, 403, "connect.not_a_navigation");
        assertThat(sent("connect")).isZero();
    }

    @Test
    @Tag("OR-02")
    void linkSetsWhatIsAllowedOnly() {
        logInAsAlice(browser);

        Answer page = connect(
                browser,
                "&scopes=a&scopes=b&login_hint=ada&prompt=none&state=forged&redirect_uri=https%3A%2F%2Fevil.example"
                        + "&returnTo=https%3A%2F%2Fevil.example%2F");

        JsonObject body = lastBody("connect");
        assertThat(body.getJsonObject("authorization_params"))
                .isEqualTo(Json.createObjectBuilder().add("login_hint", "ada").build());
        assertThat(body.getString("redirect_uri")).isEqualTo(CALLBACK);
        assertThat(body.getString("state")).isNotEqualTo("forged");
        assertThat(body.getJsonArray("scopes")).hasSize(2);
        assertThat(browser.follow(agree(browser, page, "alice-1")).uri().toString())
                .startsWith(APP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?scopes=a", "?connection=", "?connection=dropbox&connection=github"})
    void linkWithoutOneConnectionIsRefused(String query) {
        logInAsAlice(browser);

        assertNotConnected(browser.visit(APP + "/auth/connect" + query), 400, "connect.request_invalid");
        assertThat(sent("connect")).isZero();
    }

    @Test
    void refusalByTheUserIsTold() {
        logInAsAlice(browser);
        Answer page = connect(browser, "");

        assertNotConnected(browser.submit(page.form().with("decline", "1")), 403, "connect.denied");
        assertCaller(browser, Demo.ALICE_SUB);
        String location =
                accounts(browser, "/begin?connection=dropbox&note=ours").getString("location");
        Answer own = browser.submit(browser.open(location).form().with("decline", "1"));
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.body()).isEqualTo("ours: connect.denied access_denied");
        assertThat(sent("complete")).isZero();
    }

    @Test
    void whoTakesTooLongHasToBeginAgain() {
        logInAsAlice(browser);
        Answer page = connect(browser, "");
        tenant.settings().connectionLifetime(Duration.ZERO);
        try {
            assertNotConnected(browser.follow(agree(browser, page, "alice-1")), 502, "connect.refused");
        } finally {
            tenant.settings().connectionLifetime(Duration.ofMinutes(5));
        }
        assertCaller(browser, Demo.ALICE_SUB);
    }

    @Test
    void whoIsNotLoggedInConnectsNothing() {
        assertNotConnected(browser.visit(APP + "/auth/connect?connection=dropbox"), 401, "session.missing");
        assertThat(accounts(browser, "").getString("code")).isEqualTo("session.missing");
        assertThat(accounts(browser, "/begin?connection=dropbox").getString("code"))
                .isEqualTo("session.missing");
        Answer program = call(accessToken(Demo.ALICE_SUB).sign(), "/api/accounts");
        assertThat(program.json().getString("code")).isEqualTo("session.missing");
        assertThat(tenant.requests().count("/oauth/token")).isZero();
    }

    @Test
    void whatTheApiRefusesIsTyped() {
        logInAsAlice(browser);

        JsonObject refused = accounts(browser, "/begin?connection=myspace");

        assertThat(refused.getString("code")).isEqualTo("connect.refused");
        assertThat(refused.getInt("status")).isEqualTo(400);
        assertThat(refused.getString("type")).isEqualTo(tenant.issuer() + "errors/invalid_request");
        assertThat(refused.getString("title")).isEqualTo("Bad Request");
        assertThat(refused.getString("detail")).isNotEmpty();
        assertThat(refused.getJsonArray("errors").getJsonObject(0))
                .isEqualTo(Json.createObjectBuilder()
                        .add("detail", "connection is not known here")
                        .add("field", "connection")
                        .add("pointer", "/connection")
                        .add("source", "body")
                        .build());
        assertNotConnected(browser.visit(APP + "/auth/connect?connection=myspace"), 502, "connect.refused");
    }

    private void give(String scope) {
        tenant.register(
                Demo.client(APP).refreshTarget(tenant.issuer() + "me/", scope).build());
        logInAsAlice(browser);
    }

    @Test
    void scopeThatTheApplicationWasNotGivenIsMissing() {
        give("read:me:connected_accounts");

        assertThat(accounts(browser, "/disconnect-all?connection=github").getString("code"))
                .isEqualTo("session.scopes_missing");
        assertThat(sent("accounts")).isZero();
    }

    /** RFC 6749 section 5.1: an answer without a scope says that all were granted, so it is the API that refuses. */
    @Test
    void tokenWithoutTheScopeIsRefusedByTheApi() {
        give("delete:me:connected_accounts");

        JsonObject refused = accounts(browser, "");

        assertThat(refused.getString("code")).isEqualTo("connect.refused");
        assertThat(refused.getInt("status")).isEqualTo(403);
        assertThat(refused.getString("type")).isEqualTo(tenant.issuer() + "errors/insufficient_scope");
    }

    @Test
    void applicationWithoutThePolicyGetsNoToken() {
        tenant.register(Demo.client(APP).build());
        logInAsAlice(browser);

        assertThat(accounts(browser, "").getString("code")).isEqualTo("server.error_response");
        assertThat(sent("accounts")).isZero();
    }

    @Test
    void manyAccountsAreListedPageByPage() {
        for (int i = 0; i < 23; i++) {
            tenant.connectedAccounts()
                    .add(new Account("cac_" + i, Demo.BOB_SUB, DROPBOX, "bob-" + i, Set.of(), Instant.EPOCH));
        }
        logInAsBob(browser);

        List<String> ids = new ArrayList<>();
        accounts(browser, "")
                .getJsonArray("accounts")
                .getValuesAs(JsonObject.class)
                .forEach(account -> ids.add(account.getString("id")));

        assertThat(ids).hasSize(24).doesNotHaveDuplicates().contains("cac_bob_google", "cac_0", "cac_22");
        assertThat(tenant.requests().to(MY_ACCOUNT + "accounts"))
                .extracting(request -> request.parameter("from"))
                .containsExactly(null, "cac_9", "cac_19");
    }

    @Test
    @Tag("TC-14")
    void nothingSecretIsInAddressesAndLog() {
        logInAsAlice(browser);
        connectWhole(browser, "alice-1");
        String token = vault(browser, "refresh", "").getString("token");
        accounts(browser, "/disconnect-all?connection=" + DROPBOX);

        JsonObject completion = lastBody("complete");
        List<String> secrets = new ArrayList<>(
                List.of(token, completion.getString("auth_session"), completion.getString("code_verifier")));
        tenant.requests().all().stream()
                .filter(request -> request.path().startsWith(MY_ACCOUNT))
                .map(ConnectedAccountsIT::accessToken)
                .forEach(secrets::add);
        assertThat(secrets).hasSizeGreaterThanOrEqualTo(7);
        assertThat(browser.history())
                .noneMatch(answer -> secrets.stream()
                        .anyMatch(secret -> answer.uri().toString().contains(secret)));
        assertThat(tenant.requests().all())
                .noneMatch(request -> secrets.stream()
                        .anyMatch(secret -> request.query().toString().contains(secret)));
        assertThat(TestServer.log()).doesNotContain(secrets).doesNotContain(completion.getString("connect_code"));
    }

    private static String accessToken(LoggedRequest request) {
        String header = request.header("Authorization");
        assertThat(header).startsWith("Bearer ");
        return header.substring("Bearer ".length());
    }
}
