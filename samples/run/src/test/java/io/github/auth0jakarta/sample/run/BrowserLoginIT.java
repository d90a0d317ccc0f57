package io.github.auth0jakarta.sample.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.LoggedRequest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Logins in a real browser that take another way than the straight one. */
class BrowserLoginIT extends BrowserTest {
    private static final String MULTI_FACTOR = "http://schemas.openid.net/pape/policies/2007/06/multi-factor";
    private static final String INTRUDER = """
            const script = document.createElement('script');
            script.textContent = 'window.intruder = true';
            document.body.append(script);
            return window.intruder ?? false;
            """;

    @Test
    void twoTabsLogInSideBySideAndEndAtTheirOwnPages() {
        visitor.open("/profile");
        String first = visitor.window();
        String second = visitor.openTab();
        visitor.open("/admin");
        visitor.logIn(Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD);
        assertThat(visitor.address()).isEqualTo(sample.url() + "/admin");
        assertThat(visitor.text("orders")).contains("Flat white");

        visitor.switchTo(first);
        assertThat(visitor.address()).startsWith(sample.tenant().issuer());
        visitor.logIn(Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD);
        assertThat(visitor.address()).isEqualTo(sample.url() + "/profile");
        assertThat(visitor.text("name")).isEqualTo("Alice Example");

        visitor.switchTo(second);
        visitor.open("/profile");
        assertThat(visitor.text("name")).isEqualTo("Alice Example");
    }

    @Test
    void backButtonLeadsOverTheLoginIntoTheApplication() {
        visitor.open("/");
        visitor.pressAndLeave("login");
        visitor.logIn(Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD);
        assertThat(visitor.address()).isEqualTo(sample.url() + "/profile");

        visitor.back();
        // The tenant knows the browser and answers at once, to a login that is over.
        visitor.awaitAddress(sample.url() + "/");
        assertThat(visitor.text("caller")).isEqualTo("Alice Example");
    }

    @Test
    void answerThatWasUsedLeadsIntoTheApplication() {
        visitor.open("/profile");
        visitor.logIn(Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD);
        String state = sample.tenant().requests().last("/authorize").parameter("state");

        visitor.open("/auth/callback?code=used&state=" + state);
        assertThat(visitor.title()).isEqualTo("You are logged in");
        assertThat(visitor.status()).isBetween(400, 499);
        visitor.awaitAddress(sample.url() + "/");
        assertThat(visitor.text("caller")).isEqualTo("Alice Example");
    }

    @Test
    void formSendsItsOptionsAlong() {
        visitor.open("/");
        visitor.type("organization", Demo.ORGANIZATION_NAME);
        visitor.type("login-hint", Demo.ALICE_EMAIL);
        visitor.choose("screen_hint", "signup");
        visitor.pressAndLeave("login-with-options");
        assertThat(visitor.value("email")).isEqualTo(Demo.ALICE_EMAIL);
        assertThat(visitor.title()).isEqualTo("Sign up");
        visitor.type("password", Demo.ALICE_PASSWORD);
        visitor.pressAndLeave("login");
        assertThat(visitor.address()).isEqualTo(sample.url() + "/profile");
        assertThat(visitor.text("claims")).contains(Demo.ORGANIZATION_ID);
    }

    @Test
    void pageForASecondFactorAsksForItOnce() {
        visitor.open("/profile");
        visitor.logIn(Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD);
        assertThat(visitor.text("claims")).doesNotContain(MULTI_FACTOR);

        visitor.open("/secure-action");
        assertThat(visitor.title()).isEqualTo("Verify your identity");
        visitor.type("code", Demo.ONE_TIME_CODE);
        visitor.pressAndLeave("verify");
        assertThat(visitor.address()).isEqualTo(sample.url() + "/secure-action");
        assertThat(visitor.text("acr")).isEqualTo(MULTI_FACTOR);
        assertThat(visitor.text("amr")).contains("mfa");
        visitor.takePicture("secure-action");

        sample.tenant().reset();
        visitor.open("/secure-action");
        assertThat(visitor.text("acr")).isEqualTo(MULTI_FACTOR);
        assertThat(sample.tenant().requests().to("/authorize")).isEmpty();
    }

    @Test
    void pageForASecondFactorTakesStrangersThroughBoth() {
        visitor.open("/secure-action");
        visitor.logIn(Demo.BOB_EMAIL, Demo.BOB_PASSWORD);
        visitor.type("code", Demo.ONE_TIME_CODE);
        visitor.pressAndLeave("verify");
        assertThat(visitor.address()).isEqualTo(sample.url() + "/secure-action");
        List<LoggedRequest> asked = sample.tenant().requests().to("/authorize");
        assertThat(asked).extracting(request -> request.parameter("acr_values")).containsExactly(null, MULTI_FACTOR);
    }

    @Test
    @Tag("CS-09")
    void ownPagesAreFramedByNobody() throws Exception {
        try (PageServer other = PageServer.start()) {
            other.serve("/plain", "<p>A page that may be framed</p>");
            other.serve("/frames-plain", "<iframe src=\"/plain\"></iframe>");
            other.serve("/frames-ours", "<iframe src=\"" + sample.url() + "/auth/callback\"></iframe>");
            visitor.openElsewhere(other.url() + "/frames-plain");
            assertThat(visitor.addressInFrame()).isEqualTo(other.url() + "/plain");
            visitor.openElsewhere(other.url() + "/frames-ours");
            assertThat(visitor.addressInFrame()).startsWith("chrome-error:");
        }
    }

    @Test
    @Tag("HC-05")
    void ownPagesRunNoScriptThatIsNotTheirs() {
        visitor.open("/auth/callback");
        assertThat(visitor.title()).isEqualTo("You are not logged in");
        assertThat(visitor.run(INTRUDER)).isEqualTo(false);
        visitor.open("/");
        assertThat(visitor.run("""
                const { headers } = await fetch('/auth/callback');
                return ['Content-Type', 'X-Content-Type-Options', 'Referrer-Policy'].map((name) => headers.get(name)).join();
                """)).isEqualTo("text/html;charset=UTF-8,nosniff,no-referrer");

        visitor.ignorePolicies();
        visitor.open("/auth/callback");
        assertThat(visitor.run(INTRUDER)).as("without a policy").isEqualTo(true);
    }
}
