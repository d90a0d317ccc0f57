package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.Fault;
import io.github.auth0jakarta.tenant.TokenBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Access tokens on the API (RFC 6750, RFC 9068). */
class BearerIT extends ClientTest {

    /** A way to make a token that must be refused. */
    record Spoilt(String name, UnaryOperator<TokenBuilder> spoil) {

        @Override
        public String toString() {
            return name;
        }
    }

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured().build();
    }

    @Test
    void validTokenIsAccepted() {
        Answer me = call(accessToken(Demo.ALICE_SUB, "read:orders").sign(), "/api/me");

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.json().getString("caller")).isEqualTo(Demo.ALICE_SUB);
        assertThat(me.json().getJsonArray("groups").toString())
                .contains("\"SCOPE_read:orders\"", "\"read:orders\"", "\"admin\"");
        assertThat(me.json().getJsonObject("claims").getString("iss")).isEqualTo(tenant.issuer());
        assertThat(me.cookies()).isEmpty();
    }

    @Test
    void tokenOfAMachineIsAccepted() {
        Answer token = browser.post(
                RequestKind.PROGRAM,
                tenant.issuer() + "oauth/token",
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", Demo.CLIENT_ID,
                        "client_secret", Demo.CLIENT_SECRET,
                        "audience", Demo.AUDIENCE));

        Answer me = call(token.json().getString("access_token"), "/api/me");

        assertThat(me.json().getString("caller")).isEqualTo(Demo.CLIENT_ID + "@clients");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer", "BEARER", "Bearer"})
    void schemeIsReadInAnyCase(String scheme) {
        Answer me = browser.get(
                RequestKind.PROGRAM,
                APP + "/api/me",
                Map.of(
                        "Authorization",
                        scheme + " " + accessToken(Demo.ALICE_SUB).sign()));

        assertThat(me.status()).isEqualTo(200);
    }

    @Test
    void whenThereIsNoTokenThenTheChallengeHasNoError() {
        Answer answer = browser.get(RequestKind.PROGRAM, APP + "/api/me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer")
                .doesNotContain("error");
    }

    static Stream<Spoilt> spoilt() {
        long now = Instant.now().getEpochSecond();
        return Stream.of(
                new Spoilt("expired", token -> token.claim("exp", now - 300)),
                new Spoilt("without exp", token -> token.withoutClaim("exp")),
                new Spoilt("not yet valid", token -> token.claim("nbf", now + 300)),
                new Spoilt("issued in the future", token -> token.claim("iat", now + 300)),
                new Spoilt("other audience", token -> token.claim("aud", "https://other.example.com")),
                new Spoilt("audience of a client", token -> token.claim("aud", Demo.CLIENT_ID)),
                new Spoilt("audience with a slash", token -> token.claim("aud", Demo.AUDIENCE + "/")),
                new Spoilt("without audience", token -> token.withoutClaim("aud")),
                new Spoilt("other issuer", token -> token.claim("iss", "https://other.example.com/")),
                new Spoilt("without issuer", token -> token.withoutClaim("iss")),
                new Spoilt("without subject", token -> token.withoutClaim("sub")),
                new Spoilt("numeric subject", token -> token.claim("sub", 7)),
                new Spoilt("flipped signature", TokenBuilder::corruptSignature),
                new Spoilt("unsigned", TokenBuilder::unsigned),
                new Spoilt("signature cut off", TokenBuilder::withoutSignature),
                new Spoilt(
                        "key of somebody else",
                        token -> token.forgedWith(TestTenant.get().keys().generate())),
                new Spoilt("other algorithm", token -> token.algorithm(JWSAlgorithm.PS256)),
                new Spoilt("client secret as key", BearerIT::signedWithClientSecret),
                new Spoilt("critical header", token -> token.header("crit", List.of("b64"))),
                new Spoilt("type of a logout token", token -> token.header("typ", "logout+jwt")),
                new Spoilt("payload that is no JSON", token -> token.rawPayload(bytes("{\"sub\":"))));
    }

    private static TokenBuilder signedWithClientSecret(TokenBuilder token) {
        OctetSequenceKey key = new OctetSequenceKey.Builder(bytes(Demo.CLIENT_SECRET)).build();
        return token.forgedWith(key).algorithm(JWSAlgorithm.HS256);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void spoiltTokenIsRefusedAndNeverRedirected(Spoilt spoilt) {
        String token = spoilt.spoil().apply(accessToken(Demo.ALICE_SUB)).sign();

        assertInvalidToken(call(token, "/api/me"));
        assertInvalidToken(browser.get(RequestKind.NAVIGATION, APP + "/page", bearer(token)));
    }

    @Test
    void idTokenIsRefused() {
        String idToken =
                tenant.tokens().idToken(Demo.ALICE_SUB, Demo.CLIENT_ID, "n").sign();

        assertInvalidToken(call(idToken, "/api/me"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "..", "eyJhbGciOiJub25lIn0.e30."})
    void garbageIsRefused(String token) {
        assertInvalidToken(call(token, "/api/me"));
    }

    @Test
    void hugeTokenIsRefused() {
        Answer answer = call("a".repeat(6_000) + "." + "b".repeat(6_000) + ".c", "/api/me");

        // A server may have a lower limit for headers of its own.
        assertThat(answer.status()).isIn(400, 401, 431);
    }

    @Test
    void tokenInTheQueryIsNoToken() {
        Answer answer = browser.get(
                RequestKind.PROGRAM,
                APP + "/api/me?access_token=" + accessToken(Demo.ALICE_SUB).sign());

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void refusedTokenDoesNotFallBackToTheSession() {
        logInAsAlice(browser);

        assertInvalidToken(call("x", "/api/me"));
        assertInvalidToken(call("x", "/page"));
        assertInvalidToken(call("x", "/test/identities"));
    }

    @Test
    void tokenIsAcceptedOnPagesToo() {
        Answer page = browser.get(
                RequestKind.PROGRAM,
                APP + "/page",
                Map.of("Authorization", "Bearer " + accessToken(Demo.ALICE_SUB).sign(), "Accept", "application/json"));

        assertThat(page.json().getString("caller")).isEqualTo(Demo.ALICE_SUB);
    }

    @Test
    void scopeDecidesWhatMayBeDone() {
        String reader = accessToken(Demo.ALICE_SUB, "read:orders").sign();
        String writer = accessToken(Demo.ALICE_SUB, "write:orders").sign();

        assertThat(call(reader, "/api/orders").status()).isEqualTo(200);
        assertThat(order(writer).status()).isEqualTo(201);
        assertInsufficientScope(call(writer, "/api/orders"));
        assertInsufficientScope(order(reader));
    }

    @Test
    void tokensSignedAfterARotationAreAccepted() {
        call(accessToken(Demo.ALICE_SUB).sign(), "/api/me");
        tenant.keys().rotate();

        assertThat(call(accessToken(Demo.ALICE_SUB).sign(), "/api/me").status()).isEqualTo(200);
    }

    @Test
    void oneBadKeyDoesNotSpoilTheOthers() {
        tenant.hooks().jwks(document -> {
            List<Object> keys = new ArrayList<>((List<?>) document.get("keys"));
            keys.add(0, Map.of("kty", "RSA", "kid", "bad", "n", "***", "e", 7));
            keys.add(0, Map.of("kty", "unheard-of"));
            document.put("keys", keys);
            return document;
        });
        forgetInTheApplicationOnly();

        assertThat(call(accessToken(Demo.ALICE_SUB).sign(), "/api/me").status()).isEqualTo(200);
    }

    @Test
    void whenTheKeysCannotBeHadThenTheAnswerBlamesNotTheToken() {
        tenant.faults().inject("/.well-known/jwks.json", Fault.status(500));
        forgetInTheApplicationOnly();

        Answer answer = call(accessToken(Demo.ALICE_SUB).sign(), "/api/me");

        assertThat(answer.status()).isIn(502, 503, 504);
    }

    private void forgetInTheApplicationOnly() {
        browser.request("POST", RequestKind.PROGRAM, APP + "/test/reset");
    }

    private Answer order(String token) {
        return browser.post(RequestKind.PROGRAM, APP + "/api/orders", bearer(token), "");
    }

    private static void assertInvalidToken(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.header("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer")
                .contains("error=\"invalid_token\"");
        assertThat(answer.json().getString("error")).isEqualTo("invalid_token");
        assertThat(answer.json().getString("code")).startsWith("access_token.");
    }

    private static void assertInsufficientScope(Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("WWW-Authenticate").orElseThrow()).contains("error=\"insufficient_scope\"");
    }
}
