package io.github.auth0jakarta.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {
    private final FakeResponse response = new FakeResponse();
    private boolean reached;

    private void visit(FakeRequest request) throws IOException {
        Route.onlyGet((passed, answer) -> reached = true).handle(request.servlet(), response.servlet());
    }

    @Test
    void onlyGetWhenGetThenPassedOn() throws IOException {
        visit(FakeRequest.get("/"));
        assertThat(reached).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get", "BREW"})
    void onlyGetWhenAnotherMethodThenNotAllowed(String method) throws IOException {
        visit(FakeRequest.of(method, "/"));
        assertThat(reached).isFalse();
        assertThat(response.status()).isEqualTo(405);
        assertThat(response.header("Allow")).isEqualTo("GET");
        assertThat(response.isNoStore()).isTrue();
    }

    @Test
    void onlyGetWhenPrefetchedThenNothingYet() throws IOException {
        visit(FakeRequest.get("/").header("Sec-Purpose", "prefetch"));
        assertThat(reached).isFalse();
        assertThat(response.status()).isEqualTo(204);
        assertThat(response.isNoStore()).isTrue();
    }
}
