package io.github.auth0jakarta.internal.oauth;

import static io.github.auth0jakarta.testing.FakeAuthorizationServer.TOKEN;
import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.dpop.DpopClient;
import io.github.auth0jakarta.internal.dpop.DpopKey;
import io.github.auth0jakarta.internal.jose.JwtSigner;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Received;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.SeededRandom;
import io.github.auth0jakarta.testing.SentJwt;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import io.github.auth0jakarta.testing.Together;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The token endpoint of a client whose tokens are bound to its key (RFC 9449, 5 and 8). */
@Timeout(60)
class BoundTokensTest {
    private static final StrictJson JSON = new StrictJson();
    private static final Reply NONCE_WANTED = Reply.error(400, "use_dpop_nonce");

    private final FakeAuthorizationServer provider = FakeAuthorizationServer.start();
    private final DpopClient dpop =
            new DpopClient(DpopKey.ofPem(TestKeys.EC.pem(), JSON), new SeededRandom(1), provider.time(), JSON);
    private final TokenEndpoint endpoint =
            new TokenEndpoint(provider.client(provider.client().authentication(), dpop), new JsonAnswers(JSON));

    @AfterEach
    void stop() {
        provider.close();
    }

    private static Reply tokens(String accessToken) {
        return Reply.json(Map.of("access_token", accessToken, "token_type", "dPoP"));
    }

    private static SentJwt proof(Received request) {
        return SentJwt.of(request.header("Dpop"));
    }

    private static boolean hasNonce(Received request, String nonce) {
        return nonce.equals(proof(request).claims().get("nonce"));
    }

    private TokenResponse refresh() {
        return endpoint.refreshToken("rt", null, Set.of());
    }

    private TokenResponse code() {
        return endpoint.authorizationCode("code", "https://app.example/cb", "verifier");
    }

    @Test
    @Tag("DP-20")
    @Tag("DP-25")
    void anyGrantWhenSentThenWithAProofOfTheSameKey() {
        provider.on(TOKEN, tokens("at"));
        assertThat(code().tokenType()).isEqualTo("DPoP");
        refresh();
        assertThat(provider.received(TOKEN)).hasSize(2).allSatisfy(request -> {
            assertThat(proof(request).isSignedBy(TestKeys.EC)).isTrue();
            assertThat(proof(request).claims())
                    .containsOnlyKeys("jti", "htm", "htu", "iat")
                    .containsEntry("htu", provider.at(TOKEN));
        });
    }

    @Test
    @Tag("DP-24")
    void anyGrantWhenTheTokenIsABearersThenRefused() {
        provider.on(TOKEN, Reply.json(Map.of("access_token", "at", "token_type", "Bearer")));
        assertRefused(Auth0ErrorCode.SERVER_TOKEN_TYPE_MISMATCH, this::code);
    }

    @Test
    @Tag("DP-21")
    void codeWhenANonceIsWantedThenSentOnceMoreWithTheSameCode() {
        provider.on(TOKEN, request -> hasNonce(request, "n1") ? tokens("at") : NONCE_WANTED.header("DPoP-Nonce", "n1"));
        assertThat(code().accessToken()).isEqualTo("at");
        List<Received> requests = provider.received(TOKEN);
        assertThat(requests).hasSize(2);
        assertThat(requests.get(1).form()).isEqualTo(requests.get(0).form());
        assertThat(proof(requests.get(1)).claims().get("jti"))
                .isNotEqualTo(proof(requests.get(0)).claims().get("jti"));
    }

    @Test
    @Tag("DP-21")
    void anyGrantWhenRefusedTwiceThenTwoRequestsAndAnError() {
        AtomicInteger count = new AtomicInteger();
        provider.on(TOKEN, request -> NONCE_WANTED.header("DPoP-Nonce", "n" + count.incrementAndGet()));
        assertRefused(Auth0ErrorCode.SERVER_ERROR_RESPONSE, this::code);
        assertThat(provider.received(TOKEN)).hasSize(2);
    }

    @Test
    @Tag("DP-21")
    void anyGrantWhenANonceIsWantedAndNoneIsGivenThenNotSentAgain() {
        provider.on(TOKEN, NONCE_WANTED);
        assertRefused(Auth0ErrorCode.SERVER_ERROR_RESPONSE, this::code);
        provider.on(TOKEN, NONCE_WANTED.header("DPoP-Nonce", "not a nonce"));
        assertRefused(Auth0ErrorCode.SERVER_ERROR_RESPONSE, this::code);
        assertThat(provider.received(TOKEN)).hasSize(2);
    }

    /** A code must not be sent twice for any other reason. */
    @Test
    void codeWhenRefusedForAnotherReasonThenNotSentAgain() {
        provider.on(TOKEN, Reply.error(400, "invalid_dpop_proof").header("DPoP-Nonce", "n1"));
        assertRefused(Auth0ErrorCode.SERVER_ERROR_RESPONSE, this::code);
        provider.on(TOKEN, Reply.error(400, "invalid_grant").header("DPoP-Nonce", "n1"));
        assertRefused(Auth0ErrorCode.SERVER_INVALID_GRANT, this::code);
        provider.on(TOKEN, Reply.error(503, "use_dpop_nonce").header("DPoP-Nonce", "n1"));
        assertRefused(Auth0ErrorCode.SERVER_ERROR_RESPONSE, this::code);
        assertThat(provider.received(TOKEN)).hasSize(3);
    }

    /** 8.2: a success may bring the nonce of the next request. */
    @Test
    void anyGrantWhenASuccessBringsANonceThenUsedNextTime() {
        provider.on(TOKEN, tokens("at").header("DPoP-Nonce", "n1"));
        refresh();
        provider.on(TOKEN, tokens("at").header("DPoP-Nonce", "n2"));
        refresh();
        refresh();
        assertThat(provider.received(TOKEN))
                .extracting(request -> proof(request).claims().get("nonce"))
                .containsExactly(null, "n1", "n2");
    }

    @Test
    void anyGrantWhenNoncesWereDroppedThenSentWithoutOne() {
        provider.on(TOKEN, tokens("at").header("DPoP-Nonce", "n1"));
        refresh();
        dpop.dropNonces();
        refresh();
        assertThat(provider.received(TOKEN))
                .hasSize(2)
                .allSatisfy(request -> assertThat(proof(request).claims()).doesNotContainKey("nonce"));
    }

    @Test
    @Tag("F-37")
    void anyGrantWhenTheNonceChangesWithEachRequestThenTwoRequestsAtMost() {
        AtomicInteger count = new AtomicInteger();
        provider.on(TOKEN, request -> {
            boolean fresh = hasNonce(request, "n" + count.get());
            String next = "n" + count.incrementAndGet();
            return (fresh && count.get() % 2 == 0 ? tokens("at") : NONCE_WANTED).header("DPoP-Nonce", next);
        });
        for (int i = 0; i < 10; i++) {
            refresh();
        }
        assertThat(provider.received(TOKEN)).hasSize(20);
    }

    /** Each of many threads gets the answer to its own request, also where all of them have to ask twice. */
    @Test
    @Tag("DP-22")
    void anyGrantWhenManyAskAtOnceThenNoAnswerGoesToAnother() {
        provider.on(
                TOKEN,
                request -> proof(request).claims().containsKey("nonce")
                        ? tokens("for-" + request.form().get("refresh_token"))
                        : NONCE_WANTED.header("DPoP-Nonce", "n1"));
        AtomicInteger user = new AtomicInteger();
        List<Boolean> own = Together.call(
                50,
                () -> {
                    String refreshToken = "rt-" + user.incrementAndGet();
                    return endpoint.refreshToken(refreshToken, null, Set.of())
                            .accessToken()
                            .equals("for-" + refreshToken);
                },
                () -> {});
        assertThat(own).hasSize(50).doesNotContain(false);
    }

    /** A nonce is of one server and goes to no other. */
    @Test
    @Tag("DP-22")
    void anyGrantWhenAnotherServerGaveANonceThenItStaysThere() {
        provider.on(TOKEN, tokens("at").header("DPoP-Nonce", "n1"));
        refresh();
        try (FakeAuthorizationServer other = FakeAuthorizationServer.start()) {
            other.on(TOKEN, tokens("at"));
            new TokenEndpoint(other.client(other.client().authentication(), dpop), new JsonAnswers(JSON))
                    .refreshToken("rt", null, Set.of());
            assertThat(proof(other.received(TOKEN).get(0)).claims()).doesNotContainKey("nonce");
        }
    }

    /** RFC 7523, 3, step 7: the second attempt is not a replay of the first. */
    @Test
    @Tag("TC-02")
    void anyGrantWhenSentOnceMoreThenWithANewAssertion() {
        provider.on(TOKEN, request -> hasNonce(request, "n1") ? tokens("at") : NONCE_WANTED.header("DPoP-Nonce", "n1"));
        PrivateKeyJwt jwt = new PrivateKeyJwt(
                TestJwts.CLIENT_ID,
                provider.issuer(),
                new JwtSigner(TestKeys.RSA.privateKey(), SignatureAlgorithm.RS256, JSON),
                null,
                new SeededRandom(2),
                provider.time());
        new TokenEndpoint(provider.client(jwt, dpop), new JsonAnswers(JSON)).refreshToken("rt", null, Set.of());
        assertThat(provider.received(TOKEN))
                .extracting(request -> SentJwt.of(
                                Objects.requireNonNull(request.form().get("client_assertion")))
                        .claims()
                        .get("jti"))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void revokeRefreshTokenWhenSentThenWithoutAProof() {
        provider.on(FakeAuthorizationServer.REVOKE, new Reply(200, "text/plain", ""));
        endpoint.revokeRefreshToken("rt");
        assertThat(provider.received(FakeAuthorizationServer.REVOKE))
                .singleElement()
                .satisfies(request -> assertThat(request.headers()).doesNotContainKey("Dpop"));
    }
}
