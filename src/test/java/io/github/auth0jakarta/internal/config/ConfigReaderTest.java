package io.github.auth0jakarta.internal.config;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ConfigurationException;
import io.github.auth0jakarta.testing.TestConfigs;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {

    @Nested
    class SwitchedOff {
        @Test
        void readWhenNothingIsSetThenNull() {
            assertThat(ConfigReader.read(TestConfigs.none())).isNull();
        }

        @Test
        void readWhenNothingEssentialIsSetThenNull() {
            TestConfigs settings = TestConfigs.none()
                    .with("java.home", "/opt/java")
                    .with("auth0.enabled", "true")
                    .with("auth0.telemetry", "false");
            assertThat(ConfigReader.read(settings)).isNull();
        }

        @Test
        void readWhenNotEnabledThenNullWhateverElseIsWrong() {
            TestConfigs settings =
                    TestConfigs.none().with("auth0.enabled", "false").with("auth0.domain", "not a domain");
            assertThat(ConfigReader.read(settings)).isNull();
        }
    }

    @Nested
    class Least {
        @Test
        void readWhenTwoPropertiesThenPureApiWithDefaults() {
            Auth0Config config = TestConfigs.api().read();

            assertThat(config.login()).isNull();
            assertThat(config.provider()).isEqualTo(new Auth0Config.Provider("https://tenant.example/", false));
            Auth0Config.Api api = api(config);
            assertThat(api.audiences()).containsExactly("https://api.example");
            assertThat(api.issuers()).isEmpty();
            assertThat(api.algorithms()).containsExactly("RS256");
            assertThat(api.clockSkew()).isEqualTo(Duration.ofSeconds(60));
            assertThat(api.requiredClaims()).isEmpty();
            assertThat(api.transport()).isEqualTo(new Auth0Config.TokenTransport(false, false));
            assertThat(api.tokenCache()).isEqualTo(new Auth0Config.TokenCache(10_000, Duration.ofSeconds(60)));
            assertThat(config.caller())
                    .isEqualTo(new Auth0Config.Caller(List.of("sub"), List.of("permissions", "roles")));
            assertThat(config.http())
                    .isEqualTo(new Auth0Config.Http(Duration.ofSeconds(2), Duration.ofSeconds(5), 1024 * 1024, true));
            assertThat(config.warnings()).isEmpty();
        }

        @Test
        void readWhenFivePropertiesThenLoginWithDefaults() {
            Auth0Config config = TestConfigs.login().read();
            Auth0Config.Login login = login(config);

            assertThat(config.api()).isNull();
            assertThat(login.client().id()).isEqualTo("client-1");
            assertThat(login.client().authentication())
                    .isInstanceOfSatisfying(Auth0Config.ClientAuthentication.Secret.class, secret -> {
                        assertThat(secret.secret().reveal()).isEqualTo(TestConfigs.CLIENT_SECRET);
                        assertThat(secret.basic()).isFalse();
                    });
            assertThat(login.audience()).isNull();
            assertThat(login.scope()).isEqualTo("openid profile email offline_access");
            assertThat(login.authorizationParams()).isEmpty();
            assertThat(login.secrets()).hasSize(1);
            assertThat(login.baseUrls()).containsExactly(URI.create("https://app.example"));
            assertThat(login.routes())
                    .isEqualTo(new Auth0Config.Routes(
                            "/auth/login",
                            "/auth/callback",
                            "/auth/logout",
                            "/auth/profile",
                            null,
                            "/auth/backchannel-logout",
                            null,
                            null));
            assertThat(login.session())
                    .isEqualTo(new Auth0Config.Session(
                            Auth0Config.Session.Store.COOKIE,
                            100_000,
                            true,
                            Duration.ofDays(3),
                            Duration.ofDays(1),
                            new Auth0Config.Cookie("__session", null, "/", SameSite.LAX, true, false, 6_000)));
            assertThat(login.transaction()).isEqualTo(new Auth0Config.Transaction(Duration.ofMinutes(10), 4));
            assertThat(login.logout())
                    .isEqualTo(new Auth0Config.Logout(Auth0Config.Logout.Strategy.AUTO, false, true, true, "/", false));
            assertThat(login.client().tokenRefreshBuffer()).isEqualTo(Duration.ofSeconds(60));
            assertThat(config.warnings()).isEmpty();
        }

        @Test
        void readWhenAudienceIsAddedThenLoginAndApi() {
            Auth0Config config = TestConfigs.login()
                    .with("auth0.audience", "https://api.example")
                    .read();
            assertThat(login(config).audience()).isEqualTo("https://api.example");
            assertThat(config.api()).isNotNull();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "auth0.domain",
                    "auth0.client-id",
                    "auth0.client-secret",
                    "auth0.secret",
                    "auth0.app-base-url"
                })
        void readWhenOneOfTheFiveIsMissingThenItIsNamedAlone(String key) {
            assertThatThrownBy(() -> ConfigReader.read(TestConfigs.login().without(key)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("config.invalid: " + key + " is missing");
        }

        @Test
        void readWhenDomainOfApiIsMissingThenNamed() {
            assertThatThrownBy(() -> ConfigReader.read(TestConfigs.api().without("auth0.domain")))
                    .hasMessage("config.invalid: auth0.domain is missing");
        }

        @Test
        void readWhenOnlyTheDomainIsSetThenBothWaysAreNamed() {
            assertThatThrownBy(() -> ConfigReader.read(TestConfigs.none().with("auth0.domain", "tenant.example")))
                    .hasMessageContainingAll("auth0.client-id", "auth0.audience");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "  ", "\t"})
        void readWhenValueIsBlankThenMissing(String blank) {
            assertThatThrownBy(() -> ConfigReader.read(TestConfigs.login().with("auth0.client-secret", blank)))
                    .hasMessage("config.invalid: auth0.client-secret is missing");
        }
    }

    @Nested
    class Messages {
        @Test
        void readWhenMuchIsWrongThenAllOfItInOneMessageAndNoValue() {
            TestConfigs settings = TestConfigs.none()
                    .with("auth0.domain", "value-1/x")
                    .with("auth0.client-id", "value-2")
                    .with("auth0.secret", "value-3")
                    .with("auth0.app-base-url", "value-4")
                    .with("auth0.scope", "value-5")
                    .with("auth0.session.rolling", "value-6")
                    .with("auth0.session.absolute-duration", "value-7")
                    .with("auth0.routes.login", "value-8")
                    .with("auth0.session.cookie.same-site", "value-9")
                    .with("auth0.transaction.maximum", "value-10")
                    .with("auth0.api.algorithms", "value-11")
                    .with("auth0.authorization-params.state", "value-12")
                    .with("auth0.session.cookie.name", "value 13");

            assertThatThrownBy(() -> ConfigReader.read(settings))
                    .isInstanceOfSatisfying(
                            ConfigurationException.class,
                            e -> assertThat(e.code()).isEqualTo(Auth0ErrorCode.CONFIG_INVALID))
                    .hasMessageContainingAll(
                            "auth0.domain is not",
                            "auth0.client-secret is missing",
                            "auth0.secret is shorter",
                            "auth0.app-base-url is not",
                            "auth0.scope does not",
                            "auth0.session.rolling is neither",
                            "auth0.session.absolute-duration is not",
                            "auth0.routes.login is neither",
                            "auth0.session.cookie.same-site is not",
                            "auth0.transaction.maximum is not",
                            "auth0.api.algorithms has",
                            "auth0.authorization-params.state is",
                            "auth0.session.cookie.name has")
                    .message()
                    .doesNotContain("value-", "value 13");
        }
    }

    @Nested
    class SingleValues {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "auth0.domain                    | a b",
                    "auth0.domain                    | http://tenant.example",
                    "auth0.domain                    | tenant.example/path",
                    "auth0.domain                    | user@tenant.example",
                    "auth0.domain                    | tenant..example",
                    "auth0.domain                    | -",
                    "auth0.issuer                    | tenant.example",
                    "auth0.issuer                    | ftp://tenant.example/",
                    "auth0.issuer                    | https://user:password@tenant.example/",
                    "auth0.issuer                    | https://tenant.example/?a=b",
                    "auth0.issuer                    | https://tenant.example/#f",
                    "auth0.issuer                    | https://ten ant/",
                    "auth0.app-base-url              | app.example",
                    "auth0.app-base-url              | /app",
                    "auth0.app-base-url              | javascript:alert(1)",
                    "auth0.app-base-url              | https://app.example, https://app.example/other",
                    "auth0.scope                     | profile email",
                    "auth0.scope                     | openid2",
                    "auth0.routes.login              | auth/login",
                    "auth0.routes.login              | /auth/../login?",
                    "auth0.routes.login              | //evil.example",
                    "auth0.routes.callback           | off",
                    "auth0.session.rolling           | yes",
                    "auth0.session.absolute-duration | 0s",
                    "auth0.session.absolute-duration | 401d",
                    "auth0.session.inactivity-duration | 999ms",
                    "auth0.session.cookie.name       | a;b",
                    "auth0.session.cookie.name       | __Host-session",
                    "auth0.session.cookie.domain     | .app.example",
                    "auth0.session.cookie.domain     | app.example; Path=/",
                    "auth0.session.cookie.path       | app",
                    "auth0.session.cookie.path       | /a; Secure",
                    "auth0.session.cookie.same-site  | lazy",
                    "auth0.session.cookie.secure     | false",
                    "auth0.transaction.duration      | 0s",
                    "auth0.transaction.duration      | 61m",
                    "auth0.transaction.maximum       | 0",
                    "auth0.transaction.maximum       | 11",
                    "auth0.logout.strategy           | v3",
                    "auth0.token-refresh-buffer      | -1s",
                    "auth0.api.algorithms            | none",
                    "auth0.api.algorithms            | RS256, HS256",
                    "auth0.api.algorithms            | ,",
                    "auth0.api.clock-skew            | 61s",
                    "auth0.api.clock-skew            | PT-1S",
                    "auth0.http.connect-timeout      | 0s",
                    "auth0.http.timeout              | 0s",
                    "auth0.http.timeout              | 2m",
                    "auth0.http.max-body             | 1023",
                    "auth0.http.max-body             | 1e6",
                    "auth0.telemetry                 | 1",
                })
        void readWhenValueIsBadThenItsKeyIsNamedAlone(String key, String value) {
            assertThatThrownBy(() -> ConfigReader.read(TestConfigs.login().with(key, value)))
                    .isInstanceOf(ConfigurationException.class)
                    .message()
                    .startsWith("config.invalid: " + key + " ")
                    .doesNotContain(";");
        }

        @ParameterizedTest
        @CsvSource({
            "tenant.example,          https://tenant.example/",
            "https://tenant.example/, https://tenant.example/",
            "https://tenant.example,  https://tenant.example/",
            "TENANT.Example,          https://tenant.example/",
            "tenant.example:8443,     https://tenant.example:8443/",
        })
        void readWhenDomainIsGoodThenIssuerOfIt(String domain, String issuer) {
            Auth0Config config =
                    TestConfigs.login().with("auth0.domain", domain).read();
            assertThat(config.provider().issuer()).isEqualTo(issuer);
        }

        @Test
        void readWhenIssuerIsSetThenItIsKeptToTheLetterAndBeatsTheDomain() {
            Auth0Config config = TestConfigs.login()
                    .with("auth0.issuer", "https://idp.example/realms/Shop")
                    .read();
            assertThat(config.provider().issuer()).isEqualTo("https://idp.example/realms/Shop");
        }

        @Test
        void readWhenRoutesAreMovedOrOffThenSo() {
            Auth0Config config = TestConfigs.login()
                    .with("auth0.routes.login", "/sign-in")
                    .with("auth0.routes.profile", "off")
                    .with("auth0.routes.connect", "/connect")
                    .read();
            assertThat(login(config).routes())
                    .isEqualTo(new Auth0Config.Routes(
                            "/sign-in",
                            "/auth/callback",
                            "/auth/logout",
                            null,
                            null,
                            "/auth/backchannel-logout",
                            null,
                            "/connect"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"connection", "scope", "returnTo", "state", "redirect_uri"})
        void readWhenLinksToConnectMaySetWhatTheProtocolSetsThenRefused(String name) {
            assertThatThrownBy(() -> TestConfigs.login()
                            .with("auth0.connect.allowed-parameters", "login_hint, " + name)
                            .read())
                    .hasMessageContaining("auth0.connect.allowed-parameters");
        }

        @Test
        void readWhenLinksToConnectMaySetMoreThenSo() {
            Auth0Config config = TestConfigs.login()
                    .with("auth0.connect.allowed-parameters", "login_hint, prompt")
                    .read();
            assertThat(login(config).connectParameters()).containsExactlyInAnyOrder("login_hint", "prompt");
        }

        @Test
        void readWhenTwoRoutesHaveOnePathThenRefused() {
            assertThatThrownBy(() -> TestConfigs.login()
                            .with("auth0.routes.login", "/auth/callback")
                            .read())
                    .hasMessageContaining("auth0.routes.*");
        }

        @Test
        void readWhenCookieNamePathAndDomainAreAsLongAsCanBeThenTheCookieCanBeMade() {
            String domain = "a".repeat(241) + ".app.example";
            Auth0Config config = TestConfigs.login()
                    .with("auth0.session.cookie.name", "n".repeat(64))
                    .with("auth0.session.cookie.path", "/" + "p".repeat(127))
                    .with("auth0.session.cookie.domain", domain)
                    .read();
            assertThat(login(config).session().cookie().domain()).isEqualTo(domain);
        }

        @ParameterizedTest
        @CsvSource({"auth0.session.cookie.name, 65", "auth0.session.cookie.path, 129"})
        void readWhenCookieNameOrPathIsLongerThenRefused(String key, int length) {
            assertThatThrownBy(() ->
                            TestConfigs.login().with(key, "/".repeat(length)).read())
                    .hasMessageContaining(key);
        }
    }

    @Nested
    class Insecure {
        @ParameterizedTest
        @ValueSource(strings = {"http://localhost:9090/", "http://127.0.0.1:9090/realms/a", "http://[::1]/"})
        void readWhenHttpIssuerIsOnLoopbackThenOnlyWhereAllowed(String issuer) {
            TestConfigs settings = TestConfigs.login().without("auth0.domain").with("auth0.issuer", issuer);
            assertThatThrownBy(settings::read)
                    .hasMessageContainingAll("auth0.issuer is http", "auth0.allow-insecure-requests");

            Auth0Config config =
                    settings.with("auth0.allow-insecure-requests", "true").read();
            assertThat(config.provider()).isEqualTo(new Auth0Config.Provider(issuer, true));
            assertThat(config.warnings()).singleElement().asString().contains("auth0.allow-insecure-requests is on");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://tenant.example/",
                    "http://localhost.evil.example/",
                    "http://127.0.0.1.evil.example/",
                    "http://0.0.0.0/",
                    "http://192.168.0.1/"
                })
        @Tag("SC-22")
        void readWhenHttpIsElsewhereThenNeverAllowed(String url) {
            for (String key : List.of("auth0.issuer", "auth0.app-base-url")) {
                TestConfigs settings = TestConfigs.login()
                        .with("auth0.allow-insecure-requests", "true")
                        .with(key, url);
                assertThatThrownBy(settings::read).hasMessageContaining(key + " is http");
            }
        }

        @Test
        void readWhenInsecureIsAllowedThenBaseUrlMayBeMissing() {
            Auth0Config config = TestConfigs.login()
                    .without("auth0.app-base-url")
                    .with("auth0.allow-insecure-requests", "true")
                    .read();
            assertThat(login(config).baseUrls()).isEmpty();
            assertThat(login(config).session().cookie().secure()).isFalse();
        }

        @Test
        void readWhenApplicationIsReachedByHttpThenSameSiteNoneIsRefused() {
            assertThatThrownBy(() -> TestConfigs.login()
                            .with("auth0.app-base-url", "http://localhost:8080")
                            .with("auth0.allow-insecure-requests", "true")
                            .with("auth0.session.cookie.same-site", "None")
                            .read())
                    .hasMessageContaining("auth0.session.cookie.same-site is None");
        }
    }

    @Nested
    class Lists {
        @Test
        void readWhenSeveralSecretsThenAllInOrder() {
            String second = "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752";
            Auth0Config config = TestConfigs.login()
                    .with("auth0.secret", TestConfigs.COOKIE_SECRET + " , " + second)
                    .read();
            assertThat(login(config).secrets())
                    .extracting(CookieSecret::bytes)
                    .containsExactly(
                            CookieSecret.of(TestConfigs.COOKIE_SECRET).bytes(),
                            CookieSecret.of(second).bytes());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"changeit", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "changeitchangeitchangeitchangeit"})
        void readWhenASecretIsWeakThenRefusedAlsoBesideAGoodOne(String weak) {
            for (String secrets : List.of(weak, TestConfigs.COOKIE_SECRET + "," + weak)) {
                assertThatThrownBy(() -> TestConfigs.login()
                                .with("auth0.secret", secrets)
                                .read())
                        .message()
                        .startsWith("config.invalid: auth0.secret ")
                        .doesNotContain(weak);
            }
        }

        @Test
        void readWhenSeveralBaseUrlsThenWithoutTrailingSlashes() {
            Auth0Config config = TestConfigs.login()
                    .with("auth0.app-base-url", "https://a.example/, https://b.example/shop/")
                    .read();
            assertThat(login(config).baseUrls())
                    .containsExactly(URI.create("https://a.example"), URI.create("https://b.example/shop"));
        }

        @Test
        void readWhenGroupsClaimsThenTheseWithTheirSlashes() {
            Auth0Config config = TestConfigs.api()
                    .with("auth0.groups.claims", "https://shop.example/roles , permissions")
                    .read();
            assertThat(config.caller().groupsClaims()).containsExactly("https://shop.example/roles", "permissions");
        }
    }

    @Nested
    class AuthorizationParams {
        @Test
        void readWhenFurtherParametersThenTheirNamesAndValues() {
            Auth0Config config = TestConfigs.login()
                    .with("auth0.authorization-params.connection", "google-oauth2")
                    .with("auth0.authorization-params.ext-Hint", "a b")
                    .with("auth0.authorization-params.empty", "")
                    .read();
            assertThat(login(config).authorizationParams())
                    .containsExactlyInAnyOrderEntriesOf(Map.of("connection", "google-oauth2", "ext-Hint", "a b"));
        }

        static Stream<String> protocolParameters() {
            return RedirectsReader.FIXED_PARAMETERS.stream().sorted();
        }

        @ParameterizedTest
        @MethodSource("protocolParameters")
        void readWhenTheProtocolSetsItThenRefusedInEverySpelling(String parameter) {
            String environment = "AUTH0_AUTHORIZATION_PARAMS_" + UnknownKeys.environmentName(parameter);
            for (String key : List.of("auth0.authorization-params." + parameter, environment)) {
                assertThatThrownBy(() -> TestConfigs.login().with(key, "x").read())
                        .hasMessage("config.invalid: " + key + " is a parameter that the protocol sets");
            }
        }

        @Test
        void protocolParametersWhenListedThenAllThatTheRequestSets() {
            assertThat(RedirectsReader.FIXED_PARAMETERS)
                    .contains(
                            "client_id",
                            "response_type",
                            "response_mode",
                            "redirect_uri",
                            "scope",
                            "audience",
                            "state",
                            "nonce",
                            "code_challenge",
                            "code_challenge_method",
                            "code_verifier",
                            "client_assertion",
                            "request",
                            "request_uri");
        }

        @Test
        void readWhenInTheEnvironmentThenNameInLowerCase() {
            Auth0Config config = TestConfigs.login()
                    .with("AUTH0_AUTHORIZATION_PARAMS_UI_LOCALES", "de")
                    .read();
            assertThat(login(config).authorizationParams()).containsExactly(Map.entry("ui_locales", "de"));
        }
    }

    @Nested
    class Warnings {
        @Test
        void readWhenKeyIsUnknownThenWarnedAndGoesOn() {
            Auth0Config config =
                    TestConfigs.login().with("auth0.sesion.rolling", "false").read();
            assertThat(config.warnings())
                    .containsExactly(
                            "auth0.sesion.rolling is not a key of this library; did you mean auth0.session.rolling?");
        }
    }

    @Test
    void toStringWhenCalledThenNoSecret() {
        assertThat(TestConfigs.login().read().toString())
                .doesNotContain(TestConfigs.CLIENT_SECRET, TestConfigs.COOKIE_SECRET);
    }

    @Test
    void readWhenRefusedThenCodeIsConfigInvalid() {
        assertRefused(
                Auth0ErrorCode.CONFIG_INVALID,
                () -> TestConfigs.login().without("auth0.secret").read());
    }

    private static Auth0Config.Api api(Auth0Config config) {
        return Objects.requireNonNull(config.api());
    }

    private static Auth0Config.Login login(Auth0Config config) {
        return Objects.requireNonNull(config.login());
    }
}
