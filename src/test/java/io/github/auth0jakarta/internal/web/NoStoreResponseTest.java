package io.github.auth0jakarta.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoStoreResponseTest {
    private final FakeRequest request = FakeRequest.get("/page");
    private final FakeResponse sent = new FakeResponse();
    private final NoStoreResponse response = new NoStoreResponse(request.servlet(), sent.servlet());

    private void setSessionCookie() {
        Answers.setCookies(request.servlet(), response, List.of("__session=x; Path=/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cache-Control", "cache-control", "CACHE-CONTROL"})
    void setHeaderWhenASessionCookieWasSetThenCachingStaysOff(String name) {
        setSessionCookie();
        response.setHeader(name, "public, max-age=600");
        response.addHeader(name, "public, max-age=600");
        assertThat(sent.header("Cache-Control")).isEqualTo("private, no-cache, no-store, must-revalidate, max-age=0");
    }

    @Test
    void setDateHeaderWhenASessionCookieWasSetThenItStaysExpired() {
        setSessionCookie();
        response.setDateHeader("Expires", 4_102_444_800_000L);
        response.addDateHeader("expires", 4_102_444_800_000L);
        response.setHeader("Pragma", "public");
        assertThat(sent.header("Expires")).isEqualTo("0");
        assertThat(sent.header("Pragma")).isEqualTo("no-cache");
    }

    @Test
    void setHeaderWhenItIsAnotherHeaderThenSet() {
        setSessionCookie();
        response.setHeader("Content-Language", "de");
        response.addHeader("Vary", "Accept");
        response.setDateHeader("Last-Modified", 1);
        response.addDateHeader("X-Date", 2);
        assertThat(sent.header("Content-Language")).isEqualTo("de");
        assertThat(sent.header("Vary")).isEqualTo("Accept");
        assertThat(sent.header("Last-Modified")).isEqualTo("1");
        assertThat(sent.header("X-Date")).isEqualTo("2");
    }

    @Test
    @Tag("LO-07")
    void whenTheApplicationSaysNothingThenNotStored() {
        assertThat(sent.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void addHeaderWhenNoSessionCookieWasSetThenTheApplicationDecides() {
        response.addHeader("cache-control", "private");
        response.addHeader("Cache-Control", "max-age=600");
        assertThat(sent.headers("Cache-Control")).containsExactly("private", "max-age=600");
    }

    @Test
    void setHeaderWhenNoSessionCookieWasSetThenTheApplicationDecides() {
        response.setHeader("Cache-Control", "public, max-age=600");
        response.setDateHeader("Expires", 1);
        assertThat(sent.header("Cache-Control")).isEqualTo("public, max-age=600");
        assertThat(sent.header("Expires")).isEqualTo("1");
    }

    @Test
    void setHeaderWhenTheSessionCookieComesLaterThenItWinsAllTheSame() {
        response.setHeader("Cache-Control", "public, max-age=600");
        setSessionCookie();
        assertThat(sent.isNoStore()).isTrue();
    }
}
