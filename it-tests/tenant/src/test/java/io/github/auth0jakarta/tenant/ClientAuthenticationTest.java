package io.github.auth0jakarta.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAuthenticationTest {

    private static final TestClock CLOCK = new TestClock();
    private static final SigningClient KEY = SigningClient.generate();
    private static final Tenant TENANT = Tenant.builder()
            .clock(CLOCK)
            .demo(Application.URL)
            .client(machine("basic").secretInHeader().build())
            .client(machine("either")
                    .authentication(
                            ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                            ClientAuthenticationMethod.CLIENT_SECRET_POST)
                    .build())
            .client(machine("signing").assertionKey(KEY.key()).build())
            .client(machine("public")
                    .withoutAuthentication()
                    .callbackUrls(Application.CALLBACK)
                    .build())
            .start();

    private final Application application = new Application(TENANT);

    private static Client.Builder machine(String id) {
        return Client.builder(id, "secret").machineGrant(Demo.AUDIENCE, "read:orders");
    }

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic", "either"})
    void secretMayBeInTheHeaderWhereAllowed(String clientId) throws Exception {
        assertThat(withHeader(clientId).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {Demo.CLIENT_ID, "signing", "public"})
    void secretInTheHeaderIsRefusedElsewhere(String clientId) throws Exception {
        assertThat(withHeader(clientId).error()).isEqualTo("401 invalid_client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic", "signing", "public"})
    void secretInTheBodyIsRefusedElsewhere(String clientId) throws Exception {
        assertThat(clientCredentials(Map.of("client_id", clientId, "client_secret", "secret"))
                        .error())
                .isEqualTo("401 invalid_client");
    }

    @ParameterizedTest
    @ValueSource(strings = {Demo.CLIENT_ID, "basic", "either", "signing"})
    void clientIdAloneIsRefusedElsewhere(String clientId) throws Exception {
        assertThat(clientCredentials(Map.of("client_id", clientId)).error()).isEqualTo("401 invalid_client");
    }

    @Test
    void publicClientRedeemsItsCodeWithTheVerifierAlone() throws Exception {
        String code = application.logIn(Map.of("client_id", "public")).code();
        Map<String, String> alone = Map.of("client_id", "public", "client_secret", "");
        assertThat(application.redeem(code, alone).status()).isEqualTo(200);
    }

    @Test
    void assertionIsTakenForIssuerAndTokenEndpointAndOnce() throws Exception {
        assertThat(withAssertion(claims -> claims).status()).isEqualTo(200);
        assertThat(withAssertion(claims -> claims.audience(application.at("/oauth/token")))
                        .status())
                .isEqualTo(200);
        assertThat(withAssertion(claims -> claims.jwtID("once")).status()).isEqualTo(200);
        assertThat(withAssertion(claims -> claims.jwtID("once")).error()).isEqualTo("401 invalid_client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"issuer", "subject", "audience", "two audiences", "expired", "long", "no jti", "future"})
    void assertionIsChecked(String fault) throws Exception {
        Answer answer = withAssertion(claims -> switch (fault) {
            case "issuer" -> claims.issuer("other");
            case "subject" -> claims.subject("other");
            case "audience" -> claims.audience("https://other.example/");
            case "two audiences" -> claims.audience(List.of(TENANT.issuer(), "https://other.example/"));
            case "expired" -> claims.expirationTime(Date.from(CLOCK.instant()));
            case "long" -> claims.expirationTime(Date.from(CLOCK.instant().plus(Duration.ofSeconds(301))));
            case "no jti" -> claims.jwtID(null);
            default -> claims.notBeforeTime(Date.from(CLOCK.instant().plusSeconds(1)));
        });
        assertThat(answer.error()).isEqualTo("401 invalid_client");
    }

    @Test
    void assertionOfAnotherKeyIsRefused() throws Exception {
        String forged = SigningClient.generate().assertion("signing", TENANT.issuer(), CLOCK.instant(), c -> c);
        assertThat(send(forged).error()).isEqualTo("401 invalid_client");
    }

    private Answer withAssertion(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return send(KEY.assertion("signing", TENANT.issuer(), CLOCK.instant(), change));
    }

    private Answer send(String assertion) throws Exception {
        return clientCredentials(Map.of(
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion));
    }

    private Answer withHeader(String clientId) throws Exception {
        String secret = clientId.equals(Demo.CLIENT_ID) ? Demo.CLIENT_SECRET : "secret";
        String credentials =
                Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = Browser.request(application.at("/oauth/token"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&audience=" + Demo.AUDIENCE));
        return application.browser.send(request);
    }

    private Answer clientCredentials(Map<String, String> authentication) throws Exception {
        Map<String, String> form = new LinkedHashMap<>(authentication);
        form.put("grant_type", "client_credentials");
        form.put("audience", Demo.AUDIENCE);
        return application.browser.post(application.at("/oauth/token"), form);
    }
}
