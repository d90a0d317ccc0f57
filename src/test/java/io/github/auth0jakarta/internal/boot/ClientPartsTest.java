package io.github.auth0jakarta.internal.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ConfigurationException;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Received;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.SeededRandom;
import io.github.auth0jakarta.testing.SentJwt;
import io.github.auth0jakarta.testing.TestConfigs;
import io.github.auth0jakarta.testing.TestKeys;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ClientPartsTest {
    private final FakeAuthorizationServer provider = FakeAuthorizationServer.start();

    @AfterEach
    void stop() {
        provider.close();
    }

    private TestConfigs withSigningKey(String pem) {
        return TestConfigs.login(provider)
                .without("auth0.client-secret")
                .with("auth0.client-assertion-signing-key", pem);
    }

    /** Returns what the token endpoint is sent by a client of this configuration. */
    private Received refreshed(TestConfigs configs, String tokenType) {
        provider.on(FakeAuthorizationServer.TOKEN, Reply.json(Map.of("access_token", "at", "token_type", tokenType)));
        Auth0Config config = configs.read();
        try (ProviderParts parts = new ProviderParts(config)) {
            new ClientParts(
                            config.provider().issuer(),
                            Objects.requireNonNull(config.client()),
                            parts,
                            new SeededRandom(1),
                            null)
                    .tokenEndpoint()
                    .refreshToken("rt", null, Set.of());
        }
        return provider.received(FakeAuthorizationServer.TOKEN).get(0);
    }

    private static void assertRefusedAtStart(TestConfigs configs, String about) {
        Auth0Config config = configs.read();
        assertThatThrownBy(() -> new Auth0Runtime(config, true))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.code()).isEqualTo(Auth0ErrorCode.CONFIG_INVALID))
                .hasMessage("config.invalid: " + about);
    }

    @Test
    @Tag("TC-01")
    void tokenEndpointWhenBasicIsConfiguredThenBasic() {
        Received request = refreshed(
                TestConfigs.login(provider).with("auth0.client-authentication-method", "client_secret_basic"),
                "Bearer");
        assertThat(request.header("Authorization")).startsWith("Basic ");
        assertThat(request.form()).doesNotContainKeys("client_id", "client_secret");
    }

    @Test
    @Tag("TC-01")
    @Tag("TC-02")
    void tokenEndpointWhenASigningKeyIsConfiguredThenAnAssertion() {
        Received request = refreshed(
                withSigningKey(TestKeys.EC.pem())
                        .with("auth0.client-assertion-signing-alg", "ES256")
                        .with("auth0.client-assertion-signing-key-id", "k1"),
                "Bearer");
        SentJwt assertion = SentJwt.of(Objects.requireNonNull(request.form().get("client_assertion")));
        assertThat(assertion.header()).isEqualTo(Map.of("alg", "ES256", "kid", "k1"));
        assertThat(assertion.claims()).containsEntry("aud", provider.issuer());
        assertThat(request.form()).doesNotContainKey("client_secret");
    }

    @Test
    @Tag("DP-25")
    void tokenEndpointWhenTokensAreBoundThenByTheConfiguredKey() {
        Received request = refreshed(
                TestConfigs.login(provider)
                        .with("auth0.dpop.enabled", "true")
                        .with("auth0.dpop.key", TestKeys.EC.pem()),
                "DPoP");
        assertThat(SentJwt.of(request.header("Dpop")).isSignedBy(TestKeys.EC)).isTrue();
    }

    @Test
    void tokenEndpointWhenTokensAreBoundAndNoKeyIsConfiguredThenByANewOne() {
        Received request = refreshed(TestConfigs.login(provider).with("auth0.dpop.enabled", "true"), "DPoP");
        assertThat(SentJwt.of(request.header("Dpop")).header()).containsEntry("typ", "dpop+jwt");
    }

    @Test
    void newWhenAKeyCannotBeUsedThenTheDeploymentFailsAndNamesItsSetting() {
        assertRefusedAtStart(
                withSigningKey(TestKeys.EC.pem()),
                "auth0.client-assertion-signing-key is not of the type that RS256 signs with");
        assertRefusedAtStart(
                withSigningKey(TestKeys.WEAK_RSA.pem()),
                "auth0.client-assertion-signing-key is shorter than 2048 bits");
        assertRefusedAtStart(
                TestConfigs.login(provider)
                        .with("auth0.dpop.enabled", "true")
                        .with("auth0.dpop.key", TestKeys.EC_384.pem()),
                "auth0.dpop.key is not on the curve that ES256 signs with");
        assertRefusedAtStart(
                TestConfigs.login(provider)
                        .without("auth0.client-secret")
                        .with("auth0.mtls.certificate", TestKeys.RSA.pem())
                        .with("auth0.mtls.key", TestKeys.RSA.pem()),
                "auth0.mtls.certificate and auth0.mtls.key is not a chain of certificates in PEM (BEGIN CERTIFICATE)");
    }
}
