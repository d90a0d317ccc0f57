package io.github.auth0jakarta.internal.dpop;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.SeededRandom;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import io.github.auth0jakarta.testing.TestPossession;
import io.github.auth0jakarta.testing.TestProofs;
import io.github.auth0jakarta.testing.Together;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9449, 4.3: what a server has to make sure of, by its numbers; and 11.1. */
class DpopSpecTest {
    private static final long NOW = FixedTime.START.getEpochSecond();
    private static final String TOKEN = TestProofs.boundToken(TestKeys.EC);
    private static final String THUMBPRINT = TestProofs.thumbprint(TestKeys.EC);

    private final FixedTime time = new FixedTime();
    private final ProofValidator validator = TestPossession.validator(time, null);

    private static ProvenRequest request(String method, String address) {
        return ProvenRequest.of(method, Set.of(address));
    }

    private void validate(List<String> headers) {
        validator.validate(headers, request("GET", TestProofs.ADDRESS), TOKEN, THUMBPRINT);
    }

    private void validate(TestProofs proof) {
        validate(List.of(proof.build()));
    }

    private void assertAccepted(TestProofs proof) {
        assertThatCode(() -> validate(proof)).doesNotThrowAnyException();
    }

    private void assertProofRefused(Auth0ErrorCode code, TestProofs proof) {
        assertRefused(code, () -> validate(proof));
        assertThat(code.status()).isEqualTo(401);
    }

    private static TestProofs proof() {
        return TestProofs.of(TOKEN);
    }

    @Test
    void aGoodProofIsAccepted() {
        assertAccepted(proof());
        assertAccepted(proof());
    }

    @Test
    @Tag("DP-01")
    void step01ThereIsNotMoreThanOneHeader() {
        String one = proof().build();
        String other = proof().build();
        assertRefused(Auth0ErrorCode.DPOP_PROOF_MISSING, () -> validate(List.of()));
        assertRefused(Auth0ErrorCode.DPOP_PROOF_REPEATED, () -> validate(List.of(one, other)));
        assertRefused(Auth0ErrorCode.DPOP_PROOF_REPEATED, () -> validate(List.of(one, one)));
        assertRefused(Auth0ErrorCode.DPOP_PROOF_REPEATED, () -> validate(List.of(one + "," + other)));
        assertRefused(Auth0ErrorCode.DPOP_PROOF_REPEATED, () -> validate(List.of(one + ", " + one)));
        assertThatCode(() -> validate(List.of(one))).doesNotThrowAnyException();
    }

    static Stream<String> malformed() {
        String good = proof().build();
        String[] parts = good.split("\\.");
        return Stream.of(
                "",
                ".",
                "..",
                "a.b.c",
                parts[0],
                parts[0] + "." + parts[1],
                parts[0] + "." + parts[1] + ".",
                "." + parts[1] + "." + parts[2],
                parts[0] + ".." + parts[2],
                good + ".x",
                good + "=",
                " " + good,
                good + " ",
                parts[0] + "=." + parts[1] + "." + parts[2],
                parts[0] + "." + parts[1] + "." + parts[2] + "+",
                proof().withHeader("[]"),
                proof().withHeader("\"x\""),
                proof().withHeader("{}"),
                proof().withHeader("{\"typ\":\"dpop+jwt\",\"typ\":\"dpop+jwt\",\"alg\":\"ES256\"}"),
                proof().withHeader("{\"alg\":\"ES256\"} x"),
                proof().header("alg", null).build(),
                proof().header("alg", 1L).build(),
                proof().withoutHeader("alg").build(),
                proof().withPayload("[]"),
                proof().withPayload("null"),
                proof().withPayload("{\"jti\":\"a\",\"jti\":\"b\"}"),
                proof().withPayload("{\"iat\":1e1000000000}"));
    }

    @ParameterizedTest
    @MethodSource
    @Tag("DP-02")
    void malformed(String header) {
        assertRefused(Auth0ErrorCode.DPOP_MALFORMED, () -> validate(List.of(header)));
    }

    @Test
    @Tag("DP-02")
    void step02TheHeaderIsASingleWellFormedJwt() {
        assertRefused(Auth0ErrorCode.DPOP_ENCRYPTED, () -> validate(List.of("a.b.c.d.e")));
        assertRefused(Auth0ErrorCode.DPOP_TOO_LARGE, () -> validate(List.of("x".repeat(8 * 1024 + 1))));
        assertRefused(Auth0ErrorCode.DPOP_TOO_LARGE, () -> validate(List.of(".".repeat(1_000_000))));
        assertProofRefused(Auth0ErrorCode.DPOP_CRITICAL_HEADER, proof().header("crit", List.of("exp")));
        assertProofRefused(Auth0ErrorCode.DPOP_CRITICAL_HEADER, proof().header("b64", true));
    }

    static Stream<Arguments> claims() {
        List<Arguments> rows = new ArrayList<>();
        List<Object> noText = Arrays.asList("", null, 1L, true, List.of("x"), List.of(), Map.of());
        for (String name : List.of("jti", "htm", "htu", "ath")) {
            noText.forEach(value -> rows.add(Arguments.of(name, value)));
        }
        List<Object> noTime = Arrays.asList("", null, String.valueOf(NOW), true, -1L, List.of(NOW), Map.of());
        for (String name : List.of("iat", "exp", "nbf")) {
            noTime.forEach(value -> rows.add(Arguments.of(name, value)));
        }
        rows.add(Arguments.of("jti", "x".repeat(ProofValidator.LONGEST_JTI + 1)));
        rows.add(Arguments.of("iat", new BigDecimal("253402300800")));
        return rows.stream();
    }

    @ParameterizedTest
    @MethodSource("claims")
    @Tag("DP-02")
    void step03AClaimOfAWrongTypeIsRefused(String name, Object value) {
        assertProofRefused(Auth0ErrorCode.DPOP_CLAIM_MALFORMED, proof().claim(name, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jti", "htm", "htu", "iat", "ath"})
    @Tag("DP-02")
    void step03AllRequiredClaimsAreThere(String name) {
        assertProofRefused(Auth0ErrorCode.DPOP_CLAIM_MISSING, proof().without(name));
    }

    @Test
    void step03AJtiAsLongAsAllowedIsAccepted() {
        assertAccepted(proof().claim("jti", "x".repeat(ProofValidator.LONGEST_JTI)));
        assertAccepted(proof().claim("unknown", Map.of("x", 1L)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "JWT",
                "at+jwt",
                "dpop",
                "dpop-jwt",
                "DPOP+JWT",
                "dpop+jwt ",
                "application/dpop+jwt",
                "dpop+jwt;x"
            })
    @Tag("DP-03")
    void step04TheTypIsDpopJwt(String typ) {
        assertProofRefused(Auth0ErrorCode.DPOP_TYPE_MISMATCH, proof().header("typ", typ));
    }

    @Test
    @Tag("DP-03")
    void step04TheTypIsThere() {
        assertProofRefused(Auth0ErrorCode.DPOP_TYPE_MISMATCH, proof().withoutHeader("typ"));
        assertProofRefused(Auth0ErrorCode.DPOP_MALFORMED, proof().header("typ", null));
        assertProofRefused(Auth0ErrorCode.DPOP_MALFORMED, proof().header("typ", List.of("dpop+jwt")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "none", "None", "HS256", "HS512", "RS1", "RS256", "PS256", "ES384", "ES512", "ES256K", "EdDSA",
                "es256"
            })
    @Tag("DP-04")
    void step05TheAlgIsAsymmetricAndAccepted(String alg) {
        assertProofRefused(Auth0ErrorCode.DPOP_ALGORITHM_NOT_ALLOWED, proof().header("alg", alg));
    }

    @Test
    @Tag("DP-04")
    void step05TheAlgFitsTheKey() {
        assertProofRefused(
                Auth0ErrorCode.DPOP_KEY_INVALID, proof().header("jwk", Map.of("kty", "RSA", "n", "AQAB", "e", "AQAB")));
        assertProofRefused(
                Auth0ErrorCode.DPOP_KEY_INVALID, proof().of(TestKeys.EC_384).header("alg", "ES256"));
        assertProofRefused(
                Auth0ErrorCode.DPOP_KEY_INVALID, proof().header("jwk", Map.of("kty", "oct", "k", "c2VjcmV0")));
        assertProofRefused(Auth0ErrorCode.DPOP_ALGORITHM_NOT_ALLOWED, proof().of(TestKeys.RSA));
        assertProofRefused(Auth0ErrorCode.DPOP_ALGORITHM_NOT_ALLOWED, proof().of(TestKeys.EC_384));
    }

    /** No RSA key is ever built, so its size costs nothing. */
    @ParameterizedTest
    @ValueSource(ints = {1024, 16_384})
    @Tag("DP-26")
    void step05AnRsaKeyOfAnySizeIsRefusedAtOnce(int bits) {
        String modulus = "v" + "A".repeat(bits / 6);
        for (Map<String, Object> jwk : List.<Map<String, Object>>of(
                Map.of("kty", "RSA", "n", modulus, "e", "AQAB"),
                Map.of("kty", "RSA", "n", modulus, "e", "_".repeat(2048 / 6)))) {
            assertProofRefused(
                    Auth0ErrorCode.DPOP_ALGORITHM_NOT_ALLOWED,
                    proof().header("alg", "RS256").header("jwk", jwk));
            String proof = proof().header("jwk", jwk).build();
            long begin = System.nanoTime();
            assertRefused(Auth0ErrorCode.DPOP_KEY_INVALID, () -> validate(List.of(proof)));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(50));
        }
    }

    @Test
    @Tag("DP-05")
    void step06TheSignatureIsOfTheKeyInTheHeader() {
        assertProofRefused(Auth0ErrorCode.DPOP_SIGNATURE_INVALID, proof().signedWith(TestKeys.STRANGER_EC));
        assertProofRefused(
                Auth0ErrorCode.DPOP_SIGNATURE_INVALID,
                proof().header("jwk", TestProofs.publicJwk(TestKeys.STRANGER_EC)));
    }

    static Stream<byte[]> signatures() {
        byte[] der = {0x30, 0x06, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01};
        byte[] ones = new byte[64];
        Arrays.fill(ones, (byte) 0xFF);
        return Stream.of(new byte[64], ones, new byte[63], new byte[65], new byte[1], new byte[96], der);
    }

    @ParameterizedTest
    @MethodSource
    @Tag("DP-05")
    void signatures(byte[] signature) {
        String good = proof().build();
        String forged = good.substring(0, good.lastIndexOf('.') + 1) + Base64Texts.encode(signature);
        assertRefused(Auth0ErrorCode.DPOP_SIGNATURE_INVALID, () -> validate(List.of(forged)));
    }

    @Test
    @Tag("DP-05")
    void step06ABitThatIsFlippedIsNoticed() {
        String good = proof().build();
        byte[] signature = Base64Texts.decode(good.substring(good.lastIndexOf('.') + 1));
        for (int bit = 0; bit < signature.length * 8; bit += 17) {
            byte[] flipped = signature.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            String forged = good.substring(0, good.lastIndexOf('.') + 1) + Base64Texts.encode(flipped);
            assertRefused(Auth0ErrorCode.DPOP_SIGNATURE_INVALID, () -> validate(List.of(forged)));
        }
        assertThatCode(() -> validate(List.of(good))).doesNotThrowAnyException();
    }

    /** The key is known by then, and the payload is another one. */
    @Test
    @Tag("DP-05")
    void step06AKeyThatIsKnownIsVerifiedWithEachTime() {
        assertAccepted(proof());
        assertProofRefused(Auth0ErrorCode.DPOP_SIGNATURE_INVALID, proof().signedWith(TestKeys.STRANGER_EC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "p", "q", "dp", "dq", "qi", "oth", "k"})
    @Tag("DP-06")
    void step07TheKeyIsNotPrivate(String member) {
        Map<String, Object> jwk = TestProofs.publicJwk(TestKeys.EC);
        jwk.put(member, "AQAB");
        assertProofRefused(Auth0ErrorCode.DPOP_KEY_INVALID, proof().header("jwk", jwk));
        jwk.put(member, null);
        assertProofRefused(Auth0ErrorCode.DPOP_KEY_INVALID, proof().header("jwk", jwk));
    }

    static Stream<Map<String, Object>> keys() {
        return Stream.of(
                with("kty", null),
                with("kty", "OKP"),
                with("kty", "ec"),
                with("crv", "P-384"),
                with("crv", "secp256k1"),
                with("crv", null),
                with("x", ""),
                with("x", null),
                with("x", 1L),
                with("x", "AQAB"),
                with("x", coordinate(TestKeys.EC, "x") + "="),
                with("x", "A" + coordinate(TestKeys.EC, "x")),
                with("x", coordinate(TestKeys.EC, "y")),
                with("y", coordinate(TestKeys.STRANGER_EC, "y")),
                with("y", "A".repeat(43)),
                with("y", List.of()),
                with("use", "enc"),
                with("use", null),
                with("alg", "ES384"),
                without("x"),
                without("y"),
                without("kty"),
                without("crv"),
                Map.of());
    }

    private static Object coordinate(TestKeys key, String name) {
        return Objects.requireNonNull(key.jwk().get(name));
    }

    private static Map<String, Object> with(String name, @Nullable Object value) {
        Map<String, Object> jwk = new HashMap<>(TestProofs.publicJwk(TestKeys.EC));
        jwk.put(name, value);
        return jwk;
    }

    private static Map<String, Object> without(String name) {
        Map<String, Object> jwk = new TreeMap<>(TestProofs.publicJwk(TestKeys.EC));
        jwk.remove(name);
        return jwk;
    }

    @ParameterizedTest
    @MethodSource
    @Tag("DP-04")
    void keys(Map<String, Object> jwk) {
        assertProofRefused(Auth0ErrorCode.DPOP_KEY_INVALID, proof().header("jwk", jwk));
    }

    @Test
    void step07AKeyThatIsMissingOrNoObjectIsRefused() {
        assertProofRefused(Auth0ErrorCode.DPOP_KEY_INVALID, proof().withoutHeader("jwk"));
        assertProofRefused(Auth0ErrorCode.DPOP_KEY_INVALID, proof().header("jwk", null));
        assertProofRefused(Auth0ErrorCode.DPOP_KEY_INVALID, proof().header("jwk", "x"));
        assertProofRefused(Auth0ErrorCode.DPOP_KEY_INVALID, proof().header("jwk", List.of()));
        assertAccepted(proof().header("jwk", TestKeys.EC.jwk()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "Get", "HEAD", "POST", "GET ", " GET", "*", "GET,POST"})
    @Tag("DP-07")
    void step08TheHtmIsTheMethod(String htm) {
        assertProofRefused(Auth0ErrorCode.DPOP_METHOD_MISMATCH, proof().claim("htm", htm));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "HEAD", "OPTIONS", "PATCH", "get"})
    @Tag("DP-07")
    void step08TheHtmIsTheMethodOfThisRequest(String method) {
        String proof = proof().build();
        assertRefused(
                Auth0ErrorCode.DPOP_METHOD_MISMATCH,
                () -> validator.validate(List.of(proof), request(method, TestProofs.ADDRESS), TOKEN, THUMBPRINT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example/orders",
                "https://API.example/orders",
                "HTTPS://api.example/orders",
                "https://api.example:443/orders",
                "https://api.example/orders?status=open",
                "https://api.example/orders#part",
                "https://api.example/%6Frders",
                "https://api.example/x/../orders",
                "https://api.example/./orders"
            })
    @Tag("DP-08")
    void step09TheHtuIsTheAddressHoweverItIsWritten(String htu) {
        assertAccepted(proof().claim("htu", htu));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example/orders",
                "https://api.example:8443/orders",
                "https://other.example/orders",
                "https://api.example.evil.example/orders",
                "https://api.example@evil.example/orders",
                "https://api.example./orders",
                "https://api.example/Orders",
                "https://api.example/orders/",
                "https://api.example/orders/1",
                "https://api.example//orders",
                "https://api.example/",
                "https://api.example",
                "https://api.example/orders%2F",
                "https://api.example/orders;x=1",
                "https://api.example\\orders",
                "https://api.example/orders ",
                " https://api.example/orders",
                "https://api.example/orders\n",
                "//api.example/orders",
                "/orders",
                "orders",
                "https:///orders",
                "https:/api.example/orders",
                "https:api.example/orders",
                "ftp://api.example/orders",
                "wss://api.example/orders",
                "https://api_example/orders",
                "https://api.example:/orders",
                "https://api.example:99999/orders",
                "https://api.example/orders%",
                "*"
            })
    @Tag("DP-08")
    void step09AnyOtherHtuIsRefused(String htu) {
        assertProofRefused(Auth0ErrorCode.DPOP_URI_MISMATCH, proof().claim("htu", htu));
    }

    @Test
    void step10WithoutNoncesAnyNonceIsIgnored() {
        assertAccepted(proof().claim("nonce", "of-somebody-else"));
        assertAccepted(proof().claim("nonce", null));
    }

    @Test
    @Tag("DP-18")
    void step10TheNonceIsOneOfOurs() {
        ServerNonces nonces = ServerNoncesTest.nonces(time);
        ProofValidator strict = TestPossession.validator(time, nonces);
        for (TestProofs proof : List.of(
                proof(),
                proof().claim("nonce", "x"),
                proof().claim("nonce", nonces.current() + "A"),
                proof().claim("nonce", "A" + nonces.current().substring(1)))) {
            assertRefused(Auth0ErrorCode.DPOP_NONCE_REQUIRED, () -> validate(strict, proof));
        }
        assertRefused(Auth0ErrorCode.DPOP_CLAIM_MALFORMED, () -> validate(strict, proof().claim("nonce", null)));
        String nonce = nonces.current();
        assertThat(validate(strict, proof().claim("nonce", nonce))).isFalse();
        time.advance(Duration.ofMinutes(2));
        assertThat(validate(strict, proof().claim("nonce", nonce)))
                .as("a new one is offered")
                .isTrue();
        time.advance(Duration.ofMinutes(2));
        assertRefused(Auth0ErrorCode.DPOP_NONCE_REQUIRED, () -> validate(strict, proof().claim("nonce", nonce)));
    }

    private static boolean validate(ProofValidator validator, TestProofs proof) {
        return validator.validate(List.of(proof.build()), request("GET", TestProofs.ADDRESS), TOKEN, THUMBPRINT);
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, -299, -10, 0, 10, 30})
    @Tag("DP-10")
    void step11AProofMadeWithinTheWindowIsAccepted(long seconds) {
        assertAccepted(proof().claim("iat", NOW + seconds));
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, -360, -3_600, -86_400_000})
    @Tag("DP-10")
    void step11AnOldProofIsRefused(long seconds) {
        assertProofRefused(Auth0ErrorCode.DPOP_EXPIRED, proof().claim("iat", NOW + seconds));
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 60, 360, 3_600})
    @Tag("DP-10")
    void step11AProofOfTheFutureIsRefused(long seconds) {
        assertProofRefused(Auth0ErrorCode.DPOP_ISSUED_IN_FUTURE, proof().claim("iat", NOW + seconds));
    }

    @Test
    void step11ExpAndNbfCountWhereTheyAre() {
        assertAccepted(proof().claim("exp", NOW - 29).claim("nbf", NOW + 30));
        assertAccepted(proof().claim("iat", BigDecimal.valueOf(NOW).subtract(new BigDecimal("0.5"))));
        assertProofRefused(Auth0ErrorCode.DPOP_EXPIRED, proof().claim("exp", NOW - 30));
        assertProofRefused(Auth0ErrorCode.DPOP_NOT_YET_VALID, proof().claim("nbf", NOW + 31));
    }

    static Stream<String> hashes() {
        String good = Base64Texts.sha256(TOKEN);
        return Stream.of(
                Base64Texts.sha256(TOKEN + "x"),
                Base64Texts.sha256("DPoP " + TOKEN),
                Base64Texts.sha256(TestProofs.boundToken(TestKeys.STRANGER_EC)),
                good + "=",
                good.substring(1),
                good.substring(0, 42),
                good + "A",
                " " + good,
                good.toUpperCase(Locale.ROOT),
                TOKEN,
                "x",
                "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU",
                Base64Texts.encode(good.getBytes(StandardCharsets.US_ASCII)));
    }

    @ParameterizedTest
    @MethodSource
    @Tag("DP-14")
    void hashes(String ath) {
        assertProofRefused(Auth0ErrorCode.DPOP_TOKEN_HASH_MISMATCH, proof().claim("ath", ath));
    }

    @Test
    @Tag("DP-15")
    void step12TheTokenIsBoundToTheKeyOfTheProof() {
        assertProofRefused(Auth0ErrorCode.ACCESS_TOKEN_KEY_MISMATCH, proof().of(TestKeys.STRANGER_EC));
    }

    @Test
    @Tag("DP-15")
    void step12TheThumbprintIsThatOfRfc7638() {
        String proof = proof().build();
        for (String other :
                List.of(THUMBPRINT + "=", THUMBPRINT + "A", "", TestProofs.thumbprint(TestKeys.STRANGER_EC))) {
            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_KEY_MISMATCH,
                    () -> validator.validate(List.of(proof), request("GET", TestProofs.ADDRESS), TOKEN, other));
        }
    }

    @Test
    @Tag("DP-11")
    void replayTheSameProofWorksOnce() {
        String proof = proof().build();
        validate(List.of(proof));
        assertRefused(Auth0ErrorCode.DPOP_REPLAYED, () -> validate(List.of(proof)));
        time.advance(Duration.ofSeconds(299));
        assertRefused(Auth0ErrorCode.DPOP_REPLAYED, () -> validate(List.of(proof)));
        time.advance(Duration.ofSeconds(2));
        assertRefused(Auth0ErrorCode.DPOP_EXPIRED, () -> validate(List.of(proof)));
    }

    @Test
    @Tag("DP-11")
    void replayTheSameJtiOfOneKeyWorksOnceWhateverElseIsNew() {
        validate(proof().claim("jti", "one"));
        assertProofRefused(
                Auth0ErrorCode.DPOP_REPLAYED, proof().claim("jti", "one").claim("iat", NOW - 200));
        String head = proof().claim("jti", "one").claim("htm", "HEAD").build();
        assertRefused(
                Auth0ErrorCode.DPOP_REPLAYED,
                () -> validator.validate(List.of(head), request("HEAD", TestProofs.ADDRESS), TOKEN, THUMBPRINT));
    }

    @Test
    @Tag("DP-11")
    void replayTwoNodesWithOneStoreAcceptAProofOnce() {
        MemoryReplayStore shared = new MemoryReplayStore(10, new SeededRandom(1), time);
        String proof = proof().build();
        ProofValidator one = TestPossession.validator(time, null, shared);
        ProofValidator other = TestPossession.validator(time, null, shared);
        ProvenRequest request = request("GET", TestProofs.ADDRESS);
        one.validate(List.of(proof), request, TOKEN, THUMBPRINT);
        assertRefused(Auth0ErrorCode.DPOP_REPLAYED, () -> other.validate(List.of(proof), request, TOKEN, THUMBPRINT));
    }

    @Test
    void replayTheSameJtiOfAnotherKeyIsAnotherProof() {
        String token = TestProofs.boundToken(TestKeys.STRANGER_EC);
        validate(proof().claim("jti", "one"));
        String other = TestProofs.of(token)
                .of(TestKeys.STRANGER_EC)
                .claim("jti", "one")
                .build();
        assertThatCode(() -> validator.validate(
                        List.of(other),
                        request("GET", TestProofs.ADDRESS),
                        token,
                        TestProofs.thumbprint(TestKeys.STRANGER_EC)))
                .doesNotThrowAnyException();
    }

    @Test
    @Tag("DP-11")
    void replayOfManyCopiesAtOnceOneIsAccepted() {
        String proof = proof().build();
        List<Boolean> accepted = Together.call(
                50,
                () -> {
                    try {
                        validate(List.of(proof));
                        return true;
                    } catch (TokenValidationException e) {
                        assertThat(e.code()).isEqualTo(Auth0ErrorCode.DPOP_REPLAYED);
                        return false;
                    }
                },
                () -> {});
        assertThat(accepted).containsOnlyOnce(true);
    }

    /** Neither a proof that is refused nor one for another token fills the memory. */
    @Test
    @Tag("DP-13")
    void replayOnlyAcceptedProofsAreRemembered() {
        List<byte[]> remembered = new ArrayList<>();
        ProofValidator recording = TestPossession.validator(time, null, (key, until) -> remembered.add(key));
        for (TestProofs proof : List.of(
                proof().signedWith(TestKeys.STRANGER_EC),
                proof().of(TestKeys.STRANGER_EC),
                proof().claim("htm", "POST"),
                proof().claim("htu", "https://other.example/"),
                proof().claim("iat", NOW - 301),
                proof().claim("ath", Base64Texts.sha256(TestJwts.accessToken().build())))) {
            assertThatCode(() -> validate(recording, proof)).isInstanceOf(TokenValidationException.class);
        }
        assertThat(remembered).isEmpty();
        validate(recording, proof());
        assertThat(remembered).hasSize(1).allSatisfy(key -> assertThat(key).hasSize(32));
    }

    @Test
    @Tag("DP-12")
    void replayAStoreThatThrowsLetsNothingPass() {
        ProofValidator failing = TestPossession.validator(time, null, (key, until) -> {
            throw new IllegalStateException("no connection");
        });
        assertRefused(Auth0ErrorCode.DPOP_REPLAY_STORE_UNAVAILABLE, () -> validate(failing, proof()));
        assertThat(Auth0ErrorCode.DPOP_REPLAY_STORE_UNAVAILABLE.status()).isEqualTo(503);
    }
}
