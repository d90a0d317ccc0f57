package io.github.auth0jakarta.internal.jose;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.TestKeys;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwksDocumentTest {
    private final StrictJson json = new StrictJson();

    static Stream<Arguments> badMembers() {
        return Stream.of(
                arguments("no object", "key"),
                arguments("null", null),
                arguments("a list", List.of()),
                arguments("no members", Map.of()),
                arguments("no kty", without(TestKeys.RSA, "kty")),
                arguments("unknown kty", with(TestKeys.RSA, "kty", "ABC")),
                arguments("kty in lower case", with(TestKeys.RSA, "kty", "rsa")),
                arguments("kty that is a number", with(TestKeys.RSA, "kty", 1)),
                arguments(
                        "a secret",
                        Map.of("kty", "oct", "kid", "s", "k", "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA")),
                arguments(
                        "OKP",
                        Map.of("kty", "OKP", "crv", "Ed25519", "x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")),
                arguments("RSA of 1024 bits", TestKeys.WEAK_RSA.jwk()),
                arguments(
                        "RSA of 16384 bits",
                        with(
                                TestKeys.RSA,
                                "n",
                                number(BigInteger.ONE.shiftLeft(16383).setBit(0)))),
                arguments("e of 1", with(TestKeys.RSA, "e", "AQ")),
                arguments("e of 3", with(TestKeys.RSA, "e", "Aw")),
                arguments("e that is even", with(TestKeys.RSA, "e", number(BigInteger.valueOf(65538)))),
                arguments("e of 2048 bits", with(TestKeys.RSA, "e", number(bits(2048)))),
                arguments("e of 65 bits", with(TestKeys.RSA, "e", number(bits(65)))),
                arguments("e that is missing", without(TestKeys.RSA, "e")),
                arguments("n that is missing", without(TestKeys.RSA, "n")),
                arguments("n that is empty", with(TestKeys.RSA, "n", "")),
                arguments("n that is a number", with(TestKeys.RSA, "n", 17)),
                arguments("for encryption", with(TestKeys.RSA, "use", "enc")),
                arguments("for another use", with(TestKeys.RSA, "use", "tls")),
                arguments("for signing only", with(TestKeys.RSA, "key_ops", List.of("sign"))),
                arguments("key_ops that is no list", with(TestKeys.RSA, "key_ops", "verify")),
                arguments("private RSA", with(TestKeys.RSA, "d", "AQAB")),
                arguments("half of a private RSA", with(TestKeys.RSA, "p", "AQAB")),
                arguments("private EC", with(TestKeys.EC, "d", "AQAB")),
                arguments("kid that is a number", with(TestKeys.RSA, "kid", 1)),
                arguments("point that is off its curve", with(TestKeys.EC, "x", Base64Url.encode(new byte[32]))),
                arguments("point of another curve", with(TestKeys.EC, "crv", "P-384")),
                arguments("unknown curve", with(TestKeys.EC, "crv", "P-257")),
                arguments("y that is missing", without(TestKeys.EC, "y")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badMembers")
    @Tag("JW-08")
    @Tag("JW-09")
    void badMemberIsLeftOutAndSpoilsNothing(String what, Object member) {
        List<Object> members = Arrays.asList(TestKeys.EC_384.jwk(), member, TestKeys.ROTATED_RSA.jwk());

        assertThat(kids(json, TestKeys.jwks(members)))
                .as(what)
                .containsExactly(TestKeys.EC_384.kid(), TestKeys.ROTATED_RSA.kid());
    }

    @Test
    void goodKeysAreTakenWhateverElseTheySay() {
        List<Map<String, Object>> members = List.of(
                TestKeys.RSA.jwk(),
                TestKeys.EC.jwk(),
                TestKeys.EC_384.jwk(),
                TestKeys.EC_521.jwk(),
                without(TestKeys.ROTATED_RSA, "use"),
                with(TestKeys.STRANGER_RSA, "key_ops", List.of("verify")),
                with(TestKeys.RSA, "n", number(bits(2048))),
                with(TestKeys.RSA, "n", number(bits(8192))),
                with(TestKeys.RSA, "e", number(bits(64))),
                with(TestKeys.STRANGER_EC, "x5c", List.of("no certificate")));

        assertThat(JwksDocument.parse(json, TestKeys.jwks(members)).getKeys()).hasSize(members.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<!DOCTYPE html><html></html>",
                "[]",
                "{}",
                "{\"keys\":null}",
                "{\"keys\":{}}",
                "{\"keys\":[]}",
                "{\"keys\":[{}]}",
                "{\"keys\":[],\"keys\":[]}"
            })
    void documentWithoutAUsableKeyIsRefused(String document) {
        assertKeysInvalid(document.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Tag("JW-12")
    void documentWithTooManyKeysIsRefused() {
        assertThat(JwksDocument.parse(json, TestKeys.jwks(Collections.nCopies(100, TestKeys.EC.jwk())))
                        .getKeys())
                .hasSize(100);
        assertKeysInvalid(TestKeys.jwks(Collections.nCopies(101, TestKeys.EC.jwk())));
    }

    @Test
    @Tag("JW-12")
    void documentThatIsTooLongIsRefused() {
        byte[] good = TestKeys.jwks(TestKeys.RSA);
        byte[] longest = Arrays.copyOf(good, JwksDocument.MAX_LENGTH + 1);
        Arrays.fill(longest, good.length, longest.length, (byte) ' ');

        assertKeysInvalid(longest);
        assertThat(kids(json, Arrays.copyOf(longest, JwksDocument.MAX_LENGTH))).containsExactly(TestKeys.RSA.kid());
    }

    private void assertKeysInvalid(byte[] document) {
        assertRefused(Auth0ErrorCode.SERVER_KEYS_INVALID, () -> JwksDocument.parse(json, document));
    }

    private static List<String> kids(StrictJson json, byte[] document) {
        JWKSet keys = JwksDocument.parse(json, document);
        return new ArrayList<>(keys.getKeys().stream().map(JWK::getKeyID).toList());
    }

    private static Map<String, Object> with(TestKeys key, String member, Object value) {
        Map<String, Object> jwk = key.jwk();
        jwk.put(member, value);
        return jwk;
    }

    private static Map<String, Object> without(TestKeys key, String member) {
        Map<String, Object> jwk = key.jwk();
        jwk.remove(member);
        return jwk;
    }

    /** An odd number of this many bits. */
    private static BigInteger bits(int count) {
        return BigInteger.ONE.shiftLeft(count - 1).setBit(0);
    }

    private static String number(BigInteger value) {
        return Base64Url.encode(value.toByteArray());
    }
}
