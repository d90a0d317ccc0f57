package io.github.auth0jakarta.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.internal.config.CookieSecret;
import io.github.auth0jakarta.internal.jose.Hkdf;
import io.github.auth0jakarta.testing.SeededRandom;
import io.github.auth0jakarta.testing.TestSecrets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookieSealTest {

    private static final String NAME = "__Host-session";
    private static final String APPLICATION = "https://tenant.example/ client-1";
    private static final byte[] PLAINTEXT = "{\"sub\":\"alice\"}".getBytes(StandardCharsets.UTF_8);

    private final CookieSeal seal = seal("session", APPLICATION, TestSecrets.NEW);

    private static CookieSeal seal(String purpose, String application, CookieSecret... secrets) {
        return new CookieSeal(List.of(secrets), purpose, application, new SecureRandom());
    }

    private static byte[] decode(String value) {
        return Base64.getUrlDecoder().decode(value);
    }

    private static String encode(byte[] sealed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    @Test
    void openWhenSealedThenSameContentByTheFirstSecret() {
        CookieSeal.Opened opened = seal.open(NAME, seal.seal(NAME, PLAINTEXT)).orElseThrow();
        assertThat(opened.plaintext()).isEqualTo(PLAINTEXT);
        assertThat(opened.byOldSecret()).isFalse();
    }

    @Test
    void openWhenAnyLengthSealedThenSameContent() {
        SeededRandom random = new SeededRandom(1);
        for (int length = 0; length < 200; length++) {
            byte[] content = new byte[length];
            random.nextBytes(content);
            assertThat(seal.open(NAME, seal.seal(NAME, content)).orElseThrow().plaintext())
                    .isEqualTo(content);
        }
    }

    @Test
    @Tag("SC-02")
    void sealWhenCalledThenVersionNonceCiphertextTagInCookieCharacters() {
        String value = seal.seal(NAME, PLAINTEXT);
        assertThat(value).matches("[A-Za-z0-9_-]+");
        assertThat(decode(value)).hasSize(1 + 12 + PLAINTEXT.length + 16).startsWith(1);
        assertThat(new String(decode(value), StandardCharsets.ISO_8859_1)).doesNotContain("alice");
    }

    /** An independent reading of the format, so that no change of it goes unnoticed. */
    @Test
    @Tag("SC-02")
    @Tag("SC-07")
    void sealWhenReadByTheDocumentedFormatThenSameContent() throws GeneralSecurityException {
        byte[] sealed = decode(seal.seal(NAME, PLAINTEXT));
        byte[] key = Hkdf.derive(
                TestSecrets.NEW.bytes(),
                new byte[0],
                "auth0-jakarta cookie session".getBytes(StandardCharsets.UTF_8),
                32);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, sealed, 1, 12));
        cipher.updateAAD(HexFormat.of().parseHex("01" + "00000007"));
        cipher.updateAAD("session".getBytes(StandardCharsets.UTF_8));
        cipher.updateAAD(ByteBuffer.allocate(4).putInt(APPLICATION.length()).flip());
        cipher.updateAAD((APPLICATION + NAME).getBytes(StandardCharsets.UTF_8));
        assertThat(cipher.doFinal(sealed, 13, sealed.length - 13)).isEqualTo(PLAINTEXT);
    }

    @Test
    @Tag("SC-04")
    @Tag("F-26")
    void openWhenAnyBitOfTheTextIsFlippedThenEmpty() {
        char[] value = seal.seal(NAME, new byte[739]).toCharArray();
        assertThat(value).hasSize(1_024);
        assertThat(seal.open(NAME, new String(value))).isPresent();
        int accepted = 0;
        for (int i = 0; i < value.length; i++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                value[i] ^= (char) (1 << bit);
                accepted += seal.open(NAME, new String(value)).isPresent() ? 1 : 0;
                value[i] ^= (char) (1 << bit);
            }
        }
        assertThat(accepted).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 739})
    @Tag("SC-04")
    @Tag("F-26")
    void openWhenAnyBitOfTheBytesIsFlippedThenEmpty(int length) {
        byte[] sealed = decode(seal.seal(NAME, new byte[length]));
        int accepted = 0;
        for (int i = 0; i < sealed.length * Byte.SIZE; i++) {
            sealed[i / Byte.SIZE] ^= (byte) (1 << i % Byte.SIZE);
            accepted += seal.open(NAME, encode(sealed)).isPresent() ? 1 : 0;
            sealed[i / Byte.SIZE] ^= (byte) (1 << i % Byte.SIZE);
        }
        assertThat(accepted).isZero();
    }

    /** The last character of a base64url text has bits that carry nothing; a second text for one cookie is still refused. */
    @Test
    void openWhenUnusedBitsOfTheLastCharacterAreSetThenEmpty() {
        for (int length = 0; length < 3; length++) {
            String value = seal.seal(NAME, new byte[length]);
            long accepted = IntStream.range(0, 128)
                    .filter(c -> seal.open(NAME, value.substring(0, value.length() - 1) + (char) c)
                            .isPresent())
                    .count();
            assertThat(accepted).isEqualTo(1);
        }
    }

    @Test
    @Tag("SC-05")
    void openWhenCutAnywhereThenEmpty() {
        byte[] sealed = decode(seal.seal(NAME, PLAINTEXT));
        for (int length = 0; length < sealed.length; length++) {
            assertThat(seal.open(NAME, encode(Arrays.copyOf(sealed, length)))).isEmpty();
            assertThat(seal.open(NAME, encode(Arrays.copyOfRange(sealed, sealed.length - length, sealed.length))))
                    .isEmpty();
        }
        assertThat(seal.open(NAME, encode(Arrays.copyOf(sealed, sealed.length + 1))))
                .isEmpty();
    }

    @Test
    @Tag("SC-05")
    void openWhenTagIsEmptyOrZeroThenEmpty() {
        byte[] sealed = decode(seal.seal(NAME, PLAINTEXT));
        byte[] withoutTag = Arrays.copyOf(sealed, sealed.length - 16);
        assertThat(seal.open(NAME, encode(withoutTag))).isEmpty();
        assertThat(seal.open(NAME, encode(Arrays.copyOf(withoutTag, sealed.length))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A",
                "=",
                "null",
                "attackerchosen",
                "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.",
                "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA",
                "\u0000\u0000",
                "ä€😀\uD800",
                "AQ==",
                "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    @Tag("SC-06")
    @Tag("SC-07")
    void openWhenNotSealedAtAllThenEmpty(String value) {
        assertThat(seal.open(NAME, value)).isEmpty();
    }

    @Test
    void openWhenOtherCharactersOfBase64ThenEmpty() {
        String value = seal.seal(NAME, PLAINTEXT);
        assertThat(seal.open(NAME, value + "=")).isEmpty();
        assertThat(seal.open(NAME, value + "==")).isEmpty();
        assertThat(seal.open(NAME, value + "\n")).isEmpty();
        assertThat(seal.open(NAME, " " + value)).isEmpty();
        assertThat(seal.open(NAME, Base64.getEncoder().encodeToString(decode(value)) + "+/"))
                .isEmpty();
    }

    @Test
    void openWhenLongerThanAnySessionThenEmptyEvenIfSealed() {
        byte[] longest = new byte[ChunkedCookie.MAX_CHARACTERS / 4 * 3 - 29];
        String atLimit = seal.seal(NAME, longest);
        assertThat(atLimit).hasSize(ChunkedCookie.MAX_CHARACTERS);
        assertThat(seal.open(NAME, atLimit)).isPresent();
        assertThat(seal.open(NAME, seal.seal(NAME, new byte[longest.length + 1])))
                .isEmpty();
    }

    @Test
    @Tag("SC-08")
    @Tag("SC-20")
    @Tag("CB-29")
    void openWhenOtherPurposeNameOrApplicationThenEmpty() {
        String value = seal.seal(NAME, PLAINTEXT);
        assertThat(seal("transaction", APPLICATION, TestSecrets.NEW).open(NAME, value))
                .isEmpty();
        assertThat(seal.open("__Host-other", value)).isEmpty();
        assertThat(seal("session", "https://tenant.example/ client-2", TestSecrets.NEW)
                        .open(NAME, value))
                .isEmpty();
    }

    /** The same bytes cut at another place between purpose, application and name are other texts. */
    @Test
    void openWhenNameAndApplicationAreCutElsewhereThenEmpty() {
        String value = seal("session", "ab", TestSecrets.NEW).seal("c", PLAINTEXT);
        assertThat(seal("session", "a", TestSecrets.NEW).open("bc", value)).isEmpty();
        assertThat(seal("session", "abc", TestSecrets.NEW).open("", value)).isEmpty();
    }

    @Test
    @Tag("SC-09")
    void openWhenOldSecretThenContentAndFlag() {
        String value = seal("session", APPLICATION, TestSecrets.OLD).seal(NAME, PLAINTEXT);
        Optional<CookieSeal.Opened> opened =
                seal("session", APPLICATION, TestSecrets.NEW, TestSecrets.OLD).open(NAME, value);
        assertThat(opened).hasValueSatisfying(content -> {
            assertThat(content.byOldSecret()).isTrue();
            assertThat(content.plaintext()).isEqualTo(PLAINTEXT);
        });
    }

    @Test
    @Tag("SC-09")
    void openWhenSecretIsRemovedThenEmpty() {
        String value = seal("session", APPLICATION, TestSecrets.OLD).seal(NAME, PLAINTEXT);
        assertThat(seal.open(NAME, value)).isEmpty();
    }

    @Test
    void sealWhenSeveralSecretsThenByTheFirst() {
        String value =
                seal("session", APPLICATION, TestSecrets.NEW, TestSecrets.OLD).seal(NAME, PLAINTEXT);
        assertThat(seal.open(NAME, value)).isPresent();
    }

    @Test
    @Tag("SC-02")
    void sealWhenCalledAHundredThousandTimesThenNoNonceTwice() {
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            // The characters that hold nothing but the version and 94 of the 96 bits of the nonce.
            nonces.add(seal.seal(NAME, PLAINTEXT).substring(0, 17));
        }
        assertThat(nonces).hasSize(100_000);
    }

    @Test
    void openWhenCalledByManyThreadsThenEachGetsItsOwn() {
        boolean allRight = IntStream.range(0, 5_000).parallel().allMatch(i -> {
            byte[] content = ByteBuffer.allocate(400).putInt(i).array();
            return Arrays.equals(
                    seal.open(NAME, seal.seal(NAME, content)).orElseThrow().plaintext(), content);
        });
        assertThat(allRight).isTrue();
    }

    @Test
    void constructorWhenNoSecretThenRefused() {
        assertThatThrownBy(() -> seal("session", APPLICATION)).isInstanceOf(IllegalArgumentException.class);
    }
}
