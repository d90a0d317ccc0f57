package io.github.auth0jakarta.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.testing.FakeRequest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** RFC 9449, 4.3, 9: the address of the request, as its configuration says. */
class ProvenRequestsTest {

    private static ProvenRequests of(String... baseUrls) {
        return new ProvenRequests(List.of(baseUrls).stream().map(URI::create).toList());
    }

    /** The server itself sees http, another name and another port. */
    @Test
    @Tag("DP-09")
    void ofWhenBehindAProxyThenThePublicAddressAndNoHeader() {
        FakeRequest request = FakeRequest.get("/orders?x=1")
                .origin("http", "10.0.0.7", 8080)
                .header("Host", "10.0.0.7:8080")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "host=evil.example;proto=https");
        assertThat(of("https://api.example").of(request.servlet()).addresses())
                .containsExactly("https://api.example/orders");
    }

    @Test
    void ofWhenTheProxyMovesTheApplicationThenThePathOfTheBaseUrl() {
        FakeRequest request = FakeRequest.get("/orders").context("/app");
        assertThat(of("https://api.example/v1").of(request.servlet()).addresses())
                .containsExactly("https://api.example/v1/orders");
    }

    @Test
    @Tag("DP-09")
    void ofWhenThereAreSeveralThenTheOneThatTheRequestCameTo() {
        ProvenRequests requests = of("https://api.example", "https://api.other.example:8443");
        assertThat(requests.of(FakeRequest.get("/orders")
                                .origin("https", "api.other.example", 8443)
                                .servlet())
                        .addresses())
                .containsExactly("https://api.other.example:8443/orders");
        assertThat(requests.of(FakeRequest.get("/orders")
                                .origin("https", "evil.example", 443)
                                .servlet())
                        .addresses())
                .isEmpty();
    }

    @Test
    void ofWhenThereIsNoneThenTheNamesOfTheLoopbackInterface() {
        assertThat(of().of(FakeRequest.get("/orders").context("/app").servlet()).addresses())
                .containsExactlyInAnyOrder(
                        "http://localhost:8080/app/orders",
                        "http://127.0.0.1:8080/app/orders",
                        "http://[00000000000000000000000000000001]:8080/app/orders");
    }

    @Test
    void ofWhenThePathLooksLikeAnAddressThenNoProofFits() {
        assertThat(of("https://api.example")
                        .of(FakeRequest.get("/https://other.example/x").servlet())
                        .addresses())
                .isEmpty();
    }

    @Test
    @Tag("DP-07")
    void ofWhenAHeaderNamesAnotherMethodThenTheMethodOfTheRequest() {
        FakeRequest request = FakeRequest.of("POST", "/orders").header("X-HTTP-Method-Override", "DELETE");
        assertThat(of("https://api.example").of(request.servlet()).method()).isEqualTo("POST");
    }
}
