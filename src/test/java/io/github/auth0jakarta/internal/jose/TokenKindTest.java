package io.github.auth0jakarta.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenKindTest {

    @ParameterizedTest
    @EnumSource
    void everyFaultOfEveryKindHasItsCode(TokenFault fault) {
        for (TokenKind kind : TokenKind.values()) {
            assertThat(kind.code(fault).name()).isEqualTo(kind.name() + "_" + fault.name());
        }
    }
}
