package io.github.auth0jakarta.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.Parameters;
import io.github.auth0jakarta.testing.TestConfigs;
import io.github.auth0jakarta.testing.TestJwts;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** OpenID Connect Core 3.1.2.1; the verifier and its challenge are those of RFC 7636, appendix B. */
class AuthorizationRequestTest {
    private static final URI ENDPOINT = URI.create("https://tenant.example/authorize");
    private static final Transaction TRANSACTION = new Transaction(
            "state-1",
            "nonce-1",
            "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
            "https://app.example/secret-page",
            "https://app.example/auth/callback",
            FixedTime.START);

    private static String address(URI endpoint, TestConfigs settings) {
        return new AuthorizationRequest(Objects.requireNonNull(settings.read().login())).address(endpoint, TRANSACTION);
    }

    @Test
    void addressWhenPlainThenTheseParametersOnceAndNoOthers() {
        String address = address(ENDPOINT, TestConfigs.login());

        assertThat(address).startsWith("https://tenant.example/authorize?");
        assertThat(Parameters.ofQuery(address))
                .isEqualTo(Map.of(
                        "client_id", TestJwts.CLIENT_ID,
                        "response_type", "code",
                        "redirect_uri", "https://app.example/auth/callback",
                        "scope", "openid profile email offline_access",
                        "state", "state-1",
                        "nonce", "nonce-1",
                        "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                        "code_challenge_method", "S256"));
    }

    @Test
    void addressWhenAudienceAndFurtherParametersThenThoseToo() {
        String address = address(
                ENDPOINT,
                TestConfigs.login()
                        .with("auth0.audience", "https://api.example")
                        .with("auth0.authorization-params.connection", "a&b=c")
                        .with("auth0.authorization-params.prompt", "login"));

        assertThat(Parameters.ofQuery(address))
                .hasSize(11)
                .containsEntry("audience", "https://api.example")
                .containsEntry("connection", "a&b=c")
                .containsEntry("prompt", "login");
    }

    @Test
    void addressWhenTheEndpointHasAQueryThenItStays() {
        assertThat(address(URI.create("https://tenant.example/authorize?tenant=a"), TestConfigs.login()))
                .startsWith("https://tenant.example/authorize?tenant=a&client_id=");
    }

    @Test
    void addressWhenSentThenNeitherSecretNorVerifierNorReturnTo() {
        assertThat(address(ENDPOINT, TestConfigs.login()))
                .doesNotContain(TestConfigs.CLIENT_SECRET, TRANSACTION.codeVerifier(), "secret-page");
    }
}
