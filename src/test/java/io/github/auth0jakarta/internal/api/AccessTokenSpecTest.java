package io.github.auth0jakarta.internal.api;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.ActorChain;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.jose.Lifetime;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.jose.TrustedIssuer;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FakeJwks;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9068, 4: Validating JWT Access Tokens. */
class AccessTokenSpecTest {
    private static final long NOW = FixedTime.START.getEpochSecond();
    private static final long SKEW = 60;

    static final List<Object> NO_STRINGS = List.of("", 1, true, List.of(), List.of("x"), Map.of());
    static final List<Object> NO_DATES =
            List.of("1795262400", true, List.of(NOW), Map.of(), -1, new BigDecimal("1e308"));

    private final FixedTime time = new FixedTime();
    private final FakeJwks provider = new FakeJwks(TestKeys.RSA, TestKeys.EC);
    private final AccessTokenValidator validator = validator(Set.of());

    @Test
    void goodTokenIsAccepted() {
        String token = TestJwts.accessToken().build();

        JwtAccessToken verified = validator.validateBearer(token);

        assertThat(verified.token()).isEqualTo(token);
        assertThat(verified.issuer()).isEqualTo(TestJwts.ISSUER);
        assertThat(verified.subject()).isEqualTo(TestJwts.SUBJECT);
        assertThat(verified.audience()).containsExactly(TestJwts.AUDIENCE, TestJwts.ISSUER + "userinfo");
        assertThat(verified.scopes()).containsExactly("openid", "read:orders");
        assertThat(verified.permissions()).isEmpty();
        assertThat(verified.actors().isEmpty()).isTrue();
        assertThat(verified.jwkThumbprint()).isEmpty();
        assertThat(verified.expiresAt()).isEqualTo(FixedTime.START.plusSeconds(3600));
        assertThat(verified.claims()).containsEntry("scope", "openid read:orders");
        assertThat(verified).hasToString("JwtAccessToken");
    }

    @Nested
    @DisplayName("2.2 The example of the specification")
    class Example {
        private static final String ISSUER = "https://authorization-server.example.com/";
        private static final String HEADER = "{\"typ\":\"at+JWT\",\"alg\":\"RS256\",\"kid\":\"RjEwOwOA\"}";
        private static final String CLAIMS = """
                {
                  "iss": "https://authorization-server.example.com/",
                  "sub": "5ba552d67",
                  "aud": "https://rs.example.com/",
                  "exp": 1639528912,
                  "iat": 1618354090,
                  "jti": "dbe39bf3a3ba4238a513f51d6e1691c4",
                  "client_id": "s6BhdRkqt3",
                  "scope": "openid profile reademail"
                }
                """;

        private final String token = TestJwts.accessToken().sign(HEADER, CLAIMS);

        @Test
        void isAcceptedWhileItIsValid() {
            JwtAccessToken verified = exampleAt(1618354090).validateBearer(token);

            assertThat(verified.issuer()).isEqualTo(ISSUER);
            assertThat(verified.subject()).isEqualTo("5ba552d67");
            assertThat(verified.audience()).containsExactly("https://rs.example.com/");
            assertThat(verified.scopes()).containsExactly("openid", "profile", "reademail");
            assertThat(verified.claims()).containsEntry("client_id", "s6BhdRkqt3");
        }

        @Test
        void isRefusedBeforeAndAfter() {
            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_ISSUED_IN_FUTURE,
                    () -> exampleAt(1618354090 - SKEW - 1).validateBearer(token));
            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_EXPIRED,
                    () -> exampleAt(1639528912 + SKEW).validateBearer(token));
        }

        private AccessTokenValidator exampleAt(long second) {
            Map<String, Object> key = TestKeys.RSA.jwk();
            key.put("kid", "RjEwOwOA");
            provider.answer(TestKeys.jwks(List.of(key)));
            return new AccessTokenValidator(
                    new TrustedIssuer(ISSUER, provider.signingKeys(time)),
                    new AccessTokenRules(
                            AudienceRule.oneOf(Set.of("https://rs.example.com/")),
                            Set.of(SignatureAlgorithm.RS256),
                            Set.of("client_id", "jti"),
                            new Lifetime(() -> Instant.ofEpochSecond(second), Duration.ofSeconds(SKEW))),
                    new StrictJson());
        }
    }

    @Nested
    @DisplayName(
            "The typ header is at+jwt or application/at+jwt; JWT and none are taken for providers that do not follow")
    class Type {
        @ParameterizedTest
        @ValueSource(strings = {"at+jwt", "application/at+jwt", "AT+JWT", "Application/AT+JWT", "JWT", "jwt"})
        void typeOfAnAccessTokenIsAccepted(String typ) {
            accepted(TestJwts.accessToken().header("typ", typ));
        }

        @Test
        void absentTypeIsAccepted() {
            accepted(TestJwts.accessToken().withoutHeader("typ"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "logout+jwt",
                    "dpop+jwt",
                    "secevent+jwt",
                    "oauth-authz-req+jwt",
                    "token-introspection+jwt",
                    "client-authentication+jwt",
                    "id_token+jwt",
                    "application/logout+jwt",
                    "at+jwt ",
                    "at",
                    "JWE",
                    ""
                })
        void typeOfAnotherTokenIsRefused(String typ) {
            refused(
                    Auth0ErrorCode.ACCESS_TOKEN_TYPE_MISMATCH,
                    TestJwts.accessToken().header("typ", typ));
        }

        @Test
        void securityEventWithoutATypeIsRefused() {
            Map<String, Object> events = Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());

            refused(
                    Auth0ErrorCode.ACCESS_TOKEN_TYPE_MISMATCH,
                    TestJwts.accessToken().claim("events", events));
            refused(
                    Auth0ErrorCode.ACCESS_TOKEN_TYPE_MISMATCH,
                    TestJwts.accessToken().claim("events", null));
        }
    }

    @Nested
    @DisplayName("If the access token is encrypted, decrypt it")
    class Encryption {
        @Test
        void notSupported_encryptedTokenIsRefused() {
            assertRefused(Auth0ErrorCode.ACCESS_TOKEN_ENCRYPTED, () -> validator.validateBearer("e30.AA.AA.AA.AA"));
        }
    }

    @Nested
    @DisplayName("The issuer MUST exactly match the value of the iss claim")
    class Issuer {
        @ParameterizedTest
        @ValueSource(strings = {"https://tenant.example", "https://TENANT.example/", "https://other.example/", "x"})
        void otherIssuerIsRefused(String issuer) {
            refused(
                    Auth0ErrorCode.ACCESS_TOKEN_ISSUER_MISMATCH,
                    TestJwts.accessToken().claim("iss", issuer));
        }

        @Test
        void missingIssuerIsRefused() {
            missingIsRefused("iss");
        }

        @ParameterizedTest
        @FieldSource("io.github.auth0jakarta.internal.api.AccessTokenSpecTest#NO_STRINGS")
        void issuerThatIsNoStringIsRefused(Object value) {
            malformedIsRefused("iss", value);
        }
    }

    @Nested
    @DisplayName("The aud claim contains an identifier of this resource server")
    class Audience {
        @Test
        void stringOrListIsAccepted() {
            accepted(TestJwts.accessToken().claim("aud", TestJwts.AUDIENCE));
            accepted(TestJwts.accessToken().claim("aud", List.of("https://other.example", TestJwts.AUDIENCE)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"https://api.example/", "https://api.example2", "https://api", "HTTPS://api.example", "*"})
        void otherAudienceIsRefused(String audience) {
            refused(
                    Auth0ErrorCode.ACCESS_TOKEN_AUDIENCE_MISMATCH,
                    TestJwts.accessToken().claim("aud", audience));
            refused(
                    Auth0ErrorCode.ACCESS_TOKEN_AUDIENCE_MISMATCH,
                    TestJwts.accessToken().claim("aud", List.of(audience, TestJwts.CLIENT_ID)));
        }

        @Tag("AC-03")
        @Test
        void idTokenIsRefused() {
            refused(
                    Auth0ErrorCode.ACCESS_TOKEN_AUDIENCE_MISMATCH,
                    TestJwts.idToken().without("nonce"));
        }

        /** A client and an API may have the same name, and an API may take tokens for any. */
        @Tag("AC-03")
        @ParameterizedTest
        @ValueSource(strings = {"nonce", "at_hash", "c_hash", "s_hash"})
        void idTokenForThisAudienceIsRefused(String claim) {
            for (TestJwts token : List.of(
                    TestJwts.idToken().without("nonce").claim("aud", TestJwts.AUDIENCE),
                    TestJwts.accessToken().withoutHeader("typ"))) {
                accepted(token);
                refused(Auth0ErrorCode.ACCESS_TOKEN_TYPE_MISMATCH, token.claim(claim, "x"));
                refused(Auth0ErrorCode.ACCESS_TOKEN_TYPE_MISMATCH, token.claim(claim, null));
            }
        }

        @Test
        void tokenThatSaysSoIsAnAccessTokenWithSuchClaimsToo() {
            accepted(TestJwts.accessToken().header("typ", "at+jwt").claim("nonce", "x"));
            accepted(TestJwts.accessToken().header("typ", "application/at+jwt").claim("nonce", "x"));
        }

        @Test
        void missingAudienceIsRefused() {
            missingIsRefused("aud");
        }

        @Test
        void malformedAudienceIsRefused() {
            for (Object audience : List.of("", 1, List.of(), List.of(1), Map.of(TestJwts.AUDIENCE, 1))) {
                malformedIsRefused("aud", audience);
            }
            malformedIsRefused("aud", List.of(TestJwts.AUDIENCE, 1));
        }

        @Test
        void audienceMustBeConfigured() {
            assertThatThrownBy(() -> AudienceRule.oneOf(Set.of())).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void anyAudienceWillDoWhereThatIsSaid() {
            AccessTokenValidator any = validator(AudienceRule.ANY, Set.of());

            assertThat(any.validateBearer(TestJwts.accessToken()
                            .claim("aud", "https://other.example")
                            .build()))
                    .isNotNull();
            assertThat(any.validateBearer(TestJwts.accessToken().without("aud").build())
                            .audience())
                    .isEmpty();
            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_CLAIM_MALFORMED,
                    () -> any.validateBearer(
                            TestJwts.accessToken().claim("aud", List.of()).build()));
        }
    }

    @Nested
    @DisplayName("The signature is validated with a key of the issuer; alg none is refused")
    class SignatureRule {
        @ParameterizedTest
        @ValueSource(strings = {"none", "None", "HS256", "PS256", "RS512"})
        void algorithmThatIsNotAllowedIsRefused(String algorithm) {
            refused(
                    Auth0ErrorCode.ACCESS_TOKEN_ALGORITHM_NOT_ALLOWED,
                    TestJwts.accessToken().header("alg", algorithm));
        }

        @Test
        void signatureOfAnotherKeyIsRefused() {
            refused(
                    Auth0ErrorCode.ACCESS_TOKEN_SIGNATURE_INVALID,
                    TestJwts.accessToken().signedBy(TestKeys.STRANGER_RSA).header("kid", TestKeys.RSA.kid()));
        }
    }

    @Nested
    @DisplayName("The current time is before the exp claim, and not before nbf and iat")
    class Times {
        @ParameterizedTest
        @CsvSource({"-1, false", "0, false", "1, true", "30, true"})
        void expiryIsComparedWithinTheSkew(long secondsAfterSkew, boolean good) {
            check(Auth0ErrorCode.ACCESS_TOKEN_EXPIRED, "exp", NOW - SKEW + secondsAfterSkew, good);
        }

        @ParameterizedTest
        @CsvSource({"-1, true", "0, true", "1, false"})
        void notBeforeIsComparedWithinTheSkew(long secondsAfterSkew, boolean good) {
            check(Auth0ErrorCode.ACCESS_TOKEN_NOT_YET_VALID, "nbf", NOW + SKEW + secondsAfterSkew, good);
        }

        @ParameterizedTest
        @CsvSource({"-1, true", "0, true", "1, false", "3600, false"})
        void issueTimeIsComparedWithinTheSkew(long secondsAfterSkew, boolean good) {
            check(Auth0ErrorCode.ACCESS_TOKEN_ISSUED_IN_FUTURE, "iat", NOW + SKEW + secondsAfterSkew, good);
        }

        @Test
        void timesMayHaveFractions() {
            accepted(TestJwts.accessToken().claim("exp", new BigDecimal(NOW - SKEW + ".001")));
            refused(
                    Auth0ErrorCode.ACCESS_TOKEN_EXPIRED,
                    TestJwts.accessToken().claim("exp", new BigDecimal(NOW - SKEW - 1 + ".999")));
        }

        @Test
        void missingTimesAreRefused() {
            missingIsRefused("exp");
            missingIsRefused("iat");
            accepted(TestJwts.accessToken().without("nbf"));
        }

        @ParameterizedTest
        @FieldSource("io.github.auth0jakarta.internal.api.AccessTokenSpecTest#NO_DATES")
        void timesThatAreNoDatesAreRefused(Object value) {
            for (String claim : List.of("exp", "iat", "nbf")) {
                malformedIsRefused(claim, value);
            }
        }

        @Test
        void notBeforeThatIsNullIsRefused() {
            refused(
                    Auth0ErrorCode.ACCESS_TOKEN_CLAIM_MALFORMED,
                    TestJwts.accessToken().claim("nbf", null));
        }
    }

    @Nested
    @DisplayName("2.2 The sub claim is required")
    class Subject {
        @Test
        void missingSubjectIsRefused() {
            missingIsRefused("sub");
        }

        @ParameterizedTest
        @FieldSource("io.github.auth0jakarta.internal.api.AccessTokenSpecTest#NO_STRINGS")
        void subjectThatIsNoStringIsRefused(Object value) {
            malformedIsRefused("sub", value);
        }
    }

    @Nested
    @DisplayName("Claims that an application requires")
    class Required {
        private final AccessTokenValidator strict = validator(Set.of("org_id"));

        @Test
        void anyValueWillDo() {
            for (Object value : List.of("org_1", 1, false, List.of(), Map.of())) {
                assertThat(strict.validateBearer(
                                TestJwts.accessToken().claim("org_id", value).build()))
                        .isNotNull();
            }
        }

        @Test
        void absentOrNullIsRefused() {
            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_CLAIM_MISSING,
                    () -> strict.validateBearer(TestJwts.accessToken().build()));
            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_CLAIM_MALFORMED,
                    () -> strict.validateBearer(
                            TestJwts.accessToken().claim("org_id", null).build()));
        }
    }

    @Nested
    @DisplayName("RFC 9449, 7.2: a token that is bound to a key is not taken as a bearer token")
    class Binding {
        @Test
        void boundTokenIsRefused() {
            for (Object confirmation : List.of(
                    Map.of("jkt", "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"),
                    Map.of("x5t#S256", "A4DtL2JmUMhAsvJj5tKyn64SqzmuXbMrJa0n761y5v0"),
                    Map.of(),
                    "jkt")) {
                refused(
                        Auth0ErrorCode.ACCESS_TOKEN_BINDING_UNSUPPORTED,
                        TestJwts.accessToken().claim("cnf", confirmation));
            }
            refused(
                    Auth0ErrorCode.ACCESS_TOKEN_BINDING_UNSUPPORTED,
                    TestJwts.accessToken().claim("cnf", null));
        }
    }

    @Nested
    @DisplayName("RFC 9449, 6.1: the thumbprint of the key that a token is bound to")
    class Confirmed {
        private static final String THUMBPRINT = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";

        @Test
        void thumbprintIsToldToWhoeverAsksForAProof() {
            assertThat(validator
                            .validate(TestJwts.accessToken()
                                    .claim("cnf", Map.of("jkt", THUMBPRINT))
                                    .build())
                            .jwkThumbprint())
                    .contains(THUMBPRINT);
            assertThat(validator.validate(TestJwts.accessToken().build()).jwkThumbprint())
                    .isEmpty();
        }

        @Test
        void confirmationThatIsNoThumbprintIsRefused() {
            for (Object thumbprint : List.of(
                    "",
                    1,
                    true,
                    List.of(THUMBPRINT),
                    Map.of(),
                    THUMBPRINT + "A",
                    THUMBPRINT + "=",
                    THUMBPRINT.substring(1),
                    THUMBPRINT.substring(0, 42) + "J",
                    "+" + THUMBPRINT.substring(1))) {
                notConfirmed(Auth0ErrorCode.ACCESS_TOKEN_CLAIM_MALFORMED, Map.of("jkt", thumbprint));
            }
            for (Object confirmation : List.of("", THUMBPRINT, 1, true, List.of())) {
                notConfirmed(Auth0ErrorCode.ACCESS_TOKEN_CLAIM_MALFORMED, confirmation);
            }
            notConfirmed(Auth0ErrorCode.ACCESS_TOKEN_CLAIM_MALFORMED, null);
            notConfirmed(Auth0ErrorCode.ACCESS_TOKEN_CLAIM_MALFORMED, Collections.singletonMap("jkt", null));
        }

        @Test
        void bindingThatIsNotCheckedIsRefused() {
            for (Object confirmation : List.of(
                    Map.of(),
                    Map.of("x5t#S256", THUMBPRINT),
                    Map.of("jkt", THUMBPRINT, "x5t#S256", THUMBPRINT),
                    Map.of("jwk", Map.of()),
                    Map.of("kid", "1"))) {
                notConfirmed(Auth0ErrorCode.ACCESS_TOKEN_BINDING_UNSUPPORTED, confirmation);
            }
        }

        /** RFC 7800, 3.1: confirmation members that are not understood must be ignored. Keycloak 26 has one. */
        @Test
        void memberThatNobodyHasRegisteredIsIgnoredBesideAThumbprint() {
            Map<String, Object> confirmation = Map.of("jkt", THUMBPRINT, "kc-jkt-type", "DPoP");
            String token = TestJwts.accessToken().claim("cnf", confirmation).build();

            assertThat(validator.validate(token).jwkThumbprint()).contains(THUMBPRINT);
            notConfirmed(Auth0ErrorCode.ACCESS_TOKEN_BINDING_UNSUPPORTED, Map.of("kc-jkt-type", "DPoP"));
        }

        private void notConfirmed(Auth0ErrorCode code, @Nullable Object confirmation) {
            String token = TestJwts.accessToken().claim("cnf", confirmation).build();

            assertRefused(code, () -> validator.validate(token));
        }
    }

    @Nested
    @DisplayName("RFC 8693, 4.1: who acts for the subject")
    class Actors {
        @Test
        void chainIsRead() {
            Map<String, Object> act = Map.of("sub", "agent", "act", Map.of("sub", "service"));

            assertThat(validator
                            .validateBearer(
                                    TestJwts.accessToken().claim("act", act).build())
                            .actors()
                            .actors())
                    .extracting(ActorChain.Actor::subject)
                    .containsExactly("agent", "service");
        }

        @Test
        void malformedChainIsRefused() {
            for (Object act : List.of("agent", 1, List.of(), Map.of(), Map.of("sub", " "), Map.of("sub", 1))) {
                refused(
                        Auth0ErrorCode.ACCESS_TOKEN_ACTOR_MALFORMED,
                        TestJwts.accessToken().claim("act", act));
            }
            refused(
                    Auth0ErrorCode.ACCESS_TOKEN_ACTOR_MALFORMED,
                    TestJwts.accessToken().claim("act", null));
        }
    }

    @Nested
    @DisplayName("What is asked of one token narrows the rules")
    class Demands {
        @Test
        void claimsAreAskedForBesideThoseOfTheRules() {
            AccessTokenValidator strict = validator(Set.of("org_id"));
            TestJwts token = TestJwts.accessToken().claim("org_id", "org_1");
            AccessTokenDemands demands = new AccessTokenDemands(Set.of("azp2"), Set.of(), TokenOrigin.NO_REQUEST);

            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_CLAIM_MISSING, () -> strict.validateBearer(token.build(), demands));
            token.claim("azp2", 1);
            assertThat(strict.validateBearer(token.build(), demands)).isNotNull();
            token.without("org_id");
            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_CLAIM_MISSING, () -> strict.validateBearer(token.build(), demands));
        }

        @ParameterizedTest
        @CsvSource({"RS256, true", "ES256, false", "RS512, false", "none, false", "HS256, false", "rs256, false"})
        void algorithmsAreTakenAwayAndNotAdded(String algorithm, boolean good) {
            AccessTokenDemands demands = new AccessTokenDemands(Set.of(), Set.of(algorithm), TokenOrigin.NO_REQUEST);
            String token = TestJwts.accessToken().build();

            if (good) {
                assertThat(validator.validateBearer(token, demands)).isNotNull();
            } else {
                assertRefused(
                        Auth0ErrorCode.ACCESS_TOKEN_ALGORITHM_NOT_ALLOWED,
                        () -> validator.validateBearer(token, demands));
                assertThat(provider.fetches()).isZero();
            }
            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_ALGORITHM_NOT_ALLOWED,
                    () -> validator.validateBearer(
                            TestJwts.accessToken().header("alg", "RS512").build(),
                            new AccessTokenDemands(Set.of(), Set.of("RS512"), TokenOrigin.NO_REQUEST)));
        }
    }

    private AccessTokenValidator validator(Set<String> requiredClaims) {
        return validator(AudienceRule.oneOf(Set.of(TestJwts.AUDIENCE, "https://api2.example")), requiredClaims);
    }

    private AccessTokenValidator validator(AudienceRule audiences, Set<String> requiredClaims) {
        return new AccessTokenValidator(
                provider.issuer(time),
                new AccessTokenRules(
                        audiences,
                        Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256),
                        requiredClaims,
                        new Lifetime(time, Duration.ofSeconds(SKEW))),
                new StrictJson());
    }

    private void check(Auth0ErrorCode code, String claim, long value, boolean good) {
        if (good) {
            accepted(TestJwts.accessToken().claim(claim, value));
        } else {
            refused(code, TestJwts.accessToken().claim(claim, value));
        }
    }

    private void missingIsRefused(String claim) {
        refused(
                Auth0ErrorCode.ACCESS_TOKEN_CLAIM_MISSING,
                TestJwts.accessToken().without(claim));
        refused(
                Auth0ErrorCode.ACCESS_TOKEN_CLAIM_MALFORMED,
                TestJwts.accessToken().claim(claim, null));
    }

    private void malformedIsRefused(String claim, Object value) {
        refused(
                Auth0ErrorCode.ACCESS_TOKEN_CLAIM_MALFORMED,
                TestJwts.accessToken().claim(claim, value));
    }

    private void accepted(TestJwts token) {
        assertThat(validator.validateBearer(token.build())).isNotNull();
    }

    private void refused(Auth0ErrorCode code, TestJwts token) {
        assertRefused(code, () -> validator.validateBearer(token.build()));
    }
}
