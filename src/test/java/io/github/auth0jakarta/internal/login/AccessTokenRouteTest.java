package io.github.auth0jakarta.internal.login;

import static io.github.auth0jakarta.testing.FakeAuthorizationServer.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.oauth.Scopes;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenRouteTest {
    private final LoginFlow flow = new LoginFlow();

    @AfterEach
    void stop() {
        flow.close();
    }

    private FakeResponse visit(FakeRequest request) {
        return flow.visit(flow.accessTokenRoute, request);
    }

    private FakeResponse ask(String query) {
        return visit(FakeRequest.get("/auth/access-token" + query).header("Sec-Fetch-Site", "same-origin"));
    }

    @Test
    void handleWhenLoggedInThenTheTokenOfTheLogin() throws Exception {
        flow.logIn();
        FakeResponse response = ask("");
        assertThat(response.status()).isEqualTo(200);
        Map<String, Object> body = new HashMap<>(new StrictJson().readObject(response.body()));
        assertThat(Scopes.parse(String.valueOf(body.remove("scope"))))
                .containsExactlyInAnyOrder("openid", "profile", "email", "offline_access");
        assertThat(body)
                .isEqualTo(Map.of(
                        "token",
                        "at",
                        "expires_at",
                        flow.time.instant().getEpochSecond() + 600,
                        "expires_in",
                        600L,
                        "token_type",
                        "Bearer"));
        assertThat(response.isNoStore()).isTrue();
    }

    @Test
    void handleWhenAudienceAndScopeAreNamedThenRefreshedForThem() {
        flow.logIn();
        flow.issue(Map.of("access_token", "other"));
        assertThat(ask("?audience=https%3A%2F%2Fapi.example&scope=a%20b").body())
                .contains("\"other\"");
        assertThat(flow.provider.received(TOKEN).get(1).form()).containsEntry("audience", "https://api.example");
    }

    @Test
    @Tag("F-10")
    void handleWhenTheProviderHasNoTimeThenToldForHowLong() {
        flow.logIn();
        flow.provider.on(TOKEN, new Reply(429, "application/json", "{}", Map.of("Retry-After", "7")));
        FakeResponse response = ask("?audience=https%3A%2F%2Fapi.example");
        assertThat(response.status()).isEqualTo(503);
        assertThat(response.header("Retry-After")).isEqualTo("7");
    }

    @Test
    @Tag("HC-06")
    void handleWhenNobodyIsLoggedInThen401AndNoCookie() {
        FakeResponse response = ask("");
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.body()).startsWith("{\"error\":{\"code\":\"session.missing\"");
        assertThat(response.setCookies()).isEmpty();
        assertThat(response.isNoStore()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "Origin, https://evil.example",
        "Origin, http://localhost:8081",
        "Origin, null",
        "Accept, text/html",
        "Sec-Fetch-Mode, navigate",
        "Sec-Purpose, prefetch",
        "X-Other, nothing that proves the origin"
    })
    @Tag("CS-05")
    void handleWhenNotAScriptOfTheSameOriginThen403AndNoToken(String header, String value) {
        flow.logIn();
        FakeResponse response = visit(FakeRequest.get("/auth/access-token").header(header, value));
        assertThat(response.status()).isEqualTo(403);
        assertThat(response.body()).isEmpty();
        assertThat(response.isNoStore()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Origin, http://localhost:8080", "X-Requested-With, fetch", "Sec-Fetch-Site, same-origin"})
    void handleWhenAScriptOfTheSameOriginThenTheToken(String header, String value) {
        flow.logIn();
        assertThat(visit(FakeRequest.get("/auth/access-token").header(header, value))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "HEAD", "PUT", "OPTIONS"})
    void handleWhenNotGetThenNotAllowed(String method) {
        flow.logIn();
        assertThat(visit(FakeRequest.of(method, "/auth/access-token").header("Sec-Fetch-Site", "same-origin"))
                        .status())
                .isEqualTo(405);
    }

    @Test
    void handleWhenAParameterIsThereTwiceThenBadRequest() {
        flow.logIn();
        assertThat(ask("?scope=a&scope=b").status()).isEqualTo(400);
    }
}
