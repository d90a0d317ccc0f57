package io.github.auth0jakarta.internal.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.ConfigurationException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimPathTest {
    private static final List<String> FOUND = List.of("admin");
    private static final Map<String, Object> CLAIMS = Map.of(
            "roles", FOUND,
            "https://shop.example/roles", FOUND,
            "https://shop.example/access", Map.of("roles", FOUND, "a.b", Map.of("c/d", FOUND)),
            "realm_access", Map.of("roles", FOUND),
            "resource_access", Map.of("my.client", Map.of("roles", FOUND)),
            "dotted.name", FOUND,
            "dotted", Map.of("name", List.of("never")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "roles",
                "\"roles\"",
                "https://shop.example/roles",
                "\"https://shop.example/roles\"",
                "realm_access/roles",
                "realm_access.roles",
                "\"realm_access\".roles",
                "realm_access.\"roles\"",
                "resource_access/my.client/roles",
                "resource_access.\"my.client\".roles",
                "\"https://shop.example/access\".roles",
                "\"https://shop.example/access\"/roles",
                "\"https://shop.example/access\".\"a.b\".\"c/d\"",
                "\"https://shop.example/access\"/a.b/\"c/d\"",
                "dotted.name",
            })
    void inWhenTheClaimIsThereThenFound(String path) {
        assertThat(ClaimPath.parse(path).in(CLAIMS)).isEqualTo(FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Roles",
                "realm_access.Roles",
                "roles.admin",
                "roles/0",
                "resource_access.my.client.roles",
                "https://shop.example/access/roles",
                "https://other.example/roles",
                "realm_access..roles",
                "realm_access.roles.",
                ".realm_access.roles",
                "/realm_access/roles",
            })
    void inWhenNothingIsThereThenNull(String path) {
        assertThat(ClaimPath.parse(path).in(CLAIMS)).isNull();
    }

    @Test
    void inWhenTheWholeTextNamesAClaimThenThatAlthoughItIsNull() {
        Map<String, Object> claims = new java.util.HashMap<>();
        claims.put("realm_access.roles", null);
        claims.put("realm_access", Map.of("roles", FOUND));
        assertThat(ClaimPath.parse("realm_access.roles").in(claims)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a", "a\"", "\"a\"b", "a\"b\"", "\"\"", "\"a\".", "a.\"", "\"a\".\"b"})
    void parseWhenQuotesAreMisplacedThenRefused(String path) {
        assertThatThrownBy(() -> ClaimPath.parse(path))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("auth0.groups.claims");
    }
}
