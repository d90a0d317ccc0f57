package io.github.auth0jakarta.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownKeysTest {

    @ParameterizedTest
    @CsvSource({
        "auth0.domian,                    auth0.domain",
        "auth0.clientId,                  auth0.client-id",
        "auth0.session.absolute_timeout,  auth0.session.absolute-duration",
        "auth0.secrets,                   auth0.secret",
        "auth0.api.clock-scew,            auth0.api.clock-skew",
        "AUTH0_DOMIAN,                    auth0.domain",
        "AUTH0_SESSION_ROLING,            auth0.session.rolling",
        "AUTH0_CLIENT_SECRETS,            auth0.client-secret",
    })
    void warningsWhenNameIsNearAKeyThenThatIsNamed(String name, String meant) {
        assertThat(UnknownKeys.warnings(List.of(name)))
                .containsExactly(name + " is not a key of this library; did you mean " + meant + "?");
    }

    @ParameterizedTest
    @EnumSource(ConfigKey.class)
    void warningsWhenNameIsAKeyThenNoneInAnySpelling(ConfigKey key) {
        String name = key.isPrefix() ? key.prefix() + "ui_locales" : key.key();
        String environment = name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        String dotted = environment.toLowerCase(Locale.ROOT).replace('_', '.');
        assertThat(UnknownKeys.warnings(Arrays.asList(name, environment, dotted)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.home", "auth0", "auth0x.domain", "AUTH0", "MY_AUTH0_DOMAIN", "mp.auth0.domain", ""})
    void warningsWhenNameIsSomebodyElsesThenNone(String name) {
        assertThat(UnknownKeys.warnings(List.of(name))).isEmpty();
    }

    @Test
    void environmentNameWhenDotsAndDashesThenUnderscores() {
        assertThat(UnknownKeys.environmentName("auth0.session.cookie.same-site"))
                .isEqualTo("AUTH0_SESSION_COOKIE_SAME_SITE");
    }
}
