package io.github.auth0jakarta.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64UrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "AAAAA",
                "AA=",
                "AA==",
                "AAA=",
                "=",
                "====",
                "AB",
                "AP",
                "AAB",
                "AAD",
                "+AAA",
                "/AAA",
                "AA AA",
                "AA\n",
                "AA\r\nAA",
                "A~AA",
                "A\u0000AA",
                "AAA.",
                "\u00c1\u00c1AA",
                "AAA\u0141",
                " AAA"
            })
    void textThatNoEncoderMakesIsRefused(String text) {
        assertThat(Base64Url.decode(text)).isEmpty();
    }

    @Test
    void everyLengthRoundTrips() {
        Random random = new Random(7515);
        for (int length = 0; length < 200; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            String text = Base64Url.encode(bytes);

            assertThat(text).matches("[A-Za-z0-9_-]*");
            assertThat(Base64Url.decode(text))
                    .hasValueSatisfying(decoded -> assertThat(decoded).isEqualTo(bytes));
        }
    }

    @Test
    void eachTextOfThreeCharactersIsRefusedOrTheOnlyOneOfItsBytes() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        Set<String> seen = new HashSet<>();
        for (String last : alphabet.split("")) {
            for (String middle : alphabet.split("")) {
                String text = "x" + middle + last;
                Base64Url.decode(text).ifPresent(bytes -> {
                    assertThat(Base64Url.encode(bytes)).isEqualTo(text);
                    assertThat(seen.add(text)).isTrue();
                });
            }
        }
        assertThat(seen).hasSize(64 * 16);
    }
}
