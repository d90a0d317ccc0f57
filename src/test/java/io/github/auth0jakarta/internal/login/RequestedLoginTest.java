package io.github.auth0jakarta.internal.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.internal.config.ProtocolParameters;
import io.github.auth0jakarta.testing.TestConfigs;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestedLoginTest {
    private final TestConfigs settings = TestConfigs.login();

    private RequestedLogin of(LoginOptions options) {
        return RequestedLogin.of(
                Objects.requireNonNull(settings.read().client()).redirects(), options);
    }

    private void assertRefused(LoginOptions options) {
        assertThatThrownBy(() -> of(options))
                .isInstanceOfSatisfying(
                        LoginException.class,
                        e -> assertThat(e.code()).isEqualTo(Auth0ErrorCode.LOGIN_OPTIONS_INVALID));
    }

    @Test
    void ofWhenOptionsAndConfigurationThenTheOptionsWin() {
        settings.with("auth0.audience", "https://api.example")
                .with("auth0.authorization-params.prompt", "consent")
                .with("auth0.authorization-params.connection", "google");
        RequestedLogin requested = of(LoginOptions.defaults()
                .withAudience("https://other.example")
                .withPrompt("login")
                .withParameter("ext-tone", "warm"));
        assertThat(requested.parameters())
                .containsEntry("audience", "https://other.example")
                .containsEntry("prompt", "login")
                .containsEntry("connection", "google")
                .containsEntry("ext-tone", "warm");
        assertThat(requested.audience()).isEqualTo("https://other.example");
    }

    @Test
    @Tag("AR-09")
    void ofWhenAnyProtocolParameterThenRefused() {
        for (String parameter : ProtocolParameters.OF_AUTHORIZATION) {
            assertRefused(LoginOptions.defaults().withParameter(parameter, "x"));
        }
        assertThat(ProtocolParameters.OF_AUTHORIZATION)
                .contains("client_id", "redirect_uri", "response_type", "response_mode", "state", "nonce")
                .contains("code_challenge", "code_challenge_method", "request", "request_uri", "dpop_jkt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a&b", "é", "state\n"})
    void ofWhenANameIsNoneThenRefused(String name) {
        assertRefused(LoginOptions.defaults().withParameter(name, "x"));
    }

    @Test
    void ofWhenTheScopeHasNoOpenidThenAdded() {
        assertThat(of(LoginOptions.defaults().withScope("email")).scope()).isEqualTo("openid email");
        assertThat(of(LoginOptions.defaults().withScope("email openid")).scope())
                .isEqualTo("email openid");
        assertThat(of(LoginOptions.defaults().withScope("")).scope()).isEqualTo("openid");
    }

    @Test
    void ofWhenAnOptionIsEmptyThenTheParameterIsLeftOut() {
        settings.with("auth0.audience", "https://api.example");
        RequestedLogin requested = of(LoginOptions.defaults().withAudience(""));
        assertThat(requested.parameters()).doesNotContainKey("audience");
        assertThat(requested.audience()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void ofWhenTheOrganizationIsBlankThenRefused(String organization) {
        settings.with("auth0.organization", "org_1");
        assertRefused(LoginOptions.defaults().withOrganization(organization));
    }

    @Test
    void ofWhenInvitedThenTheOrganizationIsNeeded() {
        assertRefused(LoginOptions.defaults().withInvitation("ticket"));
        assertThat(of(LoginOptions.defaults().withInvitation("ticket").withOrganization("org_1"))
                        .parameters())
                .containsEntry("invitation", "ticket");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "x", "10000000000", "1e3", " 1"})
    void ofWhenMaxAgeIsNoNumberOfSecondsThenRefused(String maxAge) {
        assertRefused(LoginOptions.defaults().withParameter("max_age", maxAge));
    }

    @Test
    void ofWhenMaxAgeIsNegativeThenRefused() {
        assertRefused(LoginOptions.defaults().withMaxAge(Duration.ofSeconds(-1)));
    }

    /** Whoever asked for it, what is sent is checked. */
    @Test
    @Tag("AR-15")
    void expectationsWhenTheConfigurationAsksThenExpectedToo() {
        settings.with("auth0.authorization-params.max_age", "60")
                .with("auth0.authorization-params.acr_values", "a b")
                .with("auth0.organization", "org_1");
        assertThat(of(LoginOptions.defaults()).expectations())
                .isEqualTo(new Expectations(Duration.ofSeconds(60), List.of("a", "b"), "org_1"));
    }

    @Test
    @Tag("AR-15")
    void expectationsWhenTheOptionsAskThenSentAndExpected() {
        RequestedLogin requested = of(LoginOptions.defaults()
                .withMaxAge(Duration.ofMinutes(1))
                .withAcrValues("gold", "silver")
                .withOrganization("acme")
                .withPrompt("login"));
        assertThat(requested.parameters())
                .containsEntry("max_age", "60")
                .containsEntry("acr_values", "gold silver")
                .containsEntry("organization", "acme")
                .containsEntry("prompt", "login");
        assertThat(requested.expectations())
                .isEqualTo(new Expectations(Duration.ofMinutes(1), List.of("gold", "silver"), "acme"));
    }

    @Test
    void toStringWhenSetThenNamesOnly() {
        assertThat(of(LoginOptions.defaults().withLoginHint("ada@example.com")))
                .asString()
                .contains("login_hint")
                .doesNotContain("ada");
    }
}
