package io.github.auth0jakarta.sample.agent.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.sample.launcher.Browser;
import io.github.auth0jakarta.sample.launcher.BrowserVisitor;
import io.github.auth0jakarta.tenant.Demo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The assistant's page in a real browser. */
@ExtendWith(SharedAgent.class)
@SuppressWarnings("NullAway.Init")
class BrowserAssistantIT {
    private static Browser browser;
    private static RunAgent sample;

    private BrowserVisitor visitor;

    @BeforeAll
    static void find(RunAgent running) {
        browser = Browser.findOrLeaveOut();
        sample = running;
    }

    @BeforeEach
    void arrive() {
        sample.tenant().reset();
        visitor = new BrowserVisitor(browser, sample.url() + "/assistant");
        visitor.open("/");
        visitor.takePicture("agent-anonymous");
        visitor.pressAndLeave("login");
        visitor.logIn(Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD);
        assertThat(visitor.text("user")).isEqualTo("Alice Example");
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    private void ask(String question) {
        visitor.run("document.getElementById('main').dataset.state = 'new'");
        visitor.press("ask-" + question);
        visitor.awaitState("main", "done");
    }

    @Test
    void answersComeWithTheWholeWay() {
        ask("orders");
        assertThat(visitor.text("question")).isEqualTo("What have I ordered?");
        assertThat(visitor.text("answer")).contains("Almond croissant");
        assertThat(visitor.text("hops"))
                .contains(
                        "resource_metadata=", Demo.ALICE_SUB, "sample-assistant@clients", "sample-tools", "read:orders")
                .doesNotContain("eyJ");
        visitor.takePicture("agent");
    }

    @Test
    void refusalIsShownAsItCame() {
        ask("coffee");
        assertThat(visitor.text("answer")).startsWith("Done: Flat white");
        assertThat(visitor.text("hops")).contains("403", "insufficient_scope", "place:orders");
        visitor.takePicture("agent-coffee");

        ask("whoami");
        assertThat(visitor.text("answer")).contains(Demo.ALICE_SUB, "sample-assistant@clients");
    }
}
