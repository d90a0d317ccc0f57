package io.github.auth0jakarta.internal.jose;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FakeJwks;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtVerifierTest {
    private static final Set<SignatureAlgorithm> RS256 = Set.of(SignatureAlgorithm.RS256);
    private static final TypeRule ANY_JWT = new TypeRule(Set.of("jwt"), false);

    private final FixedTime time = new FixedTime();
    private final FakeJwks provider = new FakeJwks(TestKeys.RSA, TestKeys.EC, TestKeys.EC_384, TestKeys.EC_521);
    private final JwtVerifier verifier = verifier(RS256, ANY_JWT, provider.issuer(time));

    @Test
    void goodTokenIsVerified() {
        String token = TestJwts.accessToken().build();

        VerifiedJwt jwt = verifier.verify(token);

        assertThat(jwt.algorithm()).isEqualTo(SignatureAlgorithm.RS256);
        assertThat(jwt.claims().requireString("sub")).isEqualTo(TestJwts.SUBJECT);
        assertThat(jwt).hasToString("VerifiedJwt");
        assertThat(jwt.claims()).hasToString("Claims");
    }

    @Test
    void verifierForNobodyCannotBeMade() {
        assertThatThrownBy(() -> verifier(Set.of(), ANY_JWT, provider.issuer(time)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Nested
    class Form {
        @ParameterizedTest
        @ValueSource(
                strings = {"", ".", "..", "...", "a", "a.b", "a.b.c.d", "a.b.c.d.e.f", "\u0000", "e30.e30.", ".e30.AA"})
        void whatDoesNotHaveThreePartsIsMalformed(String token) {
            assertRefused(Auth0ErrorCode.ACCESS_TOKEN_MALFORMED, () -> verifier.verify(token));
        }

        @Test
        @Tag("DS-06")
        void encryptedTokenIsRefusedWithoutBeingTouched() {
            String header =
                    Base64Url.encode("{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A128CBC-HS256\",\"p2c\":2147483647}"
                            .getBytes(StandardCharsets.UTF_8));

            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_ENCRYPTED, () -> verifier.verify(header + ".AAAA.AAAA.AAAA.AAAA"));
            assertRefused(Auth0ErrorCode.ACCESS_TOKEN_ENCRYPTED, () -> verifier.verify(header + "...."));
        }

        @Test
        void lengthIsLimited() {
            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_TOO_LARGE,
                    () -> verifier.verify("a".repeat(CompactJws.MAX_LENGTH + 1)));
            assertRefused(Auth0ErrorCode.ACCESS_TOKEN_TOO_LARGE, () -> verifier.verify(".".repeat(1_000_000)));
            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_MALFORMED, () -> verifier.verify("a".repeat(CompactJws.MAX_LENGTH)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"=", "==", " ", "\n", "~", "\u0000", "+", "/", "%3D", "A"})
        void anythingAddedToAPartIsRefused(String addition) {
            String[] parts = TestJwts.accessToken().build().split("\\.");
            for (int part = 0; part < 3; part++) {
                String[] changed = parts.clone();
                changed[part] += addition;
                assertThatThrownBy(() -> verifier.verify(String.join(".", changed)))
                        .as("part %d", part)
                        .isInstanceOf(TokenValidationException.class);
            }
        }

        @Test
        void signedPartThatIsNotStrictBase64UrlIsRefused() {
            TestJwts token = TestJwts.accessToken();
            String header = encode(token.headerJson());
            String payload = encode(
                    token.payloadJson() + " ".repeat((3 - token.payloadJson().length() % 3 + 1) % 3));

            assertThat(verifier.verify(token.signEncoded(header, payload))).isNotNull();
            for (String padded : List.of(payload + "=", payload + "==", payload + " ", payload + "\n")) {
                assertRefused(
                        Auth0ErrorCode.ACCESS_TOKEN_MALFORMED,
                        () -> verifier.verify(token.signEncoded(header, padded)));
            }
        }

        private String encode(String text) {
            return Base64Url.encode(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Nested
    class Header {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "null",
                    "[]",
                    "{}",
                    "{\"alg\":null}",
                    "{\"alg\":1}",
                    "{\"alg\":[\"RS256\"]}",
                    "{\"alg\":\"RS256\",\"alg\":\"RS256\"}",
                    "{\"alg\":\"RS256\"}{}",
                    "{\"alg\":\"RS256\",}",
                    "{\"alg\":\"RS256\",\"kid\":null}",
                    "{\"alg\":\"RS256\",\"kid\":1}",
                    "{\"alg\":\"RS256\",\"kid\":[\"kid-RSA\"]}",
                    "{\"alg\":\"RS256\",\"typ\":null}",
                    "{\"alg\":\"RS256\",\"typ\":[\"JWT\"]}"
                })
        void malformedHeaderIsRefused(String header) {
            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_MALFORMED,
                    () -> verifier.verify(TestJwts.accessToken().withHeader(header)));
        }

        @Test
        void deepHeaderIsRefused() {
            String deep = "{\"alg\":\"RS256\",\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}";

            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_MALFORMED,
                    () -> verifier.verify(TestJwts.accessToken().withHeader(deep)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"crit\":[\"exp\"]",
                    "\"crit\":[]",
                    "\"crit\":null",
                    "\"crit\":\"exp\"",
                    "\"crit\":[\"b64\"],\"b64\":false",
                    "\"b64\":false",
                    "\"b64\":true"
                })
        void extensionIsRefusedInWhateverForm(String member) {
            String header = "{\"alg\":\"RS256\",\"kid\":\"kid-RSA\"," + member + "}";

            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_CRITICAL_HEADER,
                    () -> verifier.verify(TestJwts.accessToken().withHeader(header)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "none",
                    "None",
                    "NONE",
                    "nOnE",
                    " none",
                    "none ",
                    "",
                    "HS256",
                    "HS384",
                    "HS512",
                    "rs256",
                    "Rs256",
                    "RS384",
                    "RS512",
                    "PS256",
                    "ES256",
                    "RS1",
                    "EdDSA",
                    "RSA-OAEP",
                    "dir",
                    "RS256,none"
                })
        @Tag("IT-02")
        @Tag("IT-03")
        @Tag("JW-10")
        void algorithmThatIsNotAllowedIsRefusedBeforeAnyKeyIsLookedUp(String algorithm) {
            String token = TestJwts.accessToken().header("alg", algorithm).build();

            assertRefused(Auth0ErrorCode.ACCESS_TOKEN_ALGORITHM_NOT_ALLOWED, () -> verifier.verify(token));
            assertThat(provider.fetches()).isZero();
        }

        @Test
        @Tag("JW-05")
        void keysThatATokenBringsAreNotUsed() {
            TestJwts token = TestJwts.accessToken()
                    .signedBy(TestKeys.STRANGER_RSA)
                    .header("jwk", TestKeys.STRANGER_RSA.jwk())
                    .header("jku", "https://evil.example/jwks.json")
                    .header("x5u", "https://evil.example/cert.pem")
                    .header("x5c", List.of("AAAA"));

            assertRefused(Auth0ErrorCode.ACCESS_TOKEN_KEY_UNKNOWN, () -> verifier.verify(token.build()));
            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_SIGNATURE_INVALID,
                    () -> verifier.verify(
                            token.header("kid", TestKeys.RSA.kid()).build()));
        }

        @Test
        void unknownMembersAreIgnored() {
            String token = TestJwts.accessToken()
                    .header("cty", 1)
                    .header("org", Map.of())
                    .build();

            assertThat(verifier.verify(token)).isNotNull();
        }

        @ParameterizedTest
        @CsvSource({
            "JWT, true",
            "jwt, true",
            "application/jwt, true",
            "Application/JWT, true",
            "'', false",
            "' JWT', false",
            "text/jwt, false",
            "application/application/jwt, false",
            "at+jwt, false",
            "logout+jwt, false",
            "dpop+jwt, false",
            "secevent+jwt, false",
            "JOSE, false"
        })
        void typeIsCompared(String typ, boolean accepted) {
            String token = TestJwts.accessToken().header("typ", typ).build();
            if (accepted) {
                assertThat(verifier.verify(token)).isNotNull();
            } else {
                assertRefused(Auth0ErrorCode.ACCESS_TOKEN_TYPE_MISMATCH, () -> verifier.verify(token));
                assertThat(provider.fetches()).isZero();
            }
        }

        @Test
        void typeMayBeRequired() {
            String token = TestJwts.accessToken().withoutHeader("typ").build();
            JwtVerifier strict = verifier(RS256, new TypeRule(Set.of("jwt"), true), provider.issuer(time));

            assertThat(verifier.verify(token)).isNotNull();
            assertRefused(Auth0ErrorCode.ACCESS_TOKEN_TYPE_MISMATCH, () -> strict.verify(token));
        }
    }

    @Nested
    class SignatureRules {
        private final JwtVerifier all =
                verifier(EnumSet.allOf(SignatureAlgorithm.class), ANY_JWT, provider.issuer(time));

        @ParameterizedTest
        @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
        void everyRsaAlgorithmThatIsAllowedIsVerified(String algorithm) {
            String token = TestJwts.accessToken().header("alg", algorithm).build();

            assertThat(all.verify(token).algorithm()).hasToString(algorithm);
        }

        @Test
        void everyEllipticCurveAlgorithmThatIsAllowedIsVerified() {
            for (TestKeys key : List.of(TestKeys.EC, TestKeys.EC_384, TestKeys.EC_521)) {
                String token = TestJwts.accessToken().signedBy(key).build();
                assertThat(all.verify(token).algorithm()).hasToString(key.algorithm());
            }
        }

        @Test
        void signatureOfAnotherAlgorithmIsRefused() {
            TestJwts token = TestJwts.accessToken();
            String rs256 = token.build();
            String ps256Header = encodeHeader(token.header("alg", "PS256"));
            String mixed = ps256Header + rs256.substring(rs256.indexOf('.'));

            assertRefused(Auth0ErrorCode.ACCESS_TOKEN_SIGNATURE_INVALID, () -> all.verify(mixed));
        }

        @Test
        @Tag("IT-01")
        void signatureOfAnotherKeyIsRefused() {
            for (TestKeys key : List.of(TestKeys.STRANGER_RSA, TestKeys.STRANGER_EC)) {
                TestJwts token = TestJwts.accessToken().signedBy(key);
                String kid = key == TestKeys.STRANGER_RSA ? TestKeys.RSA.kid() : TestKeys.EC.kid();
                assertRefused(
                        Auth0ErrorCode.ACCESS_TOKEN_SIGNATURE_INVALID,
                        () -> all.verify(token.header("kid", kid).build()));
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 63, 64, 65, 70, 128})
        void ellipticCurveSignatureOfZerosIsRefused(int length) {
            String token = TestJwts.accessToken().signedBy(TestKeys.EC).build();
            String zeros = token.substring(0, token.lastIndexOf('.') + 1) + Base64Url.encode(new byte[length]);

            assertRefused(Auth0ErrorCode.ACCESS_TOKEN_SIGNATURE_INVALID, () -> all.verify(zeros));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 255, 256, 257, 4096})
        void rsaSignatureOfZerosIsRefused(int length) {
            String token = TestJwts.accessToken().build();
            String zeros = token.substring(0, token.lastIndexOf('.') + 1) + Base64Url.encode(new byte[length]);

            assertRefused(Auth0ErrorCode.ACCESS_TOKEN_SIGNATURE_INVALID, () -> all.verify(zeros));
        }

        @Test
        void payloadIsReadOnlyWhenTheSignatureIsGood() {
            String bomb = "{\"a\":" + "[".repeat(4000);
            TestJwts stranger = TestJwts.accessToken().signedBy(TestKeys.STRANGER_RSA);

            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_SIGNATURE_INVALID,
                    () -> verifier.verify(
                            stranger.header("kid", TestKeys.RSA.kid()).withPayload(bomb)));
            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_MALFORMED,
                    () -> verifier.verify(TestJwts.accessToken().withPayload(bomb)));
        }

        @Test
        @Tag("IT-13")
        @Tag("JW-07")
        void withoutKidTheFittingKeysAreTriedInTurn() {
            provider.publish(TestKeys.ROTATED_RSA, TestKeys.RSA);
            TestJwts token = TestJwts.accessToken();

            assertThat(verifier.verify(token.withoutHeader("kid").build())).isNotNull();
            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_SIGNATURE_INVALID,
                    () -> verifier.verify(
                            token.header("kid", TestKeys.ROTATED_RSA.kid()).build()));
        }

        @Test
        @Tag("JW-07")
        void keysThatShareAKidAreTriedInTurn() {
            Map<String, Object> twin = TestKeys.ROTATED_RSA.jwk();
            twin.put("kid", TestKeys.RSA.kid());
            provider.answer(TestKeys.jwks(List.of(twin, TestKeys.RSA.jwk())));

            assertThat(verifier.verify(TestJwts.accessToken().build())).isNotNull();
        }

        @Test
        @Tag("JW-10")
        void keyVerifiesNothingThatIsSignedInAnotherWay() {
            CompactJws jws = CompactJws.parse(
                    TokenKind.ACCESS_TOKEN,
                    new StrictJson(),
                    TestJwts.accessToken().build());
            VerificationKey key = provider.signingKeys(time)
                    .find(SignatureAlgorithm.RS256, TestKeys.RSA.kid())
                    .get(0);

            assertThat(key.verifies(SignatureAlgorithm.RS256, jws)).isTrue();
            assertThat(key.verifies(SignatureAlgorithm.ES256, jws)).isFalse();
            assertThat(jws).hasToString("CompactJws");
        }

        private String encodeHeader(TestJwts token) {
            return Base64Url.encode(token.headerJson().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Nested
    class Issuers {
        private static final String OTHER_ISSUER = "https://login.example/";

        private final FakeJwks otherProvider = new FakeJwks(TestKeys.ROTATED_RSA);
        private final Map<String, TrustedIssuer> trusted = Map.of(
                TestJwts.ISSUER,
                provider.issuer(time),
                OTHER_ISSUER,
                new TrustedIssuer(OTHER_ISSUER, otherProvider.signingKeys(time)));
        private final JwtVerifier both = verifier(RS256, ANY_JWT, new AcceptedIssuers(trusted.keySet(), trusted::get));

        @Test
        void eachIssuerSignsItsOwnTokens() {
            assertThat(both.verify(TestJwts.accessToken().build())).isNotNull();
            assertThat(both.verify(otherToken().build()).claims().requireString("iss"))
                    .isEqualTo(OTHER_ISSUER);
        }

        @Tag("JW-14")
        @Tag("AC-21")
        @Test
        void keyOfOneIssuerIsGoodForNoOther() {
            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_KEY_UNKNOWN,
                    () -> both.verify(otherToken().claim("iss", TestJwts.ISSUER).build()));
            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_KEY_UNKNOWN,
                    () -> both.verify(
                            TestJwts.accessToken().claim("iss", OTHER_ISSUER).build()));
            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_SIGNATURE_INVALID,
                    () -> both.verify(otherToken()
                            .claim("iss", TestJwts.ISSUER)
                            .header("kid", TestKeys.RSA.kid())
                            .build()));
        }

        @Test
        void issuersMayShareTheirKeys() {
            otherProvider.publish(TestKeys.RSA);

            assertThat(both.verify(TestJwts.accessToken().build())).isNotNull();
            assertThat(both.verify(
                            TestJwts.accessToken().claim("iss", OTHER_ISSUER).build()))
                    .isNotNull();
        }

        @Test
        void outageOfOneIssuerDoesNotStopTheOther() {
            provider.down(true);

            assertThat(both.verify(otherToken().build())).isNotNull();
            assertRefused(
                    Auth0ErrorCode.TRANSPORT_TIMEOUT,
                    () -> both.verify(TestJwts.accessToken().build()));
        }

        @Tag("AC-20")
        @Test
        void tokenOfAStrangerIsRefusedWithoutACallToAnybody() {
            for (Object stranger :
                    List.of("https://stranger.example/", "https://tenant.example", TestJwts.ISSUER + " ")) {
                assertRefused(
                        Auth0ErrorCode.ACCESS_TOKEN_ISSUER_MISMATCH,
                        () -> both.verify(
                                TestJwts.accessToken().claim("iss", stranger).build()));
            }
            assertThat(provider.fetches() + otherProvider.fetches()).isZero();
        }

        @Test
        void tokenThatNamesNoIssuerIsRefused() {
            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_CLAIM_MISSING,
                    () -> both.verify(TestJwts.accessToken().without("iss").build()));
            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_CLAIM_MALFORMED,
                    () -> both.verify(TestJwts.accessToken().claim("iss", 1).build()));
        }

        private TestJwts otherToken() {
            return TestJwts.accessToken().signedBy(TestKeys.ROTATED_RSA).claim("iss", OTHER_ISSUER);
        }
    }

    @Test
    @Tag("IT-14")
    void rotationJustBeforeSigningIsNoticed() {
        verifier.verify(TestJwts.accessToken().build());
        time.advance(Duration.ofMinutes(1));
        provider.publish(TestKeys.ROTATED_RSA);

        assertThat(verifier.verify(
                        TestJwts.accessToken().signedBy(TestKeys.ROTATED_RSA).build()))
                .isNotNull();
        assertThat(provider.fetches()).isEqualTo(2);
    }

    @Test
    void startWithoutProviderIsNoRefusal() {
        provider.down(true);

        assertRefused(
                Auth0ErrorCode.TRANSPORT_TIMEOUT,
                () -> verifier.verify(TestJwts.accessToken().build()));
    }

    /** RFC 7515, A.2 and A.3: the published tokens with the published keys. */
    @ParameterizedTest
    @CsvSource({
        "RS256,"
                + " eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw",
        "ES256,"
                + " eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"
    })
    void publishedTokensAreVerified(SignatureAlgorithm algorithm, String token) {
        FakeJwks published = new FakeJwks();
        published.answer(
                ("{\"keys\":[{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ\"},"
                                + "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\",\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}]}")
                        .getBytes(StandardCharsets.UTF_8));
        JwtVerifier joe = verifier(Set.of(algorithm), ANY_JWT, new TrustedIssuer("joe", published.signingKeys(time)));

        assertThat(joe.verify(token).claims().asMap()).containsEntry("http://example.com/is_root", true);
    }

    private static JwtVerifier verifier(Set<SignatureAlgorithm> algorithms, TypeRule types, IssuerChoice issuers) {
        return new JwtVerifier(TokenKind.ACCESS_TOKEN, algorithms, types, issuers, new StrictJson());
    }
}
