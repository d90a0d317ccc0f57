package io.github.auth0jakarta.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.testing.Fakes;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jakarta Annotations 2.1, 3: who is let in by {@code @RolesAllowed}, {@code @PermitAll} and {@code @DenyAll}. */
class RolesAllowedFeatureTest {

    static class Plain {
        public void none() {}

        @RolesAllowed("method")
        public void allowed() {}

        @PermitAll
        public void permitted() {}

        @DenyAll
        public void denied() {}

        @RolesAllowed({"b", "a", "a"})
        public void several() {}

        @RolesAllowed({})
        public void nobody() {}

        @PermitAll
        @RolesAllowed("method")
        public void contradictory() {}

        @DenyAll
        @RolesAllowed("method")
        public void denyingContradictory() {}
    }

    @RolesAllowed("class")
    static class Allowed extends Plain {}

    @PermitAll
    static class Permitted extends Plain {}

    @DenyAll
    static class Denied extends Plain {}

    /** As a container's proxy of a bean. */
    static class ProxyOfAllowed extends Allowed {}

    static class PermittedBelowDenied extends Denied {}

    @ParameterizedTest
    @CsvSource(
            nullValues = "everybody",
            value = {
                "Plain,          none,                 everybody",
                "Plain,          allowed,              [method]",
                "Plain,          permitted,            everybody",
                "Plain,          denied,               []",
                "Plain,          nobody,               []",
                "Plain,          contradictory,        [method]",
                "Plain,          denyingContradictory, []",
                "Allowed,        none,                 [class]",
                "Allowed,        allowed,              [method]",
                "Allowed,        permitted,            everybody",
                "Allowed,        denied,               []",
                "Permitted,      none,                 everybody",
                "Permitted,      allowed,              [method]",
                "Permitted,      denied,               []",
                "Denied,         none,                 []",
                "Denied,         allowed,              [method]",
                "Denied,         permitted,            everybody",
                "ProxyOfAllowed, none,                 [class]",
                "ProxyOfAllowed, permitted,            everybody",
                "PermittedBelowDenied, none,           []",
            })
    void rolesWhenOnMethodOrClassThenTheMethodsCount(String type, String method, String expected) throws Exception {
        var roles = RolesAllowedFeature.roles(
                Plain.class.getMethod(method), Class.forName(getClass().getName() + "$" + type));
        assertThat(roles == null ? null : roles.toString()).isEqualTo(expected);
    }

    @Test
    void rolesWhenSeveralAreNamedThenEachOnce() throws Exception {
        assertThat(RolesAllowedFeature.roles(Plain.class.getMethod("several"), Plain.class))
                .containsExactlyInAnyOrder("a", "b");
    }

    @ParameterizedTest
    @CsvSource({"none, 0, 0", "permitted, 0, 2", "allowed, 1, 0", "denied, 1, 0"})
    void configureWhenSomebodyIsKeptOutThenOneFilter(String method, int keepingOut, int keepingOpen) {
        List<Object> registered = new ArrayList<>();
        FeatureContext context = Fakes.of(FeatureContext.class, (called, arguments) -> {
            registered.add(arguments[0]);
            return null;
        });
        ResourceInfo resource = Fakes.of(
                ResourceInfo.class,
                (called, arguments) -> called.getName().equals("getResourceClass") ? Plain.class : method(method));

        new RolesAllowedFeature().configure(resource, context);

        assertThat(registered).hasSize(keepingOut + keepingOpen);
        assertThat(registered).filteredOn(RolesAllowedFilter.class::isInstance).hasSize(keepingOut);
    }

    private static Object method(String name) {
        try {
            return Plain.class.getMethod(name);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
