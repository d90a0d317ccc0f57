package io.github.auth0jakarta.it.oidcprovider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.ExchangeResource;
import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Token exchange of an application that signs assertions and binds its tokens by DPoP, at a provider that demands nonces in
 * every proof. Each test begins without a nonce.
 */
@ExtendWith(ArquillianExtension.class)
class OidcProviderTokenExchangeIT {

    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private final HttpBrowser browser = new HttpBrowser();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Application.strict()
                .with("auth0.token-exchange.subject-token-types", ACCESS_TOKEN)
                .with("auth0.token-exchange.audiences", Registered.AUDIENCE)
                .with(ExchangeResource.class)
                .build();
    }

    @BeforeEach
    void logIn() {
        Application.logIn(browser, Registered.ALICE);
        forget();
    }

    private static void forget() {
        Application.dropCaches();
        ProviderRequest.forgetAll();
    }

    private JsonObject ask(String way, Map<String, String> parameters) {
        StringBuilder address = new StringBuilder(Application.BASE + "/api/exchange/" + way + "?");
        parameters.forEach((name, value) -> address.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
        Answer answer = browser.get(RequestKind.FETCH, address.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private JsonObject custom(String subjectToken, String scope) {
        return ask(
                "custom",
                Map.of("subject", subjectToken, "type", ACCESS_TOKEN, "audience", Registered.AUDIENCE, "scope", scope));
    }

    /** Returns the access token of the login. */
    private String callersToken() {
        return ask("session", Map.of()).getString("token");
    }

    /** Requires a token for the API, of alice, of the application, and of the application's key. */
    private static void assertForTheApi(JsonObject exchanged) throws ParseException {
        assertThat(exchanged.getString("issuedTokenType", exchanged.toString())).isEqualTo(ACCESS_TOKEN);
        assertThat(exchanged.getString("type")).isEqualTo("DPoP");
        assertThat(exchanged.getJsonArray("actors").getString(0)).isEqualTo(Registered.STRICT_CLIENT);
        ProviderRequest request = ProviderRequest.to(ProviderRequest.TOKEN).get(1);
        assertThat(ProviderRequest.claims(ProviderRequest.parsed(exchanged.getString("token")))
                        .getClaims())
                .containsEntry("sub", "user-alice")
                .containsEntry("aud", List.of(Registered.AUDIENCE))
                .containsEntry("scope", "read:orders")
                .containsEntry("client_id", Registered.STRICT_CLIENT)
                .containsEntry("act", Map.of("sub", Registered.STRICT_CLIENT))
                .containsEntry("cnf", Map.of("jkt", request.thumbprint()));
    }

    private static void assertAskedOnceMoreWithTheNonce() {
        assertThat(ProviderRequest.all()).hasSize(2).allSatisfy(request -> {
            assertThat(request.endpoint()).isEqualTo(ProviderRequest.TOKEN);
            assertThat(request.parameter("grant_type")).isEqualTo("urn:ietf:params:oauth:grant-type:token-exchange");
        });
        assertThat(ProviderRequest.all()).extracting(ProviderRequest::status).containsExactly(400, 200);
    }

    @Test
    @Tag("TC-10")
    @Tag("DP-21")
    void exchangeWhenTheTokenIsTheCallersThenOneForTheApiWithTheApplicationAsItsActor() throws ParseException {
        JsonObject exchanged = custom(callersToken(), "read:orders");

        assertForTheApi(exchanged);
        assertAskedOnceMoreWithTheNonce();
    }

    @Test
    @Tag("DP-21")
    void onBehalfOfWhenLoggedInThenATokenOfTheCallerForTheApi() throws ParseException {
        JsonObject exchanged = ask("on-behalf-of", Map.of("audience", Registered.AUDIENCE, "scope", "read:orders"));

        assertForTheApi(exchanged);
        assertAskedOnceMoreWithTheNonce();
    }

    @Test
    void onBehalfOfWhenAskedTwiceThenExchangedOnce() {
        Map<String, String> orders = Map.of("audience", Registered.AUDIENCE, "scope", "read:orders");
        String first = ask("on-behalf-of", orders).getString("token");
        assertThat(ask("on-behalf-of", orders).getString("token")).isEqualTo(first);
        assertAskedOnceMoreWithTheNonce();
    }

    @Test
    void exchangeWhenTheTokenIsOfAnotherClientThenRefused() throws Exception {
        SdkClient other = SdkClient.withSecret(
                SdkClient.discover(SharedOidcProvider.server().issuer()));
        assertThat(custom(other.accessToken(Registered.BOB), "read:orders").getString("code"))
                .isEqualTo("server.invalid_grant");
    }

    @Test
    void exchangeWhenTheTokenIsRevokedThenRefused() {
        String token = callersToken();
        browser.visit(Application.BASE + "/auth/logout");
        assertThat(custom(token, "read:orders").getString("code")).isEqualTo("server.invalid_grant");
    }

    @Test
    void exchangeWhenTheApiHasNoSuchScopeThenTyped() {
        assertThat(custom(callersToken(), "delete:orders").getString("code")).isEqualTo("server.error_response");
    }
}
