package io.github.auth0jakarta.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.Parameters;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link LoginRoute} and {@link LoginStart}. */
class LoginRouteTest {
    private final LoginFlow flow = new LoginFlow();

    @AfterEach
    void stop() {
        flow.close();
    }

    private FakeResponse visit(FakeRequest request) {
        return flow.visit(flow.loginRoute, request);
    }

    @Test
    void handleWhenVisitedThenToTheProviderWithACookieThatMatches() {
        FakeResponse response = visit(FakeRequest.get("/auth/login"));

        assertThat(response.status()).isEqualTo(302);
        assertThat(response.header("Location")).startsWith(flow.provider.at("/authorize?"));
        assertThat(response.isNoStore()).isTrue();
        assertThat(response.setCookies())
                .singleElement()
                .asString()
                .contains("; Path=/; Max-Age=600; HttpOnly; SameSite=Lax");
        LoginFlow.Asked asked = LoginFlow.asked(response);
        Transaction transaction = flow.transaction(asked);
        assertThat(asked.parameters())
                .containsEntry("nonce", transaction.nonce())
                .containsEntry(
                        "code_challenge",
                        Pkce.ofVerifier(transaction.codeVerifier()).challenge())
                .containsEntry("redirect_uri", LoginFlow.APP + "/auth/callback");
        assertThat(transaction.startedAt()).isEqualTo(flow.time.instant());
        assertThat(transaction.afterwards().returnTo()).isEqualTo(LoginFlow.APP + "/");
    }

    @Test
    void handleWhenVisitedAgainThenNothingIsUsedTwice() {
        Set<String> values = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            Transaction transaction = flow.transaction(flow.begin("/auth/login"));
            values.addAll(List.of(transaction.state(), transaction.nonce(), transaction.codeVerifier()));
        }
        assertThat(values).hasSize(12).allMatch(value -> value.length() == 43);
    }

    @ParameterizedTest
    @CsvSource({
        "/page%3Fa%3Db,                /page?a=b",
        "https://evil.example/,        /",
        "//evil.example,               /",
        "/%5C%5Cevil.example,          /",
        "/auth/logout,                 /",
        "'',                           /",
    })
    void handleWhenReturnToIsGivenThenKeptWhereItIsSafe(String returnTo, String expected) {
        LoginFlow.Asked asked = flow.begin("/auth/login?returnTo=" + returnTo);
        assertThat(flow.transaction(asked).afterwards().returnTo()).isEqualTo(LoginFlow.APP + expected);
    }

    @Test
    void handleWhenReturnToComesTwiceThenRefused() {
        FakeResponse response = visit(FakeRequest.get("/auth/login?returnTo=/a&returnTo=/b"));
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).contains("login.options_invalid");
    }

    @Test
    void handleWhenTheQueryHasProtocolParametersThenTheyDoNotReachTheProvider() {
        LoginFlow.Asked asked =
                flow.begin("/auth/login?redirect_uri=https://evil.example&state=x&scope=y&prompt=none&connection=z");
        assertThat(asked.parameters())
                .containsEntry("redirect_uri", LoginFlow.APP + "/auth/callback")
                .doesNotContainKeys("prompt", "connection")
                .doesNotContainValue("x")
                .doesNotContainValue("y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "POST", "PUT", "OPTIONS"})
    void handleWhenNotGetThenNotAllowed(String method) {
        FakeResponse response = visit(FakeRequest.of(method, "/auth/login"));
        assertThat(response.status()).isEqualTo(405);
        assertThat(response.header("Allow")).isEqualTo("GET");
        assertThat(response.setCookies()).isEmpty();
    }

    @Test
    void handleWhenPrefetchedThenNothingHappens() {
        FakeResponse response = visit(FakeRequest.get("/auth/login").header("Sec-Purpose", "prefetch;prerender"));
        assertThat(response.status()).isEqualTo(204);
        assertThat(response.isNoStore()).isTrue();
        assertThat(response.setCookies()).isEmpty();
        assertThat(flow.provider.received(FakeAuthorizationServer.METADATA)).isEmpty();
    }

    @Test
    void handleWhenTheProviderIsDownThenAPageThatSaysSoAndNoCookie() {
        flow.provider.close();
        FakeResponse response = visit(FakeRequest.get("/auth/login"));
        assertThat(response.status()).isEqualTo(503);
        assertThat(response.body()).contains("transport.failed");
        assertThat(response.header("Location")).isNull();
        assertThat(response.setCookies()).isEmpty();
    }

    @Test
    void handleWhenTheMetadataIsPoisonedThenNobodyIsSentThere() {
        Map<String, Object> poisoned = flow.provider.metadataDocument();
        poisoned.put("authorization_endpoint", "https://evil.example/authorize");
        flow.provider.on(FakeAuthorizationServer.METADATA, Reply.json(poisoned));
        FakeResponse response = visit(FakeRequest.get("/auth/login"));
        assertThat(response.status()).isEqualTo(502);
        assertThat(response.header("Location")).isNull();
    }

    @Test
    void handleWhenTheOriginIsNotListedThenRefused() {
        try (LoginFlow several =
                new LoginFlow(List.of(URI.create("http://localhost:8080"), URI.create("https://app.example")))) {
            FakeResponse response = several.visit(
                    several.loginRoute, FakeRequest.get("/auth/login").origin("https", "evil.example", 443));
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.body()).contains("login.origin_unknown");
            assertThat(response.setCookies()).isEmpty();

            FakeResponse listed = several.visit(
                    several.loginRoute, FakeRequest.get("/auth/login").origin("https", "app.example", 443));
            assertThat(Parameters.ofQuery(listed.header("Location")))
                    .containsEntry("redirect_uri", "https://app.example/auth/callback");
        }
    }

    @Test
    void beginAndComeBackWhenAPageIsProtectedThenBackToThatVeryPage() throws IOException {
        FakeResponse response = new FakeResponse();
        flow.start.beginAndComeBack(FakeRequest.get("/page;v=1/a%20b?c=d&e=%26").servlet(), response.servlet());
        flow.browser.receive(response.setCookies());
        assertThat(flow.transaction(LoginFlow.asked(response)).afterwards().returnTo())
                .isEqualTo(LoginFlow.APP + "/page;v=1/a%20b?c=d&e=%26");
    }
}
