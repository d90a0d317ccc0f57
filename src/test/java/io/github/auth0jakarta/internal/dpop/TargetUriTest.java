package io.github.auth0jakarta.internal.dpop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 3986, 6.2.2 and 6.2.3, and what browsers do beyond them. */
class TargetUriTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // as it is
                "https://a.example/x | https://a.example/x",
                "http://a.example/x | http://a.example/x",
                "https://a.example/x/ | https://a.example/x/",
                "https://a.example//x | https://a.example//x",
                "https://a.example/x//y | https://a.example/x//y",
                "https://a.example/x;v=1,2 | https://a.example/x;v=1,2",
                "https://a.example/!$&'()*+,;=:@-._~ | https://a.example/!$&'()*+,;=:@-._~",
                "https://1.2.3.4/x | https://1.2.3.4/x",
                // case and port
                "HTTPS://A.EXAMPLE/X | https://a.example/X",
                "https://a.example:443/x | https://a.example/x",
                "https://a.example:0443/x | https://a.example/x",
                "https://a.example:8443/x | https://a.example:8443/x",
                "https://a.example:80/x | https://a.example:80/x",
                "http://a.example:80/x | http://a.example/x",
                "http://a.example:443/x | http://a.example:443/x",
                // what does not count
                "https://a.example/x?q=1#f | https://a.example/x",
                "https://a.example/x?a?b | https://a.example/x",
                "https://a.example/x#f?q | https://a.example/x",
                "https://a.example?q | https://a.example/",
                "https://a.example#f | https://a.example/",
                "https://user@a.example/x | https://a.example/x",
                "https://user:pass@a.example/x | https://a.example/x",
                "https://b.example@a.example/x | https://a.example/x",
                // empty path
                "https://a.example | https://a.example/",
                "https://a.example/ | https://a.example/",
                // dot segments, encoded or not
                "https://a.example/x/./y | https://a.example/x/y",
                "https://a.example/x/../y | https://a.example/y",
                "https://a.example/../../y | https://a.example/y",
                "https://a.example/x/.. | https://a.example/",
                "https://a.example/x/y/.. | https://a.example/x/",
                "https://a.example/x/. | https://a.example/x/",
                "https://a.example/x/%2e%2E/y | https://a.example/y",
                "https://a.example/x/.%2e/y | https://a.example/y",
                "https://a.example/x/%2e/y | https://a.example/x/y",
                "https://a.example/x//../y | https://a.example/x/y",
                "https://a.example/... | https://a.example/...",
                // percent-encoding
                "https://a.example/%78%2Dy%5F%7e | https://a.example/x-y_~",
                "https://a.example/%2f%3a | https://a.example/%2F%3A",
                "https://a.example/%2F | https://a.example/%2F",
                "https://a.example/%25 | https://a.example/%25",
                "https://a.example/%252e | https://a.example/%252e",
                "https://a.example/ü | https://a.example/%C3%BC",
                "https://a.example/%c3%bc | https://a.example/%C3%BC",
                "https://a.example/{id} | https://a.example/%7Bid%7D",
                "https://a.example/%7bid%7d | https://a.example/%7Bid%7D",
                // international hosts
                "https://bücher.example/x | https://xn--bcher-kva.example/x",
                "https://BÜCHER.example/x | https://xn--bcher-kva.example/x",
                "https://xn--bcher-kva.example/x | https://xn--bcher-kva.example/x",
                // IPv6
                "http://[::1]:8080/x | http://[00000000000000000000000000000001]:8080/x",
                "http://[0:0:0:0:0:0:0:1]:8080/x | http://[00000000000000000000000000000001]:8080/x",
                "http://[2001:DB8::A]/x | http://[20010db800000000000000000000000a]/x",
                "http://[::ffff:1.2.3.4]/x | http://[00000000000000000000ffff01020304]/x",
                "http://[::ffff:102:304]/x | http://[00000000000000000000ffff01020304]/x",
            })
    @Tag("DP-08")
    void ofWhenAnAddressThenTheOneTextOfIt(String address, String normalised) {
        assertThat(TargetUri.of(address)).contains(normalised);
        assertThat(TargetUri.ofRequest(address)).contains(normalised);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "/x",
                "//a.example/x",
                "https:a.example/x",
                "https:/a.example/x",
                "https:///x",
                "https://",
                "https://:443/x",
                "https://@/x",
                "ftp://a.example/x",
                "ws://a.example/x",
                "javascript://a.example/%0aalert(1)",
                "httpss://a.example/x",
                "https://a_b.example/x",
                "https://a example/x",
                "https://a.example /x",
                " https://a.example/x",
                "https://a.example/x ",
                "https://a.example/x\t",
                "https://a.example/x\r\n",
                "https://a.exam\nple/x",
                "https://a.example/\u0000",
                "https://a.example/\u007f",
                "https:\\\\a.example\\x",
                "https://a.example\\x",
                "https://a.example/x\\y",
                "https://a.example:/x",
                "https://a.example:x/x",
                "https://a.example:-1/x",
                "https://a.example:65536/x",
                "https://a.example:999999/x",
                "https://a.example:44 3/x",
                "https://a%2eexample/x",
                "https://a.example%2f/x",
                "https://a.example/%",
                "https://a.example/%2",
                "https://a.example/%zz",
                "https://a.example/%+1",
                "http://[::1/x",
                "http://::1/x",
                "http://[]/x",
                "http://[::1%eth0]/x",
                "http://[1.2.3.4]/x",
                "http://[12345::]/x",
                "http://[::1]x/x",
                "http://[a.example]/x",
            })
    @Tag("DP-08")
    void ofWhenNoAddressThenNothing(String address) {
        assertThat(TargetUri.of(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/https://b.example/x",
                "https://a.example/http://b.example",
                "https://a.example//HTTPS://b.example/x",
            })
    void ofRequestWhenThePathLooksLikeAnAddressThenNothing(String address) {
        assertThat(TargetUri.ofRequest(address)).isEmpty();
        assertThat(TargetUri.of(address)).isPresent();
    }

    @Test
    void ofWhenEndlessThenNothing() {
        String longest = "https://a.example/" + "x".repeat(8 * 1024 - 18);
        assertThat(TargetUri.of(longest)).contains(longest);
        assertThat(TargetUri.of(longest + "x")).isEmpty();
    }

    @Test
    void ofWhenNormalisedThenItStaysSo() {
        String once = TargetUri.of("https://A.example:443/x/%2e%2e/%7By%7D/ü?q").orElseThrow();
        assertThat(TargetUri.of(once)).contains(once);
    }
}
