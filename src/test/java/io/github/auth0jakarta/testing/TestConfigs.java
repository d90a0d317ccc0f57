package io.github.auth0jakarta.testing;

import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.config.ConfigReader;
import io.github.auth0jakarta.internal.config.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Settings that are good, until a test changes one of them. */
public final class TestConfigs implements Settings {
    public static final String COOKIE_SECRET = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    public static final String CLIENT_SECRET = "client-secret-of-the-test";

    private final Map<String, String> values = new LinkedHashMap<>();

    private TestConfigs() {}

    public static TestConfigs none() {
        return new TestConfigs();
    }

    /** Returns the two settings of a pure API. */
    public static TestConfigs api() {
        return none().with("auth0.domain", "tenant.example").with("auth0.audience", TestJwts.AUDIENCE);
    }

    /** Returns the five settings of login. */
    public static TestConfigs login() {
        return none().with("auth0.domain", "tenant.example")
                .with("auth0.client-id", TestJwts.CLIENT_ID)
                .with("auth0.client-secret", CLIENT_SECRET)
                .with("auth0.secret", COOKIE_SECRET)
                .with("auth0.app-base-url", "https://app.example");
    }

    /** Returns the settings of login at this provider, for an application at {@code http://localhost:8080}. */
    public static TestConfigs login(FakeAuthorizationServer provider) {
        return login().without("auth0.domain")
                .with("auth0.issuer", provider.issuer())
                .with("auth0.app-base-url", "http://localhost:8080")
                .with("auth0.allow-insecure-requests", "true");
    }

    public TestConfigs with(String key, String value) {
        values.put(key, value);
        return this;
    }

    public TestConfigs without(String key) {
        values.remove(key);
        return this;
    }

    /** Returns the configuration that is read of them. */
    public Auth0Config read() {
        return Objects.requireNonNull(ConfigReader.read(this));
    }

    @Override
    public String value(String key) {
        return values.get(key);
    }

    @Override
    public Iterable<String> names() {
        return values.keySet();
    }
}
