package io.github.auth0jakarta.internal.oauth;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.internal.http.HttpAnswer;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.RecordedLog;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonAnswersTest {
    private final JsonAnswers answers = new JsonAnswers(new StrictJson());

    private static HttpAnswer answer(int status, String contentType, String body) {
        Map<String, List<String>> headers = Map.of("Content-Type", List.of(contentType));
        return new HttpAnswer(status, headers, body.getBytes(StandardCharsets.UTF_8), null);
    }

    private Map<String, Object> object(HttpAnswer answer) {
        return answers.object(answer, Auth0ErrorCode.SERVER_METADATA_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/jwk-set+json"})
    void objectWhenSuccessThenItsMembers(String contentType) {
        assertThat(object(answer(200, contentType, "{\"a\":1}"))).isEqualTo(Map.of("a", 1L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{\"a\":1,\"a\":2}",
                "{}{}",
                "<html>",
                "{\"error\":\"x\"}",
                "{\"error\":null}"
            })
    void objectWhenSuccessIsNoObjectThenTheGivenCode(String body) {
        assertRefused(Auth0ErrorCode.SERVER_METADATA_INVALID, () -> object(answer(200, "application/json", body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/html", "text/json", "application/jwt", "application/jsonp"})
    void objectWhenSuccessIsNotOfTypeJsonThenTheGivenCode(String contentType) {
        assertRefused(Auth0ErrorCode.SERVER_METADATA_INVALID, () -> object(answer(200, contentType, "{}")));
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_grant,   SERVER_INVALID_GRANT",
        "401, invalid_grant,   SERVER_INVALID_GRANT",
        "403, invalid_grant,   SERVER_INVALID_GRANT",
        "401, invalid_client,  SERVER_INVALID_CLIENT",
        "400, invalid_client,  SERVER_INVALID_CLIENT",
        "401, unauthorized_client, SERVER_INVALID_CLIENT",
        "401, access_denied,   SERVER_INVALID_CLIENT",
        "400, unauthorized_client, SERVER_ERROR_RESPONSE",
        "403, access_denied,   SERVER_ERROR_RESPONSE",
        "400, invalid_request, SERVER_ERROR_RESPONSE",
        "403, mfa_required,    SERVER_ERROR_RESPONSE",
        "429, too_many_requests, SERVER_RATE_LIMITED",
        "503, temporarily_unavailable, SERVER_ERROR_RESPONSE",
    })
    void objectWhenErrorThenCodeAndOAuthError(int status, String error, Auth0ErrorCode code) {
        AuthorizationServerException e = refusal(answer(
                status, "application/json", "{\"error\":\"" + error + "\",\"error_description\":\"<b>secret</b>\"}"));

        assertThat(e.code()).isEqualTo(code);
        assertThat(e.status()).isEqualTo(status);
        assertThat(e.error()).contains(error);
        assertThat(e).hasMessage(code.text() + ": the provider answered " + status + " " + error);
    }

    /** Nothing works until somebody looks at the configuration, so somebody has to see it. */
    @Test
    @Tag("TC-05")
    void objectWhenTheClientIsRefusedThenBadGatewayAndInTheLogAsAnError() {
        try (RecordedLog log = new RecordedLog(JsonAnswers.class)) {
            AuthorizationServerException e = refusal(answer(401, "application/json", "{\"error\":\"invalid_client\"}"));
            assertThat(e.code().status()).isEqualTo(502);
            assertThat(log.messages(Level.SEVERE))
                    .containsExactly("The provider refuses this application, compare client id, secret and"
                            + " authentication method: it answered 401 invalid_client");
        }
    }

    @Test
    void objectWhenSomethingElseIsRefusedThenNotInTheLog() {
        try (RecordedLog log = new RecordedLog(JsonAnswers.class)) {
            refusal(answer(400, "application/json", "{\"error\":\"invalid_grant\"}"));
            assertThat(log.messages()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "302 | text/html        | moved",
                "204 | application/json | {}",
                "201 | application/json | {}",
                "500 | text/html        | <html>",
                "400 | application/json | {\"error\":{\"code\":1}}",
                "400 | application/json | {\"error\":\"two\\nlines\"}",
                "400 | application/json | {\"error\":\"\"}",
                "400 | application/json | []",
                "400 | text/plain       | {\"error\":\"invalid_grant\"}",
            })
    void objectWhenErrorSaysNothingUsableThenPlainErrorResponse(int status, String contentType, String body) {
        AuthorizationServerException e = refusal(answer(status, contentType, body));
        assertThat(e.code()).isEqualTo(Auth0ErrorCode.SERVER_ERROR_RESPONSE);
        assertThat(e.error()).isEmpty();
        assertThat(e).hasMessage("server.error_response: the provider answered " + status);
    }

    @Test
    void objectWhenErrorIsTooLongForALogThenLeftOut() {
        String body = "{\"error\":\"" + "x".repeat(65) + "\"}";
        assertThat(refusal(answer(400, "application/json", body)).error()).isEmpty();
    }

    private AuthorizationServerException refusal(HttpAnswer answer) {
        return catchThrowableOfType(AuthorizationServerException.class, () -> object(answer));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204})
    void requireSuccessWhenSuccessThenNothing(int status) {
        assertThatCode(() -> answers.requireSuccess(answer(status, "", ""))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 302, 400, 503})
    void requireSuccessWhenAnythingElseThenRefused(int status) {
        assertRefused(
                Auth0ErrorCode.SERVER_ERROR_RESPONSE, () -> answers.requireSuccess(answer(status, "text/plain", "")));
    }
}
