package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of token exchange, as an application on a server does it. */
class TokenExchangeIT extends ClientTest {
    private static final String VAULT =
            "urn:auth0:params:oauth:grant-type:token-exchange:federated-connection-access-token";

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured()
                .with("auth0.token-exchange.subject-token-types", Demo.LEGACY_TOKEN_TYPE)
                .with("auth0.token-exchange.audiences", Demo.REPORTS_AUDIENCE)
                .with("auth0.login.allowed-parameters", "session_transfer_token")
                .with(ExchangeResource.class)
                .build();
    }

    private static String address(String way, String... namesAndValues) {
        StringBuilder address = new StringBuilder("/api/exchange/").append(way).append('?');
        for (int i = 0; i < namesAndValues.length; i += 2) {
            address.append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8))
                    .append('&');
        }
        return address.toString();
    }

    private static JsonObject asBrowser(HttpBrowser visitor, String address) {
        Answer answer = visitor.get(RequestKind.FETCH, APP + address);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private JsonObject asProgram(String sub, String address) {
        Answer answer = call(accessToken(sub, "read:orders").sign(), address);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private static String legacy(String way, String sub, String... more) {
        List<String> all = new ArrayList<>(List.of("subject", Demo.legacyToken(sub), "type", Demo.LEGACY_TOKEN_TYPE));
        all.addAll(List.of(more));
        return address(way, all.toArray(String[]::new));
    }

    private static String google(String by, String... more) {
        List<String> all = new ArrayList<>(List.of("connection", Demo.CONNECTION, "by", by));
        all.addAll(List.of(more));
        return address("connection", all.toArray(String[]::new));
    }

    private long vaultRequests() {
        return tenant.requests().to("/oauth/token").stream()
                .filter(request -> VAULT.equals(request.parameter("grant_type")))
                .count();
    }

    @Test
    void foreignTokenIsExchangedAndNobodyIsLoggedIn() {
        JsonObject tokens = asBrowser(
                browser,
                legacy(
                        "custom",
                        Demo.ALICE_SUB,
                        "audience",
                        Demo.AUDIENCE,
                        "scope",
                        "openid",
                        "scope",
                        "read:orders",
                        "organization",
                        Demo.ORGANIZATION_NAME));

        assertThat(tokens.getString("subject")).isEqualTo(Demo.ALICE_SUB);
        assertThat(SignedText.claims(tokens.getString("token")).getString("sub"))
                .isEqualTo(Demo.ALICE_SUB);
        assertThat(tokens.getJsonArray("actors")).isEmpty();
        assertAnonymous(browser);
    }

    @Test
    void foreignTokenIsExchangedForALogin() {
        JsonObject tokens = asBrowser(browser, legacy("login", Demo.ALICE_SUB));

        assertThat(tokens.getBoolean("refreshToken")).isTrue();
        assertCaller(browser, Demo.ALICE_SUB);
        assertThat(asBrowser(browser, google("refresh")).getString("token")).contains(Demo.ALICE_GOOGLE_ID);
    }

    @Test
    @Tag("TC-10")
    void actorIsTold() {
        String actor =
                tenant.tokens().idToken(Demo.BOB_SUB, Demo.CLIENT_ID, "n").sign();

        assertThat(asBrowser(browser, legacy("custom", Demo.ALICE_SUB, "scope", "openid", "actor", actor))
                        .getJsonArray("actors")
                        .getString(0))
                .isEqualTo(Demo.BOB_SUB);
        assertThat(asBrowser(browser, legacy("custom", Demo.ALICE_SUB, "audience", Demo.AUDIENCE, "actor", actor))
                        .getJsonArray("actors")
                        .getString(0))
                .isEqualTo(Demo.BOB_SUB);
    }

    @ParameterizedTest
    @CsvSource({
        "type,urn:example:another-token,token_exchange.subject_token_type_refused",
        "type,urn:ietf:params:oauth:token-type:refresh_token,token_exchange.subject_token_type_refused",
        "type,token,token_exchange.type_invalid",
        "audience,https://other.example.com,token_exchange.audience_refused",
        "subject,Bearer x,token_exchange.subject_token_invalid",
        "organization,' ',token_exchange.organization_invalid"
    })
    @Tag("TC-10")
    void whatIsNotAllowedIsNotSent(String parameter, String value, String code) {
        String subject = parameter.equals("subject") ? value : Demo.legacyToken(Demo.ALICE_SUB);
        String type = parameter.equals("type") ? value : Demo.LEGACY_TOKEN_TYPE;
        String address = parameter.equals("subject") || parameter.equals("type")
                ? address("custom", "subject", subject, "type", type)
                : address("custom", "subject", subject, "type", type, parameter, value);

        assertThat(asBrowser(browser, address).getString("code")).isEqualTo(code);
        assertThat(tenant.requests().count("/oauth/token")).isZero();
    }

    @Test
    void whatTheProviderRefusesHasItsCode() {
        assertThat(asBrowser(browser, address("custom", "subject", "garbage", "type", Demo.LEGACY_TOKEN_TYPE))
                        .getString("code"))
                .isEqualTo("server.invalid_grant");
    }

    @Test
    void programsCallIsContinuedOnBehalfOfItsUser() {
        JsonObject tokens = asProgram(
                Demo.ALICE_SUB, address("on-behalf-of", "audience", Demo.REPORTS_AUDIENCE, "scope", "read:reports"));

        JsonObject claims = SignedText.claims(tokens.getString("token"));
        assertThat(claims.getString("sub")).isEqualTo(Demo.ALICE_SUB);
        assertThat(claims.getString("aud")).isEqualTo(Demo.REPORTS_AUDIENCE);
        assertThat(tokens.getJsonArray("actors").getString(0)).isEqualTo(Demo.CLIENT_ID);
    }

    @Test
    @Tag("TC-10")
    void tokenOnBehalfOfSomebodyElseIsRefused() {
        tenant.hooks().nextAccessToken(token -> token.claim("sub", Demo.BOB_SUB));

        assertThat(asProgram(Demo.ALICE_SUB, address("on-behalf-of", "audience", Demo.REPORTS_AUDIENCE))
                        .getString("code"))
                .isEqualTo("token_exchange.subject_mismatch");
    }

    @Test
    @Tag("TC-11")
    void connectionTokenIsTheCallersAndIsRemembered() {
        logInAsAlice(browser);
        HttpBrowser other = new HttpBrowser();
        logInAsBob(other);

        String alices = asBrowser(browser, google("refresh")).getString("token");
        String bobs = asBrowser(other, google("refresh")).getString("token");

        assertThat(alices).startsWith("google-oauth2/" + Demo.ALICE_GOOGLE_ID);
        assertThat(bobs).startsWith("google-oauth2/" + Demo.BOB_GOOGLE_ID);
        assertThat(asBrowser(browser, google("refresh")).getString("token")).isEqualTo(alices);
        assertThat(vaultRequests()).isEqualTo(2);
        assertThat(asBrowser(browser, google("refresh", "renewed", "true")).getString("token"))
                .isNotEqualTo(alices);
    }

    @Test
    @Tag("TC-11")
    void accountOfAnotherUserBringsNothing() {
        HttpBrowser other = new HttpBrowser();
        logInAsBob(other);
        asBrowser(other, google("refresh", "hint", Demo.BOB_GOOGLE_ID));
        logInAsAlice(browser);

        assertThat(asBrowser(browser, google("refresh", "hint", Demo.BOB_GOOGLE_ID))
                        .getString("code"))
                .isEqualTo("server.error_response");
        assertThat(asProgram(Demo.ALICE_SUB, google("access", "hint", Demo.BOB_GOOGLE_ID))
                        .getString("code"))
                .isEqualTo("server.error_response");
    }

    @Test
    void programsAccessTokenBringsAConnectionToken() {
        assertThat(asProgram(Demo.BOB_SUB, google("access")).getString("token"))
                .startsWith("google-oauth2/" + Demo.BOB_GOOGLE_ID);
        assertThat(asProgram(Demo.BOB_SUB, google("refresh")).getString("code"))
                .isEqualTo("session.refresh_token_missing");
    }

    @Test
    void refreshTokenThatWasRotatedIsNotSentAgain() {
        logInAsAlice(browser);
        browser.get(RequestKind.FETCH, APP + "/page/token?audience=" + Demo.REPORTS_AUDIENCE + "&scope=read:reports");

        assertThat(asBrowser(browser, google("refresh")).getString("token")).contains(Demo.ALICE_GOOGLE_ID);
        assertThat(asBrowser(browser, google("access")).getString("token")).contains(Demo.ALICE_GOOGLE_ID);
    }

    @Test
    void sessionIsTransferred() {
        String address = legacy("transfer", Demo.BOB_SUB, "to", "https://other.example.com/auth/login");
        assertThat(asBrowser(browser, address).getString("code")).isEqualTo("session_transfer.actor_unavailable");
        logInAsAlice(browser);

        assertThat(URI.create(asBrowser(browser, address).getString("location")).getQuery())
                .startsWith("session_transfer_token=");
        assertThat(asBrowser(browser, legacy("transfer", Demo.BOB_SUB, "to", "http://other.example.com/"))
                        .getString("code"))
                .isEqualTo("session_transfer.target_refused");
        tenant.settings().sessionTransfer(false);
        try {
            assertThat(asBrowser(browser, address).getString("code")).isEqualTo("session_transfer.disabled");
        } finally {
            tenant.settings().sessionTransfer(true);
        }
    }

    @Test
    @Tag("TC-10")
    void transferredSessionIsOfTheCustomerAndNamesWhoActs() {
        logInAsAlice(browser);
        String link = asBrowser(browser, legacy("transfer", Demo.BOB_SUB, "to", APP + "/auth/login"))
                .getString("location");
        HttpBrowser customers = new HttpBrowser();

        customers.open(link);

        assertCaller(customers, Demo.BOB_SUB);
        assertThat(customers
                        .get(RequestKind.FETCH, APP + "/page", Map.of("Accept", "application/json"))
                        .json()
                        .getJsonObject("claims")
                        .getJsonObject("act")
                        .getString("sub"))
                .isEqualTo(Demo.ALICE_SUB);
        assertCaller(browser, Demo.ALICE_SUB);
        assertThat(new HttpBrowser().open(link).form().fields()).containsKey("password");
    }

    @Test
    void transferredSessionIsNotPutUnderSomebodyElse() {
        logInAsAlice(browser);
        String link = asBrowser(browser, legacy("transfer", Demo.BOB_SUB, "to", APP + "/auth/login"))
                .getString("location");

        assertThat(browser.open(link).form().fields()).containsKey("password");
        assertCaller(browser, Demo.ALICE_SUB);
    }
}
