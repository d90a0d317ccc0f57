package io.github.auth0jakarta.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.testing.FakeRequest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationAddressTest {
    private static final ApplicationAddress ONE = new ApplicationAddress(List.of(URI.create("https://app.example")));
    private static final ApplicationAddress SEVERAL = new ApplicationAddress(List.of(
            URI.create("https://app.example"),
            URI.create("https://app.example:8443/eu"),
            URI.create("http://localhost:8080/dev")));

    @Test
    void baseUrlWhenThereIsOneThenThatWhateverTheRequestSays() {
        FakeRequest request = FakeRequest.get("/")
                .origin("http", "evil.example", 80)
                .header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "host=evil.example;proto=https");
        assertThat(ONE.baseUrl(request.servlet())).isEqualTo("https://app.example");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https, app.example,      443,  https://app.example",
                "https, APP.example,      443,  https://app.example",
                "https, app.example,      8443, https://app.example:8443/eu",
                "http,  localhost,        8080, http://localhost:8080/dev",
                "http,  app.example,      80,   -",
                "http,  app.example,      443,  -",
                "https, app.example,      80,   -",
                "https, evil.example,     443,  -",
                "https, app.example.evil, 443,  -",
                "https, localhost,        8080, -",
            })
    void baseUrlWhenThereAreSeveralThenThatOfTheOriginOrNone(String scheme, String host, int port, String expected) {
        FakeRequest request = FakeRequest.get("/").origin(scheme, host, port);
        assertThat(SEVERAL.baseUrl(request.servlet())).isEqualTo(expected);
    }

    @Test
    void baseUrlWhenSeveralThenForwardingHeadersDoNotChoose() {
        FakeRequest request = FakeRequest.get("/")
                .origin("https", "evil.example", 443)
                .header("X-Forwarded-Host", "app.example")
                .header("X-Forwarded-Proto", "https");
        assertThat(SEVERAL.baseUrl(request.servlet())).isNull();
    }

    @Test
    void baseUrlWhenThereIsNoneThenLoopbackWithThePortOfTheConnection() {
        FakeRequest request = FakeRequest.get("/").context("/shop").origin("http", "evil.example", 9080);
        assertThat(new ApplicationAddress(List.of()).baseUrl(request.servlet()))
                .isEqualTo("http://localhost:9080/shop");
    }

    @Test
    void pathWhenBelowAContextThenWithoutIt() {
        assertThat(ApplicationAddress.path(
                        FakeRequest.get("/a%20b;x=1?c=d").context("/shop").servlet()))
                .isEqualTo("/a%20b;x=1");
        assertThat(ApplicationAddress.path(FakeRequest.get("/a").servlet())).isEqualTo("/a");
    }

    @Test
    void pathAndQueryWhenTheBaseUrlHasAnotherPathThenAsTheBrowserHasToAsk() {
        FakeRequest request = FakeRequest.get("/a?c=d%20e").context("/shop");
        assertThat(ApplicationAddress.pathAndQuery(request.servlet(), "https://app.example/eu"))
                .isEqualTo("/eu/a?c=d%20e");
        assertThat(ApplicationAddress.pathAndQuery(FakeRequest.get("/a").servlet(), "https://app.example"))
                .isEqualTo("/a");
    }
}
