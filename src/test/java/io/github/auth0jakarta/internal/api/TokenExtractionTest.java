package io.github.auth0jakarta.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.internal.api.RequestCredentials.Kind;
import io.github.auth0jakarta.internal.config.Auth0Config.TokenTransport;
import io.github.auth0jakarta.testing.FakeRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6750, 2: the three methods, of which a request uses one. */
class TokenExtractionTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final RequestCredentials X = RequestCredentials.token(AuthenticationScheme.BEARER, "x");

    private static RequestCredentials extract(boolean form, boolean query, FakeRequest request) {
        return new TokenExtraction(new TokenTransport(form, query)).of(request.servlet());
    }

    private static FakeRequest header(String pathAndQuery) {
        return FakeRequest.get(pathAndQuery).header("Authorization", "Bearer x");
    }

    @Test
    @Tag("AC-10")
    void ofWhenNothingIsSwitchedOnThenTheHeaderOnly() {
        assertThat(extract(false, false, header("/api"))).isEqualTo(X);
        assertThat(extract(false, false, FakeRequest.get("/api?access_token=x")))
                .isEqualTo(RequestCredentials.NONE);
        FakeRequest posted = FakeRequest.of("POST", "/api").body(FORM, "access_token=x");
        assertThat(extract(false, false, posted)).isEqualTo(RequestCredentials.NONE);
        assertThat(posted.isRead()).isFalse();
    }

    @Test
    @Tag("AC-10")
    void ofWhenTheHeaderAndTheQueryHaveATokenThenMalformedSwitchedOnOrNot() {
        assertThat(extract(false, false, header("/api?access_token=x"))).isEqualTo(RequestCredentials.SEVERAL);
        assertThat(extract(false, true, header("/api?access_token=x"))).isEqualTo(RequestCredentials.SEVERAL);
        assertThat(extract(false, false, header("/api?access_token="))).isEqualTo(RequestCredentials.SEVERAL);
        assertThat(extract(false, false, header("/api?token=x&q=access_token"))).isEqualTo(X);
    }

    @Test
    void ofWhenTheQueryIsSwitchedOnThenItsToken() {
        assertThat(extract(false, true, FakeRequest.get("/api?q=1&q=2&broken=%zz&access_token=x")))
                .isEqualTo(X);
        assertThat(extract(false, true, FakeRequest.get("/api?access%5Ftoken=%78")))
                .isEqualTo(X);
        assertThat(extract(false, true, FakeRequest.get("/api?Access_Token=x"))).isEqualTo(RequestCredentials.NONE);
        assertThat(extract(false, true, FakeRequest.get("/api"))).isEqualTo(RequestCredentials.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "access_token=x&access_token=x, MALFORMED",
        "access_token=x&access%5Ftoken=y, MALFORMED",
        "access_token=x y, MALFORMED",
        "access_token=x%0Ay, MALFORMED",
        "access_token=%zz, MALFORMED",
        "access_token=, EMPTY",
        "access_token, EMPTY"
    })
    void ofWhenTheQueryHasNoOneTokenThenRefused(String query, Kind kind) {
        assertThat(extract(false, true, FakeRequest.get("/api?" + query)).kind())
                .isEqualTo(kind);
    }

    @Test
    void ofWhenTheFormIsSwitchedOnThenItsToken() {
        assertThat(extract(true, false, form("/api", "access_token=x&q=1"))).isEqualTo(X);
        assertThat(extract(true, false, form("/api", "q=access_token"))).isEqualTo(RequestCredentials.NONE);
        assertThat(extract(true, false, form("/api", "access_token=x&access_token=x")))
                .isEqualTo(RequestCredentials.SEVERAL);
    }

    @Test
    @Tag("AC-10")
    void ofWhenTheFormAndAnotherMethodHaveATokenThenMalformed() {
        assertThat(extract(true, false, form("/api", "access_token=x").header("Authorization", "Bearer x")))
                .isEqualTo(RequestCredentials.SEVERAL);
        assertThat(extract(true, true, form("/api?access_token=x", "access_token=x")))
                .isEqualTo(RequestCredentials.SEVERAL);
        assertThat(extract(true, false, form("/api?access_token=x", "access_token=x")))
                .isEqualTo(RequestCredentials.SEVERAL);
        assertThat(extract(true, false, form("/api?access_token=x", "q=1")))
                .as("what is in the query is not the form's")
                .isEqualTo(RequestCredentials.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data; boundary=x", FORM + "x"})
    void ofWhenTheBodyIsNoFormThenNobodyReadsIt(String type) {
        FakeRequest request = FakeRequest.of("POST", "/api").body(type, "access_token=x");
        assertThat(extract(true, true, request)).isEqualTo(RequestCredentials.NONE);
        assertThat(request.isRead()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE", "post"})
    void ofWhenTheMethodIsNotPostThenTheFormIsNotRead(String method) {
        FakeRequest request = FakeRequest.of(method, "/api").body(FORM, "access_token=x");
        assertThat(extract(true, true, request)).isEqualTo(RequestCredentials.NONE);
        assertThat(request.isRead()).isFalse();
    }

    @Test
    void ofWhenTheFormSaysItsCharactersThenStillAForm() {
        assertThat(extract(
                        true,
                        false,
                        FakeRequest.of("POST", "/api")
                                .body("Application/X-WWW-Form-Urlencoded; charset=UTF-8", "access_token=x")))
                .isEqualTo(X);
    }

    @Test
    void ofWhenAnotherSchemeIsBesideATokenInTheQueryThenThatToken() {
        assertThat(extract(false, true, FakeRequest.get("/api?access_token=x").header("Authorization", "Basic eDp5")))
                .isEqualTo(X);
    }

    private static FakeRequest form(String pathAndQuery, String body) {
        return FakeRequest.of("POST", pathAndQuery).body(FORM, body);
    }
}
