package io.github.auth0jakarta.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 9700, 4.8: what metadata says about PKCE does not weaken it. */
class PkceDowngradeTest {

    static List<Object> methods() {
        return List.of(List.of("plain"), List.of(), List.of("plain", "S256"), "plain");
    }

    @ParameterizedTest
    @MethodSource("methods")
    @Tag("AR-03")
    void beginWhenTheProviderListsWeakerMethodsThenS256(Object methods) {
        try (LoginFlow flow = new LoginFlow()) {
            Map<String, Object> document = flow.provider.metadataDocument();
            document.put("code_challenge_methods_supported", methods);
            flow.provider.on(FakeAuthorizationServer.METADATA, Reply.json(document));

            assertThat(flow.begin("/auth/login").parameters())
                    .containsEntry("code_challenge_method", "S256")
                    .hasEntrySatisfying(
                            "code_challenge", challenge -> assertThat(challenge).hasSize(43));
        }
    }
}
