package io.github.auth0jakarta.internal.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.auth0jakarta.AccessDeniedException;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Session;
import io.github.auth0jakarta.RequiresActor;
import io.github.auth0jakarta.RequiresOrganization;
import io.github.auth0jakarta.RequiresPermission;
import io.github.auth0jakarta.RequiresScope;
import io.github.auth0jakarta.RequiresStepUp;
import io.github.auth0jakarta.internal.caller.Caller;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each annotation asks of a caller's claims. */
class RequirementsTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final long SECONDS = NOW.getEpochSecond();
    private static final String MULTI_FACTOR = "http://schemas.openid.net/pape/policies/2007/06/multi-factor";

    /** A place for each annotation. */
    @SuppressWarnings("unused") // read by reflection
    private static final class Places {
        @RequiresScope({"read:items", "write:items"})
        void scopes() {}

        @RequiresPermission({"read:items", "write:items"})
        void permissions() {}

        @RequiresOrganization({"org_1", "Acme"})
        void organization() {}

        @RequiresOrganization
        void anyOrganization() {}

        @RequiresActor("agent")
        void actor() {}

        @RequiresActor
        void anyActor() {}

        @RequiresStepUp(
                acr = {"gold", "platinum"},
                maxAge = 60)
        void stepUp() {}

        @RequiresStepUp(acr = MULTI_FACTOR)
        void multiFactor() {}

        @RequiresStepUp(maxAge = 60)
        void recent() {}

        @RequiresActor("agent")
        @RequiresOrganization
        @RequiresPermission("read:items")
        @RequiresScope("read:items")
        @RequiresStepUp(acr = "gold")
        void all() {}

        @RequiresScope({})
        void noScope() {}

        @RequiresScope("a b")
        void twoInOne() {}

        @RequiresScope("a\", scope=\"b")
        void breakingOut() {}

        @RequiresScope("")
        void empty() {}

        @RequiresPermission({})
        void noPermission() {}

        @RequiresStepUp
        void noStepUp() {}

        @RequiresStepUp(acr = "very strong")
        void twoClasses() {}

        @RequiresStepUp(maxAge = 0)
        void neverRecent() {}

        void open() {}
    }

    private static Requirements of(String place) {
        try {
            return Requirements.of(Places.class.getDeclaredMethod(place), Places.class);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private static Caller api(Map<String, Object> claims) {
        return new Caller(Auth0Session.Source.ACCESS_TOKEN, "ada", Set.of(), claims, "token", NOW);
    }

    private static Caller login(String... groups) {
        Map<String, Object> claims = Map.of("scope", "read:items write:items", "permissions", List.of("read:items"));
        return new Caller(Auth0Session.Source.LOGIN, "ada", Set.of(groups), claims, "token", NOW);
    }

    private static @Nullable AccessDeniedException refusal(String place, Caller caller) {
        return catchThrowableOfType(AccessDeniedException.class, () -> of(place).check(caller, NOW));
    }

    private static void assertMet(String place, Map<String, Object> claims) {
        assertThat(refusal(place, api(claims))).isNull();
    }

    private static AccessDeniedException assertRefused(String place, Caller caller, Auth0ErrorCode code) {
        AccessDeniedException refusal = Objects.requireNonNull(refusal(place, caller));
        assertThat(refusal.code()).isEqualTo(code);
        return refusal;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read:items write:items",
                "write:items openid read:items",
                "read:items  write:items",
            })
    @Tag("AC-06")
    void scopesWhenAllAreThereThenMet(String scope) {
        assertMet("scopes", Map.of("scope", scope));
    }

    static Stream<Object> insufficientScopes() {
        return Stream.of(
                "",
                "read:items",
                "READ:ITEMS WRITE:ITEMS",
                "read:items-x write:items",
                "read:items,write:items",
                "read:items\twrite:items",
                "read:itemswrite:items",
                "read:items write:item",
                List.of("read:items", "write:items"),
                Map.of("read:items", true, "write:items", true),
                1L,
                true);
    }

    @ParameterizedTest
    @MethodSource("insufficientScopes")
    @Tag("AC-06")
    @Tag("AC-07")
    void scopesWhenOneIsMissingThenRefusedWithAllOfThem(Object scope) {
        AccessDeniedException refusal =
                assertRefused("scopes", api(Map.of("scope", scope)), Auth0ErrorCode.AUTHORIZATION_SCOPE_MISSING);
        assertThat(refusal.scopes()).containsExactlyInAnyOrder("read:items", "write:items");
    }

    @Test
    @Tag("AC-06")
    @Tag("AC-07")
    void scopesWhenTheClaimIsAbsentOrNullThenRefused() {
        assertRefused("scopes", api(Map.of()), Auth0ErrorCode.AUTHORIZATION_SCOPE_MISSING);
        assertRefused(
                "scopes", api(Collections.singletonMap("scope", null)), Auth0ErrorCode.AUTHORIZATION_SCOPE_MISSING);
    }

    @Test
    void scopesWhenSessionThenThoseOfItsGroups() {
        assertThat(refusal("scopes", login("SCOPE_read:items", "SCOPE_write:items")))
                .isNull();
        for (Caller caller :
                List.of(login(), login("read:items", "write:items"), login("SCOPE_read:items", "scope_write:items"))) {
            assertRefused("scopes", caller, Auth0ErrorCode.AUTHORIZATION_SCOPE_MISSING);
        }
    }

    @Test
    void permissionsWhenAllAreThereThenMet() {
        assertMet("permissions", Map.of("permissions", List.of("write:items", "x", "read:items")));
        assertThat(refusal("permissions", login("write:items", "read:items"))).isNull();
    }

    static Stream<Object> insufficientPermissions() {
        return Stream.of(
                List.of(),
                List.of("read:items"),
                List.of("READ:ITEMS", "WRITE:ITEMS"),
                List.of("read:items write:items"),
                List.of("read:items", "write:items", 1L),
                new ArrayList<>(Arrays.asList("read:items", "write:items", null)),
                List.of("read:items", "write:items", List.of()),
                "read:items write:items",
                "read:items",
                Map.of("read:items", true, "write:items", true),
                true);
    }

    @ParameterizedTest
    @MethodSource("insufficientPermissions")
    @Tag("AC-07")
    void permissionsWhenTheClaimIsNoListOfAllOfThemThenRefused(Object permissions) {
        assertRefused(
                "permissions",
                api(Map.of("permissions", permissions)),
                Auth0ErrorCode.AUTHORIZATION_PERMISSION_MISSING);
    }

    @Test
    @Tag("AC-07")
    void permissionsWhenTheClaimIsAbsentOrTheSessionHasOneThenRefused() {
        assertRefused("permissions", api(Map.of()), Auth0ErrorCode.AUTHORIZATION_PERMISSION_MISSING);
        assertRefused("permissions", login("read:items"), Auth0ErrorCode.AUTHORIZATION_PERMISSION_MISSING);
    }

    static Stream<Map<String, Object>> organizations() {
        return Stream.of(
                Map.of("org_id", "org_1"),
                Map.of("org_id", "org_1", "org_name", "other"),
                Map.of("org_id", "org_2", "org_name", "acme"),
                Map.of("org_name", "ACME"));
    }

    @ParameterizedTest
    @MethodSource("organizations")
    void organizationWhenIdOrNameIsListedThenMet(Map<String, Object> claims) {
        assertMet("organization", claims);
    }

    static Stream<Map<String, Object>> otherOrganizations() {
        return Stream.of(
                Map.of(),
                Map.of("org_id", "org_2"),
                Map.of("org_id", "ORG_1"),
                Map.of("org_id", "acme"),
                Map.of("org_name", "org_1"),
                Map.of("org_name", "acme "),
                Map.of("org_id", List.of("org_1")),
                Map.of("org_name", List.of("acme")));
    }

    @ParameterizedTest
    @MethodSource("otherOrganizations")
    void organizationWhenNeitherIsListedThenRefused(Map<String, Object> claims) {
        assertRefused("organization", api(claims), Auth0ErrorCode.AUTHORIZATION_ORGANIZATION_MISMATCH);
    }

    @Test
    void organizationWhenAnyWillDoThenAnIdIsNeeded() {
        assertMet("anyOrganization", Map.of("org_id", "org_9"));
        for (Map<String, Object> claims :
                List.<Map<String, Object>>of(Map.of(), Map.of("org_id", " "), Map.of("org_name", "acme"))) {
            assertRefused("anyOrganization", api(claims), Auth0ErrorCode.AUTHORIZATION_ORGANIZATION_MISMATCH);
        }
    }

    @Test
    void actorWhenTheCurrentOneIsListedThenMet() {
        assertMet("actor", Map.of("act", Map.of("sub", "agent", "act", Map.of("sub", "other"))));
        assertMet("anyActor", Map.of("act", Map.of("sub", "other")));
    }

    static Stream<Map<String, Object>> otherActors() {
        return Stream.of(
                Map.of(),
                Map.of("sub", "agent"),
                Map.of("act", Map.of("sub", "other", "act", Map.of("sub", "agent"))),
                Map.of("act", Map.of("sub", "AGENT")),
                Map.of("act", Map.of("sub", "agent", "act", "malformed")),
                Map.of("act", "agent"),
                Map.of("act", Map.of("sub", List.of("agent"))));
    }

    @ParameterizedTest
    @MethodSource("otherActors")
    void actorWhenTheCurrentOneIsAnotherThenRefused(Map<String, Object> claims) {
        assertRefused("actor", api(claims), Auth0ErrorCode.AUTHORIZATION_ACTOR_MISMATCH);
    }

    static Stream<Arguments> logins() {
        return Stream.of(
                Arguments.of("stepUp", Map.of("acr", "gold", "auth_time", SECONDS)),
                Arguments.of("stepUp", Map.of("acr", "platinum", "auth_time", SECONDS - 60)),
                Arguments.of("recent", Map.of("auth_time", SECONDS - 60)),
                Arguments.of("recent", Map.of("auth_time", new BigDecimal(SECONDS - 60).add(new BigDecimal("0.5")))),
                Arguments.of("multiFactor", Map.of("acr", MULTI_FACTOR)),
                Arguments.of("multiFactor", Map.of("amr", List.of("pwd", "mfa"))));
    }

    @ParameterizedTest
    @MethodSource("logins")
    @Tag("AC-17")
    void stepUpWhenStrongAndRecentThenMet(String place, Map<String, Object> claims) {
        assertMet(place, claims);
    }

    static Stream<Arguments> weakLogins() {
        return Stream.of(
                Arguments.of("stepUp", Map.of()),
                Arguments.of("stepUp", Map.of("auth_time", SECONDS)),
                Arguments.of("stepUp", Map.of("acr", "gold")),
                Arguments.of("stepUp", Map.of("acr", "GOLD", "auth_time", SECONDS)),
                Arguments.of("stepUp", Map.of("acr", "gold platinum", "auth_time", SECONDS)),
                Arguments.of("stepUp", Map.of("acr", List.of("gold"), "auth_time", SECONDS)),
                Arguments.of("stepUp", Map.of("acr", "gold", "auth_time", SECONDS - 61)),
                Arguments.of("stepUp", Map.of("acr", "gold", "auth_time", Long.toString(SECONDS))),
                Arguments.of("stepUp", Map.of("acr", "gold", "auth_time", true)),
                Arguments.of("stepUp", Map.of("amr", List.of("mfa"), "auth_time", SECONDS)),
                Arguments.of("recent", Map.of("iat", SECONDS)),
                Arguments.of("multiFactor", Map.of("amr", "mfa")));
    }

    @ParameterizedTest
    @MethodSource("weakLogins")
    @Tag("AC-17")
    void stepUpWhenWeakOrOldOrUntoldThenRefused(String place, Map<String, Object> claims) {
        assertRefused(place, api(claims), Auth0ErrorCode.AUTHORIZATION_STEP_UP_REQUIRED);
    }

    @Test
    @Tag("AC-17")
    void stepUpWhenRefusedThenSaysWhatWouldDo() {
        AccessDeniedException refusal =
                assertRefused("stepUp", api(Map.of()), Auth0ErrorCode.AUTHORIZATION_STEP_UP_REQUIRED);
        assertThat(refusal.acrValues()).containsExactly("gold", "platinum");
        assertThat(refusal.maxAge()).hasValue(Duration.ofSeconds(60));
        assertThat(refusal.scopes()).isEmpty();
    }

    @Test
    void severalAllHaveToHoldAndTheStepUpComesLast() {
        Map<String, Object> claims = new java.util.HashMap<>();
        assertRefused("all", api(claims), Auth0ErrorCode.AUTHORIZATION_ACTOR_MISMATCH);
        claims.put("act", Map.of("sub", "agent"));
        assertRefused("all", api(claims), Auth0ErrorCode.AUTHORIZATION_ORGANIZATION_MISMATCH);
        claims.put("org_id", "org_1");
        assertRefused("all", api(claims), Auth0ErrorCode.AUTHORIZATION_PERMISSION_MISSING);
        claims.put("permissions", List.of("read:items"));
        assertRefused("all", api(claims), Auth0ErrorCode.AUTHORIZATION_SCOPE_MISSING);
        claims.put("scope", "read:items");
        assertRefused("all", api(claims), Auth0ErrorCode.AUTHORIZATION_STEP_UP_REQUIRED);
        claims.put("acr", "gold");
        assertMet("all", claims);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "noScope",
                "twoInOne",
                "breakingOut",
                "empty",
                "noPermission",
                "noStepUp",
                "twoClasses",
                "neverRecent"
            })
    void ofWhenTheAnnotationMakesNoSenseThenRefused(String place) {
        assertThatIllegalArgumentException().isThrownBy(() -> of(place));
    }

    @Test
    void ofWhenThereIsNoAnnotationThenEmpty() {
        assertThat(of("open").isEmpty()).isTrue();
        assertThat(of("scopes").isEmpty()).isFalse();
    }
}
