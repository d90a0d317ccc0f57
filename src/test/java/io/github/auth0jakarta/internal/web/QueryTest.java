package io.github.auth0jakarta.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    private static Query parsed(@Nullable String query) {
        return Objects.requireNonNull(Query.parse(query));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "code=abc,                abc",
                "code=a+b%26c%3Dd,        a b&c=d",
                "code=a=b,                a=b",
                "%63ode=abc,              abc",
                "a=1&&code=abc&,          abc",
                "code=%C3%BC,             ü",
                "code=,                   -",
                "code,                    -",
                "Code=abc,                -",
                "xcode=abc,               -",
                "a=code,                  -",
            })
    void valueWhenParsedThenDecodedAndNullWhereThereIsNone(String query, String code) {
        assertThat(parsed(query).value("code")).isEqualTo(code);
    }

    @ParameterizedTest
    @NullAndEmptySource
    void parseWhenThereIsNoQueryThenNoParameters(@Nullable String query) {
        assertThat(parsed(query).value("code")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code=a&code=b",
                "code=a&code=a",
                "code=a&x=1&%63ode=a",
                "code=&code=a",
                "code&code",
                "unknown=1&unknown=2",
                "code=%",
                "code=%4",
                "code=%zz",
                "%=a",
            })
    void parseWhenAParameterIsTwiceOrNotEncodedThenRefused(String query) {
        assertThat(Query.parse(query)).isNull();
    }

    @Test
    void parseWhenTooLongThenRefused() {
        String longest = "a=" + "x".repeat(8 * 1024 - 2);
        assertThat(Query.parse(longest)).isNotNull();
        assertThat(Query.parse(longest + "x")).isNull();
    }

    @Test
    void toStringWhenCalledThenSaysNothing() {
        assertThat(Query.parse("code=secret")).hasToString("Query");
    }
}
