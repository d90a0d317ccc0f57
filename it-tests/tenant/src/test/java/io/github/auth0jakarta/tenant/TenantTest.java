package io.github.auth0jakarta.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenantTest {

    private static final Tenant TENANT = Tenant.demo(Application.URL);

    private final Application application = new Application(TENANT);

    @BeforeEach
    void reset() {
        TENANT.reset();
    }

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    @Test
    void discoveryNamesAddressesUnderTheIssuer() throws Exception {
        Answer answer = get("/.well-known/openid-configuration");
        String issuer = "http://localhost:" + TENANT.port() + "/";
        assertThat(TENANT.issuer()).isEqualTo(issuer);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json())
                .containsEntry("issuer", issuer)
                .containsEntry("authorization_endpoint", issuer + "authorize")
                .containsEntry("token_endpoint", issuer + "oauth/token")
                .containsEntry("userinfo_endpoint", issuer + "userinfo")
                .containsEntry("jwks_uri", issuer + ".well-known/jwks.json")
                .containsEntry("revocation_endpoint", issuer + "oauth/revoke")
                .containsEntry("end_session_endpoint", issuer + "oidc/logout")
                .containsEntry("authorization_response_iss_parameter_supported", true)
                .containsEntry("code_challenge_methods_supported", List.of("S256"))
                .containsEntry(
                        "grant_types_supported",
                        List.of(
                                "authorization_code",
                                "refresh_token",
                                "client_credentials",
                                "urn:ietf:params:oauth:grant-type:token-exchange",
                                "urn:auth0:params:oauth:grant-type:token-exchange:federated-connection-access-token",
                                "urn:openid:params:grant-type:ciba",
                                "http://auth0.com/oauth/grant-type/mfa-otp",
                                "http://auth0.com/oauth/grant-type/mfa-oob",
                                "http://auth0.com/oauth/grant-type/mfa-recovery-code",
                                "http://auth0.com/oauth/grant-type/passwordless/otp",
                                "urn:okta:params:oauth:grant-type:webauthn"));
    }

    @Test
    void logTellsWhatCameAndHowItWasAnswered() throws Exception {
        application.tokens(Map.of());
        LoggedRequest token = TENANT.requests().last("/oauth/token");
        assertThat(token.method()).isEqualTo("POST");
        assertThat(token.status()).isEqualTo(200);
        assertThat(token.parameter("grant_type")).isEqualTo("authorization_code");
        assertThat(token.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(token.toString()).isEqualTo("POST /oauth/token -> 200");
        LoggedRequest authorize = TENANT.requests().last("/authorize");
        assertThat(authorize.query()).containsEntry("nonce", List.of("nonce-1"));
        assertThat(authorize.parameter("absent")).isNull();
        assertThat(TENANT.requests().all())
                .extracting(LoggedRequest::path)
                .containsExactly("/authorize", "/u/login", "/oauth/token");
        TENANT.requests().clear();
        assertThat(TENANT.requests().all()).isEmpty();
        assertThatThrownBy(() -> TENANT.requests().last("/authorize")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void logCanBeAwaited() throws Exception {
        CompletableFuture<List<LoggedRequest>> seen = CompletableFuture.supplyAsync(() -> {
            try {
                return TENANT.requests().await("/userinfo", 2, Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        get("/userinfo");
        get("/userinfo");
        assertThat(seen.get(10, TimeUnit.SECONDS)).hasSize(2);
        assertThatThrownBy(() -> TENANT.requests().await("/userinfo", 3, Duration.ofMillis(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void unknownPathsAndMethodsAreRefused() throws Exception {
        assertThat(get("/nowhere").status()).isEqualTo(404);
        assertThat(get("//authorize").status()).isEqualTo(404);
        assertThat(get("/u/login").status()).isEqualTo(405);
    }

    @Test
    void metadataTellsWhatIsSupported() throws Exception {
        assertThat(get("/.well-known/openid-configuration").json())
                .containsEntry("pushed_authorization_request_endpoint", TENANT.issuer() + "oauth/par")
                .containsEntry("require_pushed_authorization_requests", false)
                .containsEntry("response_modes_supported", List.of("query", "form_post"))
                .containsEntry("dpop_signing_alg_values_supported", List.of("ES256"))
                .containsEntry("backchannel_logout_supported", true)
                .containsEntry("backchannel_logout_session_supported", true)
                .containsEntry(
                        "token_endpoint_auth_methods_supported",
                        List.of("client_secret_basic", "client_secret_post", "private_key_jwt", "none"));
    }

    @Test
    void issuerIsAnnouncedAndSentApart() throws Exception {
        TENANT.settings().issuerInResponse(false).issuerAnnounced(true);
        try {
            assertThat(get("/.well-known/openid-configuration").json())
                    .containsEntry("authorization_response_iss_parameter_supported", true);
            assertThat(application.logIn(Map.of()).redirected("iss")).isNull();
        } finally {
            TENANT.settings().issuerInResponse(true);
        }
    }

    @Test
    void demoRefreshesForASecondAudienceWithFewerScopes() throws Exception {
        String token = application.tokens(Map.of()).text("refresh_token");
        Answer answer = application.refresh(
                token, Map.of("audience", Demo.REPORTS_AUDIENCE, "scope", "read:reports write:reports"));
        assertThat(answer.text("scope")).isEqualTo("read:reports");
        assertThat(Jwts.claims(answer.text("access_token"))).containsEntry("aud", Demo.REPORTS_AUDIENCE);
    }

    @Test
    void removedUserIsLoggedOutEverywhere() throws Exception {
        TENANT.register(User.builder("auth0|carol", "carol@example.com", "c").build());
        Answer callback = application.submit(application.authorize(Map.of()), "CAROL@example.com", "c");
        Answer tokens = application.redeem(callback.code(), Map.of());
        TENANT.removeUser("auth0|carol");
        assertThat(application.userInfo(tokens.text("access_token")).error()).isEqualTo("401 invalid_token");
        assertThat(application.refresh(tokens.text("refresh_token"), Map.of()).error())
                .isEqualTo("400 invalid_grant");
        assertThat(application.authorize(Map.of("prompt", "none")).redirectError())
                .isEqualTo("302 login_required");
    }

    @Test
    void keptAliveConnectionAnswersWithoutDelay() throws Exception {
        get("/.well-known/jwks.json");
        long start = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            get("/.well-known/jwks.json");
        }
        // With Nagle's algorithm each answer would wait 40 ms for an acknowledgement.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void closeFreesThePortAndTheThreads() throws Exception {
        Tenant other = Tenant.start();
        Application visitor = new Application(other);
        other.faults().inject("/userinfo", Fault.delay(Duration.ofHours(1)));
        CompletableFuture<Answer> hanging = CompletableFuture.supplyAsync(() -> {
            try {
                return visitor.browser.get(visitor.at("/userinfo"));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThatThrownBy(() -> Tenant.builder().port(other.port()).start()).isInstanceOf(UncheckedIOException.class);
        other.close();
        assertThat(hanging.handle((answer, failure) -> true).get(10, TimeUnit.SECONDS))
                .isTrue();
        assertThatThrownBy(() -> new Application(other).browser.get(visitor.at("/userinfo")))
                .isInstanceOf(ConnectException.class);
        Tenant.builder().port(other.port()).start().close();
    }

    private Answer get(String path) throws Exception {
        return application.browser.get(application.at(path));
    }
}
