package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.tenant.Demo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many people log in at the same time, and each is who they are. */
class ParallelLoginsIT extends ClientTest {
    private static final int LOGINS = 1_000;
    private static final int AT_ONCE = 40;

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured().build();
    }

    /** What came of one login. */
    private record Outcome(String caller, String session) {}

    @Test
    @Tag("F-15")
    void aThousandLoginsAreNotMixedUp() throws Exception {
        Set<String> sessions = new HashSet<>();
        List<Outcome> outcomes = inParallel();
        for (int i = 0; i < LOGINS; i++) {
            assertThat(outcomes.get(i).caller())
                    .as("login %d", i)
                    .isEqualTo(isAlice(i) ? Demo.ALICE_SUB : Demo.BOB_SUB);
            assertThat(sessions.add(outcomes.get(i).session()))
                    .as("session of login %d is its own", i)
                    .isTrue();
        }
        assertThat(tenant.requests().to("/.well-known/openid-configuration")).hasSizeLessThanOrEqualTo(1);
        assertThat(tenant.requests().to("/.well-known/jwks.json")).hasSizeLessThanOrEqualTo(2);
        assertThat(tenant.requests().to("/oauth/token")).hasSize(LOGINS);
    }

    private List<Outcome> inParallel() throws InterruptedException, ExecutionException {
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Outcome>> running = new ArrayList<>();
            for (int i = 0; i < LOGINS; i++) {
                int number = i;
                running.add(people.submit(() -> login(number)));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> one : running) {
                outcomes.add(one.get());
            }
            return outcomes;
        } finally {
            people.shutdownNow();
        }
    }

    private static boolean isAlice(int number) {
        return number % 2 == 0;
    }

    private Outcome login(int number) {
        HttpBrowser visitor = browser.stranger();
        String address = APP + "/page?visitor=" + number;
        Answer page = isAlice(number)
                ? logIn(visitor, address, Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD)
                : logIn(visitor, address, Demo.BOB_EMAIL, Demo.BOB_PASSWORD);
        assertThat(page.uri()).hasToString(address);
        assertThat(page.status()).isEqualTo(200);
        String caller = identities(visitor).json().getString("auth0Session");
        return new Outcome(
                caller, visitor.cookies().startingWith(SESSION_COOKIE).toString());
    }
}
