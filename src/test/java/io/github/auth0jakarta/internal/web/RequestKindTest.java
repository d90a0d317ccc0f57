package io.github.auth0jakarta.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.testing.FakeRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestKindTest {
    private static final String CHROME =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET     | Sec-Fetch-Mode: navigate                               | NAVIGATION",
                "HEAD    | Sec-Fetch-Mode: navigate                               | NAVIGATION",
                "GET     | Sec-Fetch-Mode: navigate; Accept: application/json     | NAVIGATION",
                "GET     | Sec-Fetch-Mode: navigate; X-Requested-With: x          | NAVIGATION",
                "GET     | Sec-Fetch-Mode: cors                                   | PROGRAM",
                "GET     | Sec-Fetch-Mode: no-cors                                | PROGRAM",
                "GET     | Sec-Fetch-Mode: same-origin; Accept: text/html         | PROGRAM",
                "GET     | Sec-Fetch-Mode: websocket                              | PROGRAM",
                "GET     | Sec-Fetch-Mode: Navigate                               | PROGRAM",
                "GET     | X-Requested-With: XMLHttpRequest; Accept: text/html    | PROGRAM",
                "GET     | Accept: text/html                                      | NAVIGATION",
                "GET     | Accept: TEXT/HTML                                      | NAVIGATION",
                "GET     | Accept: application/xhtml+xml                          | NAVIGATION",
                "GET     | Accept: application/json, text/html                    | NAVIGATION",
                "GET     | Accept: application/json                               | PROGRAM",
                "GET     | Accept: application/problem+json                       | PROGRAM",
                "GET     | Accept: text/event-stream                              | PROGRAM",
                "GET     | Accept: */*                                            | UNKNOWN",
                "GET     | Accept: image/png                                      | UNKNOWN",
                "GET     | X-Nothing: at-all                                      | UNKNOWN",
                "POST    | Sec-Fetch-Mode: navigate; Accept: text/html            | PROGRAM",
                "PUT     | Accept: text/html                                      | PROGRAM",
                "DELETE  | Accept: text/html                                      | PROGRAM",
                "OPTIONS | Accept: text/html                                      | PROGRAM",
                "get     | Accept: text/html                                      | PROGRAM",
                "GET     | Sec-Fetch-Mode: navigate; Sec-Purpose: prefetch        | PROGRAM",
                "GET     | Sec-Fetch-Mode: navigate; Sec-Purpose: prefetch;prerender | PROGRAM",
                "GET     | Accept: text/html; Purpose: prefetch                   | PROGRAM",
                "GET     | Accept: text/html; X-Moz: Prefetch                     | PROGRAM",
            })
    void ofWhenSentLikeThisThenThatKind(String method, String headers, RequestKind kind) {
        FakeRequest request = FakeRequest.of(method, "/page");
        for (String header : headers.split("; ")) {
            String[] parts = header.split(": ");
            request.header(parts[0], parts[1]);
        }
        assertThat(RequestKind.of(request.servlet())).isEqualTo(kind);
    }

    @Test
    void ofWhenABrowserWithoutFetchMetadataThenNavigation() {
        assertThat(RequestKind.of(FakeRequest.get("/").header("Accept", CHROME).servlet()))
                .isEqualTo(RequestKind.NAVIGATION);
    }

    @Test
    void isPrefetchWhenOtherPurposeThenNot() {
        assertThat(RequestKind.isPrefetch(
                        FakeRequest.get("/").header("Sec-Purpose", "none").servlet()))
                .isFalse();
        assertThat(RequestKind.isPrefetch(FakeRequest.get("/").servlet())).isFalse();
    }
}
