package io.github.auth0jakarta.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FederatedDomainsTest {
    private static final String WEB_FINGER = "/.well-known/webfinger";
    private static final String DOMAIN = "acme.example";

    private final FakeAuthorizationServer provider = FakeAuthorizationServer.start();
    private final FederatedDomains domains =
            new FederatedDomains(provider.transport(), provider.issuer(), provider.time());

    @AfterEach
    void stop() {
        provider.close();
    }

    private void answer(int status) {
        provider.on(WEB_FINGER, new Reply(status, "application/json", "{}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 403, 429, 500, 503})
    void containsWhenTheProviderDoesNotSayThenNoAndAskedAgain(int status) {
        answer(status);
        assertThat(domains.contains(DOMAIN)).isFalse();
        answer(200);
        assertThat(domains.contains(DOMAIN)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"200, 60", "404, 15"})
    void containsWhenTheAnswerIsOldThenAskedAgain(int status, int seconds) {
        answer(status);
        domains.contains(DOMAIN);
        provider.time().advance(Duration.ofSeconds(seconds - 1));
        domains.contains(DOMAIN);
        assertThat(provider.received(WEB_FINGER)).hasSize(1);
        provider.time().advance(Duration.ofSeconds(1));
        domains.contains(DOMAIN);
        assertThat(provider.received(WEB_FINGER)).hasSize(2);
    }
}
