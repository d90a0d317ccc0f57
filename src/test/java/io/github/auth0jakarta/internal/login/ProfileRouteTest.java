package io.github.auth0jakarta.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.session.StoredIdToken;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestSessionCookies;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileRouteTest {
    private final LoginFlow flow = new LoginFlow();

    @AfterEach
    void stop() {
        flow.close();
    }

    private FakeResponse visit(String method) {
        return flow.visit(flow.profileRoute, FakeRequest.of(method, "/auth/profile"));
    }

    @Test
    @Tag("SC-25")
    void handleWhenLoggedInThenClaimsOfTheCallerAndNoneOfTheProtocol() throws Exception {
        LoginFlow.Asked asked = flow.begin("/auth/login");
        flow.issue(flow.idToken(asked.nonce())
                .claim("email", "ada@example.com")
                .claim("sid", "s")
                .claim("auth_time", 1L));
        flow.callback("code=c&state=" + asked.state());

        FakeResponse response = visit("GET");

        assertThat(response.status()).isEqualTo(200);
        assertThat(new StrictJson().readObject(response.body()))
                .isEqualTo(Map.of("sub", TestJwts.SUBJECT, "name", "Ada", "email", "ada@example.com"));
        assertThat(response.isNoStore()).isTrue();
    }

    @Test
    void handleWhenNobodyIsLoggedInThen401AndNoRedirect() {
        FakeResponse response = visit("GET");
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.body()).isEqualTo("{\"error\":\"login_required\",\"code\":\"session.missing\"}");
        assertThat(response.header("Location")).isNull();
        assertThat(response.isNoStore()).isTrue();
    }

    @Test
    @Tag("SC-13")
    void handleWhenTheSessionHasEndedThen401AndTheCookieIsDeleted() {
        flow.logIn();
        flow.time.advance(Duration.ofDays(1));
        assertThat(visit("GET").status()).isEqualTo(401);
        assertThat(flow.browser.cookies().namesBeginningWith(TestSessionCookies.NAME))
                .isEmpty();
    }

    @Test
    void handleWhenConfiguredSoThen204WhereNobodyIsLoggedIn() {
        SessionAuthentication sessions =
                new SessionAuthentication(flow.sessions, new StoredIdToken(new StrictJson()), request -> true);
        FakeResponse response =
                flow.visit(new ProfileRoute(sessions, new StrictJson(), true), FakeRequest.get("/auth/profile"));
        assertThat(response.status()).isEqualTo(204);
        assertThat(response.isNoStore()).isTrue();
    }

    @Test
    @Tag("HC-09")
    void handleWhenHeadersNameACallerThenNobodyAllTheSame() {
        FakeRequest request = FakeRequest.get("/auth/profile");
        for (String name : new String[] {"X-User", "X-Remote-User", "Remote-User", "X-Forwarded-User"}) {
            request.header(name, "ada");
        }
        assertThat(flow.visit(flow.profileRoute, request).status()).isEqualTo(401);
    }

    @Test
    void handleWhenARequestIsNoUseThenTheSessionDoesNotRoll() {
        flow.logIn();
        flow.time.advance(Duration.ofHours(1));
        SessionAuthentication sessions =
                new SessionAuthentication(flow.sessions, new StoredIdToken(new StrictJson()), request -> false);
        FakeResponse response =
                flow.visit(new ProfileRoute(sessions, new StrictJson(), false), FakeRequest.get("/auth/profile"));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.setCookies()).isEmpty();
    }

    @Test
    void handleWhenUsedThenTheSessionRolls() {
        flow.logIn();
        flow.time.advance(Duration.ofHours(1));
        assertThat(visit("GET").setCookies()).hasSize(1);
        assertThat(flow.session().orElseThrow().updatedAt()).isEqualTo(flow.time.instant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void handleWhenNeitherGetNorHeadThenNotAllowed(String method) {
        flow.logIn();
        FakeResponse response = visit(method);
        assertThat(response.status()).isEqualTo(405);
        assertThat(response.header("Allow")).isEqualTo("GET, HEAD");
        assertThat(response.body()).isEmpty();
    }
}
