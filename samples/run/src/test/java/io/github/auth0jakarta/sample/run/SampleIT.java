package io.github.auth0jakarta.sample.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.sample.launcher.Browser;
import io.github.auth0jakarta.sample.launcher.BrowserVisitor;
import io.github.auth0jakarta.sample.launcher.HttpVisitor;
import io.github.auth0jakarta.sample.launcher.Visitor;
import io.github.auth0jakarta.sample.launcher.Visitor.ApiAnswer;
import io.github.auth0jakarta.tenant.Demo;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample on WildFly as visitors meet it: with a real browser where one is installed, and without. */
@ExtendWith(SharedSample.class)
@SuppressWarnings("NullAway.Init")
class SampleIT {
    private static RunSample sample;
    private static Optional<Browser> browser;

    @BeforeAll
    static void find(RunSample running) {
        browser = Browser.findOrSay();
        sample = running;
    }

    /** Without a browser the same visits are made over plain HTTP, without scripts. */
    static Stream<Visitor> visitor() {
        return Stream.of(browser.<Visitor>map(found -> new BrowserVisitor(found, sample.url()))
                .orElseGet(() -> new HttpVisitor(sample.url())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("visitor")
    void aliceLogsInSeesHerselfCallsTheApiAndLogsOut(Visitor visitor) {
        visitor.open("/");
        assertThat(visitor.text("caller")).isEqualTo("Hello, stranger");
        visitor.takePicture("home-anonymous");

        visitor.press("login");
        assertThat(visitor.address()).startsWith(sample.tenant().issuer());
        visitor.logIn(Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD);
        assertThat(visitor.address()).isEqualTo(sample.url() + "/profile");
        assertThat(visitor.text("name")).isEqualTo("Alice Example");
        assertThat(visitor.text("email")).isEqualTo(Demo.ALICE_EMAIL);
        assertThat(visitor.text("groups")).contains("admin", "user");
        assertThat(visitor.text("claims")).contains(Demo.ALICE_SUB);
        visitor.takePicture("profile");

        visitor.open("/admin");
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.text("orders")).contains("Flat white");

        visitor.open("/");
        assertThat(visitor.text("caller")).isEqualTo("Alice Example");
        ApiAnswer answer = visitor.callApi("call-api");
        assertThat(answer.status()).startsWith("200");
        assertThat(answer.body()).contains("Flat white");
        visitor.takePicture("home");

        visitor.press("logout");
        assertThat(visitor.address()).startsWith(sample.url());
        assertThat(visitor.text("caller")).isEqualTo("Hello, stranger");
        visitor.open("/profile");
        assertThat(visitor.address()).startsWith(sample.tenant().issuer());
        assertThat(visitor.text("login")).isEqualTo("Continue");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("visitor")
    void bobIsSentToLogInAndThenRefusedTheAdminPage(Visitor visitor) {
        visitor.open("/admin");
        assertThat(visitor.address()).startsWith(sample.tenant().issuer());
        visitor.logIn(Demo.BOB_EMAIL, Demo.BOB_PASSWORD);
        assertThat(visitor.address()).isEqualTo(sample.url() + "/admin");
        assertThat(visitor.status()).isEqualTo(403);
        assertThat(visitor.text("main")).contains("Bob Example", "403").doesNotContain("Flat white");
        visitor.takePicture("forbidden");

        visitor.open("/");
        assertThat(visitor.callApi("call-api").status()).startsWith("403");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("visitor")
    void apiAnswersAnonymousCallsWithAChallenge(Visitor visitor) {
        visitor.open("/");
        ApiAnswer answer = visitor.callApi("call-api-anonymously");
        assertThat(answer.status()).startsWith("401");
        assertThat(answer.challenge()).startsWith("Bearer");
        assertThat(answer.body()).doesNotContain("Flat white");
    }
}
