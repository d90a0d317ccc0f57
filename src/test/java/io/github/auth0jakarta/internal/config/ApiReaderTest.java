package io.github.auth0jakarta.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.ConfigurationException;
import io.github.auth0jakarta.testing.TestConfigs;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose tokens an API takes, and for whom. */
class ApiReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    login.example.com              | https://login.example.com/
                    LOGIN.example.com              | https://login.example.com/
                    https://login.example.com      | https://login.example.com/
                    https://login.example.com/     | https://login.example.com/
                    https://example.com/realms/one | https://example.com/realms/one
                    """)
    void furtherIssuerIsAHostOrAUrl(String text, String issuer) {
        assertThat(api(TestConfigs.api().with("auth0.domains", text)).issuers()).containsExactly(issuer);
    }

    @Test
    void furtherIssuersMayBeSeveral() {
        assertThat(api(TestConfigs.api().with("auth0.domains", "a.example, b.example"))
                        .issuers())
                .containsExactly("https://a.example/", "https://b.example/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.example.com",
                "https://user@login.example.com",
                "https://login.example.com?x=1",
                "https://login.example.com#x",
                "login.example.com/path",
                "login example"
            })
    void furtherIssuerThatIsNeitherStopsTheDeployment(String text) {
        stopped(TestConfigs.api().with("auth0.domains", text), "auth0.domains ");
    }

    @Test
    void audiencesAreAddedToTheFirst() {
        TestConfigs settings = TestConfigs.api().with("auth0.api.audiences", "https://two.example,three");

        assertThat(api(settings).audiences()).containsExactly("https://api.example", "https://two.example", "three");
    }

    @Test
    @Tag("AC-02")
    void anyAudienceIsTakenByNameOnly() {
        TestConfigs any = TestConfigs.api().with("auth0.api.allow-any-audience", "true");

        assertThat(api(any.without("auth0.audience")).audiences()).isEmpty();
        stopped(
                TestConfigs.api().with("auth0.api.allow-any-audience", "true"),
                "auth0.api.allow-any-audience is on, and yet");
        assertThatThrownBy(() -> TestConfigs.api().without("auth0.audience").read())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("auth0.audience");
    }

    @Test
    void memoryOfTokensIsConfigured() {
        TestConfigs settings = TestConfigs.api()
                .with("auth0.api.token-cache.maximum", "0")
                .with("auth0.api.token-cache.duration", "10m");

        assertThat(api(settings).tokenCache()).isEqualTo(new Auth0Config.TokenCache(0, Duration.ofMinutes(10)));
        stopped(TestConfigs.api().with("auth0.api.token-cache.duration", "11m"), "auth0.api.token-cache.duration ");
        stopped(TestConfigs.api().with("auth0.api.token-cache.maximum", "-1"), "auth0.api.token-cache.maximum ");
    }

    @Test
    void requiredClaimsAreListed() {
        assertThat(api(TestConfigs.api().with("auth0.api.required-claims", "org_id,azp"))
                        .requiredClaims())
                .containsExactly("org_id", "azp");
    }

    private static Auth0Config.Api api(TestConfigs settings) {
        return Objects.requireNonNull(settings.read().api());
    }

    private static void stopped(TestConfigs settings, String problem) {
        assertThatThrownBy(settings::read)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("config.invalid: " + problem);
    }
}
