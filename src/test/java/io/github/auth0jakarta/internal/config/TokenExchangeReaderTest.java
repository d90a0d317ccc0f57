package io.github.auth0jakarta.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.ConfigurationException;
import io.github.auth0jakarta.testing.TestConfigs;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tokens may be exchanged, and for what. */
class TokenExchangeReaderTest {
    private static final String TYPES = "auth0.token-exchange.subject-token-types";

    private static Auth0Config.TokenExchange read(TestConfigs settings) {
        return Objects.requireNonNull(settings.read().client()).tokenExchange();
    }

    @Test
    @Tag("TC-10")
    void withoutSettingsNothingIsAllowed() {
        assertThat(read(TestConfigs.login()).subjectTokenTypes()).isEmpty();
        assertThat(read(TestConfigs.login()).audiences()).isEmpty();
    }

    @Test
    @Tag("TC-10")
    void audiencesAreThoseOfLoginAndThoseThatAreNamed() {
        assertThat(read(TestConfigs.login()
                                .with("auth0.audience", "https://api.example")
                                .with("auth0.audience-scopes", "https://reports.example read:reports")
                                .with("auth0.token-exchange.audiences", "https://one.example,two"))
                        .audiences())
                .containsExactlyInAnyOrder(
                        "https://api.example", "https://reports.example", "https://one.example", "two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:example:legacy-token",
                "https://example.com/legacy",
                "https://auth.example.com/legacy",
                "urn:ietf:params:oauth:token-type:access_token",
                "urn:ietf:params:oauth:token-type:refresh_token",
                "urn:ietf:params:oauth:token-type:jwt"
            })
    void typeIsAUrlOrUrn(String type) {
        assertThat(read(TestConfigs.login().with(TYPES, type)).subjectTokenTypes())
                .containsExactly(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "legacy-token",
                "urn:x:y",
                "urn:example:with space",
                "https://auth0.com/token",
                "HTTPS://AUTH0.COM/token",
                "http://okta.com/token",
                "urn:auth0:token",
                "urn:okta:token",
                "urn:ietf:params:oauth:token-type:other",
                "URN:IETF:params:oauth:token-type:jwt"
            })
    @Tag("TC-10")
    void typeThatIsNoneOrReservedStopsTheDeployment(String type) {
        assertThatThrownBy(() -> read(TestConfigs.login().with(TYPES, "urn:example:legacy-token," + type)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(TYPES)
                .hasMessageNotContaining(type);
    }

    @Test
    void lengthIsTenToAHundred() {
        assertThat(TokenTypeIdentifier.isValid("urn:abc:de")).isTrue();
        assertThat(TokenTypeIdentifier.isValid("urn:abc:d")).isFalse();
        assertThat(TokenTypeIdentifier.isValid("urn:abc:" + "x".repeat(92))).isTrue();
        assertThat(TokenTypeIdentifier.isValid("urn:abc:" + "x".repeat(93))).isFalse();
    }
}
