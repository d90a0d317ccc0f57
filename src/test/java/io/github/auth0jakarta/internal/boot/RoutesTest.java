package io.github.auth0jakarta.internal.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.internal.web.Route;
import io.github.auth0jakarta.testing.FakeRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
    private static final Route LOGIN = (request, response) -> {};
    private static final Route RETURN = (request, response) -> {};
    private static final Routes ROUTES = new Routes(
            Map.of("/auth/login", LOGIN), request -> "mine".equals(request.getQueryString()) ? RETURN : null);

    @Test
    void findWhenOnlySomeRequestsAreOursThenTheirRoute() {
        assertThat(ROUTES.find(FakeRequest.get("/?mine").servlet())).isSameAs(RETURN);
        assertThat(ROUTES.find(FakeRequest.get("/?other").servlet())).isNull();
        assertThat(ROUTES.find(FakeRequest.get("/auth/login?mine").servlet())).isSameAs(LOGIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/login", "/auth/login?returnTo=/x", "/auth/login/"})
    void findWhenThePathIsOursThenItsRoute(String path) {
        FakeRequest request = FakeRequest.get(path).context("/shop");
        assertThat(ROUTES.find(request.servlet())).isSameAs(LOGIN);
        assertThat(Routes.isTaken(request.servlet())).isFalse();
    }

    @Test
    void takeWhenARouteAnswersThenNobodyElseDoes() {
        FakeRequest request = FakeRequest.get("/auth/login");
        Routes.take(request.servlet());
        assertThat(Routes.isTaken(request.servlet())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/auth",
                "/auth/login2",
                "/auth/login//",
                "/auth//login",
                "/auth/Login",
                "/auth/login;x=1",
                "/auth/%6cogin",
                "/auth/../auth/login",
                "/page?/auth/login",
                "/page/auth/login"
            })
    void findWhenThePathIsAnotherThenNone(String path) {
        assertThat(ROUTES.find(FakeRequest.get(path).servlet())).isNull();
    }
}
