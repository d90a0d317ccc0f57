package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.it.browser.SetCookie;
import io.github.auth0jakarta.tenant.Demo;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sessions in the application's own store, which may be down. */
class SessionStoreIT extends StoredSessionTest {
    private static final String STORE = APP + "/test/store";

    private final HttpBrowser operator = new HttpBrowser();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return application()
                .with("auth0.session.store", "bean")
                .with(SwitchableSessionStore.class, StoreServlet.class)
                .build();
    }

    @AfterEach
    void repairTheStore() {
        down(false);
    }

    private void down(boolean now) {
        assertThat(operator.post(RequestKind.PROGRAM, STORE, Map.of("down", Boolean.toString(now)))
                        .status())
                .isEqualTo(204);
    }

    private String dump() {
        return operator.get(RequestKind.PROGRAM, STORE).body();
    }

    @Test
    @Tag("SC-16")
    void whatStandsInTheStoreMakesNoCookie() {
        String before = dump();
        logInAsAlice(browser);
        SetCookie cookie = browser.cookies().startingWith(SESSION_COOKIE).get(0);
        String entry = dump().lines()
                .filter(line -> !before.contains(line))
                .findFirst()
                .orElseThrow();

        assertThat(entry).doesNotContain("eyJ", "alice", cookie.value());
        for (String part : entry.split(" ")) {
            HttpBrowser thief = browser.copy();
            thief.cookies().tamper(cookie.name(), part);
            assertAnonymous(thief);
        }
    }

    @Test
    @Tag("CB-19")
    @Tag("SC-14")
    void neitherALogoutNorAnotherLoginLeavesTheEntryThere() {
        long before = dump().lines().count();
        logInAsAlice(browser);
        assertThat(dump().lines().count()).isEqualTo(before + 1);

        browser.open(APP + "/auth/login");
        assertThat(dump().lines().count()).isEqualTo(before + 1);

        browser.visit(APP + "/auth/logout");
        assertThat(dump().lines().count()).isEqualTo(before);
    }

    @Test
    @Tag("F-18")
    void whenTheStoreIsDownThenNobodyIsTakenForAnonymous() {
        logInAsAlice(browser);
        down(true);

        assertUnavailable(browser.visit(APP + "/page"));
        assertUnavailable(browser.visit(TestServer.APP + "/test/identities"));
        assertUnavailable(browser.get(RequestKind.FETCH, APP + "/page"));
        assertUnavailable(browser.get(RequestKind.FETCH, APP + "/auth/profile"));
        assertThat(tenant.requests().count("/authorize")).isEqualTo(1);

        down(false);
        assertCaller(browser, Demo.ALICE_SUB);
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.body()).contains("session.store_unavailable").doesNotContain("connection refused");
        assertThat(answer.cookies()).isEmpty();
        assertThat(answer.header("Retry-After")).isPresent();
    }

    @Test
    @Tag("F-18")
    void whenTheStoreIsDownThenPublicPagesAndTheApiGoOn() {
        down(true);

        assertAnonymous(browser);
        assertThat(browser.visit(APP + "/").status()).isEqualTo(200);
        assertThat(call(accessToken(Demo.ALICE_SUB, "read:orders").sign(), "/api/orders")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Tag("F-18")
    void whenTheStoreIsDownThenALoginEndsWithAnErrorAndNoLoop() {
        down(true);

        Answer answer = logInAsAlice(browser);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("session.store_unavailable");
        assertThat(tenant.requests().count("/authorize")).isEqualTo(1);
    }

    @Test
    @Tag("F-18")
    void whenTheStoreIsDownThenALogoutWorksAllTheSame() {
        logInAsAlice(browser);
        down(true);

        Answer answer = browser.visit(APP + "/auth/logout");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location().orElseThrow().toString()).startsWith(tenant.issuer());
        assertThat(browser.cookies().startingWith(SESSION_COOKIE)).isEmpty();
        assertAnonymous(browser);
    }
}
