package io.github.auth0jakarta.internal.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerMappingTest {
    private static final String ROLES = "https://shop.example/roles";
    private static final CallerMapping MAPPING =
            CallerMapping.of(List.of("email"), List.of("permissions", ROLES), () -> CallerMapping.AS_CONFIGURED);

    @Test
    @Tag("IT-22")
    void nameWhenTheClaimIsThereThenItsTextExactly() {
        assertThat(MAPPING.name(Map.of("email", " Ada@Example "), "auth0|1")).isEqualTo(" Ada@Example ");
    }

    static Stream<Object> noNames() {
        return Stream.of("", 1L, true, List.of("ada"), Map.of("a", "b"));
    }

    @ParameterizedTest
    @MethodSource("noNames")
    void nameWhenTheClaimIsNoTextThenTheSubject(Object value) {
        assertThat(MAPPING.name(Map.of("email", value), "auth0|1")).isEqualTo("auth0|1");
    }

    @Test
    void nameWhenTheClaimIsAbsentOrNullThenTheSubject() {
        assertThat(MAPPING.name(Map.of(), "auth0|1")).isEqualTo("auth0|1");
        assertThat(MAPPING.name(Collections.singletonMap("email", null), "auth0|1"))
                .isEqualTo("auth0|1");
    }

    @Test
    void groupsWhenSeveralSourcesThenAllOfThem() {
        assertThat(MAPPING.groups(Map.of(
                        "permissions",
                        List.of("read:orders"),
                        ROLES,
                        List.of("admin", "editor"),
                        "scope",
                        "openid write:orders")))
                .containsExactlyInAnyOrder("read:orders", "admin", "editor", "SCOPE_openid", "SCOPE_write:orders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Admin", " admin", "admin ", "ADMIN", "ad\u0000min", "Österreich", "a b", "a,b"})
    @Tag("IT-22")
    void groupsWhenTextIsUnusualThenKeptExactly(String group) {
        assertThat(MAPPING.groups(Map.of("permissions", List.of(group)))).containsExactly(group);
    }

    static Stream<Object> noLists() {
        return Stream.of("admin", "admin,editor", "[\"admin\"]", 1L, true, Map.of("admin", true));
    }

    @ParameterizedTest
    @MethodSource("noLists")
    void groupsWhenTheClaimIsNoListThenNone(Object value) {
        assertThat(MAPPING.groups(Map.of("permissions", value, ROLES, value))).isEmpty();
    }

    @Test
    void groupsWhenElementsAreNoTextsThenThoseGiveNothing() {
        List<Object> elements =
                new ArrayList<>(Arrays.asList(1L, null, true, List.of("admin"), Map.of("name", "admin"), "", "editor"));
        assertThat(MAPPING.groups(Map.of("permissions", elements))).containsExactly("editor");
    }

    @Test
    void groupsWhenScopeIsNoTextThenNone() {
        assertThat(MAPPING.groups(Map.of("scope", List.of("openid")))).isEmpty();
    }

    @Test
    void groupsWhenTheClaimIsNotConfiguredThenNone() {
        assertThat(MAPPING.groups(Map.of("roles", List.of("admin"), "groups", List.of("admin"))))
                .isEmpty();
    }

    /** A role cannot pass itself off as a granted scope by accident of naming only: it keeps its own text. */
    @Test
    void groupsWhenScopesAreNamedLikeRolesThenTheyStayApart() {
        assertThat(MAPPING.groups(Map.of("scope", "admin"))).containsExactly("SCOPE_admin");
    }
}
