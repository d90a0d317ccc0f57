package io.github.auth0jakarta.internal.oauth;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.jose.Lifetime;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FakeJwks;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Core 1.0, 3.1.3.7: ID Token Validation, step by step. */
class IdTokenSpecTest {
    private static final long NOW = FixedTime.START.getEpochSecond();
    private static final long SKEW = 60;
    private static final IdTokenExpectations LOGIN = IdTokenExpectations.login(TestJwts.NONCE);

    /** What no claim that is a non-empty string can be. */
    static final List<Object> NO_STRINGS = List.of("", 1, true, List.of(), List.of("x"), Map.of(), Map.of("x", 1));
    /** What no claim that is a time can be. */
    static final List<Object> NO_DATES =
            List.of("1795262400", true, List.of(NOW), Map.of(), -1, new BigDecimal("1e308"));

    private final FixedTime time = new FixedTime();
    private final FakeJwks provider = new FakeJwks(TestKeys.RSA, TestKeys.EC);
    private final IdTokenValidator validator = new IdTokenValidator(
            provider.issuer(time),
            TestJwts.CLIENT_ID,
            Set.of(SignatureAlgorithm.RS256),
            new Lifetime(time, Duration.ofSeconds(SKEW)),
            new StrictJson());

    @Test
    void goodTokenIsAccepted() {
        String token = TestJwts.idToken().build();

        VerifiedIdToken verified = validator.validate(token, LOGIN);

        assertThat(verified.token()).isEqualTo(token);
        assertThat(verified.subject()).isEqualTo(TestJwts.SUBJECT);
        assertThat(verified.claims().asMap()).containsEntry("name", "Ada");
        assertThat(verified).hasToString("VerifiedIdToken");
    }

    @Test
    void expectationsDoNotShowTheirSecrets() {
        IdTokenExpectations expected = IdTokenExpectations.login("secret-1").withAccessToken("secret-2");

        assertThat(expected).hasToString("IdTokenExpectations[maxAge=null]");
    }

    @Nested
    @DisplayName("1. If the ID Token is encrypted, decrypt it")
    class Step1 {
        @Test
        @Tag("IT-24")
        void notSupported_encryptedTokenIsRefused() {
            assertRefused(Auth0ErrorCode.ID_TOKEN_ENCRYPTED, () -> validator.validate("e30.AA.AA.AA.AA", LOGIN));
        }
    }

    @Nested
    @DisplayName("2. The Issuer Identifier MUST exactly match the value of the iss Claim")
    class Step2 {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://tenant.example",
                    "https://tenant.example//",
                    "http://tenant.example/",
                    "https://TENANT.example/",
                    "HTTPS://tenant.example/",
                    "https://tenant.example:443/",
                    "https://tenant.example./",
                    "https://tenant.example/?",
                    "https://tenant.example/#",
                    "https://tenant.example/ ",
                    " https://tenant.example/",
                    "https://tenant.example/\u0000",
                    "https://tenant.example/x",
                    "https://tenant.example/../",
                    "https://tenant.example/%2F",
                    "https://user@tenant.example/",
                    "https://tenant.example.evil.example/",
                    "https://evil.example/https://tenant.example/",
                    "https://tenant\u200b.example/",
                    "https://tenаnt.example/",
                    "tenant.example",
                    "https://",
                    "null"
                })
        @Tag("IT-04")
        void otherIssuerIsRefused(String issuer) {
            refused(Auth0ErrorCode.ID_TOKEN_ISSUER_MISMATCH, TestJwts.idToken().claim("iss", issuer));
        }

        @Test
        @Tag("IT-04")
        void missingIssuerIsRefused() {
            refused(Auth0ErrorCode.ID_TOKEN_CLAIM_MISSING, TestJwts.idToken().without("iss"));
            refused(Auth0ErrorCode.ID_TOKEN_CLAIM_MALFORMED, TestJwts.idToken().claim("iss", null));
        }

        @ParameterizedTest
        @FieldSource("io.github.auth0jakarta.internal.oauth.IdTokenSpecTest#NO_STRINGS")
        void issuerThatIsNoStringIsRefused(Object value) {
            refused(Auth0ErrorCode.ID_TOKEN_CLAIM_MALFORMED, TestJwts.idToken().claim("iss", value));
        }
    }

    @Nested
    @DisplayName("3. The aud Claim contains the client_id, and no audiences that are not trusted")
    class Step3 {
        @Test
        @Tag("IT-05")
        void listOfOneIsAccepted() {
            accepted(TestJwts.idToken().claim("aud", List.of(TestJwts.CLIENT_ID)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"client-2", "client", "client-11", "CLIENT-1", " client-1", "client-1 ", "*"})
        @Tag("IT-05")
        void otherAudienceIsRefused(String audience) {
            refused(
                    Auth0ErrorCode.ID_TOKEN_AUDIENCE_MISMATCH,
                    TestJwts.idToken().claim("aud", audience));
            refused(
                    Auth0ErrorCode.ID_TOKEN_AUDIENCE_MISMATCH,
                    TestJwts.idToken().claim("aud", List.of(audience, "client-3")));
        }

        @Test
        @Tag("IT-05")
        void missingAudienceIsRefused() {
            refused(Auth0ErrorCode.ID_TOKEN_CLAIM_MISSING, TestJwts.idToken().without("aud"));
            refused(Auth0ErrorCode.ID_TOKEN_CLAIM_MALFORMED, TestJwts.idToken().claim("aud", null));
        }

        @Test
        @Tag("IT-05")
        void malformedAudienceIsRefused() {
            for (Object audience : List.of("", 1, List.of(), List.of(1), List.of(""), Map.of(TestJwts.CLIENT_ID, 1))) {
                refused(
                        Auth0ErrorCode.ID_TOKEN_CLAIM_MALFORMED,
                        TestJwts.idToken().claim("aud", audience));
            }
        }

        @Test
        @Tag("IT-23")
        void accessTokenIsNoIdToken() {
            refused(
                    Auth0ErrorCode.ID_TOKEN_AUDIENCE_MISMATCH,
                    TestJwts.accessToken().claim("nonce", TestJwts.NONCE));
            refused(Auth0ErrorCode.ID_TOKEN_TYPE_MISMATCH, TestJwts.idToken().header("typ", "at+jwt"));
        }

        @Test
        @Tag("IT-23")
        void logoutTokenIsNoIdToken() {
            Map<String, Object> events = Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());

            refused(Auth0ErrorCode.ID_TOKEN_TYPE_MISMATCH, TestJwts.idToken().header("typ", "logout+jwt"));
            refused(Auth0ErrorCode.ID_TOKEN_TYPE_MISMATCH, TestJwts.idToken().claim("events", events));
        }
    }

    @Nested
    @DisplayName("4. With multiple audiences, an azp Claim is present")
    class Step4 {
        private final TestJwts several = TestJwts.idToken().claim("aud", List.of("client-2", TestJwts.CLIENT_ID));

        @Test
        @Tag("IT-06")
        void severalAudiencesWithAuthorizedPartyAreAccepted() {
            accepted(several.claim("azp", TestJwts.CLIENT_ID));
        }

        @Test
        @Tag("IT-06")
        void severalAudiencesWithoutAuthorizedPartyAreRefused() {
            refused(Auth0ErrorCode.ID_TOKEN_AUTHORIZED_PARTY_MISMATCH, several);
        }
    }

    @Nested
    @DisplayName("5. If an azp Claim is present, the client_id is its value")
    class Step5 {
        @Test
        void ownAuthorizedPartyIsAccepted() {
            accepted(TestJwts.idToken().claim("azp", TestJwts.CLIENT_ID));
        }

        @ParameterizedTest
        @ValueSource(strings = {"client-2", "CLIENT-1", "client-1 "})
        @Tag("IT-06")
        void otherAuthorizedPartyIsRefused(String azp) {
            refused(
                    Auth0ErrorCode.ID_TOKEN_AUTHORIZED_PARTY_MISMATCH,
                    TestJwts.idToken().claim("azp", azp));
        }

        @ParameterizedTest
        @FieldSource("io.github.auth0jakarta.internal.oauth.IdTokenSpecTest#NO_STRINGS")
        void malformedAuthorizedPartyIsRefused(Object value) {
            refused(Auth0ErrorCode.ID_TOKEN_CLAIM_MALFORMED, TestJwts.idToken().claim("azp", value));
        }
    }

    @Nested
    @DisplayName("6. The signature is validated with the keys of the Issuer, even though the token came over TLS")
    class Step6 {
        @Test
        @Tag("IT-01")
        void signatureOfAnotherKeyIsRefused() {
            refused(
                    Auth0ErrorCode.ID_TOKEN_SIGNATURE_INVALID,
                    TestJwts.idToken().signedBy(TestKeys.STRANGER_RSA).header("kid", TestKeys.RSA.kid()));
        }

        @Test
        @Tag("IT-01")
        void keyOfAStrangerIsRefused() {
            refused(Auth0ErrorCode.ID_TOKEN_KEY_UNKNOWN, TestJwts.idToken().signedBy(TestKeys.STRANGER_RSA));
        }

        @Test
        @Tag("IT-02")
        void unsignedTokenIsRefused() {
            String signed = TestJwts.idToken().header("alg", "none").build();
            String unsigned = signed.substring(0, signed.lastIndexOf('.') + 1);

            assertRefused(Auth0ErrorCode.ID_TOKEN_ALGORITHM_NOT_ALLOWED, () -> validator.validate(signed, LOGIN));
            assertRefused(Auth0ErrorCode.ID_TOKEN_MALFORMED, () -> validator.validate(unsigned, LOGIN));
        }
    }

    @Nested
    @DisplayName("7. The alg is the one that was agreed")
    class Step7 {
        @ParameterizedTest
        @ValueSource(strings = {"RS384", "PS256", "HS256", "none"})
        @Tag("IT-02")
        @Tag("IT-03")
        void otherAlgorithmIsRefused(String algorithm) {
            refused(
                    Auth0ErrorCode.ID_TOKEN_ALGORITHM_NOT_ALLOWED,
                    TestJwts.idToken().header("alg", algorithm));
        }

        @Test
        @Tag("IT-03")
        void otherAlgorithmWithItsOwnGoodKeyIsRefused() {
            refused(
                    Auth0ErrorCode.ID_TOKEN_ALGORITHM_NOT_ALLOWED,
                    TestJwts.idToken().signedBy(TestKeys.EC));
        }
    }

    @Nested
    @DisplayName("8. MAC based algorithms")
    class Step8 {
        @Test
        void notSupported_cannotBeConfigured() {
            assertThat(SignatureAlgorithm.of("HS256")).isEmpty();
        }
    }

    @Nested
    @DisplayName("9. The current time is before the exp Claim")
    class Step9 {
        @ParameterizedTest
        @CsvSource({"-1, false", "0, false", "1, true", "60, true", "3600, true"})
        @Tag("IT-07")
        void expiryIsComparedWithinTheSkew(long secondsAfterSkew, boolean good) {
            check(Auth0ErrorCode.ID_TOKEN_EXPIRED, "exp", NOW - SKEW + secondsAfterSkew, good);
        }

        @Test
        @Tag("IT-07")
        void missingExpiryIsRefused() {
            refused(Auth0ErrorCode.ID_TOKEN_CLAIM_MISSING, TestJwts.idToken().without("exp"));
            refused(Auth0ErrorCode.ID_TOKEN_CLAIM_MALFORMED, TestJwts.idToken().claim("exp", null));
        }

        @ParameterizedTest
        @FieldSource("io.github.auth0jakarta.internal.oauth.IdTokenSpecTest#NO_DATES")
        void expiryThatIsNoDateIsRefused(Object value) {
            refused(Auth0ErrorCode.ID_TOKEN_CLAIM_MALFORMED, TestJwts.idToken().claim("exp", value));
        }

        @ParameterizedTest
        @CsvSource({"-1, true", "0, true", "1, false"})
        void notBeforeIsComparedWithinTheSkewWhereItIsThere(long secondsAfterSkew, boolean good) {
            check(Auth0ErrorCode.ID_TOKEN_NOT_YET_VALID, "nbf", NOW + SKEW + secondsAfterSkew, good);
        }

        @ParameterizedTest
        @FieldSource("io.github.auth0jakarta.internal.oauth.IdTokenSpecTest#NO_DATES")
        void notBeforeThatIsNoDateIsRefused(Object value) {
            refused(Auth0ErrorCode.ID_TOKEN_CLAIM_MALFORMED, TestJwts.idToken().claim("nbf", value));
        }
    }

    @Nested
    @DisplayName("10. The iat Claim can be used to reject tokens")
    class Step10 {
        @ParameterizedTest
        @CsvSource({"-1, true", "0, true", "1, false", "3600, false"})
        void issuedInTheFutureIsRefused(long secondsAfterSkew, boolean good) {
            check(Auth0ErrorCode.ID_TOKEN_ISSUED_IN_FUTURE, "iat", NOW + SKEW + secondsAfterSkew, good);
        }

        @Test
        @Tag("IT-08")
        void missingIssueTimeIsRefused() {
            refused(Auth0ErrorCode.ID_TOKEN_CLAIM_MISSING, TestJwts.idToken().without("iat"));
            refused(Auth0ErrorCode.ID_TOKEN_CLAIM_MALFORMED, TestJwts.idToken().claim("iat", null));
        }

        @ParameterizedTest
        @FieldSource("io.github.auth0jakarta.internal.oauth.IdTokenSpecTest#NO_DATES")
        @Tag("IT-08")
        void issueTimeThatIsNoDateIsRefused(Object value) {
            refused(Auth0ErrorCode.ID_TOKEN_CLAIM_MALFORMED, TestJwts.idToken().claim("iat", value));
        }
    }

    @Nested
    @DisplayName("11. If a nonce was sent, a nonce Claim MUST be present and be the same")
    class Step11 {
        @ParameterizedTest
        @ValueSource(strings = {"other", "N-0S6_WzA2Mj", "n-0S6_WzA2M", "n-0S6_WzA2Mjx", "n-0S6_WzA2Mj ", "null"})
        @Tag("IT-10")
        void otherNonceIsRefused(String nonce) {
            refused(Auth0ErrorCode.ID_TOKEN_NONCE_MISMATCH, TestJwts.idToken().claim("nonce", nonce));
        }

        @Test
        @Tag("IT-10")
        void missingNonceIsRefused() {
            refused(Auth0ErrorCode.ID_TOKEN_CLAIM_MISSING, TestJwts.idToken().without("nonce"));
            refused(Auth0ErrorCode.ID_TOKEN_CLAIM_MALFORMED, TestJwts.idToken().claim("nonce", null));
            refused(
                    Auth0ErrorCode.ID_TOKEN_CLAIM_MALFORMED,
                    TestJwts.idToken().claim("nonce", List.of(TestJwts.NONCE)));
        }

        @ParameterizedTest
        @FieldSource("io.github.auth0jakarta.internal.oauth.IdTokenSpecTest#NO_STRINGS")
        @Tag("IT-10")
        void nonceThatIsNoStringIsRefused(Object value) {
            refused(Auth0ErrorCode.ID_TOKEN_CLAIM_MALFORMED, TestJwts.idToken().claim("nonce", value));
        }

        @Test
        @Tag("IT-11")
        void tokenCannotSwitchTheCheckOff() {
            refused(
                    Auth0ErrorCode.ID_TOKEN_CLAIM_MISSING,
                    TestJwts.idToken().without("nonce").claim("nonce_supported", false));
        }

        @Test
        void afterARefreshTheNonceIsAbsentOrTheSame() {
            IdTokenExpectations refresh = IdTokenExpectations.refresh(TestJwts.NONCE);

            accepted(TestJwts.idToken(), refresh);
            accepted(TestJwts.idToken().without("nonce"), refresh);
            refused(Auth0ErrorCode.ID_TOKEN_NONCE_MISMATCH, TestJwts.idToken().claim("nonce", "other"), refresh);
            refused(Auth0ErrorCode.ID_TOKEN_CLAIM_MALFORMED, TestJwts.idToken().claim("nonce", null), refresh);
        }

        @Test
        void nonceThatNobodySentIsRefused() {
            refused(Auth0ErrorCode.ID_TOKEN_NONCE_MISMATCH, TestJwts.idToken(), IdTokenExpectations.refresh(null));
        }
    }

    @Nested
    @DisplayName("13. If max_age was requested, the auth_time Claim is checked")
    class Step13 {
        private final IdTokenExpectations hour = LOGIN.withMaxAge(Duration.ofHours(1));

        @ParameterizedTest
        @CsvSource({"-1, false", "0, true", "1, true", "3600, true"})
        @Tag("IT-17")
        void authenticationIsNotOlderThanMaxAgeWithinTheSkew(long secondsAfterLimit, boolean good) {
            TestJwts token = TestJwts.idToken().claim("auth_time", NOW - 3600 - SKEW + secondsAfterLimit);
            if (good) {
                accepted(token, hour);
            } else {
                refused(Auth0ErrorCode.ID_TOKEN_AUTHENTICATION_TOO_OLD, token, hour);
            }
        }

        @Test
        void missingAuthenticationTimeIsRefused() {
            refused(Auth0ErrorCode.ID_TOKEN_CLAIM_MISSING, TestJwts.idToken(), hour);
            refused(Auth0ErrorCode.ID_TOKEN_CLAIM_MALFORMED, TestJwts.idToken().claim("auth_time", null), hour);
        }

        @ParameterizedTest
        @FieldSource("io.github.auth0jakarta.internal.oauth.IdTokenSpecTest#NO_DATES")
        void authenticationTimeThatIsNoDateIsRefused(Object value) {
            refused(Auth0ErrorCode.ID_TOKEN_CLAIM_MALFORMED, TestJwts.idToken().claim("auth_time", value), hour);
        }

        @Test
        void authenticationTimeIsNotAskedForOtherwise() {
            accepted(TestJwts.idToken().claim("auth_time", 0));
        }
    }

    @Nested
    @DisplayName("3.1.3.8 The at_hash Claim, where present, is of the access token")
    class AccessTokenHash {
        private static final String ACCESS_TOKEN = "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y";

        private final IdTokenExpectations beside = LOGIN.withAccessToken(ACCESS_TOKEN);

        @Test
        void hashOfTheAccessTokenIsAccepted() {
            accepted(TestJwts.idToken().claim("at_hash", "77QmUPtjPfzWtF2AnpK9RQ"), beside);
        }

        @Test
        void absentHashIsAccepted() {
            accepted(TestJwts.idToken(), beside);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "77QmUPtjPfzWtF2AnpK9RR",
                    "77QmUPtjPfzWtF2AnpK9RQ=",
                    "77QmUPtjPfzWtF2AnpK9R",
                    "77qMupTJpFZwTf2aNPk9rq"
                })
        @Tag("IT-12")
        void otherHashIsRefused(String hash) {
            refused(
                    Auth0ErrorCode.ID_TOKEN_ACCESS_TOKEN_HASH_MISMATCH,
                    TestJwts.idToken().claim("at_hash", hash),
                    beside);
        }

        @ParameterizedTest
        @FieldSource("io.github.auth0jakarta.internal.oauth.IdTokenSpecTest#NO_STRINGS")
        void hashThatIsNoStringIsRefused(Object value) {
            refused(Auth0ErrorCode.ID_TOKEN_CLAIM_MALFORMED, TestJwts.idToken().claim("at_hash", value), beside);
        }
    }

    @Nested
    @DisplayName("2. The sub Claim is at most 255 characters long")
    class Subject {
        @Test
        void lengthIsLimited() {
            accepted(TestJwts.idToken().claim("sub", "x".repeat(255)));
            refused(Auth0ErrorCode.ID_TOKEN_CLAIM_MALFORMED, TestJwts.idToken().claim("sub", "x".repeat(256)));
        }

        @Test
        @Tag("IT-09")
        void missingSubjectIsRefused() {
            refused(Auth0ErrorCode.ID_TOKEN_CLAIM_MISSING, TestJwts.idToken().without("sub"));
            refused(Auth0ErrorCode.ID_TOKEN_CLAIM_MALFORMED, TestJwts.idToken().claim("sub", null));
        }

        @ParameterizedTest
        @FieldSource("io.github.auth0jakarta.internal.oauth.IdTokenSpecTest#NO_STRINGS")
        @Tag("IT-09")
        void subjectThatIsNoStringIsRefused(Object value) {
            refused(Auth0ErrorCode.ID_TOKEN_CLAIM_MALFORMED, TestJwts.idToken().claim("sub", value));
        }
    }

    private void check(Auth0ErrorCode code, String claim, long value, boolean good) {
        if (good) {
            accepted(TestJwts.idToken().claim(claim, value));
        } else {
            refused(code, TestJwts.idToken().claim(claim, value));
        }
    }

    private void accepted(TestJwts token) {
        accepted(token, LOGIN);
    }

    private void accepted(TestJwts token, IdTokenExpectations expected) {
        assertThat(validator.validate(token.build(), expected)).isNotNull();
    }

    private void refused(Auth0ErrorCode code, TestJwts token) {
        refused(code, token, LOGIN);
    }

    private void refused(Auth0ErrorCode code, TestJwts token, IdTokenExpectations expected) {
        assertRefused(code, () -> validator.validate(token.build(), expected));
    }
}
