package io.github.auth0jakarta.internal.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.RequiresScope;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several annotations counts, and that none is passed over. */
class AnnotationSearchTest {

    @RequiresScope("stereotype")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Stereotype {}

    interface Contract<T> {
        @RequiresScope("interface")
        void declared(T value);

        void plain();
    }

    @RequiresScope("interface type")
    interface GuardedContract {}

    @RequiresScope("base type")
    abstract static class Base implements Contract<String> {
        @RequiresScope("base")
        void inherited() {}

        @RequiresScope("base")
        void overridden() {}
    }

    static class Bean extends Base {
        @Override
        public void declared(String value) {}

        @Override
        public void plain() {}

        @Override
        void overridden() {}

        @Stereotype
        void marked() {}

        @RequiresScope("own")
        void own() {}
    }

    /** As a container's proxy of a bean. */
    static class ProxyOfBean extends Bean {}

    @RequiresScope("replaced")
    static class Replaced extends Bean {}

    static class OnlyByInterface implements GuardedContract {
        void any() {}
    }

    @Stereotype
    static class Marked {
        void any() {}
    }

    static class Open {
        void any() {}
    }

    @ParameterizedTest
    @CsvSource({
        "Bean, own, own",
        "Bean, marked, stereotype",
        "Bean, overridden, base",
        "Bean, inherited, base",
        "Bean, declared, interface",
        "Bean, plain, base type",
        "ProxyOfBean, own, own",
        "ProxyOfBean, declared, interface",
        "ProxyOfBean, plain, base type",
        "Replaced, plain, replaced",
        "Replaced, own, own",
        "OnlyByInterface, any, interface type",
        "Marked, any, stereotype",
        "Open, any, ",
    })
    void theNearestCounts(String type, String method, @Nullable String scope) throws ClassNotFoundException {
        Class<?> owner = Class.forName(AnnotationSearchTest.class.getName() + "$" + type);
        RequiresScope found = new AnnotationSearch<>(RequiresScope.class).find(method(owner, method), owner);
        assertThat(found == null ? null : found.value()[0]).isEqualTo(scope);
    }

    private static Method method(Class<?> owner, String name) {
        for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(name) && !method.isBridge()) {
                    return method;
                }
            }
        }
        throw new AssertionError(Arrays.toString(owner.getMethods()));
    }
}
