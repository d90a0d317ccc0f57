package io.github.auth0jakarta.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 8693, as far as Auth0's On-Behalf-Of goes. */
class TokenExchangeTest {

    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    private static final Tenant TENANT = Tenant.builder()
            .demo(Application.URL)
            .client(Client.builder("no-api", "no-api-secret").build())
            .client(Client.builder("public", "")
                    .withoutAuthentication()
                    .callbackUrls(Application.CALLBACK)
                    .api(Demo.AUDIENCE)
                    .exchangeTarget(Demo.REPORTS_AUDIENCE, "read:reports")
                    .build())
            .start();

    private final Application application = new Application(TENANT);

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    private static TokenBuilder subjectToken() {
        return TENANT.tokens().accessToken(Demo.ALICE_SUB, "a-client", Demo.AUDIENCE, "read:orders");
    }

    private Answer exchange(Map<String, String> altered) throws Exception {
        Map<String, String> form = new LinkedHashMap<>(Application.credentials());
        form.put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
        form.put("subject_token_type", ACCESS_TOKEN);
        form.put("subject_token", subjectToken().sign());
        form.put("audience", Demo.REPORTS_AUDIENCE);
        form.put("requested_token_type", ACCESS_TOKEN);
        form.putAll(altered);
        form.values().removeIf(String::isEmpty);
        return application.browser.post(application.at("/oauth/token"), form);
    }

    @Test
    void exchangedTokenIsTheUsersForTheOtherApi() throws Exception {
        Answer answer = exchange(Map.of("scope", "read:reports"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json())
                .containsEntry("issued_token_type", ACCESS_TOKEN)
                .containsEntry("token_type", "Bearer")
                .containsEntry("scope", "read:reports")
                .doesNotContainKeys("refresh_token", "id_token");
        assertThat(Jwts.claims(answer.text("access_token")))
                .containsEntry("sub", Demo.ALICE_SUB)
                .containsEntry("aud", Demo.REPORTS_AUDIENCE)
                .containsEntry("azp", Demo.CLIENT_ID)
                .containsEntry("act", Map.of("sub", Demo.CLIENT_ID));
    }

    @Test
    void whoActedBeforeIsKept() throws Exception {
        String acted =
                subjectToken().claim("act", Map.of("sub", "agent@clients")).sign();
        assertThat(Jwts.claims(exchange(Map.of("subject_token", acted)).text("access_token")))
                .containsEntry("act", Map.of("sub", Demo.CLIENT_ID, "act", Map.of("sub", "agent@clients")));
    }

    @Test
    void scopesAreThoseOfTheUserAndOfTheClient() throws Exception {
        assertThat(exchange(Map.of()).text("scope")).isEqualTo("read:reports");
        assertThat(exchange(Map.of("scope", "write:reports read:reports")).text("scope"))
                .isEqualTo("read:reports");
        assertThat(exchange(Map.of("scope", "write:reports read:orders")).error())
                .isEqualTo("400 invalid_scope");
    }

    @ParameterizedTest
    @CsvSource({
        "subject_token,'',400 invalid_request",
        "subject_token,garbage,400 invalid_grant",
        "subject_token_type,'',400 invalid_request",
        "subject_token_type,urn:ietf:params:oauth:token-type:id_token,400 invalid_request",
        "requested_token_type,urn:ietf:params:oauth:token-type:refresh_token,400 invalid_request",
        "audience,'',400 invalid_request",
        "audience,https://nowhere.example.com,403 access_denied",
        "audience,https://api.example.com,403 access_denied",
        "actor_token,x,400 invalid_request",
        "resource,https://x.example.com,400 invalid_request",
        "client_secret,wrong,401 invalid_client",
    })
    void exchangeIsStrict(String parameter, String value, String error) throws Exception {
        assertThat(exchange(Map.of(parameter, value)).error()).isEqualTo(error);
    }

    static Stream<UnaryOperator<TokenBuilder>> spoilt() {
        long now = Instant.now().getEpochSecond();
        return Stream.of(
                token -> token.claim("exp", now - 1),
                token -> token.withoutClaim("exp"),
                token -> token.claim("aud", Demo.REPORTS_AUDIENCE),
                token -> token.claim("aud", List.of("https://x.example.com")),
                token -> token.claim("sub", "nobody"),
                TokenBuilder::corruptSignature,
                TokenBuilder::unsigned);
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void tokenThatIsNotForTheApiOfTheClientIsRefused(UnaryOperator<TokenBuilder> spoil) throws Exception {
        assertThat(exchange(Map.of("subject_token", spoil.apply(subjectToken()).sign()))
                        .error())
                .isEqualTo("400 invalid_grant");
    }

    @Test
    void clientThatIsNoApiExchangesNothing() throws Exception {
        assertThat(exchange(Map.of("client_id", "no-api", "client_secret", "no-api-secret"))
                        .error())
                .isEqualTo("400 invalid_grant");
        assertThat(exchange(Map.of("client_id", "public", "client_secret", "")).error())
                .isEqualTo("400 unauthorized_client");
    }

    @Test
    void tokenOfARevokedLoginIsRefused() throws Exception {
        Answer login = application.tokens(Map.of());
        String token = login.text("access_token");
        assertThat(exchange(Map.of("subject_token", token)).status()).isEqualTo(200);

        Map<String, String> form = new LinkedHashMap<>(Application.credentials());
        form.put("token", login.text("refresh_token"));
        application.browser.post(application.at("/oauth/revoke"), form);

        assertThat(exchange(Map.of("subject_token", token)).error()).isEqualTo("400 invalid_grant");
    }
}
