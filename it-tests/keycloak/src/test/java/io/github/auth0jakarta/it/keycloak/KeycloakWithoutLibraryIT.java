package io.github.auth0jakarta.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What the tests of the library take for granted about Keycloak and its realm, proved without the library. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakWithoutLibraryIT {

    private static final String SCOPE = "openid profile email";

    private final KeycloakServer server = SharedKeycloak.server();
    private final CodeFlow flow = new CodeFlow(server.issuer());
    private final HttpBrowser browser = new HttpBrowser();

    @Test
    void loginWhenFormIsSubmittedThenCodeComesBackWithStateAndIssuer() {
        Map<String, String> callback = flow.logIn(browser, KeycloakRealm.ALICE, SCOPE);
        assertThat(callback).containsKey("code").containsEntry("state", "the-state");
        assertThat(callback).containsEntry("iss", server.issuer());
    }

    @Test
    void loginWhenClientKnowsNoPkceThenRefused() {
        Answer answer = browser.visit(flow.authorizationUrlWithoutPkce(SCOPE));
        assertThat(CodeFlow.callback(answer)).containsEntry("error", "invalid_request");
    }

    @Test
    void loginWhenUserHasSessionThenNoPasswordIsAsked() {
        flow.logIn(browser, KeycloakRealm.ALICE, SCOPE);
        assertThat(CodeFlow.callback(browser.visit(flow.authorizationUrl(SCOPE))))
                .containsKey("code");
    }

    /** Keycloak ends the browser's session when a login that asked for offline access gets its tokens. */
    @Test
    void loginWhenTokensAreForOfflineUseThenUserHasNoSession() {
        tokens(SCOPE + " offline_access");
        assertThat(LoginPage.isShown(browser.visit(flow.authorizationUrl(SCOPE))))
                .isTrue();
    }

    @Test
    void tokensWhenCodeIsExchangedThenAccessTokenIsForTheApiWithRolesAndType() {
        JsonObject tokens = tokens(SCOPE + " read:orders");
        Jwt accessToken = Jwt.of(tokens.getString("access_token"));
        assertThat(accessToken.header().getString("typ")).isEqualTo("at+jwt");
        assertThat(audience(accessToken)).contains(KeycloakRealm.AUDIENCE);
        assertThat(accessToken.claims().getString("scope").split(" ")).contains("read:orders");
        assertThat(roles(accessToken)).contains("admin");
        Jwt idToken = Jwt.of(tokens.getString("id_token"));
        assertThat(idToken.claims()).containsKeys("sub", "sid", "nonce", "auth_time", "preferred_username", "email");
        assertThat(idToken.claims().getString("sub"))
                .isEqualTo(accessToken.claims().getString("sub"));
        assertThat(roles(idToken)).contains("admin");
    }

    @Test
    void tokensWhenScopeIsNotAskedForThenNotGranted() {
        Jwt accessToken = Jwt.of(tokens(SCOPE).getString("access_token"));
        assertThat(accessToken.claims().getString("scope").split(" ")).doesNotContain("read:orders", "write:orders");
    }

    @Test
    void refreshWhenTokenIsUsedTwiceThenRefused() {
        String first = tokens(SCOPE).getString("refresh_token");
        assertThat(flow.refresh(first).json()).containsKey("refresh_token");
        Answer again = flow.refresh(first);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.json().getString("error")).isEqualTo("invalid_grant");
    }

    @Test
    void clientCredentialsWhenClientIsForAnotherApiThenAudienceDiffers() {
        TokenEndpoint tokens = new TokenEndpoint(server.issuer());
        assertThat(audience(Jwt.of(tokens.clientCredentials(KeycloakRealm.SERVICE, "read:orders"))))
                .containsExactlyInAnyOrder(KeycloakRealm.AUDIENCE, KeycloakRealm.APPLICATION.id());
        assertThat(audience(Jwt.of(tokens.clientCredentials(KeycloakRealm.STRANGER, "read:orders"))))
                .isNotEmpty()
                .doesNotContain(KeycloakRealm.AUDIENCE, KeycloakRealm.APPLICATION.id());
    }

    @Test
    void logoutWhenForcedByAnAdministratorThenPasswordIsAskedForAgainAndTokensEnd() {
        String refreshToken = tokens(SCOPE).getString("refresh_token");
        new KeycloakAdmin(server).logOut(KeycloakRealm.ALICE);
        assertThat(LoginPage.isShown(browser.visit(flow.authorizationUrl(SCOPE))))
                .isTrue();
        assertThat(flow.refresh(refreshToken).json().getString("error")).isEqualTo("invalid_grant");
    }

    /** Last, so that the others need not start another. */
    @Test
    @Order(Integer.MAX_VALUE)
    void closeWhenServerRanThenNoProcessAndNoListenerIsLeft() {
        URI issuer = URI.create(server.issuer());
        List<ProcessHandle> processes = server.processes();
        assertThat(processes).isNotEmpty();
        SharedKeycloak.stop();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), issuer.getPort()).close())
                .isInstanceOf(ConnectException.class);
    }

    private JsonObject tokens(String scope) {
        return flow.tokens(browser, KeycloakRealm.ALICE, scope);
    }

    /** RFC 7519, 4.1.3: one audience is a text, several are a list. */
    private static List<String> audience(Jwt token) {
        return token.claims().get("aud") instanceof JsonArray several
                ? several.getValuesAs(JsonString::getString)
                : List.of(token.claims().getString("aud"));
    }

    private static List<String> roles(Jwt token) {
        JsonArray roles = token.claims().getJsonArray(KeycloakRealm.ROLES_CLAIM);
        return roles.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }
}
