package io.github.auth0jakarta.internal.logout;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.jose.Lifetime;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FakeJwks;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
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

/** OpenID Connect Back-Channel Logout 1.0, 2.6: Logout Token Validation, step by step. */
class LogoutTokenSpecTest {
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final long NOW = FixedTime.START.getEpochSecond();
    private static final long SKEW = 60;

    /** What no claim that is a non-empty string can be. */
    static final List<Object> NO_STRINGS = List.of("", 1, true, List.of(), List.of("x"), Map.of(), Map.of("x", 1));

    private final FixedTime time = new FixedTime();
    private final FakeJwks provider = new FakeJwks(TestKeys.RSA, TestKeys.EC);
    private final LogoutTokenValidator strict = validator(false, false);

    private LogoutTokenValidator validator(boolean missingExpiration, boolean missingType) {
        return new LogoutTokenValidator(
                provider.issuer(time),
                TestJwts.CLIENT_ID,
                Set.of(SignatureAlgorithm.RS256),
                new Auth0Config.BackchannelLogout(missingExpiration, missingType),
                new Lifetime(time, Duration.ofSeconds(SKEW)),
                new StrictJson());
    }

    private void refused(Auth0ErrorCode code, TestJwts token) {
        assertRefused(code, () -> strict.validate(token.build()));
    }

    private void refusedPayload(Auth0ErrorCode code, String member, String json) {
        String payload = TestJwts.logoutToken().without(member).payloadJson();
        String changed = "{\"" + member + "\":" + json + "," + payload.substring(1);
        assertRefused(code, () -> strict.validate(TestJwts.logoutToken().withPayload(changed)));
    }

    @Test
    void goodTokenIsAccepted() {
        VerifiedLogoutToken token = strict.validate(TestJwts.logoutToken().build());

        assertThat(token.id()).isEqualTo("jti-1");
        assertThat(token.subject()).isEqualTo(TestJwts.SUBJECT);
        assertThat(token.sid()).isEqualTo("sid-1");
        assertThat(token.issuedAt().getEpochSecond()).isEqualTo(NOW - 10);
        assertThat(token).hasToString("VerifiedLogoutToken");
    }

    @Nested
    @DisplayName("1. If the Logout Token is encrypted, decrypt it")
    class Step1 {
        @Test
        void notSupported_encryptedTokenIsRefused() {
            assertRefused(Auth0ErrorCode.LOGOUT_TOKEN_ENCRYPTED, () -> strict.validate("e30.AA.AA.AA.AA"));
        }
    }

    @Nested
    @DisplayName("2. Validate the Logout Token signature in the same way that an ID Token signature is validated")
    class Step2 {
        @Test
        @Tag("BL-03")
        void signatureOfAnotherIsRefused() {
            String token = TestJwts.logoutToken()
                    .signedBy(TestKeys.STRANGER_RSA)
                    .header("kid", TestKeys.RSA.kid())
                    .build();
            assertRefused(Auth0ErrorCode.LOGOUT_TOKEN_SIGNATURE_INVALID, () -> strict.validate(token));
        }

        @Test
        @Tag("BL-03")
        void unknownKeyIsRefused() {
            refused(
                    Auth0ErrorCode.LOGOUT_TOKEN_KEY_UNKNOWN,
                    TestJwts.logoutToken().signedBy(TestKeys.STRANGER_RSA));
        }

        @Test
        void noTokenAtAllIsRefused() {
            assertRefused(Auth0ErrorCode.LOGOUT_TOKEN_MALFORMED, () -> strict.validate("no token"));
            assertRefused(Auth0ErrorCode.LOGOUT_TOKEN_TOO_LARGE, () -> strict.validate("e".repeat(17 * 1024)));
        }

        @Test
        void criticalHeaderIsRefused() {
            refused(
                    Auth0ErrorCode.LOGOUT_TOKEN_CRITICAL_HEADER,
                    TestJwts.logoutToken().header("crit", List.of("x")).header("x", 1));
        }
    }

    @Nested
    @DisplayName("3. Validate the alg Header Parameter in the same way as for ID Tokens")
    class Step3 {
        @ParameterizedTest
        @Tag("BL-03")
        @ValueSource(strings = {"none", "None", "HS256", "ES256", "RS384", "PS256", ""})
        void otherAlgorithmIsRefused(String alg) {
            refused(
                    Auth0ErrorCode.LOGOUT_TOKEN_ALGORITHM_NOT_ALLOWED,
                    TestJwts.logoutToken().header("alg", alg));
        }
    }

    @Nested
    @DisplayName("4. Validate the iss, aud, iat, and exp Claims in the same way they are validated in ID Tokens")
    class Step4 {
        @ParameterizedTest
        @Tag("BL-03")
        @ValueSource(strings = {"https://tenant.example", "https://evil.example/", "https://tenant.example/x"})
        void otherIssuerIsRefused(String issuer) {
            refused(
                    Auth0ErrorCode.LOGOUT_TOKEN_ISSUER_MISMATCH,
                    TestJwts.logoutToken().claim("iss", issuer));
        }

        @Test
        @Tag("BL-03")
        void otherAudienceIsRefused() {
            refused(
                    Auth0ErrorCode.LOGOUT_TOKEN_AUDIENCE_MISMATCH,
                    TestJwts.logoutToken().claim("aud", List.of("client-2", TestJwts.AUDIENCE)));
        }

        @Test
        void oneOfSeveralAudiencesIsEnough() {
            TestJwts token = TestJwts.logoutToken().claim("aud", List.of("client-2", TestJwts.CLIENT_ID));
            assertThat(strict.validate(token.build()).id()).isEqualTo("jti-1");
        }

        @ParameterizedTest
        @Tag("BL-07")
        @ValueSource(strings = {"iss", "aud", "iat", "exp", "jti"})
        void missingClaimIsRefused(String name) {
            refused(
                    Auth0ErrorCode.LOGOUT_TOKEN_CLAIM_MISSING,
                    TestJwts.logoutToken().without(name));
            refusedPayload(Auth0ErrorCode.LOGOUT_TOKEN_CLAIM_MALFORMED, name, "null");
        }

        @Test
        @Tag("BL-07")
        void withoutExpWhereAllowed_acceptedForAnHour() {
            LogoutTokenValidator lenient = validator(true, false);
            String token = TestJwts.logoutToken().without("exp").build();
            time.advance(Duration.ofSeconds(3_600 + SKEW - 11));
            assertThat(lenient.validate(token).id()).isEqualTo("jti-1");
            time.advance(Duration.ofSeconds(1));
            assertRefused(Auth0ErrorCode.LOGOUT_TOKEN_EXPIRED, () -> lenient.validate(token));
        }

        @Test
        @Tag("BL-07")
        void withExpWhereItMayBeMissing_itCountsAllTheSame() {
            String token = TestJwts.logoutToken().claim("exp", NOW - SKEW).build();
            assertRefused(
                    Auth0ErrorCode.LOGOUT_TOKEN_EXPIRED,
                    () -> validator(true, false).validate(token));
        }

        @ParameterizedTest
        @Tag("BL-07")
        @CsvSource({"-61, false", "-60, false", "-59, true"})
        void expiredIsRefused(long exp, boolean accepted) {
            TestJwts token = TestJwts.logoutToken().claim("exp", NOW + exp);
            if (accepted) {
                assertThat(strict.validate(token.build()).id()).isEqualTo("jti-1");
            } else {
                refused(Auth0ErrorCode.LOGOUT_TOKEN_EXPIRED, token);
            }
        }

        @Test
        @Tag("BL-07")
        void issuedTooLongAgoIsRefusedWhateverExpSays() {
            refused(
                    Auth0ErrorCode.LOGOUT_TOKEN_EXPIRED,
                    TestJwts.logoutToken().claim("iat", NOW - 3_600 - SKEW).claim("exp", NOW + 1_000_000));
        }

        @Test
        @Tag("BL-07")
        void issuedInTheFutureIsRefused() {
            refused(
                    Auth0ErrorCode.LOGOUT_TOKEN_ISSUED_IN_FUTURE,
                    TestJwts.logoutToken().claim("iat", NOW + SKEW + 1));
        }

        @Test
        void notYetValidIsRefused() {
            refused(
                    Auth0ErrorCode.LOGOUT_TOKEN_NOT_YET_VALID,
                    TestJwts.logoutToken().claim("nbf", NOW + SKEW + 1));
        }
    }

    @Nested
    @DisplayName("5. Verify that the Logout Token contains a sub Claim, a sid Claim, or both")
    class Step5 {
        @Test
        @Tag("BL-06")
        void neitherIsRefused() {
            refused(
                    Auth0ErrorCode.LOGOUT_TOKEN_CLAIM_MISSING,
                    TestJwts.logoutToken().without("sub").without("sid"));
        }

        @Test
        void oneIsEnough() {
            assertThat(strict.validate(TestJwts.logoutToken().without("sid").build()))
                    .satisfies(token -> assertThat(token.sid()).isNull());
            assertThat(strict.validate(TestJwts.logoutToken().without("sub").build()))
                    .satisfies(token -> assertThat(token.subject()).isNull());
        }

        @ParameterizedTest
        @Tag("BL-06")
        @FieldSource("io.github.auth0jakarta.internal.logout.LogoutTokenSpecTest#NO_STRINGS")
        void noStringIsRefused(Object value) {
            refused(
                    Auth0ErrorCode.LOGOUT_TOKEN_CLAIM_MALFORMED,
                    TestJwts.logoutToken().claim("sub", value));
            refused(
                    Auth0ErrorCode.LOGOUT_TOKEN_CLAIM_MALFORMED,
                    TestJwts.logoutToken().claim("sid", value));
        }

        @Test
        @Tag("BL-06")
        void nullIsRefused() {
            refusedPayload(Auth0ErrorCode.LOGOUT_TOKEN_CLAIM_MALFORMED, "sub", "null");
            refusedPayload(Auth0ErrorCode.LOGOUT_TOKEN_CLAIM_MALFORMED, "sid", "null");
        }
    }

    @Nested
    @DisplayName("6. Verify that the Logout Token contains an events Claim with the back-channel logout member")
    class Step6 {
        @Test
        @Tag("BL-04")
        void missingIsRefused() {
            refused(
                    Auth0ErrorCode.LOGOUT_TOKEN_CLAIM_MISSING,
                    TestJwts.logoutToken().without("events"));
        }

        @ParameterizedTest
        @Tag("BL-04")
        @ValueSource(strings = {"null", "\"" + EVENT + "\"", "[\"" + EVENT + "\"]", "[]", "true", "1"})
        void noObjectIsRefused(String json) {
            refusedPayload(Auth0ErrorCode.LOGOUT_TOKEN_CLAIM_MALFORMED, "events", json);
        }

        @ParameterizedTest
        @Tag("BL-04")
        @ValueSource(
                strings = {
                    "http://schemas.openid.net/event/backchannel-logout/",
                    "https://schemas.openid.net/event/backchannel-logout",
                    "http://schemas.openid.net/event/backchannel-Logout",
                    "http://schemas.openid.net/secevent/risc/event-type/sessions-revoked",
                    ""
                })
        void otherEventIsRefused(String event) {
            refused(
                    Auth0ErrorCode.LOGOUT_TOKEN_CLAIM_MISSING,
                    TestJwts.logoutToken().claim("events", Map.of(event, Map.of())));
        }

        @ParameterizedTest
        @Tag("BL-04")
        @ValueSource(strings = {"null", "[]", "[{}]", "\"\"", "\"{}\"", "true", "1"})
        void memberThatIsNoObjectIsRefused(String json) {
            refusedPayload(Auth0ErrorCode.LOGOUT_TOKEN_CLAIM_MALFORMED, "events", "{\"" + EVENT + "\":" + json + "}");
        }

        @Test
        void otherEventsAndMembersDoNotMatter() {
            TestJwts token = TestJwts.logoutToken()
                    .claim("events", Map.of(EVENT, Map.of("reason", "password changed"), "urn:other", Map.of()));
            assertThat(strict.validate(token.build()).id()).isEqualTo("jti-1");
        }
    }

    @Nested
    @DisplayName("7. Verify that the Logout Token does not contain a nonce Claim")
    class Step7 {
        @ParameterizedTest
        @Tag("BL-05")
        @ValueSource(strings = {"\"n-1\"", "\"\"", "null", "1", "[]"})
        void nonceIsRefused(String json) {
            refusedPayload(Auth0ErrorCode.LOGOUT_TOKEN_TYPE_MISMATCH, "nonce", json);
        }
    }

    @Nested
    @DisplayName("4.1. Cross-JWT Confusion")
    class Types {
        @ParameterizedTest
        @Tag("BL-08")
        @ValueSource(strings = {"logout+jwt", "LOGOUT+JWT", "application/logout+jwt"})
        void logoutTypeIsAccepted(String typ) {
            TestJwts token = TestJwts.logoutToken().header("typ", typ);
            assertThat(strict.validate(token.build()).id()).isEqualTo("jti-1");
        }

        @ParameterizedTest
        @Tag("BL-08")
        @ValueSource(strings = {"JWT", "at+jwt", "dpop+jwt", "secevent+jwt", "id_token+jwt", ""})
        void otherTypeIsRefused(String typ) {
            refused(
                    Auth0ErrorCode.LOGOUT_TOKEN_TYPE_MISMATCH,
                    TestJwts.logoutToken().header("typ", typ));
        }

        @Test
        @Tag("BL-08")
        void missingTypeIsRefusedUnlessAllowed() {
            String without = TestJwts.logoutToken().withoutHeader("typ").build();
            String jwt = TestJwts.logoutToken().header("typ", "JWT").build();
            assertRefused(Auth0ErrorCode.LOGOUT_TOKEN_TYPE_MISMATCH, () -> strict.validate(without));
            LogoutTokenValidator lenient = validator(false, true);
            assertThat(lenient.validate(without).id()).isEqualTo("jti-1");
            assertThat(lenient.validate(jwt).id()).isEqualTo("jti-1");
            assertRefused(
                    Auth0ErrorCode.LOGOUT_TOKEN_TYPE_MISMATCH,
                    () -> lenient.validate(
                            TestJwts.logoutToken().header("typ", "at+jwt").build()));
        }

        @Test
        @Tag("BL-09")
        void idTokensAndAccessTokensAreRefused() {
            refused(Auth0ErrorCode.LOGOUT_TOKEN_TYPE_MISMATCH, TestJwts.idToken());
            refused(Auth0ErrorCode.LOGOUT_TOKEN_TYPE_MISMATCH, TestJwts.accessToken());
            LogoutTokenValidator lenient = validator(true, true);
            assertRefused(
                    Auth0ErrorCode.LOGOUT_TOKEN_CLAIM_MISSING,
                    () -> lenient.validate(TestJwts.idToken()
                            .claim("jti", "1")
                            .claim("sid", "sid-1")
                            .build()));
            assertRefused(
                    Auth0ErrorCode.LOGOUT_TOKEN_AUDIENCE_MISMATCH,
                    () -> lenient.validate(
                            TestJwts.accessToken().claim("jti", "1").build()));
        }
    }
}
