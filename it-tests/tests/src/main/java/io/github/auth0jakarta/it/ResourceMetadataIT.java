package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.RawRequest;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pure API says of itself (RFC 9728). */
class ResourceMetadataIT extends ClientTest {
    private static final String ROUTE = "/.well-known/oauth-protected-resource";

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.unconfigured()
                .with("auth0.issuer", TestTenant.get().issuer())
                .with("auth0.audience", Demo.AUDIENCE)
                .with("auth0.app-base-url", TestServer.APP)
                .with("auth0.allow-insecure-requests", "true")
                .with("auth0.api.scopes-supported", "read:orders, write:orders")
                .with("auth0.api.resource-name", "Orders")
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {ROUTE, ROUTE + "/app"})
    @Tag("AC-19")
    void metadataAreThoseOfTheConfiguration(String path) {
        Answer answer = browser.get(RequestKind.PROGRAM, APP + path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(answer.header("Cache-Control")).contains("public, max-age=300");
        assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.cookies()).isEmpty();
        assertThat(answer.body())
                .isEqualTo("{\"resource\":\"" + APP + "\",\"authorization_servers\":[\"" + tenant.issuer() + "\"],"
                        + "\"scopes_supported\":[\"read:orders\",\"write:orders\"],"
                        + "\"bearer_methods_supported\":[\"header\"],\"resource_name\":\"Orders\","
                        + "\"dpop_signing_alg_values_supported\":[\"ES256\"]}");
    }

    @Test
    @Tag("AC-19")
    void foreignHostChangesNothing() {
        List<String> foreign = List.of("Host: evil.example", "X-Forwarded-Host: evil.example");

        assertThat(RawRequest.send(URI.create(APP), "/app" + ROUTE, foreign))
                .contains("\"resource\":\"" + APP + "\"")
                .doesNotContain("evil");
        assertThat(RawRequest.send(URI.create(APP), "/app/api/me", foreign))
                .contains("resource_metadata=\"" + APP + ROUTE + "\"")
                .doesNotContain("evil");
    }

    @Test
    @Tag("AC-19")
    void eachChallengeLeadsThere() {
        Answer none = browser.get(RequestKind.PROGRAM, APP + "/api/me");
        Answer wrong = call("not-a-token", "/api/me");

        for (Answer answer : List.of(none, wrong)) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.headers("WWW-Authenticate"))
                    .isNotEmpty()
                    .allMatch(challenge -> challenge.contains("resource_metadata=\"" + APP + ROUTE + "\""));
        }
    }

    @Test
    void aWrongTokenIsNotLookedAt() {
        Answer answer = browser.get(RequestKind.PROGRAM, APP + ROUTE, bearer("not-a-token"));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void onlyReadingIsAllowed() {
        Answer answer = browser.post(RequestKind.PROGRAM, APP + ROUTE, Map.of());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("GET, HEAD");
        assertThat(browser.request("HEAD", RequestKind.PROGRAM, APP + ROUTE).status())
                .isEqualTo(200);
    }
}
