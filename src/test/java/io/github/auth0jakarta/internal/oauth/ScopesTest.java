package io.github.auth0jakarta.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopesTest {

    @Test
    void parseWhenSeveralThenInTheirOrderOnceAndCaseKept() {
        assertThat(Scopes.parse("openid read:orders Read:Orders openid"))
                .containsExactly("openid", "read:orders", "Read:Orders");
    }

    @Test
    void parseWhenSpacesAreTooManyThenPassedOver() {
        assertThat(Scopes.parse("  a   b ")).containsExactly("a", "b");
        assertThat(Scopes.parse("")).isEmpty();
    }

    @Test
    void parseWhenThereIsOtherWhiteSpaceThenItSeparatesNothing() {
        assertThat(Scopes.parse("a\tb")).containsExactly("a\tb");
    }

    @Test
    void parseWhenChangedThenRefused() {
        Set<String> scopes = Scopes.parse("a");
        assertThatThrownBy(() -> scopes.add("b")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void textWhenSeveralThenJoinedByOneSpace() {
        assertThat(Scopes.text(new LinkedHashSet<>(List.of("b", "a")))).isEqualTo("b a");
        assertThat(Scopes.text(Set.of())).isEmpty();
    }
}
