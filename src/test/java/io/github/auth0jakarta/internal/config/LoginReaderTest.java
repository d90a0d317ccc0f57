package io.github.auth0jakarta.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.ConfigurationException;
import io.github.auth0jakarta.internal.config.Auth0Config.ClientAuthentication;
import io.github.auth0jakarta.testing.TestConfigs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginReaderTest {
    private static final String PEM = "-----BEGIN PRIVATE KEY-----\nMC4=\n-----END PRIVATE KEY-----";

    private static Auth0Config.Login read(TestConfigs settings) {
        return Objects.requireNonNull(settings.read().login());
    }

    private static void assertInvalid(TestConfigs settings, String problem) {
        assertThatThrownBy(settings::read)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(problem)
                .hasMessageNotContaining("MC4=");
    }

    private static TestConfigs withoutSecret() {
        return TestConfigs.login().without("auth0.client-secret");
    }

    @Test
    @Tag("TC-12")
    void readWhenSecondFactorsThenForFiveMinutesAndTenAtMost() {
        assertThat(read(TestConfigs.login()).mfaLifetime()).isEqualTo(Duration.ofMinutes(5));
        assertThat(read(TestConfigs.login().with("auth0.mfa.token-ttl", "10m")).mfaLifetime())
                .isEqualTo(Duration.ofMinutes(10));
        assertInvalid(TestConfigs.login().with("auth0.mfa.token-ttl", "601s"), "auth0.mfa.token-ttl");
        assertInvalid(TestConfigs.login().with("auth0.mfa.token-ttl", "0s"), "auth0.mfa.token-ttl");
    }

    @Test
    void readWhenRoutesOfSecondFactorsAreSwitchedOnThenEachHasAPathOfItsOwn() {
        assertThat(read(TestConfigs.login()).routes().mfa()).isNull();
        assertThat(read(TestConfigs.login().with("auth0.routes.mfa", "/second"))
                        .routes()
                        .all())
                .contains("/second/authenticators", "/second/associate", "/second/challenge", "/second/verify");
        assertInvalid(
                TestConfigs.login()
                        .with("auth0.routes.mfa", "/auth/mfa")
                        .with("auth0.routes.login", "/auth/mfa/verify"),
                "auth0.routes.*");
    }

    @Nested
    class ClientAuthenticationOf {
        @Test
        void readWhenSigningKeyThenPrivateKeyJwt() {
            TestConfigs settings = withoutSecret()
                    .with("auth0.client-assertion-signing-key", PEM)
                    .with("auth0.client-assertion-signing-key-id", "key-1");
            assertThat(read(settings).client().authentication())
                    .isInstanceOfSatisfying(ClientAuthentication.PrivateKeyJwt.class, method -> {
                        assertThat(method.key().reveal()).isEqualTo(PEM);
                        assertThat(method.algorithm()).isEqualTo("RS256");
                        assertThat(method.keyId()).isEqualTo("key-1");
                    });
        }

        @Test
        void readWhenLineBreaksAreWrittenAsTwoCharactersThenLineBreaks() {
            TestConfigs settings = withoutSecret().with("auth0.client-assertion-signing-key", PEM.replace("\n", "\\n"));
            assertThat(read(settings).client().authentication())
                    .isInstanceOfSatisfying(
                            ClientAuthentication.PrivateKeyJwt.class,
                            method -> assertThat(method.key().reveal()).isEqualTo(PEM));
        }

        @Test
        void readWhenFileThenItsContent(@TempDir Path folder) throws IOException {
            Path file = Files.writeString(folder.resolve("key.pem"), PEM + "\n");
            TestConfigs settings = withoutSecret().with("auth0.client-assertion-signing-key", "file:" + file);
            assertThat(read(settings).client().authentication())
                    .isInstanceOfSatisfying(
                            ClientAuthentication.PrivateKeyJwt.class,
                            method -> assertThat(method.key().reveal()).isEqualTo(PEM));
        }

        @Test
        void readWhenCertificateThenMutualTls() {
            TestConfigs settings =
                    withoutSecret().with("auth0.mtls.certificate", PEM).with("auth0.mtls.key", PEM);
            assertThat(read(settings).client().authentication()).isInstanceOf(ClientAuthentication.MutualTls.class);
        }

        @Test
        void readWhenBasicThenSecretInTheHeader() {
            TestConfigs settings =
                    TestConfigs.login().with("auth0.client-authentication-method", "client_secret_basic");
            assertThat(read(settings).client().authentication())
                    .isInstanceOfSatisfying(
                            ClientAuthentication.Secret.class,
                            method -> assertThat(method.basic()).isTrue());
        }

        @ParameterizedTest
        @CsvSource({
            "private_key_jwt, auth0.client-assertion-signing-key is missing",
            "tls_client_auth, auth0.mtls.certificate is missing",
            "client_secret_jwt, auth0.client-authentication-method is not",
        })
        void readWhenMethodLacksWhatItNeedsThenNamed(String method, String problem) {
            assertInvalid(withoutSecret().with("auth0.client-authentication-method", method), problem);
        }

        @Test
        void readWhenSecretBesideSigningKeyThenRefused() {
            assertInvalid(
                    TestConfigs.login().with("auth0.client-assertion-signing-key", PEM),
                    "auth0.client-secret is set beside another way");
        }

        @Test
        void readWhenKeyIsNotPemThenNamedAndNotQuoted() {
            assertInvalid(
                    withoutSecret().with("auth0.client-assertion-signing-key", "MC4="),
                    "auth0.client-assertion-signing-key is not PEM");
        }

        @Test
        void readWhenFileCannotBeReadThenNamed() {
            assertInvalid(
                    withoutSecret().with("auth0.client-assertion-signing-key", "file:no-such-file.pem"),
                    "auth0.client-assertion-signing-key names a file that cannot be read");
        }

        @Test
        void readWhenAlgorithmIsUnknownThenNamed() {
            assertInvalid(
                    withoutSecret()
                            .with("auth0.client-assertion-signing-key", PEM)
                            .with("auth0.client-assertion-signing-alg", "HS256"),
                    "auth0.client-assertion-signing-alg is not one of");
        }
    }

    @Nested
    class Requests {
        @Test
        void readWhenNothingIsSetThenHarmlessParametersAreAllowed() {
            Auth0Config.Requests requests = read(TestConfigs.login()).requests();
            assertThat(requests.allowedParameters())
                    .containsExactlyInAnyOrder("ui_locales", "login_hint", "screen_hint", "organization", "invitation");
            assertThat(requests.pushed()).isFalse();
            assertThat(requests.silent()).isFalse();
            assertThat(requests.organization()).isNull();
            assertThat(requests.responseMode()).isEqualTo(Auth0Config.Requests.ResponseMode.QUERY);
        }

        @ParameterizedTest
        @CsvSource({"redirect_uri", "state", "response_type", "code_challenge", "request"})
        void readWhenAParameterOfTheProtocolIsAllowedThenRefused(String parameter) {
            assertInvalid(
                    TestConfigs.login().with("auth0.login.allowed-parameters", "connection, " + parameter),
                    "auth0.login.allowed-parameters names a parameter that the protocol sets");
        }

        @Test
        void readWhenScopeAndAudienceAreAllowedThenAllowed() {
            TestConfigs settings = TestConfigs.login().with("auth0.login.allowed-parameters", "scope, audience");
            assertThat(read(settings).requests().allowedParameters()).isEqualTo(Set.of("scope", "audience"));
        }
    }

    @Nested
    class Others {
        @Test
        void readWhenAudienceScopesThenByAudience() {
            TestConfigs settings = TestConfigs.login().with("auth0.audience-scopes", "https://a b c, https://d  e");
            assertThat(read(settings).audienceScopes())
                    .isEqualTo(Map.of("https://a", Set.of("b", "c"), "https://d", Set.of("e")));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {"https://a", "https://a b, https://a c"})
        void readWhenAudienceScopesAreIncompleteThenNamed(String value) {
            assertInvalid(TestConfigs.login().with("auth0.audience-scopes", value), "auth0.audience-scopes has");
        }

        @Test
        void readWhenReturnToOriginsThenWithoutSlash() {
            TestConfigs settings = TestConfigs.login().with("auth0.allowed-return-to-origins", "https://b.example/");
            assertThat(read(settings).returnTo().origins()).containsExactly(URI.create("https://b.example"));
        }

        @ParameterizedTest
        @CsvSource({"https://b.example/path", "http://b.example", "b.example"})
        void readWhenReturnToOriginIsNoneThenNamed(String value) {
            assertInvalid(
                    TestConfigs.login().with("auth0.allowed-return-to-origins", value),
                    "auth0.allowed-return-to-origins ");
        }

        @Test
        void readWhenDpopIsOffThenItsKeyIsNotUsed() {
            assertThat(read(TestConfigs.login().with("auth0.dpop.key", PEM))
                            .client()
                            .dpop())
                    .isNull();
            assertThat(read(TestConfigs.login().with("auth0.dpop.enabled", "true"))
                            .client()
                            .dpop())
                    .isEqualTo(new Auth0Config.Dpop(null));
        }

        @Test
        void readWhenAWeakeningSwitchIsOnThenItWarns() {
            Auth0Config config = TestConfigs.login()
                    .with("auth0.backchannel-logout.allow-missing-exp", "true")
                    .read();
            assertThat(config.warnings())
                    .containsExactly(
                            "auth0.backchannel-logout.allow-missing-exp is on: logout tokens are checked less strictly");
        }

        @Test
        void readWhenReturnPathIsNoPathThenNamed() {
            assertInvalid(
                    TestConfigs.login().with("auth0.logout.return-path", "https://evil.example"),
                    "auth0.logout.return-path is not a path");
        }
    }
}
