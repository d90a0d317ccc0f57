package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.RawRequest;
import io.github.auth0jakarta.tenant.Demo;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No way to write a path or a method leads past what is asked of callers. */
class RequestConfusionIT extends ClientTest {
    private static final URI SERVER = URI.create(APP);
    private static final String HOST = "Host: " + SERVER.getAuthority();
    private static final List<String> GUARDED =
            List.of("/api/requires/scope", "/api/orders", "/api/roles/admin", "/test/guarded/x", "/constraint/x");
    /** What the guarded places say to those who are let in. */
    private static final String[] SECRETS = {"let in", "4711", "GuardedServlet", "ConstraintServlet"};

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured().build();
    }

    static Stream<String> confusingTargets() {
        return GUARDED.stream().flatMap(RequestConfusionIT::spellings);
    }

    private static Stream<String> spellings(String path) {
        int second = path.indexOf('/', 1);
        String first = path.substring(0, second);
        String rest = path.substring(second);
        return Stream.of(
                first + ";x=1" + rest,
                path + ";x=1",
                path + ";.css",
                first + "/%2e%2e" + first + rest,
                first + "/.." + first + rest,
                "/index.html/.." + path,
                "/index.html;/.." + path,
                "/x/%2e%2e" + path,
                "/x/%252e%252e" + path,
                first + "/" + rest,
                "/" + path,
                "//" + path,
                path + "//",
                path + "/",
                path + "/.",
                path + ".",
                path + "%2f",
                path + "%00",
                path + "%20",
                path + "?",
                first + "/." + rest,
                first + "%2f" + rest.substring(1),
                first + "%5c" + rest.substring(1),
                path.replace("/test", "/TEST").replace("/api", "/API").replace("/constraint", "/CONSTRAINT"),
                path.replaceFirst("s", "%73"),
                path.replaceFirst("/a", "/%61").replaceFirst("/t", "/%74").replaceFirst("/c", "/%63"));
    }

    @ParameterizedTest
    @MethodSource("confusingTargets")
    @Tag("AC-12")
    void noSpellingOfAPathLeadsPast(String path) {
        assertNotLetIn(RawRequest.send(SERVER, SERVER.getRawPath() + path, List.of(HOST)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get", "FOO", "PROPFIND"})
    @Tag("AC-13")
    void noMethodLeadsPast(String method) {
        for (String path : GUARDED) {
            List<String> headers =
                    List.of(HOST, "Content-Length: 0", "X-HTTP-Method-Override: OPTIONS", "X-Method-Override: GET");
            String answer = RawRequest.send(SERVER, method, SERVER.getRawPath() + path, headers);
            // Jakarta REST says itself which methods there are.
            if (!method.equals("OPTIONS") || !path.startsWith("/api/")) {
                assertNotLetIn(answer);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "TRACE", "FOO", "GET"})
    @Tag("AC-13")
    void servletIsGuardedForEveryMethod(String method) {
        String target = SERVER.getRawPath() + "/test/guarded/x";
        String other =
                "Authorization: Bearer " + accessToken(Demo.ALICE_SUB, "other").sign();

        // A server may refuse a method itself.
        assertThat(status(RawRequest.send(SERVER, method, target, List.of(HOST))))
                .isIn(302, 401, 403, 405, 501);
        assertThat(status(RawRequest.send(SERVER, method, target, List.of(HOST, other))))
                .isIn(403, 405, 501);
    }

    private static void assertNotLetIn(String answer) {
        assertThat(status(answer) / 100).isNotEqualTo(2);
        assertThat(answer.substring(answer.indexOf("\r\n\r\n"))).doesNotContain(SECRETS);
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring(answer.indexOf(' ') + 1, answer.indexOf(' ') + 4));
    }
}
