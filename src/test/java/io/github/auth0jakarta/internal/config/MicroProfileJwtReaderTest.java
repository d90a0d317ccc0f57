package io.github.auth0jakarta.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.ConfigurationException;
import io.github.auth0jakarta.internal.config.Auth0Config.MicroProfileJwt;
import io.github.auth0jakarta.testing.TestConfigs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MicroProfileJwtReaderTest {
    private static final String ISSUER = "https://issuer.example";

    private final TestConfigs alone = TestConfigs.none()
            .with("auth0.enabled", "true")
            .with("mp.jwt.verify.issuer", ISSUER)
            .with("mp.jwt.verify.audiences", "api-1,api-2")
            .with("mp.jwt.verify.publickey", "PEM");

    private static Auth0Config.Api api(TestConfigs settings) {
        return Objects.requireNonNull(settings.read().api());
    }

    private static MicroProfileJwt mpJwt(TestConfigs settings) {
        return api(settings).microProfileJwt();
    }

    @Test
    void aloneAndSwitchedOnByNameItConfiguresAnApi() {
        Auth0Config config = alone.read();

        assertThat(config.provider().issuer()).isEqualTo(ISSUER);
        assertThat(config.login()).isNull();
        assertThat(api(alone).audiences()).containsExactly("api-1", "api-2");
        assertThat(mpJwt(alone).keys()).isEqualTo(new MicroProfileJwt.Keys.Document("mp.jwt.verify.publickey", "PEM"));
        assertThat(config.caller())
                .isEqualTo(new Auth0Config.Caller(List.of("upn", "preferred_username", "sub"), List.of("groups")));
    }

    @Test
    void aloneAndNotSwitchedOnItIsMeantForTheServer() {
        assertThat(ConfigReader.read(alone.without("auth0.enabled"))).isNull();
    }

    @Test
    @Tag("AC-02")
    void withoutAudiencesTheOptInIsNamed() {
        assertThatThrownBy(() -> alone.without("mp.jwt.verify.audiences").read())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("mp.jwt.verify.audiences")
                .hasMessageContaining("auth0.api.allow-any-audience");
    }

    @Test
    void withTheOptInNoAudiencesAreNeeded() {
        TestConfigs settings = alone.without("mp.jwt.verify.audiences").with("auth0.api.allow-any-audience", "true");
        assertThat(api(settings).audiences()).isEmpty();
    }

    @Test
    void ourKeysWin() {
        TestConfigs settings = TestConfigs.api()
                .with("auth0.api.algorithms", "ES256")
                .with("auth0.api.clock-skew", "5s")
                .with("mp.jwt.verify.issuer", ISSUER)
                .with("mp.jwt.verify.audiences", "other")
                .with("mp.jwt.verify.publickey", "PEM")
                .with("mp.jwt.verify.publickey.algorithm", "RS512")
                .with("mp.jwt.verify.clock.skew", "30");

        assertThat(settings.read().provider().issuer()).isEqualTo("https://tenant.example/");
        assertThat(settings.read().caller().nameClaims()).containsExactly("sub");
        assertThat(api(settings).audiences()).containsExactly("https://api.example");
        assertThat(api(settings).algorithms()).containsExactly("ES256");
        assertThat(api(settings).clockSkew()).isEqualTo(Duration.ofSeconds(5));
        assertThat(mpJwt(settings).keys()).isNull();
    }

    @Test
    void claimsOfCallersCanBeChosen() {
        TestConfigs settings =
                alone.with("auth0.caller-name-claim", "email, sub").with("auth0.groups.claims", "roles");
        assertThat(settings.read().caller())
                .isEqualTo(new Auth0Config.Caller(List.of("email", "sub"), List.of("roles")));
    }

    @Test
    void timesAreSeconds() {
        TestConfigs settings = alone.with("mp.jwt.verify.token.age", "300");
        assertThat(mpJwt(settings).tokenAge()).isEqualTo(Duration.ofMinutes(5));

        settings.with("mp.jwt.verify.clock.skew", "10");
        assertThat(mpJwt(settings).tokenAge()).isEqualTo(Duration.ofSeconds(310));
        assertThat(api(settings).clockSkew()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void algorithmIsTaken() {
        assertThat(api(alone.with("mp.jwt.verify.publickey.algorithm", "ES256")).algorithms())
                .containsExactly("ES256");
    }

    @Test
    void keysMayBeElsewhere() {
        TestConfigs settings = alone.without("mp.jwt.verify.publickey")
                .with("mp.jwt.verify.publickey.location", "https://keys.example/jwks.json");
        assertThat(mpJwt(settings).keys())
                .isEqualTo(new MicroProfileJwt.Keys.Remote(URI.create("https://keys.example/jwks.json")));
    }

    @Test
    void keysMayBeInAFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("key.pem"), "KEY");
        TestConfigs settings = alone.without("mp.jwt.verify.publickey")
                .with("mp.jwt.verify.publickey.location", file.toUri().toString())
                .with("mp.jwt.decrypt.key.location", "file:" + file);

        assertThat(mpJwt(settings).keys())
                .isEqualTo(new MicroProfileJwt.Keys.Document("mp.jwt.verify.publickey.location", "KEY"));
        MicroProfileJwt.Decryption decryption =
                Objects.requireNonNull(mpJwt(settings).decryption());
        assertThat(decryption.keys().reveal()).isEqualTo("KEY");
        assertThat(decryption.algorithms()).isEqualTo(Set.of("RSA-OAEP", "RSA-OAEP-256"));
    }

    @Test
    void tokensMayComeInACookie() {
        TestConfigs settings = alone.with("mp.jwt.token.header", "cookie");
        assertThat(api(settings).transport().cookie()).isEqualTo("Bearer");
        assertThat(api(settings.with("mp.jwt.token.cookie", "jwt")).transport().cookie())
                .isEqualTo("jwt");
    }

    @Test
    void cookieWithoutThatHeaderIsNotLookedAt() {
        assertThat(api(alone.with("mp.jwt.token.cookie", "jwt")).transport().cookie())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "mp.jwt.verify.publickey.algorithm, HS256",
        "mp.jwt.verify.publickey.algorithm, none",
        "mp.jwt.verify.token.age, 0",
        "mp.jwt.verify.token.age, 5m",
        "mp.jwt.verify.clock.skew, 61",
        "mp.jwt.verify.clock.skew, -1",
        "mp.jwt.token.header, X-Token",
        "mp.jwt.decrypt.key.location, /nowhere/to-be-found.pem",
        "mp.jwt.decrypt.key.location, file:/nowhere/to-be-found.pem",
        "mp.jwt.verify.publickey, a second source of keys"
    })
    void problemsNameTheKeyAndNotTheValue(String key, String value) {
        TestConfigs settings = alone.with("mp.jwt.verify.publickey.location", "https://keys.example/")
                .with(key, value);
        if (!key.equals("mp.jwt.verify.publickey")) {
            settings.without("mp.jwt.verify.publickey");
        }
        assertThatThrownBy(settings::read)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(key + " ")
                .hasMessageNotContaining(value.length() < 3 ? "\0" : value);
    }

    @ParameterizedTest
    @CsvSource({"http://keys.example/", "http://localhost/keys", "ftp://keys.example/", "https:/[/"})
    void addressesOfKeysAreChecked(String location) {
        TestConfigs settings =
                alone.without("mp.jwt.verify.publickey").with("mp.jwt.verify.publickey.location", location);
        assertThatThrownBy(settings::read)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("mp.jwt.verify.publickey.location");
    }

    @Test
    void decryptionAlgorithmIsOneOfTwo() {
        TestConfigs settings =
                alone.with("mp.jwt.decrypt.key.location", "/whatever").with("mp.jwt.decrypt.key.algorithm", "RSA1_5");
        assertThatThrownBy(settings::read).hasMessageContaining("mp.jwt.decrypt.key.algorithm");
    }
}
