package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.RequestKind;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only somebody who waits for a page is sent to the login; everything else gets a plain 401. */
class NavigationIT extends ClientTest {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured().build();
    }

    @ParameterizedTest
    @EnumSource(names = {"NAVIGATION", "OLD_NAVIGATION", "PROGRAM"})
    void pageRedirects(RequestKind kind) {
        Answer answer = browser.get(kind, APP + "/page");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location().orElseThrow().toString()).startsWith(tenant.issuer() + "authorize?");
        assertThat(answer.cookies())
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.name()).startsWith(TRANSACTION_COOKIE));
    }

    @ParameterizedTest
    @EnumSource(names = {"FETCH", "XHR", "PREFETCH", "IMAGE"})
    @Tag("AR-16")
    void pageRefusesWhatNobodyLooksAt(RequestKind kind) {
        assertRefused(browser.get(kind, APP + "/page"));
    }

    @ParameterizedTest
    @EnumSource(names = {"FETCH", "XHR", "PREFETCH", "IMAGE", "PROGRAM"})
    @Tag("AR-16")
    void apiRefuses(RequestKind kind) {
        assertRefused(browser.get(kind, APP + "/api/me"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/test/admin", "/constraint/x", "/api/orders"})
    @Tag("AR-17")
    void postIsRefused(String path) {
        assertRefused(browser.post(RequestKind.NAVIGATION, APP + path, Map.of("a", "b")));
    }

    @Test
    void publicPagesAreServed() {
        assertThat(browser.visit(APP + "/").status()).isEqualTo(200);
        assertThat(browser.get(RequestKind.FETCH, APP + "/").status()).isEqualTo(200);
        assertThat(browser.history())
                .allSatisfy(answer -> assertThat(answer.cookies()).isEmpty());
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.header("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
        assertThat(answer.cookies()).isEmpty();
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("application/json"));
        assertThat(answer.json()).containsKeys("error", "code");
    }
}
