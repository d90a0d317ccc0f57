package io.github.auth0jakarta.internal.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads what the application is to the provider; problems are collected, not thrown. */
final class ClientReader {
    private final Settings settings;
    private final Values values;
    private final Problems problems;

    ClientReader(Settings settings, Values values, Problems problems) {
        this.settings = settings;
        this.values = values;
        this.problems = problems;
    }

    Auth0Config.Client read() {
        return new Auth0Config.Client(
                id(),
                new ClientAuthenticationReader(values, problems).read(),
                values.subset(ConfigKey.ID_TOKEN_ALGORITHMS, ConfigReader.ALGORITHMS),
                dpop(),
                values.duration(ConfigKey.TOKEN_REFRESH_BUFFER, Duration.ZERO, Duration.ofHours(1)),
                new TokenExchangeReader(values, problems).read(),
                new RedirectsReader(settings, values, problems).read());
    }

    private String id() {
        String value = values.text(ConfigKey.CLIENT_ID);
        if (value == null) {
            problems.add(ConfigKey.CLIENT_ID, "is missing");
            return "";
        }
        return value;
    }

    private Auth0Config.@Nullable Dpop dpop() {
        String key = values.pem(ConfigKey.DPOP_KEY);
        if (!values.flag(ConfigKey.DPOP_ENABLED)) {
            return null;
        }
        return new Auth0Config.Dpop(key == null ? null : new SecretText(key));
    }
}
