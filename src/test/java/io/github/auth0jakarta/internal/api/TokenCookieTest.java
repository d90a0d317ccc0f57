package io.github.auth0jakarta.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.internal.config.Auth0Config.TokenTransport;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.testing.FakeRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenCookieTest {
    private final TokenExtraction extraction = new TokenExtraction(new TokenTransport(false, false, "jwt"));

    private static FakeRequest with(String name, String... values) {
        List<Map.Entry<String, String>> pairs =
                Arrays.stream(values).map(value -> Map.entry(name, value)).toList();
        return FakeRequest.get("/api").cookies(new RequestCookies(pairs));
    }

    private RequestCredentials of(FakeRequest request) {
        return extraction.of(request.servlet());
    }

    @Test
    void tokenIsFoundAlsoInQuotationMarks() {
        RequestCredentials expected = RequestCredentials.token(AuthenticationScheme.BEARER, "abc.def.ghi");
        assertThat(of(with("jwt", "abc.def.ghi"))).isEqualTo(expected);
        assertThat(of(with("jwt", "\"abc.def.ghi\""))).isEqualTo(expected);
    }

    @Test
    void emptyCookieIsNone() {
        assertThat(of(with("jwt", ""))).isEqualTo(RequestCredentials.NONE);
        assertThat(of(with("jwt", "\"\""))).isEqualTo(RequestCredentials.NONE);
    }

    @Test
    void otherCookiesAndTheHeaderAreNotLookedAt() {
        FakeRequest request = with("Bearer", "abc.def.ghi").header("Authorization", "Bearer abc.def.ghi");
        assertThat(of(request)).isEqualTo(RequestCredentials.NONE);
    }

    @Test
    void twoAreOneTooMany() {
        assertThat(of(with("jwt", "abc", "def"))).isEqualTo(RequestCredentials.SEVERAL);
    }

    @Test
    void whatIsNoTokenIsMalformed() {
        assertThat(of(with("jwt", "a b"))).isEqualTo(RequestCredentials.malformed(AuthenticationScheme.BEARER));
    }
}
