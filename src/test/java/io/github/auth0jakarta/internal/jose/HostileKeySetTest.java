package io.github.auth0jakarta.internal.jose;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FakeJwks;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens, where the provider's key set holds more than good keys. */
class HostileKeySetTest {
    private final FixedTime time = new FixedTime();
    private final FakeJwks provider = new FakeJwks(TestKeys.RSA);
    private final JwtVerifier verifier = new JwtVerifier(
            TokenKind.ACCESS_TOKEN,
            EnumSet.allOf(SignatureAlgorithm.class),
            new TypeRule(Set.of("jwt"), false),
            provider.issuer(time),
            new StrictJson());

    @Test
    @Tag("JW-08")
    @Tag("JW-09")
    void tokensOfGoodKeysAreVerifiedAndThoseOfBadOnesAreNot() {
        List<Object> members = new ArrayList<>(List.of(
                "no key",
                List.of(),
                Map.of("kty", "RSA"),
                TestKeys.WEAK_RSA.jwk(),
                with(TestKeys.ROTATED_RSA, "use", "enc"),
                with(TestKeys.STRANGER_RSA, "e", "Aw"),
                with(
                        TestKeys.EC,
                        "x",
                        Objects.requireNonNull(TestKeys.STRANGER_EC.jwk().get("x"))),
                Map.of("kty", "oct", "kid", "oct", "k", Base64Url.encode(new byte[32]))));
        members.add(null);
        members.add(TestKeys.RSA.jwk());
        provider.answer(TestKeys.jwks(members));

        assertThat(verifier.verify(TestJwts.accessToken().build())).isNotNull();
        for (TestKeys bad : List.of(TestKeys.WEAK_RSA, TestKeys.ROTATED_RSA, TestKeys.STRANGER_RSA, TestKeys.EC)) {
            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_KEY_UNKNOWN,
                    () -> verifier.verify(TestJwts.accessToken().signedBy(bad).build()));
        }
        assertThat(provider.fetches()).isLessThanOrEqualTo(3);
    }

    /** CVE-2015-9235 and its kin: what is public is taken for a shared secret. */
    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS384", "HS512"})
    @Tag("JW-10")
    void publicKeyIsNoSharedSecret(String algorithm) throws GeneralSecurityException {
        String input = part("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\",\"kid\":\"" + TestKeys.RSA.kid() + "\"}")
                + "." + part(TestJwts.accessToken().payloadJson());
        Mac mac = Mac.getInstance("HmacSHA" + algorithm.substring(2));
        mac.init(new SecretKeySpec(TestKeys.RSA.publicKey().getEncoded(), "RAW"));
        String token = input + "." + Base64Url.encode(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));

        assertRefused(Auth0ErrorCode.ACCESS_TOKEN_ALGORITHM_NOT_ALLOWED, () -> verifier.verify(token));
        assertThat(provider.fetches()).isZero();
    }

    @Test
    @Tag("JW-10")
    void keyWithoutAlgVerifiesOnlyAlgorithmsOfItsType() {
        String token = TestJwts.accessToken()
                .signedBy(TestKeys.EC)
                .header("kid", TestKeys.RSA.kid())
                .build();

        assertRefused(Auth0ErrorCode.ACCESS_TOKEN_KEY_UNKNOWN, () -> verifier.verify(token));
    }

    static Stream<byte[]> documentsBeyondTheLimits() {
        byte[] good = TestKeys.jwks(TestKeys.ROTATED_RSA);
        byte[] tooLong = Arrays.copyOf(good, JwksDocument.MAX_LENGTH + 1);
        Arrays.fill(tooLong, good.length, tooLong.length, (byte) ' ');
        return Stream.of(
                tooLong, TestKeys.jwks(Collections.nCopies(JwksDocument.MAX_KEYS + 1, TestKeys.ROTATED_RSA.jwk())));
    }

    @ParameterizedTest
    @MethodSource("documentsBeyondTheLimits")
    @Tag("JW-12")
    void keysBeyondTheLimitsReplaceNone(byte[] document) {
        String token = TestJwts.accessToken()
                .claim("exp", FixedTime.START.getEpochSecond() + 100_000)
                .build();
        verifier.verify(token);
        provider.answer(document);
        time.advance(Duration.ofMinutes(11));

        assertThat(verifier.verify(token)).isNotNull();
        assertThat(provider.fetches()).isGreaterThan(1);
        String stranger = TestJwts.accessToken().signedBy(TestKeys.ROTATED_RSA).build();
        assertThat(catchThrowable(() -> verifier.verify(stranger))).isInstanceOf(Auth0Exception.class);
    }

    private static String part(String text) {
        return Base64Url.encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> with(TestKeys key, String member, Object value) {
        Map<String, Object> jwk = key.jwk();
        jwk.put(member, value);
        return jwk;
    }
}
