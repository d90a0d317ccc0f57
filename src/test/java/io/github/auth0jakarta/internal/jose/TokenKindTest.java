package io.github.auth0jakarta.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenKindTest {
    /** A proof brings its key, and names neither an issuer nor an audience. */
    private static final Set<TokenFault> NOT_OF_PROOFS =
            EnumSet.of(TokenFault.KEY_UNKNOWN, TokenFault.ISSUER_MISMATCH, TokenFault.AUDIENCE_MISMATCH);

    @ParameterizedTest
    @EnumSource
    void everyFaultOfEveryKindHasItsCode(TokenFault fault) {
        for (TokenKind kind : TokenKind.values()) {
            if (kind != TokenKind.DPOP || !NOT_OF_PROOFS.contains(fault)) {
                assertThat(kind.code(fault).name()).isEqualTo(kind.name() + "_" + fault.name());
            }
        }
    }
}
