package io.github.auth0jakarta.internal.jose;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {

    @Test
    void absentClaimIsEmptyOrMissing() {
        Claims claims = claims("{}");

        assertThat(claims.has("x")).isFalse();
        assertThat(claims.string("x")).isEmpty();
        assertThat(claims.instant("x")).isEmpty();
        assertThat(claims.object("x")).isEmpty();
        assertMissing(() -> claims.requireString("x"));
        assertMissing(() -> claims.requireInstant("x"));
        assertMissing(claims::requireAudience);
        assertMissing(() -> claims.requirePresent("x"));
    }

    @Test
    void claimThatIsNullIsNotAbsent() {
        Claims claims = claims("{\"x\":null,\"aud\":null}");

        assertThat(claims.has("x")).isTrue();
        assertMalformed(() -> claims.string("x"));
        assertMalformed(() -> claims.instant("x"));
        assertMalformed(() -> claims.object("x"));
        assertMalformed(claims::requireAudience);
        assertMalformed(() -> claims.requirePresent("x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "1", "true", "[]", "[\"a\"]", "{}"})
    void whatIsNoStringIsMalformed(String value) {
        assertMalformed(() -> claims("{\"x\":" + value + "}").string("x"));
        assertMalformed(() -> claims("{\"x\":" + value + "}").requireString("x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"a\" | a", "[\"a\"] | a", "[\"a\",\"b\"] | a;b", "[\"a\",\"a\"] | a;a"})
    void audienceIsAStringOrAList(String value, String expected) {
        assertThat(claims("{\"aud\":" + value + "}").requireAudience()).isEqualTo(List.of(expected.split(";")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "[]",
                "[\"\"]",
                "[\"a\",\"\"]",
                "[\"a\",null]",
                "[\"a\",1]",
                "[[\"a\"]]",
                "{}",
                "{\"a\":1}",
                "1"
            })
    void anyOtherAudienceIsMalformed(String value) {
        assertMalformed(() -> claims("{\"aud\":" + value + "}").requireAudience());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01T00:00:00Z",
        "1300819380, 2011-03-22T18:43:00Z",
        "1300819380.5, 2011-03-22T18:43:00.5Z",
        "1300819380.123456789, 2011-03-22T18:43:00.123456789Z",
        "1300819380.0000000001, 2011-03-22T18:43:00Z",
        "1.30081938e9, 2011-03-22T18:43:00Z",
        "253402300799, 9999-12-31T23:59:59Z"
    })
    void numericDateIsWholeOrNot(String value, Instant expected) {
        assertThat(claims("{\"x\":" + value + "}").requireInstant("x")).isEqualTo(expected);
        assertThat(claims("{\"x\":" + value + "}").instant("x")).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "-0.5",
                "253402300800",
                "9223372036854775807",
                "1e308",
                "1e999",
                "-1e308",
                "\"1300819380\"",
                "true",
                "[1300819380]",
                "{}"
            })
    void anyOtherNumericDateIsMalformed(String value) {
        assertMalformed(() -> claims("{\"x\":" + value + "}").requireInstant("x"));
        assertMalformed(() -> claims("{\"x\":" + value + "}").instant("x"));
    }

    @Test
    void objectIsRead() {
        assertThat(claims("{\"x\":{\"y\":1}}").object("x")).contains(Map.of("y", 1L));
        assertMalformed(() -> claims("{\"x\":[]}").object("x"));
    }

    @Test
    void claimsCannotBeChanged() {
        assertThat(claims("{\"x\":1}").asMap()).isUnmodifiable();
    }

    private static void assertMissing(ThrowingCallable call) {
        assertRefused(Auth0ErrorCode.ID_TOKEN_CLAIM_MISSING, call);
    }

    private static void assertMalformed(ThrowingCallable call) {
        assertRefused(Auth0ErrorCode.ID_TOKEN_CLAIM_MALFORMED, call);
    }

    private static Claims claims(String json) {
        try {
            return new Claims(TokenKind.ID_TOKEN, new StrictJson().readObject(json));
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
