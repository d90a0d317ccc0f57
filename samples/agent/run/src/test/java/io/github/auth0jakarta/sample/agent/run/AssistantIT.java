package io.github.auth0jakarta.sample.agent.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.sample.launcher.HttpVisitor;
import io.github.auth0jakarta.tenant.Demo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The assistant without a browser: a login, questions, and what each application saw. */
@ExtendWith(SharedAgent.class)
@SuppressWarnings("NullAway.Init")
class AssistantIT {
    private static RunAgent sample;

    private HttpVisitor visitor;

    @BeforeAll
    static void find(RunAgent running) {
        sample = running;
    }

    @BeforeEach
    void arrive() {
        sample.tenant().reset();
        visitor = new HttpVisitor(sample.url() + "/assistant");
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    private void logIn(String email, String password) {
        visitor.open("/auth/login");
        visitor.logIn(email, password);
        assertThat(visitor.address()).isEqualTo(sample.url() + "/assistant/");
    }

    private String ask(String question) {
        return visitor.post("/api/answers/" + question);
    }

    @Test
    void strangersAreNotAnswered() {
        assertThat(ask("whoami")).contains("\"error\"").doesNotContain("hops");
    }

    @Test
    void assistantActsForItsUser() {
        logIn(Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD);
        assertThat(ask("whoami"))
                .contains("To the tools you are " + Demo.ALICE_SUB)
                .contains("the one who acts for you is sample-assistant@clients")
                .contains(
                        "\"WWW-Authenticate\":\"",
                        "resource_metadata=",
                        sample.tenant().issuer())
                .doesNotContain("eyJ");
    }

    @Test
    void everybodyOnTheWayIsSeen() {
        logIn(Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD);
        assertThat(ask("orders"))
                .contains("Almond croissant", "\"from\":\"Tools\"", "sample-tools")
                .doesNotContain("eyJ");
    }

    @Test
    void aliceMayOrder() {
        logIn(Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD);
        assertThat(ask("coffee")).contains("insufficient_scope", "Done: Flat white");
    }

    @Test
    void bobMayLookAndNotOrder() {
        logIn(Demo.BOB_EMAIL, Demo.BOB_PASSWORD);
        assertThat(ask("orders")).contains("Almond croissant");
        assertThat(ask("coffee")).contains("insufficient_scope").doesNotContain("Done");
    }
}
