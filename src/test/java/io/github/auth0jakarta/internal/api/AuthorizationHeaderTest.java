package io.github.auth0jakarta.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.internal.api.AuthorizationHeader.Kind;
import io.github.auth0jakarta.testing.FakeRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6750, 2.1: {@code "Bearer" 1*SP b64token}, of which exactly one space is taken. */
class AuthorizationHeaderTest {

    private static AuthorizationHeader of(String... headers) {
        FakeRequest request = FakeRequest.get("/api");
        for (String header : headers) {
            request.header("Authorization", header);
        }
        return AuthorizationHeader.of(request.servlet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer a.b.c", "bearer a.b.c", "BEARER a.b.c", "bEaReR a.b.c"})
    void ofWhenBearerInAnyCaseThenItsToken(String header) {
        assertThat(of(header)).isEqualTo(new AuthorizationHeader(Kind.BEARER, "a.b.c"));
        assertThat(of(header).isBearer()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "A-Z_a~z.0+9/", "abc=", "abc=="})
    void ofWhenTheTokenHasOnlyCharactersOfOneThenTaken(String token) {
        assertThat(of("Bearer " + token).token()).isEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
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
        assertThat(of(header)).isEqualTo(new AuthorizationHeader(Kind.MALFORMED, null));
        assertThat(of(header).isBearer()).isTrue();
    }

    @Test
    void ofWhenThereAreTwoHeadersThenMalformed() {
        assertThat(of("Bearer x", "Bearer x").kind()).isEqualTo(Kind.MALFORMED);
        assertThat(of("Basic eDp5", "Bearer x").kind()).isEqualTo(Kind.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic eDp5", "Bearerx", "Bearerx y", "Bearer2 x", "DPoP x", "Negotiate x", "Bear x"})
    void ofWhenAnotherSchemeThenNotOurs(String header) {
        assertThat(of(header)).isEqualTo(new AuthorizationHeader(Kind.OTHER_SCHEME, null));
        assertThat(of(header).isBearer()).isFalse();
    }

    @Test
    void ofWhenThereIsNoHeaderThenNone() {
        assertThat(of()).isEqualTo(new AuthorizationHeader(Kind.NONE, null));
        assertThat(of().isBearer()).isFalse();
    }

    @Test
    void ofWhenTheTokenIsEndlessThenMalformed() {
        assertThat(of("Bearer " + "x".repeat(32 * 1024)).kind()).isEqualTo(Kind.BEARER);
        assertThat(of("Bearer " + "x".repeat(32 * 1024 + 1)).kind()).isEqualTo(Kind.MALFORMED);
    }

    @Test
    void toStringWhenCalledThenNoToken() {
        assertThat(of("Bearer secret")).hasToString("AuthorizationHeader[BEARER]");
    }
}
