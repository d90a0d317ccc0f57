package io.github.auth0jakarta.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.internal.api.RequestCredentials.Kind;
import io.github.auth0jakarta.testing.FakeRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6750, 2.1: {@code "Bearer" 1*SP b64token}, of which exactly one space is taken. */
class AuthorizationHeaderTest {

    private static RequestCredentials of(String... headers) {
        FakeRequest request = FakeRequest.get("/api");
        for (String header : headers) {
            request.header("Authorization", header);
        }
        return AuthorizationHeader.of(request.servlet());
    }

    @ParameterizedTest
    @Tag("AC-11")
    @ValueSource(strings = {"Bearer a.b.c", "bearer a.b.c", "BEARER a.b.c", "bEaReR a.b.c"})
    void ofWhenBearerInAnyCaseThenItsToken(String header) {
        assertThat(of(header)).isEqualTo(RequestCredentials.token(AuthenticationScheme.BEARER, "a.b.c"));
        assertThat(of(header).isOurs()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "A-Z_a~z.0+9/", "abc=", "abc=="})
    void ofWhenTheTokenHasOnlyCharactersOfOneThenTaken(String token) {
        assertThat(of("Bearer " + token).token()).isEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DPoP a.b.c", "dpop a.b.c", "DPOP a.b.c", "dPoP a.b.c"})
    void ofWhenDpopInAnyCaseThenItsToken(String header) {
        assertThat(of(header)).isEqualTo(RequestCredentials.token(AuthenticationScheme.DPOP, "a.b.c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DPoP  x", "DPoP\tx", "DPoP x y", "DPoP x, Bearer y", "DPoP x,DPoP y", "DPoP:x", "dpop x=y"})
    void ofWhenDpopAndNoTokenBehindItThenMalformed(String header) {
        assertThat(of(header)).isEqualTo(RequestCredentials.malformed(AuthenticationScheme.DPOP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "bearer  "})
    void ofWhenThereIsASchemeAndNothingElseThenEmpty(String header) {
        assertThat(of(header)).isEqualTo(RequestCredentials.empty(AuthenticationScheme.BEARER));
        assertThat(of(header).isOurs()).isTrue();
    }

    @ParameterizedTest
    @Tag("AC-11")
    @ValueSource(
            strings = {
                "Bearer  x",
                "Bearer\tx",
                "Bearer x ",
                "Bearer x y",
                "Bearer x\t",
                "Bearer x,y",
                "Bearer x, Bearer y",
                "Bearer x, Basic eDp5",
                "Bearer,x",
                "Bearer=x",
                "Bearer:x",
                "Bearer\u00a0x",
                "Bearer\u00a0",
                "Bearer \"x\"",
                "Bearer x=y",
                "Bearer =",
                "Bearer x;y",
                "Bearer x%20y",
                "Bearer ü",
                "Bearer x\u0000",
                "bearer  x",
            })
    void ofWhenNotOneSchemeOneSpaceOneTokenThenMalformed(String header) {
        assertThat(of(header)).isEqualTo(RequestCredentials.malformed(AuthenticationScheme.BEARER));
        assertThat(of(header).isOurs()).isTrue();
    }

    @Test
    @Tag("AC-11")
    void ofWhenThereAreTwoHeadersThenMalformed() {
        assertThat(of("Bearer x", "Bearer x").kind()).isEqualTo(Kind.MALFORMED);
        assertThat(of("Basic eDp5", "Bearer x").kind()).isEqualTo(Kind.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic eDp5", "Bearerx", "Bearerx y", "Bearer2 x", "DPoPx y", "Negotiate x", "Bear x"})
    void ofWhenAnotherSchemeThenNotOurs(String header) {
        assertThat(of(header)).isEqualTo(RequestCredentials.OTHER_SCHEME);
        assertThat(of(header).isOurs()).isFalse();
    }

    @Test
    void ofWhenThereIsNoHeaderThenNone() {
        assertThat(of()).isEqualTo(RequestCredentials.NONE);
        assertThat(of().isOurs()).isFalse();
    }

    @Test
    void ofWhenTheTokenIsEndlessThenMalformed() {
        assertThat(of("Bearer " + "x".repeat(32 * 1024)).kind()).isEqualTo(Kind.TOKEN);
        assertThat(of("Bearer " + "x".repeat(32 * 1024 + 1)).kind()).isEqualTo(Kind.MALFORMED);
    }

    @Test
    void toStringWhenCalledThenNoToken() {
        assertThat(of("Bearer secret")).hasToString("RequestCredentials[TOKEN]");
    }
}
