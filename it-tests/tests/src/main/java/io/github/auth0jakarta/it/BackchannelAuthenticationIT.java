package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests for a user's approval: whose they are, what becomes of them, and who waits for them. */
class BackchannelAuthenticationIT extends ClientTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured().build();
    }

    @BeforeEach
    void allowFrequentPolls() {
        tenant.approvals().interval(Duration.ofSeconds(1));
    }

    private static Answer post(HttpBrowser visitor, Map<String, String> fields) {
        return visitor.post(RequestKind.FETCH, APP + "/test/approval", fields);
    }

    private static Answer start(HttpBrowser visitor) {
        return post(visitor, Map.of("do", "start", "sub", Demo.ALICE_SUB, "message", "ABC-123"));
    }

    private static String started(HttpBrowser visitor) {
        Answer answer = start(visitor);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().getString("id");
    }

    private static Answer go(HttpBrowser visitor, String what, String id) {
        return post(visitor, Map.of("do", what, "id", id));
    }

    /** Polls until there is a decision; early polls are no trouble. */
    private static Answer decided(HttpBrowser visitor, String what, String id) {
        Instant end = Instant.now().plus(PATIENCE);
        Answer answer = go(visitor, what, id);
        while (answer.status() == 200 && answer.json().getString("result").equals("pending")) {
            assertThat(Instant.now()).isBefore(end);
            answer = go(visitor, what, id);
        }
        return answer;
    }

    @Test
    @Tag("TC-13")
    void sessionThatBeganItGetsTheTokensAndAStrangersIsRefused() {
        logInAsAlice(browser);
        HttpBrowser stranger = new HttpBrowser();
        logInAsBob(stranger);
        String id = started(browser);
        assertThat(tenant.approvals().messages(Demo.ALICE_SUB)).containsExactly("ABC-123");
        assertThat(go(browser, "poll", id).json().getString("result")).isEqualTo("pending");
        tenant.approvals().approve(Demo.ALICE_SUB);

        for (HttpBrowser other : new HttpBrowser[] {stranger, new HttpBrowser()}) {
            for (String what : new String[] {"poll", "login", "await"}) {
                Answer refused = go(other, what, id);
                assertThat(refused.status()).isEqualTo(403);
                assertThat(refused.json().getString("code")).isEqualTo("ciba.request_not_of_session");
            }
        }
        Answer approved = decided(browser, "poll", id);
        assertThat(approved.json().getString("result")).isEqualTo("approved");
        assertThat(approved.json().getString("sub")).isEqualTo(Demo.ALICE_SUB);
    }

    @Test
    void browserWithoutASessionIsLoggedInByItsOwnRequest() {
        String id = started(browser);
        assertThat(go(new HttpBrowser(), "login", id).status()).isEqualTo(403);
        tenant.approvals().approve(Demo.ALICE_SUB);

        assertThat(decided(browser, "login", id).json().getString("result")).isEqualTo("approved");

        Answer page = browser.get(RequestKind.FETCH, APP + "/page", Map.of("Accept", "application/json"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.json().getString("caller")).isEqualTo(Demo.ALICE_SUB);
    }

    @Test
    void callerOfTheApiIsTheOwnerToo() {
        Map<String, String> alice = bearerOf(Demo.ALICE_SUB);
        Answer started = browser.postForm(
                RequestKind.PROGRAM,
                APP + "/test/approval",
                alice,
                Map.of("do", "start", "sub", Demo.BOB_SUB, "message", "ABC-123"));
        assertThat(started.status()).as(started.body()).isEqualTo(200);
        String id = started.json().getString("id");
        Map<String, String> poll = Map.of("do", "poll", "id", id);
        assertThat(browser.postForm(RequestKind.PROGRAM, APP + "/test/approval", alice, poll)
                        .status())
                .isEqualTo(200);
        assertThat(browser.postForm(RequestKind.PROGRAM, APP + "/test/approval", bearerOf(Demo.BOB_SUB), poll)
                        .status())
                .isEqualTo(403);
    }

    private Map<String, String> bearerOf(String sub) {
        return bearer(tenant.tokens()
                .accessToken(sub, Demo.CLIENT_ID, Demo.AUDIENCE, "read:orders")
                .sign());
    }

    @Test
    void taskWithoutARequestIsTheApplicationAndNoBrowserIs() {
        logInAsAlice(browser);
        Answer started =
                post(browser, Map.of("do", "start", "background", "yes", "sub", Demo.ALICE_SUB, "message", "ABC-123"));
        assertThat(started.status()).as(started.body()).isEqualTo(200);
        String id = started.json().getString("id");
        assertThat(go(browser, "poll", id).status()).isEqualTo(403);
        Answer polled = post(browser, Map.of("do", "poll", "background", "yes", "id", id));
        assertThat(polled.json().getString("result")).isEqualTo("pending");
    }

    @Test
    void userWhoRefusesIsAValue() {
        String id = started(browser);
        tenant.approvals().deny(Demo.ALICE_SUB);
        assertThat(decided(browser, "poll", id).json().getString("result")).isEqualTo("denied");
    }

    @Test
    @Tag("TC-13")
    void pollsOfAnImpatientBrowserDoNotReachTheProvider() {
        tenant.approvals().interval(Duration.ofSeconds(5));
        String id = started(browser);
        for (int i = 0; i < 20; i++) {
            assertThat(go(browser, "poll", id).json().getString("result")).isEqualTo("pending");
        }
        assertThat(tenant.requests().to("/oauth/token")).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void waitEndsWithTheTokensOnAThreadOfTheContainer() throws Exception {
        logInAsAlice(browser);
        String id = started(browser);
        int before = tenant.requests().to("/oauth/token").size();
        CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(() -> go(browser.copy(), "await", id));
        tenant.requests().await("/oauth/token", before + 1, PATIENCE);
        assertThat(waiting).isNotDone();
        tenant.approvals().approve(Demo.ALICE_SUB);

        Answer answer = waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().getString("sub")).isEqualTo(Demo.ALICE_SUB);
        assertThat(answer.json().getString("thread")).doesNotStartWith("auth0-jakarta");
    }

    @Test
    void waitForAUserWhoRefusesFails() throws Exception {
        String id = started(browser);
        tenant.approvals().deny(Demo.ALICE_SUB);
        Answer answer = go(browser, "await", id);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().getString("code")).isEqualTo("ciba.denied");
    }

    @Test
    void requestThatBreaksARuleIsNotSent() {
        Answer refused = post(browser, Map.of("do", "start", "sub", Demo.ALICE_SUB, "message", "two words"));
        assertThat(refused.json().getString("code")).isEqualTo("ciba.request_invalid");
        assertThat(tenant.requests().to("/bc-authorize")).isEmpty();
    }

    @Test
    void providerWithoutTheEndpointIsToldApart() {
        tenant.hooks().metadata(document -> {
            document.remove("backchannel_authentication_endpoint");
            return document;
        });
        assertThat(start(browser).json().getString("code")).isEqualTo("ciba.unsupported");
    }
}
