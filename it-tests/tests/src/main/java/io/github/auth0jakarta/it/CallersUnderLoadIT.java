package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many callers at the same time, and each is who it is by every way to ask. */
class CallersUnderLoadIT extends ClientTest {
    private static final int USERS = 1_000;
    private static final int THREADS = 8;
    private static final String[] WAYS = {"auth0Session", "securityContext", "httpServletRequest", "jsonWebToken"};
    private static final String[] PATHS = {"/test/identities", "/api/identities"};

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured().build();
    }

    /** Every third request is anonymous, and comes after somebody's on the same connection. */
    @Test
    @Tag("AC-23")
    void aThousandCallersAreNotMixedUp() throws Exception {
        List<String> tokens = IntStream.range(0, USERS)
                .parallel()
                .mapToObj(user ->
                        accessToken(Demo.BOB_SUB).claim("sub", sub(user)).sign())
                .toList();
        List<Callable<List<String>>> threads = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int first = thread;
            threads.add(() -> mixUps(tokens, first));
        }

        assertThat(ParallelRequests.send(threads)).allMatch(List::isEmpty);
    }

    private static String sub(int user) {
        return "auth0|user-" + user;
    }

    private static List<String> mixUps(List<String> tokens, int first) {
        HttpBrowser visitor = new HttpBrowser();
        List<String> mixUps = new ArrayList<>();
        for (int user = first; user < USERS; user += THREADS) {
            String path = APP + PATHS[user % PATHS.length];
            Answer answer = visitor.get(RequestKind.PROGRAM, path, bearer(tokens.get(user)));
            if (!isEverywhere(answer.json(), sub(user))) {
                mixUps.add(sub(user) + " " + answer.body());
            }
            if (user % 3 == 0) {
                Answer anonymous = visitor.get(RequestKind.PROGRAM, path);
                if (!isNowhere(anonymous)) {
                    mixUps.add("after " + sub(user) + " " + anonymous.body());
                }
            }
        }
        return mixUps;
    }

    private static boolean isEverywhere(JsonObject seen, String sub) {
        return IntStream.range(0, WAYS.length).allMatch(way -> sub.equals(seen.getString(WAYS[way], null)));
    }

    /** A server may have a name of its own for nobody, which Jakarta Security then gives. */
    private static boolean isNowhere(Answer answer) {
        JsonObject seen = answer.json();
        return seen.getString("source").equals("NONE")
                && seen.isNull("auth0Session")
                && seen.isNull("httpServletRequest")
                && seen.isNull("jsonWebToken")
                && !answer.body().contains("auth0|");
    }
}
