package io.github.auth0jakarta.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Auth0's Custom Token Exchange, session transfer and Token Vault. */
class CustomTokenExchangeTest {

    private static final String TYPES = "urn:ietf:params:oauth:token-type:";
    private static final String CONNECTION_TOKEN =
            "http://auth0.com/oauth/token-type/federated-connection-access-token";
    private static final TestClock CLOCK = new TestClock();
    private static final Tenant TENANT =
            Tenant.builder().clock(CLOCK).demo(Application.URL).start();

    private final Application application = new Application(TENANT);

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    private Answer post(Map<String, String> parameters, Map<String, String> altered) throws Exception {
        Map<String, String> form = new LinkedHashMap<>(Application.credentials());
        form.putAll(parameters);
        form.putAll(altered);
        form.values().removeIf(String::isEmpty);
        return application.browser.post(application.at("/oauth/token"), form);
    }

    private Answer exchange(Map<String, String> altered) throws Exception {
        return post(
                Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:token-exchange",
                        "subject_token_type",
                        Demo.LEGACY_TOKEN_TYPE,
                        "subject_token",
                        Demo.legacyToken(Demo.ALICE_SUB),
                        "audience",
                        Demo.AUDIENCE,
                        "scope",
                        "openid offline_access read:orders"),
                altered);
    }

    private static Map<String, String> actor(String sub) {
        String idToken = TENANT.tokens().idToken(sub, Demo.CLIENT_ID, "n").sign();
        return Map.of("actor_token", idToken, "actor_token_type", TYPES + "id_token");
    }

    @Test
    void clientItselfMayAct() throws Exception {
        Map<String, String> own = Map.of("grant_type", "client_credentials", "audience", Demo.AUDIENCE);
        String machine = post(own, Map.of()).text("access_token");
        Answer answer = exchange(Map.of("actor_token", machine, "actor_token_type", TYPES + "access_token"));
        assertThat(Jwts.claims(answer.text("access_token")))
                .containsEntry("sub", Demo.ALICE_SUB)
                .containsEntry("act", Map.of("sub", Demo.CLIENT_ID + "@clients"));
        String users = TENANT.tokens()
                .accessToken(Demo.ALICE_SUB, Demo.CLIENT_ID, Demo.AUDIENCE, "read:orders")
                .sign();
        assertThat(exchange(Map.of("actor_token", users, "actor_token_type", TYPES + "access_token"))
                        .text("error"))
                .isEqualTo("invalid_grant");
    }

    @Test
    void foreignTokenBecomesTokensOfTheUser() throws Exception {
        Answer answer = exchange(Map.of("organization", Demo.ORGANIZATION_NAME));
        assertThat(answer.json())
                .containsEntry("issued_token_type", TYPES + "access_token")
                .containsEntry("token_type", "Bearer")
                .containsEntry("scope", "openid offline_access read:orders");
        assertThat(Jwts.claims(answer.text("access_token")))
                .containsEntry("sub", Demo.ALICE_SUB)
                .doesNotContainKey("act");
        assertThat(Jwts.claims(answer.text("id_token")))
                .containsEntry("sub", Demo.ALICE_SUB)
                .containsEntry("org_id", Demo.ORGANIZATION_ID);
        assertThat(application.refresh(answer.text("refresh_token"), Map.of()).status())
                .isEqualTo(200);
    }

    @Test
    void actorIsInTheTokensAndGetsNoRefreshToken() throws Exception {
        Answer answer = exchange(actor(Demo.BOB_SUB));
        assertThat(answer.json()).doesNotContainKey("refresh_token");
        assertThat(Jwts.claims(answer.text("access_token"))).containsEntry("act", Map.of("sub", Demo.BOB_SUB));
        assertThat(Jwts.claims(answer.text("id_token"))).containsEntry("act", Map.of("sub", Demo.BOB_SUB));
    }

    @ParameterizedTest
    @CsvSource({
        "subject_token,garbage,400 invalid_grant",
        "subject_token,legacy token of nobody,400 invalid_grant",
        "subject_token,'',400 invalid_request",
        "subject_token_type,urn:example:unknown,400 invalid_request",
        "requested_token_type,urn:ietf:params:oauth:token-type:id_token,400 invalid_request",
        "audience,https://nowhere.example.com,403 access_denied",
        "organization,org_other,400 invalid_request",
        "actor_token,garbage,400 invalid_request",
        "client_secret,wrong,401 invalid_client"
    })
    void exchangeIsStrict(String parameter, String value, String error) throws Exception {
        assertThat(exchange(Map.of(parameter, value)).error()).isEqualTo(error);
    }

    @Test
    void actorHasToBeALoginAtTheSameClient() throws Exception {
        String idToken =
                TENANT.tokens().idToken(Demo.BOB_SUB, "another-client", "n").sign();
        assertThat(exchange(Map.of("actor_token", idToken, "actor_token_type", TYPES + "id_token"))
                        .error())
                .isEqualTo("400 invalid_grant");
    }

    @Test
    void sessionIsTransferredByAnActorOnly() throws Exception {
        String audience = "urn:" + URI.create(TENANT.issuer()).getAuthority() + ":session_transfer";
        Map<String, String> form = new LinkedHashMap<>(actor(Demo.BOB_SUB));
        form.put("audience", audience);
        assertThat(exchange(form).json())
                .containsEntry("token_type", "N_A")
                .containsEntry("issued_token_type", "urn:auth0:params:oauth:token-type:session_transfer_token");
        assertThat(exchange(Map.of("audience", audience)).error()).isEqualTo("400 setactor_required");
        TENANT.settings().sessionTransfer(false);
        try {
            assertThat(exchange(form).error()).isEqualTo("400 session_transfer_disabled");
        } finally {
            TENANT.settings().sessionTransfer(true);
        }
    }

    private String transferToken() throws Exception {
        Map<String, String> form = new LinkedHashMap<>(actor(Demo.BOB_SUB));
        form.put("audience", "urn:" + URI.create(TENANT.issuer()).getAuthority() + ":session_transfer");
        return exchange(form).text("access_token");
    }

    @Test
    void transferTokenBeginsASessionInWhichTheActorActs() throws Exception {
        Map<String, String> transfer = Map.of("session_transfer_token", transferToken());
        String code = application.authorize(transfer).code();
        Answer tokens = application.redeem(code, Map.of());
        assertThat(Jwts.claims(tokens.text("id_token")))
                .containsEntry("sub", Demo.ALICE_SUB)
                .containsEntry("act", Map.of("sub", Demo.BOB_SUB));
        assertThat(Jwts.claims(tokens.text("access_token"))).containsEntry("act", Map.of("sub", Demo.BOB_SUB));
        assertThat(application.authorize(Map.of()).code()).isNotBlank();
    }

    @Test
    void transferTokenWorksOnceAndForAMinute() throws Exception {
        Map<String, String> used = Map.of("session_transfer_token", transferToken());
        application.authorize(used);
        assertThat(new Application(TENANT).authorize(used).hidden("ticket")).isNotBlank();
        assertThat(application.authorize(used).hidden("ticket")).isNotBlank();
        Map<String, String> late = Map.of("session_transfer_token", transferToken());
        CLOCK.advance(Duration.ofMinutes(1));
        assertThat(new Application(TENANT).authorize(late).hidden("ticket")).isNotBlank();
    }

    @Test
    void transferTokenOfAnotherUserEndsTheBrowsersSession() throws Exception {
        application.submit(application.authorize(Map.of()), Demo.BOB_EMAIL, Demo.BOB_PASSWORD);
        Map<String, String> transfer = Map.of("session_transfer_token", transferToken());
        assertThat(application.authorize(transfer).hidden("ticket")).isNotBlank();
        assertThat(application.authorize(Map.of()).hidden("ticket")).isNotBlank();
    }

    private Answer vault(String type, String subjectToken, Map<String, String> altered) throws Exception {
        return post(
                Map.of(
                        "grant_type",
                        "urn:auth0:params:oauth:grant-type:token-exchange:federated-connection-access-token",
                        "connection",
                        Demo.CONNECTION,
                        "subject_token",
                        subjectToken,
                        "subject_token_type",
                        TYPES + type,
                        "requested_token_type",
                        CONNECTION_TOKEN),
                altered);
    }

    private static String accessToken() {
        return TENANT.tokens()
                .accessToken(Demo.ALICE_SUB, Demo.CLIENT_ID, Demo.AUDIENCE)
                .sign();
    }

    @Test
    void vaultHasATokenOfTheUsersAccount() throws Exception {
        Answer login = application.tokens(Map.of());
        for (Answer answer : new Answer[] {
            vault("refresh_token", login.text("refresh_token"), Map.of()),
            vault("access_token", accessToken(), Map.of("login_hint", Demo.ALICE_GOOGLE_ID))
        }) {
            assertThat(answer.text("access_token")).startsWith("google-oauth2/" + Demo.ALICE_GOOGLE_ID + "/");
            assertThat(answer.json())
                    .containsEntry("issued_token_type", CONNECTION_TOKEN)
                    .containsEntry("token_type", "Bearer");
        }
        assertThat(vault("access_token", accessToken(), Map.of("scope", "profile"))
                        .text("scope"))
                .isEqualTo("profile");
    }

    @Test
    void refreshTokenIsNotUsedUpByTheVaultAndHasToBeTheNewest() throws Exception {
        String first = application.tokens(Map.of()).text("refresh_token");
        vault("refresh_token", first, Map.of());
        String second = application.refresh(first, Map.of()).text("refresh_token");
        assertThat(vault("refresh_token", second, Map.of()).status()).isEqualTo(200);
        assertThat(vault("refresh_token", first, Map.of()).error()).isEqualTo("400 invalid_grant");
        assertThat(vault("refresh_token", second, Map.of()).error()).isEqualTo("400 invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({
        "login_hint,208251222085688410292,401 federated_connection_refresh_token_not_found",
        "connection,linkedin,401 federated_connection_refresh_token_not_found",
        "connection,'',400 invalid_request",
        "scope,https://www.googleapis.com/auth/gmail,400 invalid_scope",
        "subject_token,garbage,400 invalid_grant",
        "subject_token_type,urn:ietf:params:oauth:token-type:id_token,400 invalid_request",
        "requested_token_type,urn:ietf:params:oauth:token-type:access_token,400 invalid_request",
        "audience,https://api.example.com,400 invalid_request",
        "resource,x,400 invalid_request",
        "client_secret,wrong,401 invalid_client"
    })
    void vaultIsStrict(String parameter, String value, String error) throws Exception {
        assertThat(vault("access_token", accessToken(), Map.of(parameter, value))
                        .error())
                .isEqualTo(error);
    }

    @Test
    void accountThatIsGoneBringsNothing() throws Exception {
        ConnectedAccounts.Account account =
                new ConnectedAccounts.Account("cac_1", Demo.ALICE_SUB, "slack", "u1", Set.of(), Instant.EPOCH);
        TENANT.connectedAccounts().add(account);
        assertThat(vault("access_token", accessToken(), Map.of("connection", "slack"))
                        .status())
                .isEqualTo(200);
        assertThat(TENANT.connectedAccounts().remove(Demo.BOB_SUB, "cac_1")).isFalse();
        assertThat(TENANT.connectedAccounts().remove(Demo.ALICE_SUB, "cac_1")).isTrue();
        assertThat(vault("access_token", accessToken(), Map.of("connection", "slack"))
                        .error())
                .isEqualTo("401 federated_connection_refresh_token_not_found");
    }
}
