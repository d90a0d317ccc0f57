package io.github.auth0jakarta.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.Parameters;
import io.github.auth0jakarta.testing.TestConfigs;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** OpenID Connect Core 3.1.2.1; the verifier and its challenge are those of RFC 7636, appendix B. */
class AuthorizationRequestTest {
    private static final Transaction TRANSACTION = new Transaction(
            "state-1",
            "nonce-1",
            "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
            "https://app.example/auth/callback",
            FixedTime.START,
            new Transaction.Request("openid", null, Expectations.NONE),
            new Transaction.Afterwards("https://app.example/secret-page", Map.of("secret-state", "x"), null));

    private static Map<String, String> parameters(TestConfigs settings) {
        return Parameters.of(encoded(settings));
    }

    private static String encoded(TestConfigs settings) {
        Auth0Config.Login config = Objects.requireNonNull(settings.read().login());
        return new AuthorizationRequest(config.requests().responseMode())
                .parameters(
                        RequestedLogin.of(config.client().redirects(), LoginOptions.defaults()),
                        TRANSACTION.state(),
                        TRANSACTION.secrets())
                .encoded();
    }

    @Test
    @Tag("AR-01")
    @Tag("AR-02")
    void parametersWhenPlainThenTheseOnceAndNoOthers() {
        assertThat(parameters(TestConfigs.login()))
                .isEqualTo(Map.of(
                        "response_type", "code",
                        "redirect_uri", "https://app.example/auth/callback",
                        "scope", "openid profile email offline_access",
                        "state", "state-1",
                        "nonce", "nonce-1",
                        "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                        "code_challenge_method", "S256"));
    }

    @Test
    void parametersWhenAudienceAndFurtherParametersThenThoseToo() {
        assertThat(parameters(TestConfigs.login()
                        .with("auth0.audience", "https://api.example")
                        .with("auth0.authorization-params.connection", "a&b=c")
                        .with("auth0.authorization-params.prompt", "login")))
                .hasSize(10)
                .containsEntry("audience", "https://api.example")
                .containsEntry("connection", "a&b=c")
                .containsEntry("prompt", "login");
    }

    @Test
    void parametersWhenFormPostThenTheResponseMode() {
        assertThat(parameters(TestConfigs.login().with("auth0.response-mode", "form_post")))
                .containsEntry("response_mode", "form_post");
    }

    @Test
    void parametersWhenSentThenNeitherSecretNorVerifierNorReturnToNorState() {
        assertThat(encoded(TestConfigs.login()))
                .doesNotContain(TestConfigs.CLIENT_SECRET, TRANSACTION.codeVerifier(), "secret-page", "secret-state");
    }
}
