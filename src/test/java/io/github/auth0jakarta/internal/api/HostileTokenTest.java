package io.github.auth0jakarta.internal.api;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.jose.JwtVerifier;
import io.github.auth0jakarta.internal.jose.Lifetime;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.CpuTime;
import io.github.auth0jakarta.testing.FakeJwks;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are made to cost more than they are worth, at a validator as the configuration makes it. */
class HostileTokenTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int MEBIBYTE = 1024 * 1024;

    private final FixedTime time = new FixedTime();
    private final AccessTokenValidator validator = new AccessTokenValidator(
            origin -> new FakeJwks(TestKeys.RSA).issuer(time),
            new AccessTokenRules(
                    AudienceRule.oneOf(Set.of(TestJwts.AUDIENCE)),
                    Set.of(SignatureAlgorithm.RS256),
                    Set.of(),
                    new Lifetime(time, Duration.ofSeconds(60))),
            new VerifiedTokens(100, Duration.ofMinutes(1), time),
            new StrictJson(),
            null);

    static Stream<String> longTokens() {
        return Stream.of(
                "a".repeat(MEBIBYTE),
                ".".repeat(1_000_000),
                "e30." + ".".repeat(1_000_000),
                TestJwts.accessToken().claim("x", "x".repeat(MEBIBYTE)).build(),
                TestJwts.accessToken().header("x", "x".repeat(MEBIBYTE)).build());
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("longTokens")
    @Tag("DS-01")
    void tokenThatIsTooLongIsRefusedBeforeItIsDecoded(String token) {
        Runnable refusal = () -> refused(Auth0ErrorCode.ACCESS_TOKEN_TOO_LARGE, token);

        assertThat(CpuTime.of(refusal)).isLessThan(Duration.ofMillis(5));
        assertThat(allocated(refusal)).isLessThan(MEBIBYTE / 4);
    }

    @Test
    @Tag("DS-02")
    void deepHeaderIsRefused() {
        String header = "{\"alg\":\"RS256\",\"kid\":\"" + TestKeys.RSA.kid() + "\",\"x\":" + deep(5_000) + "}";

        refused(Auth0ErrorCode.ACCESS_TOKEN_MALFORMED, TestJwts.accessToken().withHeader(header));
    }

    /** As deep as the length of a token allows, and deeper. */
    @Test
    @Tag("DS-02")
    void deepPayloadIsRefusedThoughTheIssuerSignedIt() {
        String fits = TestJwts.accessToken().withPayload("{\"x\":" + deep(5_500) + "}");
        String unended = TestJwts.accessToken().withPayload("{\"x\":" + "[".repeat(11_000));
        String deeper = TestJwts.accessToken().withPayload("{\"x\":" + deep(100_000) + "}");

        assertThat(Stream.of(fits, unended)).allMatch(token -> token.length() <= JwtVerifier.MAX_LENGTH);
        refused(Auth0ErrorCode.ACCESS_TOKEN_MALFORMED, fits);
        refused(Auth0ErrorCode.ACCESS_TOKEN_MALFORMED, unended);
        refused(Auth0ErrorCode.ACCESS_TOKEN_TOO_LARGE, deeper);
    }

    /** That its own signature makes it malformed shows that the bomb is one. */
    @ParameterizedTest(name = "{index}")
    @MethodSource("bombs")
    @Tag("DS-03")
    void payloadIsReadOnlyWhenTheSignatureIsGood(String payload) {
        String stranger = TestJwts.accessToken()
                .signedBy(TestKeys.STRANGER_RSA)
                .header("kid", TestKeys.RSA.kid())
                .withPayload(payload);

        refused(Auth0ErrorCode.ACCESS_TOKEN_MALFORMED, TestJwts.accessToken().withPayload(payload));
        assertThat(CpuTime.of(() -> refused(Auth0ErrorCode.ACCESS_TOKEN_SIGNATURE_INVALID, stranger)))
                .isLessThan(Duration.ofMillis(5));
    }

    static Stream<String> bombs() {
        return Stream.of(
                "{\"x\":" + deep(5_000) + "}",
                "{\"x\":[" + "0,".repeat(5_000) + "]}",
                "{\"x\":1e1000000000}",
                "{" + "\"\":0,".repeat(2_000) + "}",
                "\"" + "\\u0000".repeat(1_800) + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000000000", "1e-1000000000", "1E+999999999999999999999", "-1e1000000000"})
    @Tag("DS-04")
    void numberWithAHugeExponentIsRefusedInTime(String number) {
        numberIsRefusedInTime(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "0.", "1e"})
    @Tag("DS-04")
    void numberOfManyDigitsIsRefusedInTime(String prefix) {
        numberIsRefusedInTime(prefix + "9".repeat(10_000));
    }

    private void numberIsRefusedInTime(String number) {
        TestJwts token = TestJwts.accessToken().claim("exp", "@");
        String signed = token.withPayload(token.payloadJson().replace("\"@\"", number));

        assertThat(CpuTime.of(() -> refused(Auth0ErrorCode.ACCESS_TOKEN_MALFORMED, signed)))
                .isLessThan(Duration.ofMillis(50));
    }

    private void refused(Auth0ErrorCode code, String token) {
        assertRefused(code, () -> validator.validateBearer(token));
    }

    private static String deep(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    /** Returns the least of a few runs: the first ones load classes. */
    private static long allocated(Runnable action) {
        return Stream.generate(() -> allocatedOnce(action))
                .limit(10)
                .min(Long::compare)
                .orElseThrow();
    }

    private static long allocatedOnce(Runnable action) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        action.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
