package io.github.auth0jakarta.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.testing.CpuTime;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private final StrictJson json = new StrictJson();

    @Test
    void readsEachTypeOfValue() throws MalformedJsonException {
        Map<String, Object> object = json.readObject(
                " {\"s\":\"\\u00e9\\uD83D\\uDE00\\n\",\"i\":-7,\"d\":1.50,\"e\":1e3,\"t\":true,\"f\":false,\"n\":null,"
                        + "\"a\":[1,[],{}],\"o\":{\"x\":\"y\"}}\n");

        assertThat(object)
                .containsEntry("s", "é😀\n")
                .containsEntry("i", -7L)
                .containsEntry("d", new BigDecimal("1.50"));
        assertThat(object)
                .containsEntry("e", new BigDecimal("1E+3"))
                .containsEntry("t", true)
                .containsEntry("f", false);
        assertThat(object).containsEntry("a", List.of(1L, List.of(), Map.of())).containsEntry("o", Map.of("x", "y"));
    }

    @Test
    void memberThatIsNullIsThere() throws MalformedJsonException {
        Map<String, Object> object = json.readObject("{\"n\":null}");

        assertThat(object).containsKey("n").doesNotContainKey("absent");
        assertThat(object.get("n")).isNull();
    }

    @Test
    void whatIsReadCannotBeChanged() throws MalformedJsonException {
        Map<String, Object> object = json.readObject("{\"o\":{\"x\":1},\"a\":[1]}");

        assertThat(object).isUnmodifiable();
        assertThat((Map<?, ?>) object.get("o")).isUnmodifiable();
        assertThat((List<?>) object.get("a")).isUnmodifiable();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "true",
                "1",
                "\"x\"",
                "[]",
                "{",
                "}",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":[1}",
                "{\"a\":1,}",
                "{\"a\":[1,]}",
                "{,}",
                "{\"a\" 1}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1}x",
                "{\"a\":1}{}",
                "{\"a\":1}}",
                "{\"a\":1},",
                "{\"a\":1}\u0000",
                "\uFEFF{\"a\":1}",
                "{\"a\":\"\u0001\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":01}",
                "{\"a\":-}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":1e}",
                "{\"a\":0x1}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":nul}",
                "{\"a\":True}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"o\":{\"a\":1,\"a\":2}}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"\\udc00\\ud800\"}",
                "{\"a\":\"\\ud800x\"}",
                "{\"\\udfff\":1}",
                "{\"a\":1}//",
                "{/**/\"a\":1}",
            })
    void whatTwoReadersCouldReadDifferentlyIsRefused(String text) {
        assertMalformed(() -> json.readObject(text));
        assertMalformed(() -> json.readObject(text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "C3, half a character",
        "C080, NUL in two bytes",
        "EDA080, half a surrogate pair",
        "F4908080, beyond Unicode",
        "FF, no UTF-8 at all",
        "E282, cut short"
    })
    void bytesThatAreNotUtf8AreRefused(String hex, String reason) {
        byte[] bad = HexFormat.of().parseHex(hex);
        byte[] text = "{\"a\":\"?\"}".getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[text.length - 1 + bad.length];
        System.arraycopy(text, 0, bytes, 0, 6);
        System.arraycopy(bad, 0, bytes, 6, bad.length);
        System.arraycopy(text, 7, bytes, 6 + bad.length, 2);

        assertThatThrownBy(() -> json.readObject(bytes)).as(reason).hasMessage("not UTF-8");
    }

    /** It is what others put in place of bytes that are not UTF-8, and a character like any other. */
    @Test
    void theReplacementCharacterItselfIsRead() throws MalformedJsonException {
        assertThat(json.readObject("{\"a\":\"\uFFFD\"}".getBytes(StandardCharsets.UTF_8)))
                .containsEntry("a", "\uFFFD");
    }

    @ParameterizedTest
    @CsvSource({
        "999999999999999999, true",
        "1234567890123456789012345678901, true",
        "12345678901234567890123456789012, true",
        "123456789012345678901234567890123, false",
        "1e308, true",
        "1e-999, true",
        "1e1000, false",
        "1e1000000000, false",
        "-0, true",
        "0.1234567890123456789012345678901, false"
    })
    @Tag("DS-04")
    void numbersAreReadWhileTheyAreSmall(String number, boolean accepted) throws MalformedJsonException {
        String text = "{\"n\":" + number + "}";
        if (accepted) {
            assertThat(new BigDecimal(String.valueOf(json.readObject(text).get("n"))))
                    .isEqualByComparingTo(new BigDecimal(number));
        } else {
            assertMalformed(() -> json.readObject(text));
        }
    }

    @Test
    @Tag("DS-02")
    void depthIsLimited() throws MalformedJsonException {
        assertThat(json.readObject(nested(ObjectReader.MAX_DEPTH))).isNotEmpty();
        assertMalformed(() -> json.readObject(nested(ObjectReader.MAX_DEPTH + 1)));
        assertMalformed(() -> json.readObject("{\"a\":" + "[".repeat(100_000)));
        assertMalformed(() -> json.readObject(nested(100_000)));
        assertThat(json.readObject("{\"beside\":[" + "[],{},".repeat(100) + "0]}"))
                .containsKey("beside");
    }

    @Test
    void valuesAreLimited() throws MalformedJsonException {
        assertThat(json.readObject(members(ObjectReader.MAX_VALUES))).hasSize(ObjectReader.MAX_VALUES);
        assertMalformed(() -> json.readObject(members(ObjectReader.MAX_VALUES + 1)));
    }

    /** Two letters for two others with the same sum of the hash, eleven times: 2,048 names with one hash. */
    @Test
    @Tag("DS-05")
    void namesWithEqualHashesAreReadInTime() throws MalformedJsonException {
        List<String> names = List.of("");
        for (int i = 0; i < 11; i++) {
            names = names.stream()
                    .flatMap(name -> Stream.of(name + "Aa", name + "BB"))
                    .toList();
        }
        assertThat(names.stream().map(String::hashCode).distinct()).hasSize(1);
        String text = names.stream().map(name -> "\"" + name + "\":0").collect(Collectors.joining(",", "{", "}"));

        assertThat(json.readObject(text)).hasSize(2_048);
        assertThat(CpuTime.of(() -> read(text))).isLessThan(Duration.ofMillis(100));
    }

    private void read(String text) {
        try {
            json.readObject(text);
        } catch (MalformedJsonException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void lengthIsLimited() throws MalformedJsonException {
        String longest = "{\"a\":\"" + "x".repeat(StrictJson.MAX_LENGTH - 8) + "\"}";

        assertThat(json.readObject(longest)).containsKey("a");
        assertMalformed(() -> json.readObject(longest + " "));
        assertMalformed(() -> json.readObject((longest + " ").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusalSaysNothingOfTheText() {
        assertThatThrownBy(() -> json.readObject("{\"secret-value"))
                .hasMessage("not JSON")
                .hasNoCause();
    }

    @Test
    void whatIsWrittenIsReadBack() throws MalformedJsonException {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("text \"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028é😀", "same \"\\/\b\f\n\r\t\u0000\u001f\u2028é😀");
        object.put("list", Arrays.asList(1L, null, true, Map.of("x", List.of())));
        object.put("decimal", new BigDecimal("1E+3"));
        object.put("null", null);

        assertThat(json.readObject(json.writeObject(object))).isEqualTo(object);
    }

    @Test
    void writesCompactly() {
        assertThat(json.writeObject(Map.of("a", List.of(1, "b")))).isEqualTo("{\"a\":[1,\"b\"]}");
    }

    @Test
    void writingAnotherTypeIsACallersMistake() {
        assertThatThrownBy(() -> json.writeObject(Map.of("a", new Object())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String nested(int depth) {
        return "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
    }

    private static String members(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"m" + i + "\":0").collect(Collectors.joining(",", "{", "}"));
    }

    private static void assertMalformed(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void readArrayWhenOneIsThereThenItsElements() throws MalformedJsonException {
        byte[] text = "[{\"a\":1},\"é\",[]]".getBytes(StandardCharsets.UTF_8);
        assertThat(json.readArray(text)).isEqualTo(List.of(Map.of("a", 1L), "é", List.of()));
        assertThat(json.writeArray(json.readArray(text))).isEqualTo("[{\"a\":1},\"é\",[]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "1", "[", "[1", "[] []", "[{\"a\":1,\"a\":2}]", "[\"\\ud800\"]"})
    void readArrayWhenItIsNoneOrMalformedThenRefused(String text) {
        assertThatThrownBy(() -> json.readArray(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedJsonException.class);
    }
}
