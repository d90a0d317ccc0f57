package io.github.auth0jakarta.tenant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CodeFlowTest {

    private static final Tenant TENANT = Tenant.demo(Application.URL);

    private final Application application = new Application(TENANT);

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    @Test
    void authorizeShowsASelfContainedFormThatIsNotStored() throws Exception {
        Answer form = application.authorize(Map.of("login_hint", "\"<b>@example.com"));
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.header("Cache-Control")).isEqualTo("no-store");
        assertThat(form.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(form.body())
                .contains("value=\"&quot;&lt;b&gt;@example.com\"")
                .doesNotContain("http:", "https:");
    }

    @Test
    void loginReturnsCodeStateAndIssuer() throws Exception {
        Answer callback = application.logIn(Map.of());
        assertThat(callback.status()).isEqualTo(302);
        assertThat(callback.location()).startsWith(Application.CALLBACK + "?");
        assertThat(callback.code()).isNotBlank();
        assertThat(callback.redirected("state")).isEqualTo("state-1");
        assertThat(callback.redirected("iss")).isEqualTo(TENANT.issuer());
        assertThat(callback.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void issuerIsLeftOutOfTheResponseWhenSwitchedOff() throws Exception {
        TENANT.settings().issuerInResponse(false);
        try {
            assertThat(application.logIn(Map.of()).redirected("iss")).isNull();
        } finally {
            TENANT.settings().issuerInResponse(true);
        }
    }

    @Test
    void tokenEndpointReturnsAllTokensWithoutStoring() throws Exception {
        Answer answer = application.tokens(Map.of());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json())
                .containsOnlyKeys("access_token", "id_token", "refresh_token", "token_type", "expires_in", "scope")
                .containsEntry("token_type", "Bearer")
                .containsEntry("scope", "openid profile email offline_access read:orders write:orders");
    }

    @Test
    void accessTokenHasAuth0sClaims() throws Exception {
        String token = application.tokens(Map.of()).text("access_token");
        assertThat(Jwts.header(token))
                .containsEntry("typ", "at+jwt")
                .containsEntry("alg", "RS256")
                .containsEntry("kid", TENANT.keys().current().getKeyID());
        assertThat(Jwts.claims(token))
                .containsEntry("iss", TENANT.issuer())
                .containsEntry("sub", Demo.ALICE_SUB)
                .containsEntry("aud", List.of(Demo.AUDIENCE, TENANT.issuer() + "userinfo"))
                .containsEntry("azp", Demo.CLIENT_ID)
                .containsEntry("client_id", Demo.CLIENT_ID)
                .containsEntry("scope", "openid profile email offline_access read:orders write:orders")
                .containsEntry("permissions", List.of("read:orders", "write:orders"))
                .containsEntry(Demo.ROLES_CLAIM, List.of("admin", "user"))
                .containsKeys("iat", "exp", "jti");
    }

    @Test
    void accessTokenTypeCanBeAuth0sOlderOne() throws Exception {
        TENANT.settings().accessTokenType("JWT");
        try {
            assertThat(Jwts.header(application.tokens(Map.of()).text("access_token")))
                    .containsEntry("typ", "JWT");
        } finally {
            TENANT.settings().accessTokenType("at+jwt");
        }
    }

    @Test
    void idTokenHasAllClaimsAndAGoodSignature() throws Exception {
        String token = application.tokens(Map.of()).text("id_token");
        assertThat(Jwts.claims(token))
                .containsEntry("iss", TENANT.issuer())
                .containsEntry("sub", Demo.ALICE_SUB)
                .containsEntry("aud", Demo.CLIENT_ID)
                .containsEntry("nonce", "nonce-1")
                .containsEntry("name", "Alice Example")
                .containsEntry("nickname", "alice")
                .containsEntry("email", Demo.ALICE_EMAIL)
                .containsEntry("email_verified", true)
                .containsEntry(Demo.ROLES_CLAIM, List.of("admin", "user"))
                .containsKeys("exp", "iat", "auth_time", "sid", "at_hash", "picture", "updated_at");
        JWKSet keys = JWKSet.parse(application
                .browser
                .get(application.at("/.well-known/jwks.json"))
                .body());
        String kid = (String) Jwts.header(token).get("kid");
        assertThat(Jwts.parse(token)
                        .verify(new RSASSAVerifier(keys.getKeyByKeyId(kid).toRSAKey())))
                .isTrue();
    }

    @Test
    void idTokenTellsOnlyWhatTheScopesAllow() throws Exception {
        String token = application.tokens(Map.of("scope", "openid")).text("id_token");
        assertThat(Jwts.claims(token)).doesNotContainKeys("name", "nickname", "picture", "updated_at", "email");
    }

    @Test
    void withoutAudienceTheAccessTokenIsOpaqueAndGoodForUserInfo() throws Exception {
        Answer answer = application.tokens(Map.of("audience", ""));
        assertThat(answer.text("access_token")).doesNotContain(".");
        assertThat(answer.text("scope")).isEqualTo("openid profile email offline_access");
        assertThat(application.userInfo(answer.text("access_token")).json()).containsEntry("sub", Demo.ALICE_SUB);
    }

    @Test
    void withoutOfflineAccessThereIsNoRefreshToken() throws Exception {
        assertThat(application.tokens(Map.of("scope", "openid")).json()).doesNotContainKey("refresh_token");
    }

    @Test
    void scopesThatTheUserMayNotHaveAreDropped() throws Exception {
        Answer callback = application.submit(application.authorize(Map.of()), Demo.BOB_EMAIL, Demo.BOB_PASSWORD);
        Answer answer = application.redeem(callback.code(), Map.of());
        assertThat(answer.text("scope")).isEqualTo("openid profile email offline_access");
        assertThat(Jwts.claims(answer.text("access_token"))).containsEntry("permissions", List.of());
    }

    @Test
    void secondLoginNeedsNoPasswordAndKeepsTheSession() throws Exception {
        String first = application.tokens(Map.of()).text("id_token");
        Answer callback = application.authorize(Map.of("prompt", "none"));
        String second = application.redeem(callback.code(), Map.of()).text("id_token");
        assertThat(Jwts.claims(second).get("sid")).isEqualTo(Jwts.claims(first).get("sid"));
    }

    @Test
    void clientMayAuthenticateInTheHeaderOnlyWhenRegisteredSo() throws Exception {
        TENANT.register(Client.builder("basic", "secret: ü%")
                .secretInHeader()
                .callbackUrls(Application.CALLBACK)
                .build());
        String code = application.logIn(Map.of("client_id", "basic")).code();
        Map<String, String> form = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                Application.CALLBACK,
                "code_verifier",
                Application.VERIFIER);
        String credentials = Base64.getEncoder().encodeToString("basic:secret%3A+%C3%BC%25".getBytes(UTF_8));
        Answer answer = application.browser.send(Browser.request(application.at("/oauth/token"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Browser.encode(form))));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(application
                        .redeem("any", Map.of("client_id", "basic", "client_secret", "secret: ü%"))
                        .error())
                .isEqualTo("401 invalid_client");
    }
}
