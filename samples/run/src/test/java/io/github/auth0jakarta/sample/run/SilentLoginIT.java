package io.github.auth0jakarta.sample.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.sample.launcher.Browser;
import io.github.auth0jakarta.sample.launcher.BrowserVisitor;
import io.github.auth0jakarta.sample.launcher.RunOptions;
import io.github.auth0jakarta.tenant.Demo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sample with {@code auth0.login.silent}, in a real browser. */
@SuppressWarnings("NullAway.Init")
class SilentLoginIT {
    private static Browser browser;
    private static RunSample sample;

    private BrowserVisitor visitor;

    @BeforeAll
    static void start() {
        browser = Browser.findOrLeaveOut();
        sample = RunSample.start(RunOptions.ofSystemProperties().with("auth0.login.silent", "true"));
    }

    @AfterAll
    static void stop() {
        if (sample != null) {
            sample.close();
        }
    }

    @BeforeEach
    void arrive() {
        sample.tenant().reset();
        visitor = new BrowserVisitor(browser, sample.url());
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void strangersAreLookedUpOnceAndStayStrangers() {
        visitor.open("/?table=7");
        assertThat(visitor.address()).isEqualTo(sample.url() + "/?table=7");
        assertThat(visitor.text("caller")).isEqualTo("Hello, stranger");
        visitor.open("/");
        visitor.openTab();
        visitor.open("/");
        assertThat(visitor.text("caller")).isEqualTo("Hello, stranger");
        assertThat(sample.tenant().requests().to("/authorize"))
                .extracting(request -> request.parameter("prompt"))
                .containsExactly("none");
    }

    @Test
    void whoeverTheTenantKnowsIsLoggedInWithoutAForm() {
        visitor.open("/profile");
        visitor.logIn(Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD);
        visitor.awaitAddress(sample.url() + "/profile");
        visitor.forgetCookiesExcept("tenant_sso");
        sample.tenant().reset();

        visitor.open("/?table=7");
        assertThat(visitor.address()).isEqualTo(sample.url() + "/?table=7");
        assertThat(visitor.text("caller")).isEqualTo("Alice Example");
        assertThat(sample.tenant().requests().count("/authorize")).isEqualTo(1);
        assertThat(sample.tenant().requests().count("/u/login")).isZero();
    }

    @Test
    void whoeverLogsOutStaysLoggedOut() {
        visitor.open("/profile");
        visitor.logIn(Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD);
        visitor.awaitAddress(sample.url() + "/profile");
        sample.tenant().reset();

        visitor.press("logout");
        visitor.awaitText("caller", "Hello, stranger");
        visitor.open("/");
        assertThat(visitor.text("caller")).isEqualTo("Hello, stranger");
        assertThat(sample.tenant().requests().to("/authorize")).isEmpty();
    }
}
