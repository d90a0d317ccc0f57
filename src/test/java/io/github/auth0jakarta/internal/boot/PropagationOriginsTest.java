package io.github.auth0jakarta.internal.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.testing.RecordedLog;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropagationOriginsTest {
    private final PropagationOrigins origins =
            new PropagationOrigins(Set.of(URI.create("https://api.example"), URI.create("http://LOCALHOST:8081")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example",
                "https://api.example/orders?x=https://evil.example",
                "https://API.Example:443/",
                "HTTPS://api.example/#x",
                "http://localhost:8081/x"
            })
    void isAllowedWhenTheOriginIsNamedThenYes(String address) {
        assertThat(origins.isAllowed(URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example/",
                "https://api.example:444/",
                "https://api.example.evil.example/",
                "https://evilapi.example/",
                "https://sub.api.example/",
                "https://api.example./",
                "https://api.example@evil.example/",
                "https://evil@api.example/",
                "https://evil.example/https://api.example",
                "https://evil.example/?https://api.example",
                "//api.example/",
                "/orders",
                "mailto:api.example",
                "https://api_example/",
                "http://localhost/",
                "http://127.0.0.1:8081/"
            })
    @Tag("AC-22")
    void isAllowedWhenItIsAnotherThenNo(String address) {
        assertThat(origins.isAllowed(URI.create(address))).isFalse();
    }

    @Test
    @Tag("AC-22")
    void isAllowedWhenNothingIsConfiguredThenNo() {
        assertThat(new PropagationOrigins(Set.of()).isAllowed(URI.create("https://api.example")))
                .isFalse();
    }

    @Test
    void isAllowedWhenNotThenSaysSoOnceForEachOrigin() {
        try (RecordedLog log = new RecordedLog(PropagationOrigins.class)) {
            origins.isAllowed(URI.create("https://a.example/secret?token=secret"));
            origins.isAllowed(URI.create("https://a.example/other"));
            origins.isAllowed(URI.create("https://b.example"));
            assertThat(log.messages()).hasSize(2).noneMatch(line -> line.contains("secret"));
            assertThat(log.messages().get(0)).contains("https://a.example", "auth0.propagation.origins");
        }
    }

    @Test
    void isAllowedWhenThereAreThousandsThenTheLogStaysShort() {
        try (RecordedLog log = new RecordedLog(PropagationOrigins.class)) {
            for (int i = 0; i < 2_000; i++) {
                origins.isAllowed(URI.create("https://h" + i + ".example"));
            }
            assertThat(log.messages()).hasSize(100);
        }
    }
}
