package io.github.auth0jakarta.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {
    private final FakeRequest request = FakeRequest.get("/");
    private final FakeResponse response = new FakeResponse();

    @Test
    void setCookiesWhenThereAreAnyThenAddedAndNoCache() {
        Answers.setCookies(request.servlet(), response.servlet(), List.of("a=1; Path=/", "b=2; Path=/"));
        assertThat(response.setCookies()).containsExactly("a=1; Path=/", "b=2; Path=/");
        assertThat(response.isNoStore()).isTrue();
    }

    @Test
    void setCookiesWhenThereAreNoneThenCachesStayAllowed() {
        Answers.setCookies(request.servlet(), response.servlet(), List.of());
        assertThat(response.header("Cache-Control")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"GET, 302", "HEAD, 302", "POST, 303", "PUT, 303"})
    @Tag("AR-19")
    void redirectWhenSentThenTheNextRequestIsAGetAndTheAnswerHasBegun(String method, int status) throws IOException {
        Answers.redirect(FakeRequest.of(method, "/").servlet(), response.servlet(), "https://app.example/");
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("Location")).isEqualTo("https://app.example/");
        assertThat(response.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(response.isNoStore()).isTrue();
        assertThat(response.servlet().isCommitted()).isTrue();
    }

    @Test
    void jsonWhenSentThenTypedCountedAndBegun() throws IOException {
        Answers.json(response.servlet(), 401, "{\"a\":\"ü\"}");
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
        assertThat(response.header("Content-Length")).isEqualTo("10");
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.body()).isEqualTo("{\"a\":\"ü\"}");
        assertThat(response.servlet().isCommitted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"SESSION_STORE_UNAVAILABLE, 5", "SESSION_MISSING,"})
    void errorWhenItMayPassThenWhenToComeAgain(Auth0ErrorCode code, @Nullable String seconds) throws IOException {
        Answers.error(request.servlet(), response.servlet(), code);
        assertThat(response.status()).isEqualTo(code.status());
        assertThat(response.header("Retry-After")).isEqualTo(seconds);
    }
}
