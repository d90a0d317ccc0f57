package io.github.auth0jakarta.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.testing.TestConfigs;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    private static final Duration LONGEST = Duration.ofDays(400);

    private final TestConfigs settings = TestConfigs.none();
    private final Problems problems = new Problems();
    private final Values values = new Values(settings, problems);

    @ParameterizedTest
    @CsvSource({
        "250ms,   PT0.25S",
        "30s,     PT30S",
        "30 s,    PT30S",
        "10m,     PT10M",
        "2h,      PT2H",
        "2H,      PT2H",
        "3d,      PT72H",
        "P1D,     PT24H",
        "PT30S,   PT30S",
        "pt1h30m, PT1H30M",
        "1s,      PT1S",
        "400d,    PT9600H",
    })
    void durationWhenGoodThenRead(String text, Duration expected) {
        assertThat(duration(text)).isEqualTo(expected);
        assertThat(problems.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30",
                "s",
                "1w",
                "1.5h",
                "1h30m",
                "-1s",
                "0s",
                "0d",
                "PT-5S",
                "P1M",
                "forever",
                "1000000000s",
                "1s1"
            })
    void durationWhenBadThenAProblem(String text) {
        duration(text);
        assertThat(problems.text()).startsWith("auth0.session.absolute-duration is ");
    }

    @Test
    void durationWhenTooLongThenAProblem() {
        duration("401d");
        assertThat(problems.text()).isEqualTo("auth0.session.absolute-duration is longer than PT9600H");
    }

    private Duration duration(String text) {
        settings.with("auth0.session.absolute-duration", text);
        return values.duration(ConfigKey.SESSION_ABSOLUTE, Duration.ofMillis(1), LONGEST);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "TRUE, true", "false, false", "' False ', false"})
    void flagWhenGoodThenRead(String text, boolean expected) {
        settings.with("auth0.telemetry", text);
        assertThat(values.flag(ConfigKey.TELEMETRY)).isEqualTo(expected);
        assertThat(problems.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "on", "truee", "false,true"})
    void flagWhenBadThenAProblemAndTheDefault(String text) {
        settings.with("auth0.telemetry", text);
        assertThat(values.flag(ConfigKey.TELEMETRY)).isTrue();
        assertThat(problems.text()).isEqualTo("auth0.telemetry is neither true nor false");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "10, 10", "' 4 ', 4"})
    void countWhenInRangeThenRead(String text, int expected) {
        settings.with("auth0.transaction.maximum", text);
        assertThat(values.count(ConfigKey.TRANSACTION_MAXIMUM, 1, 10)).isEqualTo(expected);
        assertThat(problems.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "-1", "4.0", "0x4", "four", "99999999999"})
    void countWhenNotInRangeThenAProblem(String text) {
        settings.with("auth0.transaction.maximum", text);
        values.count(ConfigKey.TRANSACTION_MAXIMUM, 1, 10);
        assertThat(problems.text()).isEqualTo("auth0.transaction.maximum is not a number from 1 to 10");
    }

    @Test
    void listWhenCommasAreEscapedThenPartsOfAnElement() {
        settings.with("auth0.groups.claims", " a , ,b\\,c,");
        assertThat(values.list(ConfigKey.GROUPS_CLAIMS)).containsExactly("a", "b,c");
    }

    @ParameterizedTest
    @CsvSource({"/login, /login", "/a/b-c_d.e~1, /a/b-c_d.e~1", "OFF, ", "off, "})
    void routeWhenGoodThenPathOrNull(String text, String expected) {
        settings.with("auth0.routes.login", text);
        assertThat(values.route(ConfigKey.ROUTES_LOGIN)).isEqualTo(expected);
        assertThat(problems.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"login", "/", "/login/", "//login", "/a b", "/a?b", "/a#b", "/a;b", "/a%2Fb", "/a\\b", "/ä"})
    void routeWhenBadThenAProblem(String text) {
        settings.with("auth0.routes.login", text);
        assertThat(values.route(ConfigKey.ROUTES_LOGIN)).isEqualTo("/auth/login");
        assertThat(problems.text()).isEqualTo("auth0.routes.login is neither a path such as /auth/login nor off");
    }

    @ParameterizedTest
    @CsvSource({"lax, LAX", "Strict, STRICT", "NONE, NONE"})
    void oneOfWhenInAnyCaseThenRead(String text, SameSite expected) {
        settings.with("auth0.session.cookie.same-site", text);
        assertThat(values.oneOf(ConfigKey.SESSION_COOKIE_SAME_SITE, SameSite.class))
                .isEqualTo(expected);
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void subsetWhenOneElementIsNotAllowedThenAProblem() {
        settings.with("auth0.api.algorithms", "RS256,rs256");
        values.subset(ConfigKey.API_ALGORITHMS, Set.of("RS256"));
        assertThat(problems.text()).isEqualTo("auth0.api.algorithms has a value that is not one of [RS256]");
    }

    @Test
    void textWhenSurroundedByWhiteSpaceThenWithout() {
        settings.with("auth0.client-id", " abc\t");
        assertThat(values.text(ConfigKey.CLIENT_ID)).isEqualTo("abc");
    }
}
