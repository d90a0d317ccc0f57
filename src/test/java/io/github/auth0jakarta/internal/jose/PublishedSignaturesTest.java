package io.github.auth0jakarta.internal.jose;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FakeJwks;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestKeys;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 7520, 4.1 to 4.3: the published signatures with the published keys. They sign a sentence and no claims. */
class PublishedSignaturesTest {
    private static final String KEY_ID = "bilbo.baggins@hobbiton.example";

    /** 3.3. */
    private static final Map<String, Object> RSA_KEY = Map.of(
            "kty",
            "RSA",
            "kid",
            KEY_ID,
            "use",
            "sig",
            "n",
            "n4EPtAOCc9AlkeQHPzHStgAbgs7bTZLwUBZdR8_KuKPEHLd4rHVTeT-O-XV2jRojdNhxJWTDvNd7nqQ0VEiZQHz_AJmSCpMa"
                    + "JMRBSFKrKb2wqVwGU_NsYOYL-QtiWN2lbzcEe6XC0dApr5ydQLrHqkHHig3RBordaZ6Aj-oBHqFEHYpPe7Tpe-OfVfHd1E6c"
                    + "S6M1FZcD1NNLYD5lFHpPI9bTwJlsde3uhGqC0ZCuEHg8lhzwOHrtIQbS0FVbb9k3-tVTU4fg_3L_vniUFAKwuCLqKnS2BYwd"
                    + "q_mzSnbLY7h_qixoR7jig3__kRhuaxwUkRz5iaiQkqgc5gHdrNP5zw",
            "e",
            "AQAB");

    /** 3.1. */
    private static final Map<String, Object> EC_KEY = Map.of(
            "kty",
            "EC",
            "kid",
            KEY_ID,
            "use",
            "sig",
            "crv",
            "P-521",
            "x",
            "AHKZLLOsCOzz5cY97ewNUajB957y-C-U88c3v13nmGZx6sYl_oJXu9A5RkTKqjqvjyekWF-7ytDyRXYgCF5cj0Kt",
            "y",
            "AdymlHvOiLxXkEhayXQnNCvDX4h9htZaCJN34kfmC6pV5OhQHiraVySsUdaQkAgDPrwQrJmbnX9cwlGfP-HqHZR1");

    private static final String PAYLOAD =
            "SXTigJlzIGEgZGFuZ2Vyb3VzIGJ1c2luZXNzLCBGcm9kbywgZ29pbmcgb3V0IHlvdXIgZG9vci4gWW91IHN0ZXAgb250byB0"
                    + "aGUgcm9hZCwgYW5kIGlmIHlvdSBkb24ndCBrZWVwIHlvdXIgZmVldCwgdGhlcmXigJlzIG5vIGtub3dpbmcgd2hlcmUgeW91"
                    + "IG1pZ2h0IGJlIHN3ZXB0IG9mZiB0by4";

    private final FixedTime time = new FixedTime();
    private final FakeJwks published = new FakeJwks();

    static Stream<Arguments> examples() {
        return Stream.of(
                Arguments.of(
                        SignatureAlgorithm.RS256,
                        "eyJhbGciOiJSUzI1NiIsImtpZCI6ImJpbGJvLmJhZ2dpbnNAaG9iYml0b24uZXhhbXBsZSJ9",
                        "MRjdkly7_-oTPTS3AXP41iQIGKa80A0ZmTuV5MEaHoxnW2e5CZ5NlKtainoFmKZopdHM1O2U4mwzJdQx996ivp83xuglII7P"
                                + "NDi84wnB-BDkoBwA78185hX-Es4JIwmDLJK3lfWRa-XtL0RnltuYv746iYTh_qHRD68BNt1uSNCrUCTJDt5aAE6x8wW1Kt9e"
                                + "Ro4QPocSadnHXFxnt8Is9UzpERV0ePPQdLuW3IS_de3xyIrDaLGdjluPxUAhb6L2aXic1U12podGU0KLUQSE_oI-ZnmKJ3F4"
                                + "uOZDnd6QZWJushZ41Axf_fcIe8u9ipH84ogoree7vjbU5y18kDquDg"),
                Arguments.of(
                        SignatureAlgorithm.PS384,
                        "eyJhbGciOiJQUzM4NCIsImtpZCI6ImJpbGJvLmJhZ2dpbnNAaG9iYml0b24uZXhhbXBsZSJ9",
                        "cu22eBqkYDKgIlTpzDXGvaFfz6WGoz7fUDcfT0kkOy42miAh2qyBzk1xEsnk2IpN6-tPid6VrklHkqsGqDqHCdP6O8TTB5dD"
                                + "DItllVo6_1OLPpcbUrhiUSMxbbXUvdvWXzg-UD8biiReQFlfz28zGWVsdiNAUf8ZnyPEgVFn442ZdNqiVJRmBqrYRXe8P_ij"
                                + "Q7p8Vdz0TTrxUeT3lm8d9shnr2lfJT8ImUjvAA2Xez2Mlp8cBE5awDzT0qI0n6uiP1aCN_2_jLAeQTlqRHtfa64QQSUmFAAj"
                                + "VKPbByi7xho0uTOcbH510a6GYmJUAfmWjwZ6oD4ifKo8DYM-X72Eaw"),
                Arguments.of(
                        SignatureAlgorithm.ES512,
                        "eyJhbGciOiJFUzUxMiIsImtpZCI6ImJpbGJvLmJhZ2dpbnNAaG9iYml0b24uZXhhbXBsZSJ9",
                        "AE_R_YZCChjn4791jSQCrdPZCNYqHXCTZH0-JZGYNlaAjP2kqaluUIIUnC9qvbu9Plon7KRTzoNEuT4Va2cmL1eJAQy3mtPB"
                                + "u_u_sDDyYjnAMDxXPn7XrT0lw-kvAD890jl8e2puQens_IEKBpHABlsbEPX6sFY8OcGDqoRuBomu9xQ2"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void signatureIsGood(SignatureAlgorithm algorithm, String header, String signature) {
        CompactJws jws = parse(header + "." + PAYLOAD + "." + signature);

        assertThat(jws.readHeader()).isEqualTo(new JoseHeader(algorithm.name(), KEY_ID, null));
        assertThat(keys(algorithm)).singleElement().matches(key -> key.verifies(algorithm, jws));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void signatureOfAnotherSentenceOrAlgorithmIsNot(SignatureAlgorithm algorithm, String header, String signature) {
        CompactJws other = parse(header + "." + PAYLOAD.replace("0by4", "0by8") + "." + signature);
        CompactJws same = parse(header + "." + PAYLOAD + "." + signature);
        Set<SignatureAlgorithm> others = EnumSet.complementOf(EnumSet.of(algorithm));

        assertThat(keys(algorithm)).noneMatch(key -> key.verifies(algorithm, other));
        assertThat(keys(algorithm)).noneMatch(key -> others.stream().anyMatch(wrong -> key.verifies(wrong, same)));
    }

    /** The signature is good, so what comes next is that a sentence is no claims. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void sentenceIsNoToken(SignatureAlgorithm algorithm, String header, String signature) {
        published.answer(TestKeys.jwks(List.of(RSA_KEY, EC_KEY)));
        JwtVerifier verifier = new JwtVerifier(
                TokenKind.ACCESS_TOKEN,
                Set.of(algorithm),
                new TypeRule(Set.of("jwt"), false),
                published.issuer(time),
                new StrictJson());

        assertRefused(
                Auth0ErrorCode.ACCESS_TOKEN_MALFORMED, () -> verifier.verify(header + "." + PAYLOAD + "." + signature));
    }

    private static CompactJws parse(String jws) {
        return CompactJws.parse(TokenKind.ACCESS_TOKEN, new StrictJson(), jws);
    }

    /** The two keys share their id. */
    private List<VerificationKey> keys(SignatureAlgorithm algorithm) {
        published.answer(TestKeys.jwks(List.of(RSA_KEY, EC_KEY)));
        return published.signingKeys(time).find(algorithm, KEY_ID);
    }
}
