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

    @SafeVarargs
    private static FakeRequest with(Map.Entry<String, String>... cookies) {
        List<Map.Entry<String, String>> pairs = Arrays.asList(cookies);
        return FakeRequest.get("/api").cookies(new RequestCookies(pairs));
    }

    private RequestCredentials of(FakeRequest request) {
        return extraction.of(request.servlet());
    }

    @Test
    void tokenIsFoundAlsoInQuotationMarks() {
        RequestCredentials expected = RequestCredentials.token(AuthenticationScheme.BEARER, "abc.def.ghi");
        assertThat(of(with(Map.entry("jwt", "abc.def.ghi")))).isEqualTo(expected);
        assertThat(of(with(Map.entry("jwt", "\"abc.def.ghi\"")))).isEqualTo(expected);
    }

    @Test
    void emptyCookieIsNone() {
        assertThat(of(with(Map.entry("jwt", "")))).isEqualTo(RequestCredentials.NONE);
        assertThat(of(with(Map.entry("jwt", "\"\"")))).isEqualTo(RequestCredentials.NONE);
    }

    @Test
    void otherCookiesAndTheHeaderAreNotLookedAt() {
        FakeRequest request = with(Map.entry("Bearer", "abc.def.ghi")).header("Authorization", "Bearer abc.def.ghi");
        assertThat(of(request)).isEqualTo(RequestCredentials.NONE);
    }

    @Test
    void twoAreOneTooMany() {
        assertThat(of(with(Map.entry("jwt", "abc"), Map.entry("jwt", "def")))).isEqualTo(RequestCredentials.SEVERAL);
    }

    @Test
    void whatIsNoTokenIsMalformed() {
        assertThat(of(with(Map.entry("jwt", "a b"))))
                .isEqualTo(RequestCredentials.malformed(AuthenticationScheme.BEARER));
    }
}
