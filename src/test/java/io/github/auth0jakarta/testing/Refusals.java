package io.github.auth0jakarta.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts that something is refused, and by which rule. */
public final class Refusals {
    private Refusals() {}

    public static void assertRefused(Auth0ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Auth0Exception.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
