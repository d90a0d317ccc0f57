package io.github.auth0jakarta.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code application/x-www-form-urlencoded}, as RFC 6749, appendix B asks for. */
class FormBodyTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "a+b,     v=a%2Bb",
                "a&b,     v=a%26b",
                "a=b,     v=a%3Db",
                "100%,    v=100%25",
                "ü,       v=%C3%BC",
                "😀,      v=%F0%9F%98%80",
                "a:b,     v=a%3Ab",
                "a b,     v=a+b",
                "a/b?c#d, v=a%2Fb%3Fc%23d",
                "a;b,     v=a%3Bb",
                "-_.*,    v=-_.*",
                "~,       v=%7E",
                "\"\",    v=",
                "\"a\nb\", v=a%0Ab",
            })
    void addWhenValueHasSpecialCharactersThenEncoded(String value, String encoded) {
        assertThat(new FormBody().add("v", value).encoded()).isEqualTo(encoded);
    }

    @Test
    void addWhenSeveralThenInTheirOrderAndNamesEncodedToo() {
        FormBody form = new FormBody().add("b", "1").add("a&x", "2").add("a", "3");
        assertThat(form.encoded()).isEqualTo("b=1&a%26x=2&a=3");
    }

    @Test
    void addWhenThereIsNoValueThenLeftOut() {
        assertThat(new FormBody().add("a", null).add("b", "1").add("c", null).encoded())
                .isEqualTo("b=1");
    }

    @Test
    void toStringWhenCalledThenSaysNothing() {
        assertThat(new FormBody().add("client_secret", "hidden")).hasToString("FormBody");
    }
}
