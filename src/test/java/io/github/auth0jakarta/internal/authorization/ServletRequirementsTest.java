package io.github.auth0jakarta.internal.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.RequiresPermission;
import io.github.auth0jakarta.RequiresScope;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a servlet asks for, by the method of the request. */
class ServletRequirementsTest {

    @RequiresScope("class")
    static class Guarded extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        @RequiresScope("post")
        protected void doPost(HttpServletRequest request, HttpServletResponse response) {}

        @Override
        @RequiresPermission("delete")
        protected void doDelete(HttpServletRequest request, HttpServletResponse response) {}
    }

    static class OnlyGet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        @RequiresScope("get")
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {}
    }

    static class Service extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        @RequiresScope("service")
        protected void service(HttpServletRequest request, HttpServletResponse response) {}
    }

    static class Open extends HttpServlet {
        private static final long serialVersionUID = 1L;
    }

    private static String read(Class<?> type, String method) {
        Map<String, Requirements> byMethod = ServletRequirements.read(type);
        return String.valueOf(byMethod.getOrDefault(method, byMethod.get("")));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, [class]",
        "HEAD, [class]",
        "OPTIONS, [class]",
        "TRACE, [class]",
        "PATCH, [class]",
        "FOO, [class]",
        "get, [class]",
        "POST, [post]",
        "DELETE, [delete]",
    })
    @Tag("AC-13")
    void everyMethodIsGuarded(String method, String needed) {
        assertThat(read(Guarded.class, method)).contains(needed);
    }

    @Test
    void annotationOfAnotherTypeIsAdded() {
        assertThat(read(Guarded.class, "DELETE")).contains("[class]", "[delete]");
        assertThat(read(Guarded.class, "POST")).doesNotContain("[class]");
    }

    @Test
    @Tag("AC-13")
    void headIsGuardedLikeTheGetThatAnswersIt() {
        assertThat(read(OnlyGet.class, "HEAD")).contains("[get]");
        assertThat(read(OnlyGet.class, "POST")).isEqualTo("Requirements[]");
    }

    @Test
    @Tag("AC-13")
    void serviceAnswersEveryMethod() {
        assertThat(read(Service.class, "FOO")).contains("[service]");
        assertThat(read(Service.class, "GET")).contains("[service]");
    }

    @Test
    void servletWithoutAnnotationsIsOpen() {
        assertThat(read(Open.class, "GET")).isEqualTo("Requirements[]");
    }
}
