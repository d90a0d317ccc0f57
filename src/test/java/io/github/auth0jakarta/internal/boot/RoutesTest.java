package io.github.auth0jakarta.internal.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.internal.web.Route;
import io.github.auth0jakarta.testing.FakeRequest;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
    private static final Route LOGIN = (request, response) -> {};
    private static final Routes ROUTES = new Routes(Map.of("/auth/login", LOGIN));

    @ParameterizedTest
    @ValueSource(strings = {"/auth/login", "/auth/login?returnTo=/x", "/auth/login/"})
    void takeWhenThePathIsOursThenItsRouteAndTaken(String path) {
        FakeRequest request = FakeRequest.get(path).context("/shop");
        assertThat(Routes.isTaken(request.servlet())).isFalse();
        assertThat(ROUTES.take(request.servlet())).isSameAs(LOGIN);
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
    void takeWhenThePathIsAnotherThenNotTaken(String path) {
        FakeRequest request = FakeRequest.get(path);
        assertThat(ROUTES.take(request.servlet())).isNull();
        assertThat(Routes.isTaken(request.servlet())).isFalse();
    }
}
