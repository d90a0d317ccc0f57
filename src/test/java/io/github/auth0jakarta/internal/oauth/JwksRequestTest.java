package io.github.auth0jakarta.internal.oauth;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwksRequestTest {

    @Test
    void fetchWhenAnsweredThenItsBytes() {
        try (FakeAuthorizationServer provider = FakeAuthorizationServer.start()) {
            provider.on("/keys", Reply.json("{\"keys\":[]}"));
            assertThat(new JwksRequest(provider.transport()).fetch(URI.create(provider.at("/keys"))))
                    .asString()
                    .isEqualTo("{\"keys\":[]}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 404, 429, 500})
    @Tag("JW-13")
    void fetchWhenNotSuccessfulThenKeysInvalid(int status) {
        try (FakeAuthorizationServer provider = FakeAuthorizationServer.start()) {
            provider.on("/keys", new Reply(status, "text/plain", ""));
            assertRefused(
                    Auth0ErrorCode.SERVER_KEYS_INVALID,
                    () -> new JwksRequest(provider.transport()).fetch(URI.create(provider.at("/keys"))));
        }
    }
}
