package io.github.auth0jakarta.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RevocationEndpointTest {

    private static final Tenant TENANT = Tenant.demo(Application.URL)
            .register(Client.builder("other", "other-secret").build());

    private final Application application = new Application(TENANT);

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    @Test
    void revokedRefreshTokenTakesItsAccessTokensAlong() throws Exception {
        Answer tokens = application.tokens(Map.of());
        assertThat(revoke(tokens.text("refresh_token"), Map.of()).status()).isEqualTo(200);
        assertThat(application.refresh(tokens.text("refresh_token"), Map.of()).error())
                .isEqualTo("400 invalid_grant");
        assertThat(application.userInfo(tokens.text("access_token")).error()).isEqualTo("401 invalid_token");
    }

    @Test
    void accessTokensCanBeRevokedToo() throws Exception {
        String jwt = application.tokens(Map.of()).text("access_token");
        revoke(jwt, Map.of("token_type_hint", "refresh_token"));
        assertThat(application.userInfo(jwt).error()).isEqualTo("401 invalid_token");
        String opaque = new Application(TENANT).tokens(Map.of("audience", "")).text("access_token");
        revoke(opaque, Map.of());
        assertThat(application.userInfo(opaque).error()).isEqualTo("401 invalid_token");
    }

    @Test
    void unknownTokenIsNoError() throws Exception {
        assertThat(revoke("unknown", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void tokenOfAnotherClientIsRefusedAndStaysGood() throws Exception {
        String token = application.tokens(Map.of()).text("refresh_token");
        assertThat(revoke(token, Map.of("client_id", "other", "client_secret", "other-secret"))
                        .error())
                .isEqualTo("400 invalid_grant");
        assertThat(application.refresh(token, Map.of()).status()).isEqualTo(200);
    }

    @Test
    void clientMustAuthenticateAndNameAToken() throws Exception {
        assertThat(revoke("x", Map.of("client_secret", "wrong")).error()).isEqualTo("401 invalid_client");
        assertThat(revoke("", Map.of()).error()).isEqualTo("400 invalid_request");
    }

    private Answer revoke(String token, Map<String, String> altered) throws Exception {
        Map<String, String> form = Application.credentials();
        form.put("token", token);
        form.putAll(altered);
        return application.browser.post(application.at("/oauth/revoke"), form);
    }
}
