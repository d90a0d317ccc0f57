package io.github.auth0jakarta.it.oidcprovider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What the tests of the library take for granted about oidc-provider and its configuration, proved without the library. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OidcProviderWithoutLibraryIT {

    private static final String SCOPE = "openid profile email offline_access read:orders";

    private final OidcProviderServer server = SharedOidcProvider.server();
    private final OIDCProviderMetadata provider = SdkClient.discover(server.issuer());
    private final SdkClient client = SdkClient.withSecret(provider);
    private final HttpBrowser browser = new HttpBrowser();

    @Test
    void discoveryWhenReadThenTellsWhatTheTestsNeed() {
        assertThat(provider.supportsAuthorizationResponseIssuerParam()).isTrue();
        assertThat(provider.supportsBackChannelLogoutSession()).isTrue();
        assertThat(provider.getPushedAuthorizationRequestEndpointURI()).isNotNull();
        assertThat(provider.getEndSessionEndpointURI()).isNotNull();
        assertThat(provider.getRevocationEndpointURI()).isNotNull();
        assertThat(provider.getDPoPJWSAlgs()).isNotEmpty();
    }

    @Test
    void loginWhenFormIsSubmittedThenCodeComesBackWithStateAndIssuer() {
        AuthorizationResponse response = logIn();
        assertThat(response.indicatesSuccess()).isTrue();
        assertThat(response.getState()).hasToString("the-state");
        assertThat(response.getIssuer()).hasToString(server.issuer());
    }

    @Test
    void loginWhenClientKnowsNoPkceThenRefused() {
        URI request = client.requestWithoutPkce(SCOPE).build().toURI();
        assertThat(SdkClient.logIn(browser, request, Registered.ALICE)
                        .toErrorResponse()
                        .getErrorObject()
                        .getCode())
                .isEqualTo("invalid_request");
    }

    @Test
    void loginWhenStepUpIsAskedForThenPasswordIsAskedForAgainAndBothAcrAndTimeAreTold() throws ParseException {
        logIn();
        URI stepUp = client.request(SCOPE)
                .customParameter("acr_values", Registered.STEP_UP_ACR)
                .customParameter("max_age", "3600")
                .build()
                .toURI();
        assertThat(ProviderPages.isLogin(browser.open(stepUp.toString()))).isTrue();
        Map<String, Object> tokens = tokens(SdkClient.logIn(browser, stepUp, Registered.ALICE));
        assertThat(claims(tokens, "id_token"))
                .containsEntry("acr", Registered.STEP_UP_ACR)
                .containsKey("auth_time");
    }

    @Test
    void tokensWhenAudienceIsAskedForThenAccessTokenIsAJwtForTheApi() throws ParseException {
        Map<String, Object> tokens = tokens(logIn());
        SignedJWT accessToken = jwt(tokens, "access_token");
        assertThat(accessToken.getHeader().getType()).hasToString("at+jwt");
        assertThat(accessToken.getJWTClaimsSet().getAudience()).containsExactly(Registered.AUDIENCE);
        assertThat(accessToken.getJWTClaimsSet().getStringClaim("scope")).isEqualTo("read:orders");
        assertThat(accessToken.getJWTClaimsSet().getStringListClaim(Registered.ROLES_CLAIM))
                .containsExactly("admin");
        assertThat(claims(tokens, "id_token")).containsKeys("sub", "sid", "email", Registered.ROLES_CLAIM);
    }

    @Test
    void refreshWhenTokenIsUsedTwiceThenAllOfItsFamilyEnds() {
        String first = text(tokens(logIn()), "refresh_token");
        String second = text(json(refresh(first)), "refresh_token");
        assertThat(second).isNotEqualTo(first);
        assertThat(json(refresh(first))).containsEntry("error", "invalid_grant");
        assertThat(json(refresh(second))).containsEntry("error", "invalid_grant");
    }

    /** Last, so that the others need not start another. */
    @Test
    @Order(Integer.MAX_VALUE)
    void closeWhenServerRanThenNoProcessAndNoListenerIsLeft() {
        URI issuer = URI.create(server.issuer());
        List<ProcessHandle> processes = server.processes();
        assertThat(processes).isNotEmpty();
        SharedOidcProvider.stop();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), issuer.getPort()).close())
                .isInstanceOf(ConnectException.class);
    }

    private AuthorizationResponse logIn() {
        URI request = client.request(SCOPE)
                .customParameter("audience", Registered.AUDIENCE)
                .build()
                .toURI();
        return SdkClient.logIn(browser, request, Registered.ALICE);
    }

    private Map<String, Object> tokens(AuthorizationResponse response) {
        HTTPResponse answer = client.exchange(response.toSuccessResponse().getAuthorizationCode(), null);
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
        return json(answer);
    }

    private HTTPResponse refresh(String token) {
        return client.ask(new RefreshTokenGrant(new RefreshToken(token)), null);
    }

    private static Map<String, Object> json(HTTPResponse answer) {
        try {
            return answer.getBodyAsJSONObject();
        } catch (com.nimbusds.oauth2.sdk.ParseException e) {
            throw new IllegalStateException("no JSON: " + answer.getBody(), e);
        }
    }

    private static String text(Map<String, Object> json, String name) {
        return Objects.requireNonNull(json.get(name), name).toString();
    }

    private static SignedJWT jwt(Map<String, Object> tokens, String name) throws ParseException {
        return SignedJWT.parse(text(tokens, name));
    }

    private static Map<String, Object> claims(Map<String, Object> tokens, String name) throws ParseException {
        return jwt(tokens, name).getJWTClaimsSet().getClaims();
    }
}
