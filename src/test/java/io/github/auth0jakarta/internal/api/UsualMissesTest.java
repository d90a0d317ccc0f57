package io.github.auth0jakarta.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.internal.jose.Lifetime;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FakeJwks;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens with a good signature that JOSE libraries accept, or fail on, when they are used the plain way. */
class UsualMissesTest {
    private static final FixedTime TIME = new FixedTime();
    private static final long NOW = FixedTime.START.getEpochSecond();

    private final AccessTokenValidator validator = new AccessTokenValidator(
            new FakeJwks(TestKeys.RSA).issuer(TIME),
            new AccessTokenRules(
                    AudienceRule.oneOf(Set.of(TestJwts.AUDIENCE)),
                    Set.of(SignatureAlgorithm.RS256),
                    Set.of(),
                    new Lifetime(TIME, Duration.ofSeconds(60))),
            new StrictJson());

    static Stream<Arguments> misses() {
        return Stream.of(
                        lenientBase64(),
                        otherTypes(),
                        oddTimes(),
                        oddCritical(),
                        oddJson(),
                        oddSubjects(),
                        nothingAtAll())
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> lenientBase64() {
        String good = TestJwts.accessToken().build();
        String signature = good.substring(good.lastIndexOf('.') + 1);
        String body = good.substring(0, good.lastIndexOf('.') + 1);
        return Stream.of(
                arguments("padding", good + "=="),
                arguments("space", good + " "),
                arguments("space before", " " + good),
                arguments("tilde", good + "~"),
                arguments("NUL", good + "\u0000"),
                arguments("line break", body + signature.substring(0, 76) + "\n" + signature.substring(76)),
                arguments("plus and slash", body + "+/" + signature.substring(2)),
                arguments("signed padding", signedPadding()),
                arguments("trailing bits", body + withOtherTrailingBits(signature)));
    }

    private static Stream<Arguments> otherTypes() {
        return Stream.of("logout+jwt", "dpop+jwt", "secevent+jwt")
                .map(typ ->
                        arguments(typ, TestJwts.accessToken().header("typ", typ).build()));
    }

    private static Stream<Arguments> oddTimes() {
        return Stream.of(
                arguments("no exp", TestJwts.accessToken().without("exp").build()),
                arguments("exp null", TestJwts.accessToken().claim("exp", null).build()),
                arguments("exp Long.MAX_VALUE", payload("\"exp\":\\d+", "\"exp\":9223372036854775807")),
                arguments("exp 1e308", payload("\"exp\":\\d+", "\"exp\":1e308")),
                arguments("exp 1e1000000000", payload("\"exp\":\\d+", "\"exp\":1e1000000000")),
                arguments("exp of 10,000 digits", payload("\"exp\":\\d+", "\"exp\":1" + "0".repeat(10_000))),
                arguments("exp a string", payload("\"exp\":(\\d+)", "\"exp\":\"$1\"")),
                arguments(
                        "iat an hour ahead",
                        TestJwts.accessToken().claim("iat", NOW + 3600).build()),
                arguments("nbf 1e308", payload("\"exp\"", "\"nbf\":1e308,\"exp\"")));
    }

    private static Stream<Arguments> oddCritical() {
        return Stream.of("[\"x\"]", "[]", "null", "\"exp\"", "[\"exp\",\"exp\"]")
                .map(value -> arguments("crit " + value, header("\\}$", ",\"crit\":" + value + "}")));
    }

    private static Stream<Arguments> oddJson() {
        return Stream.of(
                arguments("more behind the claims", payload("$", "{}")),
                arguments("more behind the header", header("$", "{}")),
                arguments("comma behind the last claim", payload("\\}$", ",}")),
                arguments("control character", payload("read:orders", "read:\u0001orders")),
                arguments("leading zero", payload("\"exp\":", "\"exp\":0")),
                arguments("claim twice", payload("\\}$", ",\"sub\":\"admin\"}")),
                arguments("claim twice, once escaped", payload("\\}$", ",\"\\\\u0073ub\":\"admin\"}")),
                arguments("half a surrogate pair", payload("read:orders", "\\\\ud800")),
                arguments("bytes that are not UTF-8", notUtf8()),
                arguments(
                        "claims of depth 1,000",
                        payload("\\}$", ",\"x\":" + "[".repeat(1000) + "]".repeat(1000) + "}")));
    }

    private static Stream<Arguments> oddSubjects() {
        return Stream.of("1", "\"\"", "null", "{}", "[\"x\"]", "true")
                .map(value -> arguments("sub " + value, payload("\"sub\":\"[^\"]+\"", "\"sub\":" + value)));
    }

    private static Stream<Arguments> nothingAtAll() {
        return Stream.of("null", "\"\"", "1", "[]", "true", "")
                .flatMap(text -> Stream.of(
                        arguments("header " + text, TestJwts.accessToken().withHeader(text)),
                        arguments("payload " + text, TestJwts.accessToken().withPayload(text))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misses")
    void isRefused(String what, String token) {
        assertThatThrownBy(() -> validator.validateBearer(token)).as(what).isInstanceOf(TokenValidationException.class);
    }

    /** Else the rows above could be refused for a reason that is not theirs. */
    @Test
    void sameTokensWithoutTheirFaultAreAccepted() {
        assertThat(validator.validateBearer(payload("read:orders", "read:\u00e9")))
                .isNotNull();
        assertThat(validator.validateBearer(payload("\\}$", ",\"x\":[[]]}"))).isNotNull();
        assertThat(validator.validateBearer(payload("\"exp\":\\d+", "\"exp\":" + (NOW + 1))))
                .isNotNull();
        assertThat(validator.validateBearer(header("\\}$", ",\"x\":[\"x\"]}"))).isNotNull();
    }

    private static String payload(String regex, String replacement) {
        TestJwts token = TestJwts.accessToken();
        return token.withPayload(changed(token.payloadJson(), regex, replacement));
    }

    private static String header(String regex, String replacement) {
        TestJwts token = TestJwts.accessToken();
        return token.withHeader(changed(token.headerJson(), regex, replacement));
    }

    private static String changed(String text, String regex, String replacement) {
        assertThat(text).containsPattern(regex);
        return text.replaceFirst(regex, replacement);
    }

    private static String signedPadding() {
        TestJwts token = TestJwts.accessToken();
        String payload = token.payloadJson();
        String padded = payload + " ".repeat((4 - payload.length() % 3) % 3);
        return token.signEncoded(
                encode(token.headerJson().getBytes(StandardCharsets.UTF_8)),
                Base64.getUrlEncoder().encodeToString(padded.getBytes(StandardCharsets.UTF_8)));
    }

    private static String notUtf8() {
        TestJwts token = TestJwts.accessToken();
        return token.signEncoded(
                encode(token.headerJson().getBytes(StandardCharsets.UTF_8)),
                encode(token.payloadJson().replace("read", "r\u00e9ad").getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** The last character of 256 bytes holds four bits that mean nothing. */
    private static String withOtherTrailingBits(String signature) {
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = digits.indexOf(signature.charAt(signature.length() - 1));
        return signature.substring(0, signature.length() - 1) + digits.charAt(last + 1);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
