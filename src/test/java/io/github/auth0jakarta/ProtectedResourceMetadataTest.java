package io.github.auth0jakarta;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.ProtectedResourceMetadata.Builder;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9728, 2: the members and their rules. */
class ProtectedResourceMetadataTest {
    private static final String RESOURCE = "https://api.example/orders";
    private static final List<String> SERVERS = List.of("https://tenant.example/");

    private static Builder builder() {
        return new Builder(RESOURCE, SERVERS);
    }

    private static void assertInvalid(Runnable call) {
        assertRefused(Auth0ErrorCode.RESOURCE_METADATA_INVALID, call::run);
    }

    @Test
    @Tag("AC-19")
    void membersWhenNothingIsSetThenTheTwoThatMustBe() {
        ProtectedResourceMetadata metadata = builder().build();
        assertThat(metadata.resource()).isEqualTo(RESOURCE);
        assertThat(metadata.members())
                .containsOnlyKeys("resource", "authorization_servers")
                .containsEntry("resource", RESOURCE)
                .containsEntry("authorization_servers", SERVERS);
    }

    @Test
    void membersWhenAllIsSetThenAllInOrder() {
        ProtectedResourceMetadata metadata = builder()
                .dpopBoundAccessTokensRequired(false)
                .dpopSigningAlgValuesSupported(List.of("ES256"))
                .authorizationDetailsTypesSupported(List.of("payment"))
                .tlsClientCertificateBoundAccessTokens(true)
                .resourceName("Orders")
                .resourceTosUri("https://api.example/terms")
                .resourcePolicyUri("https://api.example/policy")
                .resourceDocumentation("https://api.example/docs")
                .resourceSigningAlgValuesSupported(List.of("RS256", "HS512"))
                .bearerMethodsSupported(List.of("header", "body", "query"))
                .scopesSupported(List.of("read:orders", "write:orders"))
                .jwksUri("https://api.example/jwks")
                .build();
        assertThat(new StrictJson().writeObject(metadata.members()))
                .isEqualTo("{\"resource\":\"https://api.example/orders\","
                        + "\"authorization_servers\":[\"https://tenant.example/\"],"
                        + "\"jwks_uri\":\"https://api.example/jwks\","
                        + "\"scopes_supported\":[\"read:orders\",\"write:orders\"],"
                        + "\"bearer_methods_supported\":[\"header\",\"body\",\"query\"],"
                        + "\"resource_signing_alg_values_supported\":[\"RS256\",\"HS512\"],"
                        + "\"resource_documentation\":\"https://api.example/docs\","
                        + "\"resource_policy_uri\":\"https://api.example/policy\","
                        + "\"resource_tos_uri\":\"https://api.example/terms\","
                        + "\"resource_name\":\"Orders\","
                        + "\"tls_client_certificate_bound_access_tokens\":true,"
                        + "\"authorization_details_types_supported\":[\"payment\"],"
                        + "\"dpop_signing_alg_values_supported\":[\"ES256\"],"
                        + "\"dpop_bound_access_tokens_required\":false}");
    }

    @Test
    void membersWhenListsChangeAfterwardsThenTheyDoNot() {
        List<String> servers = new ArrayList<>(SERVERS);
        List<String> scopes = new ArrayList<>(List.of("a"));
        Builder builder = new Builder(RESOURCE, servers).scopesSupported(scopes);
        ProtectedResourceMetadata metadata = builder.build();
        servers.clear();
        scopes.add("b");
        builder.resourceName("later");
        assertThat(metadata.members())
                .containsEntry("authorization_servers", SERVERS)
                .containsEntry("scopes_supported", List.of("a"))
                .doesNotContainKey("resource_name");
    }

    @Test
    void membersWhenAListIsEmptyThenLeftOut() {
        assertThat(builder()
                        .scopesSupported(List.of("a"))
                        .scopesSupported(List.of())
                        .build())
                .isEqualTo(builder().build());
    }

    /** RFC 9728, 2: the one empty list that says something. */
    @Test
    void membersWhenNoBearerMethodThenAnEmptyList() {
        assertThat(builder().bearerMethodsSupported(List.of()).build().members())
                .containsEntry("bearer_methods_supported", List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "api",
                "/orders",
                "urn:orders",
                "http://api.example",
                "ftp://localhost/x",
                "https://",
                "https://api.example/#part",
                "https://api.example/ x",
                "http://localhost.evil.example"
            })
    void builderWhenTheResourceIsNoUrlThenRefused(String resource) {
        assertInvalid(() -> new Builder(resource, SERVERS));
        assertInvalid(() -> new Builder(RESOURCE, List.of(resource)));
        assertInvalid(() -> builder().jwksUri(resource));
        assertInvalid(() -> builder().resourceDocumentation(resource));
        assertInvalid(() -> builder().resourcePolicyUri(resource));
        assertInvalid(() -> builder().resourceTosUri(resource));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://api.example", "https://api.example/?v=1", "http://localhost:8080", "http://[::1]/x"})
    void builderWhenTheResourceIsAUrlThenKeptExactly(String resource) {
        assertThat(new Builder(resource, SERVERS).build().resource()).isEqualTo(resource);
    }

    @Test
    void builderWhenNoAuthorizationServerThenRefused() {
        assertInvalid(() -> new Builder(RESOURCE, List.of()));
    }

    @Test
    void builderWhenAValueIsNotOfItsListThenRefused() {
        assertInvalid(() -> builder().bearerMethodsSupported(List.of("header", "cookie")));
        assertInvalid(() -> builder().bearerMethodsSupported(List.of("Header")));
        assertInvalid(() -> builder().resourceSigningAlgValuesSupported(List.of("none")));
        assertInvalid(() -> builder().resourceSigningAlgValuesSupported(List.of("RS256", "R")));
    }

    @Test
    void builderWhenATextIsBlankThenRefused() {
        assertInvalid(() -> builder().resourceName(" "));
        assertInvalid(() -> builder().scopesSupported(List.of("a", "")));
        assertInvalid(() -> builder().authorizationDetailsTypesSupported(List.of("")));
        assertInvalid(() -> builder().dpopSigningAlgValuesSupported(List.of("")));
    }
}
