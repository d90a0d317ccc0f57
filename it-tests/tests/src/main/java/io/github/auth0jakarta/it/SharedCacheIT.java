package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A shared cache stands before the application that knows nothing of cookies. */
class SharedCacheIT extends ClientTest {
    private final Map<String, Answer> cache = new HashMap<>();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured().build();
    }

    /** Answers from the cache, whoever asks, and keeps whatever the application does not forbid it to keep. */
    private Answer throughCache(HttpBrowser visitor, String address) {
        Answer kept = cache.get(address);
        if (kept != null) {
            return kept;
        }
        Answer answer = visitor.get(RequestKind.NAVIGATION, address);
        String control =
                String.join(",", answer.headers().allValues("Cache-Control")).toLowerCase(Locale.ROOT);
        if (!control.contains("no-store") && !control.contains("private")) {
            cache.put(address, answer);
        }
        return answer;
    }

    @Test
    @Tag("HC-02")
    void oneCallersPagesNeverReachAnother() {
        HttpBrowser bob = new HttpBrowser();
        logInAsAlice(browser);
        logInAsBob(bob);
        for (int i = 0; i < 50; i++) {
            for (String path : List.of("/page?n=" + i, "/test/identities?n=" + i, "/auth/profile?n=" + i)) {
                Answer alices = throughCache(browser, APP + path);
                Answer bobs = throughCache(bob, APP + path);
                assertThat(alices.body()).contains(Demo.ALICE_SUB).doesNotContain(Demo.BOB_SUB);
                assertThat(bobs.body()).contains(Demo.BOB_SUB).doesNotContain(Demo.ALICE_SUB);
            }
        }
    }

    @Test
    @Tag("HC-02")
    @Tag("HC-04")
    void noAnswerOfOurRoutesIsKept() {
        for (String path : List.of("/auth/login", "/auth/callback?code=c&state=s", "/auth/logout", "/auth/profile")) {
            throughCache(browser, APP + path);
        }
        assertThat(cache).isEmpty();
    }

    @Test
    @Tag("HC-07")
    void longerPathsAreNoneOfOurRoutes() {
        logInAsAlice(browser);
        for (String path : List.of("/auth/profile/x.css", "/auth/profile.css", "/page/nonexistent.js")) {
            Answer answer = throughCache(browser, APP + path);
            assertThat(answer.body()).as(path).doesNotContain(Demo.ALICE_EMAIL);
        }
    }

    @Test
    @Tag("CS-10")
    void noOtherSiteMayReadOurRoutes() {
        logInAsAlice(browser);
        for (String path : List.of("/auth/login", "/auth/profile", "/auth/logout", "/auth/backchannel-logout")) {
            Answer answer = browser.get(
                    RequestKind.FETCH,
                    APP + path,
                    Map.of("Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site"));
            assertThat(answer.header("Access-Control-Allow-Origin")).as(path).isEmpty();
        }
    }
}
