package io.github.auth0jakarta.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.auth0jakarta.internal.jose.JwtVerifier;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.jose.TokenKind;
import io.github.auth0jakarta.internal.jose.TypeRule;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.web.ReturnTo;
import io.github.auth0jakarta.testing.CpuTime;
import io.github.auth0jakarta.testing.FakeJwks;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 100 KiB of what drives a regular expression that goes back on its steps. */
class LongInputTest {
    private static final int LENGTH = 100 * 1024;
    private static final Duration MOST = Duration.ofMillis(20);

    private final ReturnTo returnTo =
            new ReturnTo(URI.create("https://app.example.com"), Set.of("/auth/login"), Set.of());
    private final JwtVerifier verifier = new JwtVerifier(
            TokenKind.ACCESS_TOKEN,
            Set.of(SignatureAlgorithm.RS256),
            new TypeRule(Set.of("jwt"), false),
            new FakeJwks(TestKeys.RSA).issuer(new FixedTime()),
            new StrictJson());

    static Stream<String> inputs() {
        return Stream.of(
                        "a", "/", "/.", "/..", "%2e", "%", "a=", "=", " ", "\t", "a ", "\\", "?#", ".-", "\u00e9",
                        "=a+")
                .map(piece -> piece.repeat(LENGTH / piece.length()));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    @Tag("DS-09")
    void returnToIsDecidedInTime(String input) {
        assertThat(CpuTime.of(() -> returnTo.location("/" + input))).isLessThan(MOST);
        assertThat(CpuTime.of(() -> returnTo.location(input))).isLessThan(MOST);
    }

    @ParameterizedTest
    @MethodSource("inputs")
    @Tag("DS-09")
    void authorizationHeaderIsReadInTime(String input) {
        assertThat(CpuTime.of(() -> header(input))).isLessThan(MOST);
        assertThat(CpuTime.of(() -> header("Bearer " + input + "!"))).isLessThan(MOST);
        assertThat(CpuTime.of(() -> header("Bearer" + input))).isLessThan(MOST);
    }

    @ParameterizedTest
    @MethodSource("inputs")
    @Tag("DS-09")
    void keyIdIsLookedUpInTime(String input) {
        String token = TestJwts.accessToken().header("kid", input).build();

        assertThat(CpuTime.of(() ->
                        assertThat(catchThrowable(() -> verifier.verify(token))).isNotNull()))
                .isLessThan(MOST);
    }

    private static RequestCredentials header(String value) {
        return AuthorizationHeader.of(
                FakeRequest.get("/api").header("Authorization", value).servlet());
    }
}
