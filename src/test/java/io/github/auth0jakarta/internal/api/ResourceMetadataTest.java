package io.github.auth0jakarta.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.ProtectedResourceMetadata;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.web.ApplicationAddress;
import io.github.auth0jakarta.internal.web.Route;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.TestConfigs;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9728, 3 and 5: where the metadata are, and what they say. */
class ResourceMetadataTest {
    private static final String ROUTE = "/.well-known/oauth-protected-resource";
    private static final StrictJson JSON = new StrictJson();

    private final TestConfigs configs = TestConfigs.api().with("auth0.app-base-url", "https://api.example");
    private Optional<ProtectedResourceMetadata> own = Optional.empty();

    private ResourceMetadata metadata() {
        Auth0Config config = configs.read();
        Auth0Config.Api api = Objects.requireNonNull(config.api());
        boolean known = !api.baseUrls().isEmpty() || config.provider().insecureAllowed();
        return new ResourceMetadata(
                config.provider().issuer(),
                api,
                Objects.requireNonNull(api.metadata().route()),
                known ? new ApplicationAddress(api.baseUrls()) : null,
                () -> own,
                JSON);
    }

    private FakeResponse answer(FakeRequest request) throws Exception {
        FakeResponse response = new FakeResponse();
        Route route = Objects.requireNonNull(metadata().find(request.servlet()));
        route.handle(request.servlet(), response.servlet());
        return response;
    }

    private Map<String, Object> members(FakeRequest request) throws Exception {
        FakeResponse response = answer(request);
        assertThat(response.status()).isEqualTo(200);
        return JSON.readObject(response.body());
    }

    private Map<String, Object> members() throws Exception {
        return members(FakeRequest.get(ROUTE));
    }

    @Test
    @Tag("AC-19")
    void getWhenLittleIsConfiguredThenWhatFollowsFromIt() throws Exception {
        assertThat(members())
                .containsExactly(
                        Map.entry("resource", "https://api.example"),
                        Map.entry("authorization_servers", List.of("https://tenant.example/")),
                        Map.entry("bearer_methods_supported", List.of("header")),
                        Map.entry("dpop_signing_alg_values_supported", List.of("ES256")));
    }

    @Test
    @Tag("AC-19")
    void getWhenAllIsConfiguredThenAllOfIt() throws Exception {
        configs.with("auth0.domains", "login.example, tenant.example")
                .with("auth0.api.resource", "https://api.example/orders")
                .with("auth0.api.scopes-supported", "read:orders, write:orders")
                .with("auth0.api.jwks-uri", "https://api.example/jwks")
                .with("auth0.api.resource-signing-algorithms", "ES256")
                .with("auth0.api.resource-name", "Orders")
                .with("auth0.api.resource-documentation", "https://api.example/docs")
                .with("auth0.api.resource-policy-uri", "https://api.example/policy")
                .with("auth0.api.resource-tos-uri", "https://api.example/terms")
                .with("auth0.api.tls-client-certificate-bound-access-tokens", "true")
                .with("auth0.api.authorization-details-types-supported", "payment")
                .with("auth0.api.allow-token-in-form", "true")
                .with("auth0.api.allow-token-in-query", "true");
        assertThat(members())
                .containsEntry("resource", "https://api.example/orders")
                .containsEntry("authorization_servers", List.of("https://tenant.example/", "https://login.example/"))
                .containsEntry("scopes_supported", List.of("read:orders", "write:orders"))
                .containsEntry("jwks_uri", "https://api.example/jwks")
                .containsEntry("bearer_methods_supported", List.of("header", "body", "query"))
                .containsEntry("resource_signing_alg_values_supported", List.of("ES256"))
                .containsEntry("resource_name", "Orders")
                .containsEntry("resource_documentation", "https://api.example/docs")
                .containsEntry("resource_policy_uri", "https://api.example/policy")
                .containsEntry("resource_tos_uri", "https://api.example/terms")
                .containsEntry("tls_client_certificate_bound_access_tokens", true)
                .containsEntry("authorization_details_types_supported", List.of("payment"));
    }

    @Test
    void getWhenProofsAreRequiredThenNoBearerMethod() throws Exception {
        configs.with("auth0.api.dpop.mode", "required");
        assertThat(members())
                .containsEntry("bearer_methods_supported", List.of())
                .containsEntry("dpop_signing_alg_values_supported", List.of("ES256"))
                .containsEntry("dpop_bound_access_tokens_required", true);
    }

    @Test
    void getWhenProofsAreNotTakenThenNothingAboutThem() throws Exception {
        configs.with("auth0.api.dpop.mode", "disabled");
        assertThat(members())
                .doesNotContainKeys("dpop_signing_alg_values_supported", "dpop_bound_access_tokens_required");
    }

    @Test
    @Tag("AC-19")
    void anythingWhenTheHostHeaderIsForeignThenNothingOfIt() throws Exception {
        FakeRequest request = FakeRequest.get(ROUTE).origin("https", "evil.example", 443);
        assertThat(members(request)).containsEntry("resource", "https://api.example");
        assertThat(metadata().url(request.servlet())).isEqualTo("https://api.example" + ROUTE);
    }

    @Test
    @Tag("AC-19")
    void anythingWhenTheHostHeaderIsNoneOfSeveralThenNothing() throws Exception {
        configs.with("auth0.app-base-url", "https://a.example, https://b.example");
        FakeRequest known = FakeRequest.get(ROUTE).origin("https", "b.example", 443);
        assertThat(members(known)).containsEntry("resource", "https://b.example");
        assertThat(metadata().url(known.servlet())).isEqualTo("https://b.example" + ROUTE);

        FakeRequest foreign = FakeRequest.get(ROUTE).origin("https", "evil.example", 443);
        assertThat(answer(foreign).status()).isEqualTo(404);
        assertThat(metadata().url(foreign.servlet())).isNull();
    }

    @Test
    void anythingWhenNothingIsKnownThenNothing() throws Exception {
        configs.without("auth0.app-base-url");
        FakeRequest request = FakeRequest.get(ROUTE);
        assertThat(answer(request).status()).isEqualTo(404);
        assertThat(metadata().url(request.servlet())).isNull();
        assertThat(metadata().find(FakeRequest.get(ROUTE + "/orders").servlet()))
                .isNull();
    }

    /** RFC 9728, 3.1: between host and path. */
    @ParameterizedTest
    @CsvSource({
        "https://api.example, , '', https://api.example, /",
        "https://api.example, https://api.example/, '', https://api.example, /",
        "https://api.example, https://api.example/orders/v1, '', https://api.example, /orders/v1",
        "https://api.example, https://gateway.example/orders, '', https://api.example, /orders",
        ", https://gateway.example/orders, '', https://gateway.example, /orders",
        "https://api.example/app, , /app, https://api.example/app, /",
        ", https://api.example/app/orders, /app, https://api.example/app, /",
    })
    void urlWhenAddressesAreConfiguredThenThere(
            String baseUrl, String resource, String context, String start, String suffix) {
        configs.without("auth0.app-base-url");
        if (baseUrl != null) {
            configs.with("auth0.app-base-url", baseUrl);
        }
        if (resource != null) {
            configs.with("auth0.api.resource", resource);
        }
        FakeRequest request = FakeRequest.get("/api").context(context);
        assertThat(metadata().url(request.servlet())).isEqualTo(start + ROUTE + (suffix.equals("/") ? "" : suffix));
    }

    @ParameterizedTest
    @ValueSource(strings = {ROUTE, ROUTE + "/", ROUTE + "/orders", ROUTE + "/orders/"})
    void findWhenItIsThePathOfTheResourceThenFound(String path) throws Exception {
        configs.with("auth0.api.resource", "https://api.example/orders");
        assertThat(members(FakeRequest.get(path))).containsEntry("resource", "https://api.example/orders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api", ROUTE + "/other", ROUTE + "/orders/1", ROUTE + "s", ROUTE + "/orders;x"})
    void findWhenItIsAnotherPathThenNotOurs(String path) {
        configs.with("auth0.api.resource", "https://api.example/orders");
        assertThat(metadata().find(FakeRequest.get(path).servlet())).isNull();
    }

    @Test
    void findWhenTheRouteHasMovedThenThere() throws Exception {
        configs.with("auth0.routes.resource-metadata", "/meta");
        assertThat(members(FakeRequest.get("/meta"))).containsEntry("resource", "https://api.example");
        assertThat(metadata().find(FakeRequest.get(ROUTE).servlet())).isNull();
        assertThat(metadata().url(FakeRequest.get("/api").servlet())).isEqualTo("https://api.example/meta");
    }

    @Test
    void anythingWhenTheApplicationHasItsOwnThenThat() throws Exception {
        own = Optional.of(new ProtectedResourceMetadata.Builder("https://own.example/x", List.of("https://as.example"))
                .resourceName("Own")
                .build());
        assertThat(members())
                .containsExactlyEntriesOf(own.get().members())
                .containsEntry("resource", "https://own.example/x");
        assertThat(members(FakeRequest.get(ROUTE + "/x"))).containsEntry("resource_name", "Own");
        assertThat(metadata().url(FakeRequest.get("/api").servlet())).isEqualTo("https://api.example" + ROUTE + "/x");
    }

    @Test
    void getWhenAskedThenPublicAndCacheable() throws Exception {
        FakeResponse response = answer(FakeRequest.get(ROUTE).header("Origin", "https://client.example"));
        assertThat(response.header("Content-Type")).startsWith("application/json");
        assertThat(response.header("Cache-Control")).isEqualTo("public, max-age=300");
        assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(response.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(response.setCookies()).isEmpty();
        assertThat(answer(FakeRequest.of("HEAD", ROUTE)).status()).isEqualTo(200);
    }

    @Test
    void preflightWhenAskedThenAllowed() throws Exception {
        FakeResponse response = answer(FakeRequest.of("OPTIONS", ROUTE)
                .header("Origin", "https://client.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "mcp-protocol-version"));
        assertThat(response.status()).isEqualTo(204);
        assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(response.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD");
        assertThat(response.header("Access-Control-Allow-Headers")).isEqualTo("*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE"})
    void otherMethodWhenSentThenNotAllowed(String method) throws Exception {
        FakeResponse response = answer(FakeRequest.of(method, ROUTE));
        assertThat(response.status()).isEqualTo(405);
        assertThat(response.header("Allow")).isEqualTo("GET, HEAD");
    }
}
