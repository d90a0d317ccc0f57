package io.github.auth0jakarta.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 6750, 3 and 3.1. */
class BearerChallengeTest {
    /** {@code auth-param}s with quoted strings in which nothing needs an escape. */
    private static final String FORM = "Bearer realm=\"api\"(, [a-z_]+=\"[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]*\")*";

    private final FakeResponse response = new FakeResponse();

    private void send(BearerChallenge challenge) {
        challenge.send(FakeRequest.get("/api").servlet(), response.servlet());
    }

    @Test
    void sendWhenNoCredentialsCameThenBareChallenge() {
        send(BearerChallenge.NO_CREDENTIALS);
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"api\"");
        assertThat(response.body()).isEqualTo("{\"error\":\"unauthorized\",\"code\":\"session.missing\"}");
        assertThat(response.isNoStore()).isTrue();
    }

    @Test
    void sendWhenTheTokenWasRefusedThenInvalidToken() {
        send(BearerChallenge.of(Auth0ErrorCode.ACCESS_TOKEN_EXPIRED));
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.header("WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"api\", error=\"invalid_token\","
                        + " error_description=\"access_token.expired\"");
        assertThat(response.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
        assertThat(response.body()).isEqualTo("{\"error\":\"invalid_token\",\"code\":\"access_token.expired\"}");
    }

    @Test
    void sendWhenTheRequestWasMalformedThenInvalidRequest() {
        send(BearerChallenge.of(Auth0ErrorCode.ACCESS_TOKEN_REQUEST_MALFORMED));
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.header("WWW-Authenticate")).contains("error=\"invalid_request\"");
    }

    @ParameterizedTest
    @EnumSource(
            value = Auth0ErrorCode.class,
            names = {"TRANSPORT_TIMEOUT", "TRANSPORT_FAILED", "SERVER_KEYS_INVALID", "SERVER_METADATA_INVALID"})
    void sendWhenTheProviderFailsThenNotTheTokensFault(Auth0ErrorCode code) {
        send(BearerChallenge.of(code));
        assertThat(response.status()).isEqualTo(code.status()).isBetween(502, 504);
        assertThat(response.header("WWW-Authenticate")).isNull();
        assertThat(response.body())
                .isEqualTo("{\"error\":\"temporarily_unavailable\",\"code\":\"" + code.text() + "\"}");
    }

    @ParameterizedTest
    @EnumSource(value = Auth0ErrorCode.class, mode = EnumSource.Mode.MATCH_ALL, names = "ACCESS_TOKEN_.*")
    void ofWhenAnyAccessTokenCodeThenAHeaderOfTheForm(Auth0ErrorCode code) {
        BearerChallenge challenge = BearerChallenge.of(code);
        assertThat(challenge.status()).isIn(400, 401);
        assertThat(challenge.wwwAuthenticate()).matches(FORM).contains("\"" + code.text() + "\"");
    }
}
