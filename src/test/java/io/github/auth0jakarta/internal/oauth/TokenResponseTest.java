package io.github.auth0jakarta.internal.oauth;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6749, 5.1. */
class TokenResponseTest {
    private final Map<String, Object> members = new HashMap<>(Map.of(
            "access_token", "secret-at",
            "token_type", "Bearer",
            "expires_in", 3600L,
            "scope", "openid read:orders",
            "id_token", "secret-idt",
            "refresh_token", "secret-rt"));

    @Test
    void ofWhenCompleteThenAllOfIt() {
        TokenResponse response = TokenResponse.of(members, TokenType.BEARER);

        assertThat(response.accessToken()).isEqualTo("secret-at");
        assertThat(response.tokenType()).isEqualTo("Bearer");
        assertThat(response.expiresIn()).isEqualTo(Duration.ofHours(1));
        assertThat(response.scopes()).containsExactly("openid", "read:orders");
        assertThat(response.idToken()).isEqualTo("secret-idt");
        assertThat(response.refreshToken()).isEqualTo("secret-rt");
        assertThat(response.toString()).doesNotContain("secret");
    }

    @Test
    @Tag("TC-04")
    void ofWhenOnlyTheNecessaryIsThereThenTheRestIsNullAndAShortLife() {
        members.keySet().retainAll(List.of("access_token", "token_type"));

        TokenResponse response = TokenResponse.of(members, TokenType.BEARER);

        assertThat(response.expiresIn()).isEqualTo(Duration.ofMinutes(5));
        assertThat(response.scopes()).isNull();
        assertThat(response.idToken()).isNull();
        assertThat(response.refreshToken()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "BEARER"})
    @Tag("TC-04")
    void ofWhenTokenTypeIsBearerInAnyCaseThenTaken(String type) {
        members.put("token_type", type);
        assertThat(TokenResponse.of(members, TokenType.BEARER).tokenType()).isEqualTo("Bearer");
    }

    static Stream<Arguments> lifetimes() {
        return Stream.of(
                Arguments.of(1L, 1),
                Arguments.of(86_400L, 86_400),
                Arguments.of("3600", 3_600),
                Arguments.of(0L, 0),
                Arguments.of(-1L, 0),
                Arguments.of(Long.MIN_VALUE, 0),
                Arguments.of(999_999_999_999_999_999L, 2_592_000),
                Arguments.of("999999999999999999", 2_592_000));
    }

    @ParameterizedTest
    @MethodSource("lifetimes")
    @Tag("TC-04")
    @Tag("F-31")
    void ofWhenExpiresInIsANumberThenSecondsWithinBounds(Object expiresIn, long seconds) {
        members.put("expires_in", expiresIn);
        assertThat(TokenResponse.of(members, TokenType.BEARER).expiresIn()).isEqualTo(Duration.ofSeconds(seconds));
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("access_token", null),
                Arguments.of("access_token", ""),
                Arguments.of("access_token", 1L),
                Arguments.of("access_token", List.of("a")),
                Arguments.of("access_token", "a\nb"),
                Arguments.of("access_token", "a\rb"),
                Arguments.of("access_token", "\u00e4"),
                Arguments.of("token_type", null),
                Arguments.of("token_type", ""),
                Arguments.of("token_type", true),
                Arguments.of("expires_in", ""),
                Arguments.of("expires_in", "soon"),
                Arguments.of("expires_in", "-1"),
                Arguments.of("expires_in", "9".repeat(19)),
                Arguments.of("expires_in", new BigDecimal("0.5")),
                Arguments.of("expires_in", true),
                Arguments.of("expires_in", List.of()),
                Arguments.of("scope", List.of("openid")),
                Arguments.of("id_token", ""),
                Arguments.of("id_token", "a\nb"),
                Arguments.of("id_token", Map.of()),
                Arguments.of("refresh_token", ""),
                Arguments.of("refresh_token", "a\nb"),
                Arguments.of("refresh_token", 1L));
    }

    /** Keycloak says so of a token without scopes. */
    @Test
    void ofWhenTheScopeIsEmptyThenNoneIsGranted() {
        members.put("scope", "");
        assertThat(TokenResponse.of(members, TokenType.BEARER).scopes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("malformed")
    @Tag("TC-04")
    @Tag("F-31")
    void ofWhenAMemberHasTheWrongTypeOrValueThenMalformed(String member, Object value) {
        members.put(member, value);
        assertRefused(Auth0ErrorCode.SERVER_RESPONSE_MALFORMED, () -> TokenResponse.of(members, TokenType.BEARER));
    }

    /** RFC 6749, 7.1: a token of a type that was not asked for must not be used. */
    @ParameterizedTest
    @ValueSource(strings = {"mac", "DPoP", "Bearer ", "N_A"})
    @Tag("TC-04")
    void ofWhenTheTypeIsNotBearerThenRefused(String type) {
        members.put("token_type", type);
        assertRefused(Auth0ErrorCode.SERVER_TOKEN_TYPE_MISMATCH, () -> TokenResponse.of(members, TokenType.BEARER));
    }

    /** RFC 9449, 5. */
    @ParameterizedTest
    @ValueSource(strings = {"DPoP", "dpop", "dPoP", "DPOP"})
    @Tag("DP-24")
    @Tag("TC-04")
    void ofWhenAProofWasSentThenDpopInAnyCase(String type) {
        members.put("token_type", type);
        assertThat(TokenResponse.of(members, TokenType.DPOP).tokenType()).isEqualTo("DPoP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "DPoP2"})
    @Tag("DP-24")
    void ofWhenAProofWasSentAndTheTokenIsNotBoundThenRefused(String type) {
        members.put("token_type", type);
        assertRefused(Auth0ErrorCode.SERVER_TOKEN_TYPE_MISMATCH, () -> TokenResponse.of(members, TokenType.DPOP));
    }

    /** RFC 9396, 7. */
    @Test
    void ofWhenAuthorizationDetailsThenKept() {
        List<Map<String, Object>> details = List.of(Map.of("type", "payment", "amount", 5L), Map.of("type", "account"));
        members.put("authorization_details", details);
        assertThat(TokenResponse.of(members, TokenType.BEARER).authorizationDetails())
                .isEqualTo(details);
        members.remove("authorization_details");
        assertThat(TokenResponse.of(members, TokenType.BEARER).authorizationDetails())
                .isNull();
    }

    static List<Object> brokenDetails() {
        return List.of("[]", Map.of("type", "a"), List.of("a"), List.of(Map.of()), List.of(Map.of("type", 1L)));
    }

    @ParameterizedTest
    @MethodSource("brokenDetails")
    void ofWhenAuthorizationDetailsAreNotObjectsWithATypeThenMalformed(Object details) {
        members.put("authorization_details", details);
        assertRefused(Auth0ErrorCode.SERVER_RESPONSE_MALFORMED, () -> TokenResponse.of(members, TokenType.BEARER));
    }
}
