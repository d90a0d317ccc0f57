package io.github.auth0jakarta.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With the implementation that WildFly has. */
class MicroProfileSettingsTest {
    private @Nullable SmallRyeConfig config;

    @AfterEach
    void releaseConfig() {
        ConfigProviderResolver.instance().releaseConfig(config);
    }

    private MicroProfileSettings settings(Map<String, String> properties, Map<String, String> environment) {
        config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 100), new EnvConfigSource(environment, 300))
                .build();
        ConfigProviderResolver.instance()
                .registerConfig(config, Thread.currentThread().getContextClassLoader());
        return new MicroProfileSettings();
    }

    @Test
    void valueWhenSetThenReadAndElseNull() {
        Settings settings = settings(Map.of("auth0.domain", "tenant.example", "auth0.scope", ""), Map.of());
        assertThat(settings.value("auth0.domain")).isEqualTo("tenant.example");
        assertThat(settings.value("auth0.scope")).isNull();
        assertThat(settings.value("auth0.client-id")).isNull();
        assertThat(settings.names()).contains("auth0.domain");
    }

    @Test
    void readWhenEverythingIsInTheEnvironmentThenAsFromAFile() {
        Auth0Config config = Objects.requireNonNull(ConfigReader.read(settings(
                Map.of(),
                Map.of(
                        "AUTH0_DOMAIN", "tenant.example",
                        "AUTH0_CLIENT_ID", "client-1",
                        "AUTH0_CLIENT_SECRET", "client-secret",
                        "AUTH0_SECRET", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                        "AUTH0_APP_BASE_URL", "https://app.example",
                        "AUTH0_SESSION_COOKIE_SAME_SITE", "Strict",
                        "AUTH0_AUTHORIZATION_PARAMS_UI_LOCALES", "de"))));

        Auth0Config.Login login = Objects.requireNonNull(config.login());
        assertThat(login.session().cookie().sameSite()).isEqualTo(SameSite.STRICT);
        assertThat(login.authorizationParams()).containsExactly(Map.entry("ui_locales", "de"));
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void readWhenInBothThenTheEnvironmentCounts() {
        Auth0Config config = Objects.requireNonNull(ConfigReader.read(settings(
                Map.of("auth0.domain", "file.example", "auth0.audience", "https://api.example"),
                Map.of("AUTH0_DOMAIN", "environment.example"))));
        assertThat(config.provider().issuer()).isEqualTo("https://environment.example/");
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void readWhenNothingIsSetThenNull() {
        assertThat(ConfigReader.read(settings(Map.of("other", "x"), Map.of("PATH", "/bin"))))
                .isNull();
    }
}
