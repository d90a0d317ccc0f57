package io.github.auth0jakarta.sample.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.sample.launcher.Browser;
import io.github.auth0jakarta.sample.launcher.BrowserVisitor;
import io.github.auth0jakarta.tenant.Demo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** What meets the running sample with a real browser: a visitor who is new in each test, at a tenant that is as at its start. */
@ExtendWith(SharedSample.class)
@SuppressWarnings("NullAway.Init")
abstract class BrowserTest {
    static RunSample sample;

    private static Browser browser;

    BrowserVisitor visitor;

    @BeforeAll
    static void find(RunSample running) {
        browser = Browser.findOrLeaveOut();
        sample = running;
    }

    @BeforeEach
    final void arrive() {
        sample.tenant().reset();
        visitor = new BrowserVisitor(browser, sample.url());
    }

    @AfterEach
    final void leave() {
        visitor.close();
    }

    /** Opens a page that needs a login, as Alice. */
    final void logInAsAlice(String path) {
        visitor.open(path);
        visitor.logIn(Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD);
        assertThat(visitor.address()).isEqualTo(sample.url() + path);
    }
}
