package io.github.auth0jakarta.internal.session;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.Auth0ErrorCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SessionAttributesTest {

    @Test
    void checkedWhenJsonValuesThenAsTheyAreReadAgainAndUnmodifiable() {
        Map<String, Object> checked =
                SessionAttributes.checked(Map.of("l", List.of(1, 2L, "x", true, Map.of("m", List.of()))));
        assertThat(checked).isEqualTo(Map.of("l", List.of(1L, 2L, "x", true, Map.of("m", List.of()))));
        assertThatThrownBy(() -> checked.put("a", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    static Stream<Object> others() {
        List<Object> deep = List.of();
        for (int i = 0; i < 8; i++) {
            deep = List.of(deep);
        }
        return Stream.of(
                1.5,
                (short) 1,
                'x',
                Map.of(1, "x"),
                List.of('c'),
                Arrays.asList("x", null),
                new ArrayList<Object>(deep));
    }

    @ParameterizedTest
    @MethodSource("others")
    void checkedWhenSomethingElseThenRefused(Object value) {
        assertRefused(Auth0ErrorCode.SESSION_ATTRIBUTES_INVALID, () -> SessionAttributes.checked(Map.of("a", value)));
    }

    @Test
    void copyWhenChangedAtAnyDepthThenTheOriginalIsNot() {
        Map<String, Object> original = SessionAttributes.checked(Map.of("l", List.of(Map.of("a", 1))));
        Map<String, Object> copy = SessionAttributes.copy(original);
        copy.put("b", 2);
        ((List<?>) Objects.requireNonNull(copy.get("l"))).clear();
        assertThat(original).isEqualTo(Map.of("l", List.of(Map.of("a", 1L))));
    }
}
