package io.github.auth0jakarta.internal.login;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.web.Query;
import io.github.auth0jakarta.testing.TestMetadata;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationResponseTest {
    private static final String ISS = "https%3A%2F%2Ftenant.example%2F";

    private static String code(String query, boolean issuerParameterSupported) {
        return AuthorizationResponse.code(
                Objects.requireNonNull(Query.parse(query)), TestMetadata.provider(issuerParameterSupported));
    }

    /** RFC 9207, 2.4. */
    @Nested
    class Issuer {
        @Test
        void codeWhenPromisedAndRightThenTaken() {
            assertThat(code("code=abc&state=s&iss=" + ISS, true)).isEqualTo("abc");
        }

        @Test
        void codeWhenNotPromisedAndAbsentThenTaken() {
            assertThat(code("code=abc&state=s", false)).isEqualTo("abc");
        }

        @Test
        void codeWhenNotPromisedButThereAndRightThenTaken() {
            assertThat(code("code=abc&state=s&iss=" + ISS, false)).isEqualTo("abc");
        }

        @Test
        void codeWhenPromisedAndAbsentThenRefusedAlsoForAnError() {
            assertRefused(Auth0ErrorCode.LOGIN_ISSUER_MISSING, () -> code("code=abc&state=s", true));
            assertRefused(Auth0ErrorCode.LOGIN_ISSUER_MISSING, () -> code("code=abc&state=s&iss=", true));
            assertRefused(Auth0ErrorCode.LOGIN_ISSUER_MISSING, () -> code("error=access_denied&state=s", true));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https%3A%2F%2Fevil.example%2F",
                    "https%3A%2F%2Ftenant.example",
                    "https%3A%2F%2FTENANT.example%2F",
                    "x"
                })
        void codeWhenItIsAnotherThenRefusedEvenWhereNotPromised(String iss) {
            for (boolean promised : new boolean[] {true, false}) {
                assertRefused(
                        Auth0ErrorCode.LOGIN_ISSUER_MISMATCH, () -> code("code=abc&state=s&iss=" + iss, promised));
            }
        }
    }

    /** RFC 6749, 4.1.2.1. */
    @Nested
    class Errors {
        @ParameterizedTest
        @ValueSource(strings = {"access_denied", "login_required", "server_error", "unauthorized"})
        void codeWhenErrorThenDeniedAndItsCodeForTheLog(String error) {
            assertThatThrownBy(() -> code("error=" + error + "&error_description=reflected&state=s", false))
                    .hasMessage("login.denied: the provider answered " + error);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a%0Ab", "%22quoted%22", "back%5Cslash", "%C3%BC", "%00"})
        void codeWhenErrorIsNoErrorCodeThenNotRepeated(String error) {
            assertThatThrownBy(() -> code("error=" + error + "&state=s", false))
                    .hasMessage("login.denied: the provider answered an error that is not a code");
        }

        @Test
        void codeWhenErrorIsTooLongThenNotRepeated() {
            assertThatThrownBy(() -> code("error=" + "x".repeat(65), false))
                    .hasMessageEndingWith("an error that is not a code");
        }

        @Test
        void codeWhenThereAreBothThenTheErrorCounts() {
            assertRefused(Auth0ErrorCode.LOGIN_DENIED, () -> code("code=abc&error=access_denied&state=s", false));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=s", "state=s&code=", "state=s&id_token=a.b.c", "state=s&CODE=abc"})
    void codeWhenThereIsNeitherThenMalformed(String query) {
        assertRefused(Auth0ErrorCode.LOGIN_RESPONSE_MALFORMED, () -> code(query, false));
    }
}
