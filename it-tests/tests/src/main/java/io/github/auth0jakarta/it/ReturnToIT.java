package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No link to the login can send somebody to another site: the final Location is on our own origin. */
class ReturnToIT extends ClientTest {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured().build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "///evil.example/",
                "/\\evil.example/",
                "\\\\evil.example/",
                "/\t/evil.example/",
                "\t//evil.example/",
                "/%09/evil.example",
                "/%2F/evil.example",
                "/%5cevil.example",
                "/app/..//evil.example",
                "/./\\evil.example",
                "http://localhost:18080@evil.example/",
                "http://localhost.evil.example/",
                "https:evil.example",
                "javascript:alert(1)",
                "data:text/html,x",
                "/page\r\nSet-Cookie: a=b",
                "/page\u0000",
                "http:\\\\evil.example",
                "//evil%E3%80%82example",
                " https://evil.example/"
            })
    @Tag("OR-01")
    @Tag("OR-02")
    void attackEndsOnOurOrigin(String target) {
        String encoded = URLEncoder.encode(target, StandardCharsets.UTF_8);
        logInAsAlice(browser);
        Answer provider = browser.visit(APP + "/auth/login?returnTo=" + encoded);
        Answer callback = browser.step(browser.step(provider));

        assertThat(callback.uri().toString()).startsWith(CALLBACK);
        assertThat(callback.header("Set-Cookie").orElse("")).doesNotStartWith("a=");
        String location = callback.header("Location").orElseThrow();
        assertThat(location).startsWith(TestServer.ORIGIN + "/").doesNotContain("\\", "//evil");
        assertThat(callback.location().orElseThrow().getRawAuthority())
                .isEqualTo(TestServer.ORIGIN.substring("http://".length()));
    }
}
