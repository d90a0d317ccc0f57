package io.github.auth0jakarta.sample.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.Totp;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of services in a real browser: each button, and what comes of it. */
class BrowserServicesIT extends BrowserTest {
    @BeforeEach
    void logIn() {
        logInAsAlice("/services");
    }

    private String press(String button, String card) {
        visitor.press(button);
        visitor.awaitState(card, "done");
        return visitor.text(card);
    }

    @Test
    void foreignTokenIsExchanged() {
        assertThat(press("exchange-token", "exchange"))
                .contains("200", "urn:ietf:params:oauth:token-type:access_token", "read:orders", "not shown")
                .doesNotContain("eyJ");
    }

    @Test
    void refusedTokenIsShownByItsCode() {
        visitor.run("document.getElementById('legacy-token').value = 'a forged token'");
        assertThat(press("exchange-token", "exchange")).contains("424", "invalid_grant");
    }

    @Test
    void reportsAreCalledOnBehalfOfTheUser() {
        assertThat(press("call-reports", "on-behalf-of"))
                .contains("42 cups before noon", Demo.ALICE_SUB, Demo.CLIENT_ID, "read:reports")
                .doesNotContain("eyJ");
    }

    @Test
    void vaultGivesATokenOfTheConnection() {
        assertThat(press("vault-token", "vault"))
                .contains("200", Demo.CONNECTION, "not shown")
                .doesNotContain(Demo.ALICE_GOOGLE_ID);
    }

    @Test
    void accountIsConnectedListedAndDisconnected() {
        press("disconnect-account", "connect");
        visitor.pressAndLeave("connect-account");
        assertThat(visitor.title()).isEqualTo("Connect an account");
        visitor.pressAndLeave("accept");
        visitor.awaitAddress(sample.url() + "/services#connect");
        assertThat(press("list-accounts", "connect")).contains("200", Demo.CONNECTION);
        assertThat(press("vault-token", "vault")).contains(Demo.CONNECTION);
    }

    @Test
    void secondFactorIsEnrolledByItsImageAndShown() {
        sample.tenant().secondFactors().clear(Demo.ALICE_SUB);
        // For the picture.
        press("exchange-token", "exchange");
        press("call-reports", "on-behalf-of");
        press("vault-token", "vault");

        assertThat(press("payroll-token", "mfa")).contains("mfa.required");
        visitor.awaitTextWithin("mfa", "Or type it in");
        String secret = visitor.text("mfa-secret");
        assertThat(visitor.run("return document.querySelector('#qr svg path:last-child').getBBox().width"))
                .asString()
                .isNotEqualTo("0");
        visitor.takePicture("services");

        visitor.type("mfa-code", Totp.code(secret, Instant.now()));
        visitor.press("verify-code");
        visitor.awaitTextWithin("mfa", "read:payroll");
        assertThat(visitor.text("mfa")).contains("200", "not shown").doesNotContain("eyJ");
    }

    @Test
    void approvalOnAnotherDeviceIsWaitedFor() {
        visitor.press("ask-approval");
        visitor.awaitTextWithin("approval", "Order-1042");
        String page = visitor.window();
        visitor.openTab();
        visitor.openElsewhere(sample.tenant().issuer() + "u/approvals");
        assertThat(visitor.text("messages")).contains("Order-1042");
        visitor.pressAndLeave("approve");
        visitor.switchTo(page);
        visitor.awaitTextWithin("approval", "approved");
        assertThat(visitor.text("approval")).contains("not shown").doesNotContain("eyJ");
    }
}
