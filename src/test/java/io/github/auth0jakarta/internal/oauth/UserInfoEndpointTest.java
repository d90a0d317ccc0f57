package io.github.auth0jakarta.internal.oauth;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.dpop.DpopClient;
import io.github.auth0jakarta.internal.dpop.DpopKey;
import io.github.auth0jakarta.internal.jose.Lifetime;
import io.github.auth0jakarta.internal.jose.Sha256;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.FakeJwks;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.SeededRandom;
import io.github.auth0jakarta.testing.SentJwt;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Core 5.3. */
class UserInfoEndpointTest {
    private static final AccessToken TOKEN =
            new AccessToken("at", "Bearer", null, Set.of("openid"), FixedTime.START.plusSeconds(60));

    private final FakeAuthorizationServer provider = FakeAuthorizationServer.start();
    private final UserInfoEndpoint endpoint = new UserInfoEndpoint(
            provider.client()::endpoints, provider.transport(), new JsonAnswers(new StrictJson()), null, null);

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void userInfoWhenTheSubjectIsTheSameThenClaims() {
        provider.on(FakeAuthorizationServer.USERINFO, Reply.json(Map.of("sub", "auth0|ada", "name", "Ada")));

        assertThat(endpoint.userInfo(TOKEN, "auth0|ada")).isEqualTo(Map.of("sub", "auth0|ada", "name", "Ada"));
        assertThat(provider.received(FakeAuthorizationServer.USERINFO))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.method()).isEqualTo("GET");
                    assertThat(request.header("Authorization")).isEqualTo("Bearer at");
                });
    }

    /** 5.3.2: the sub MUST be verified to exactly match. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sub\":\"auth0|eve\"}",
                "{\"sub\":\"auth0|Ada\"}",
                "{}",
                "{\"sub\":null}",
                "{\"sub\":[\"auth0|ada\"]}"
            })
    @Tag("IT-15")
    void userInfoWhenTheSubjectIsAnotherThenRefused(String body) {
        provider.on(FakeAuthorizationServer.USERINFO, Reply.json(body));
        assertRefused(Auth0ErrorCode.SERVER_SUBJECT_MISMATCH, () -> endpoint.userInfo(TOKEN, "auth0|ada"));
    }

    @Test
    void userInfoWhenTheProviderRefusesThenTyped() {
        provider.on(FakeAuthorizationServer.USERINFO, Reply.error(401, "invalid_token"));
        assertRefused(Auth0ErrorCode.SERVER_ERROR_RESPONSE, () -> endpoint.userInfo(TOKEN, "auth0|ada"));
    }

    @Test
    void userInfoWhenTheAnswerIsAJwtAndThereIsNoClientThenMalformed() {
        provider.on(FakeAuthorizationServer.USERINFO, new Reply(200, "application/jwt", "a.b.c"));
        assertRefused(Auth0ErrorCode.SERVER_RESPONSE_MALFORMED, () -> endpoint.userInfo(TOKEN, "auth0|ada"));
    }

    @Test
    void userInfoWhenTheProviderHasNoneThenMetadataInvalid() {
        Map<String, Object> document = provider.metadataDocument();
        document.remove("userinfo_endpoint");
        provider.on(FakeAuthorizationServer.METADATA, Reply.json(document));
        assertRefused(Auth0ErrorCode.SERVER_METADATA_INVALID, () -> endpoint.userInfo(TOKEN, "auth0|ada"));
    }

    /** 5.3.2 and 5.3.4: signed answers, by the rules of ID tokens. */
    @Nested
    class Signed {
        private final UserInfoEndpoint forClient = new UserInfoEndpoint(
                provider.client()::endpoints,
                provider.transport(),
                new JsonAnswers(new StrictJson()),
                null,
                new SignedUserInfo(
                        new FakeJwks(TestKeys.RSA).issuer(provider.time()),
                        TestJwts.CLIENT_ID,
                        EnumSet.of(SignatureAlgorithm.RS256),
                        new Lifetime(provider.time(), Duration.ofSeconds(60)),
                        new StrictJson()));

        /** An ID token has all that a UserInfo answer needs, and more than it has to. */
        private TestJwts answer() {
            return TestJwts.idToken().without("nonce").without("iat").without("exp");
        }

        private Map<String, Object> userInfo(TestJwts jwt) {
            provider.on(FakeAuthorizationServer.USERINFO, new Reply(200, "application/jwt", jwt.build()));
            return forClient.userInfo(TOKEN, TestJwts.SUBJECT);
        }

        @Test
        @Tag("IT-16")
        void userInfoWhenItIsGoodThenClaims() {
            assertThat(userInfo(answer())).containsEntry("name", "Ada");
            assertThat(provider.received(FakeAuthorizationServer.USERINFO))
                    .singleElement()
                    .satisfies(request ->
                            assertThat(request.header("Accept")).contains("application/jwt", "application/json"));
        }

        static Stream<Arguments> faults() {
            return Stream.of(
                    Arguments.of(
                            Auth0ErrorCode.USERINFO_ALGORITHM_NOT_ALLOWED,
                            TestJwts.idToken().signedBy(TestKeys.EC)),
                    Arguments.of(
                            Auth0ErrorCode.USERINFO_ALGORITHM_NOT_ALLOWED,
                            TestJwts.idToken().header("alg", "none")),
                    Arguments.of(
                            Auth0ErrorCode.USERINFO_SIGNATURE_INVALID,
                            TestJwts.idToken().signedBy(TestKeys.STRANGER_RSA).header("kid", TestKeys.RSA.kid())),
                    Arguments.of(
                            Auth0ErrorCode.USERINFO_KEY_UNKNOWN,
                            TestJwts.idToken().signedBy(TestKeys.STRANGER_RSA)),
                    Arguments.of(
                            Auth0ErrorCode.USERINFO_TYPE_MISMATCH,
                            TestJwts.idToken().header("typ", "at+jwt")),
                    Arguments.of(
                            Auth0ErrorCode.USERINFO_CRITICAL_HEADER,
                            TestJwts.idToken().header("crit", List.of())),
                    Arguments.of(
                            Auth0ErrorCode.USERINFO_ISSUER_MISMATCH,
                            TestJwts.idToken().claim("iss", "https://evil.example/")),
                    Arguments.of(
                            Auth0ErrorCode.USERINFO_CLAIM_MISSING,
                            TestJwts.idToken().without("iss")),
                    Arguments.of(
                            Auth0ErrorCode.USERINFO_CLAIM_MISSING,
                            TestJwts.idToken().without("aud")),
                    Arguments.of(
                            Auth0ErrorCode.USERINFO_CLAIM_MALFORMED,
                            TestJwts.idToken().claim("aud", 7L)),
                    Arguments.of(
                            Auth0ErrorCode.USERINFO_AUDIENCE_MISMATCH,
                            TestJwts.idToken().claim("aud", "another")),
                    Arguments.of(
                            Auth0ErrorCode.USERINFO_EXPIRED, TestJwts.idToken().claim("exp", 7L)),
                    Arguments.of(
                            Auth0ErrorCode.USERINFO_NOT_YET_VALID,
                            TestJwts.idToken().claim("nbf", 99_999_999_999L)),
                    Arguments.of(
                            Auth0ErrorCode.USERINFO_ISSUED_IN_FUTURE,
                            TestJwts.idToken().claim("iat", 99_999_999_999L)),
                    Arguments.of(
                            Auth0ErrorCode.SERVER_SUBJECT_MISMATCH,
                            TestJwts.idToken().claim("sub", "eve")),
                    Arguments.of(
                            Auth0ErrorCode.SERVER_SUBJECT_MISMATCH,
                            TestJwts.idToken().without("sub")));
        }

        @ParameterizedTest
        @MethodSource("faults")
        @Tag("IT-15")
        @Tag("IT-16")
        void userInfoWhenARuleIsBrokenThenRefused(Auth0ErrorCode code, TestJwts jwt) {
            assertRefused(code, () -> userInfo(jwt));
        }

        @Test
        @Tag("IT-16")
        void userInfoWhenItIsNoTokenThenRefused() {
            provider.on(FakeAuthorizationServer.USERINFO, new Reply(200, "application/jwt", "{\"sub\":\"x\"}"));
            assertRefused(Auth0ErrorCode.USERINFO_MALFORMED, () -> forClient.userInfo(TOKEN, "x"));
            provider.on(FakeAuthorizationServer.USERINFO, new Reply(200, "application/jwt", "a.b.c.d.e"));
            assertRefused(Auth0ErrorCode.USERINFO_ENCRYPTED, () -> forClient.userInfo(TOKEN, "x"));
            provider.on(FakeAuthorizationServer.USERINFO, new Reply(200, "application/jwt", "x".repeat(17_000)));
            assertRefused(Auth0ErrorCode.USERINFO_TOO_LARGE, () -> forClient.userInfo(TOKEN, "x"));
        }
    }

    /** RFC 9449, 7.1 and 9. */
    @Nested
    class Bound {
        private static final AccessToken BOUND =
                new AccessToken("at", "DPoP", null, Set.of("openid"), FixedTime.START.plusSeconds(60));
        private final UserInfoEndpoint bound = new UserInfoEndpoint(
                provider.client()::endpoints,
                provider.transport(),
                new JsonAnswers(new StrictJson()),
                new DpopClient(
                        DpopKey.ofPem(TestKeys.EC.pem(), new StrictJson()),
                        new SeededRandom(1),
                        provider.time(),
                        new StrictJson()),
                null);

        @Test
        @Tag("DP-20")
        void userInfoWhenTheTokenIsBoundThenWithItsSchemeAndAProof() {
            provider.on(FakeAuthorizationServer.USERINFO, Reply.json(Map.of("sub", "ada")));
            assertThat(bound.userInfo(BOUND, "ada")).containsEntry("sub", "ada");
            assertThat(provider.received(FakeAuthorizationServer.USERINFO))
                    .singleElement()
                    .satisfies(request -> {
                        assertThat(request.header("Authorization")).isEqualTo("DPoP at");
                        SentJwt proof = SentJwt.of(request.header("Dpop"));
                        assertThat(proof.isSignedBy(TestKeys.EC)).isTrue();
                        assertThat(proof.claims())
                                .containsEntry("htm", "GET")
                                .containsEntry("htu", provider.at(FakeAuthorizationServer.USERINFO))
                                .containsEntry("ath", Sha256.base64Url("at"));
                    });
        }

        @Test
        void userInfoWhenTheTokenIsABearersThenWithoutAProof() {
            provider.on(FakeAuthorizationServer.USERINFO, Reply.json(Map.of("sub", "ada")));
            bound.userInfo(TOKEN, "ada");
            assertThat(provider.received(FakeAuthorizationServer.USERINFO))
                    .singleElement()
                    .satisfies(request -> assertThat(request.headers()).doesNotContainKey("Dpop"));
        }

        @Test
        void userInfoWhenTheTokenIsBoundAndThereIsNoKeyThenRefusedAndNotSent() {
            assertRefused(Auth0ErrorCode.SERVER_TOKEN_TYPE_MISMATCH, () -> endpoint.userInfo(BOUND, "ada"));
            assertThat(provider.received(FakeAuthorizationServer.USERINFO)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "DPoP error=\"use_dpop_nonce\"",
                    "dpop error=\"use_dpop_nonce\", error_description=\"x\"",
                    "DPOP algs=\"ES256\", error=use_dpop_nonce",
                    "Bearer realm=\"a, DPoP\", error=\"invalid_token\", dPoP Error = \"use_dpop_nonce\"",
                })
        @Tag("DP-21")
        void userInfoWhenANonceIsWantedThenSentOnceMoreWithIt(String challenge) {
            provider.on(
                    FakeAuthorizationServer.USERINFO,
                    request -> SentJwt.of(request.header("Dpop")).claims().containsKey("nonce")
                            ? Reply.json(Map.of("sub", "ada"))
                            : Reply.error(401, "use_dpop_nonce")
                                    .header("WWW-Authenticate", challenge)
                                    .header("DPoP-Nonce", "n1"));
            bound.userInfo(BOUND, "ada");
            assertThat(provider.received(FakeAuthorizationServer.USERINFO)).hasSize(2);
            bound.userInfo(BOUND, "ada");
            assertThat(provider.received(FakeAuthorizationServer.USERINFO)).hasSize(3);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "DPoP error=\"invalid_token\"",
                    "Bearer error=\"use_dpop_nonce\"",
                    "DPoP realm=\"error=use_dpop_nonce\"",
                    "DPoP algs=\"ES256\", Bearer error=\"use_dpop_nonce\"",
                    "use_dpop_nonce",
                })
        void userInfoWhenTheChallengeIsAnotherThenNotSentAgain(String challenge) {
            provider.on(
                    FakeAuthorizationServer.USERINFO,
                    Reply.error(401, "use_dpop_nonce")
                            .header("WWW-Authenticate", challenge)
                            .header("DPoP-Nonce", "n1"));
            assertRefused(Auth0ErrorCode.SERVER_ERROR_RESPONSE, () -> bound.userInfo(BOUND, "ada"));
            assertThat(provider.received(FakeAuthorizationServer.USERINFO)).hasSize(1);
        }

        @Test
        @Tag("DP-21")
        void userInfoWhenRefusedTwiceThenTwoRequestsAndAnError() {
            provider.on(
                    FakeAuthorizationServer.USERINFO,
                    Reply.error(401, "use_dpop_nonce")
                            .header("WWW-Authenticate", "DPoP error=\"use_dpop_nonce\"")
                            .header("DPoP-Nonce", "n1"));
            assertRefused(Auth0ErrorCode.SERVER_ERROR_RESPONSE, () -> bound.userInfo(BOUND, "ada"));
            assertThat(provider.received(FakeAuthorizationServer.USERINFO)).hasSize(2);
        }
    }
}
