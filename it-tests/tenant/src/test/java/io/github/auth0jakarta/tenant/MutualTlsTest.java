package io.github.auth0jakarta.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MutualTlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final CertificateAuthority AUTHORITY = CertificateAuthority.create();
    private static final Tenant TENANT = Tenant.builder()
            .mutualTls(AUTHORITY)
            .demo(Application.URL)
            .client(Client.builder("certified", "")
                    .certificate("CN=certified, O=Example")
                    .machineGrant(Demo.AUDIENCE, "read:orders")
                    .build())
            .start();

    private final Application application = new Application(TENANT);

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    @Test
    void certificateAuthenticatesAtTheAlias() throws Exception {
        Answer answer = request(AUTHORITY.issue("CN=certified, O=Example", PASSWORD));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Jwts.claims(answer.text("access_token"))).containsEntry("azp", "certified");
    }

    @Test
    void subjectMustBeTheRegisteredOne() throws Exception {
        assertThat(request(AUTHORITY.issue("CN=other, O=Example", PASSWORD)).error())
                .isEqualTo("401 invalid_client");
    }

    @Test
    void withoutCertificateTheClientIsRefused() throws Exception {
        assertThat(request(null).error()).isEqualTo("401 invalid_client");
        assertThat(application
                        .browser
                        .post(application.at("/oauth/token"), form())
                        .error())
                .isEqualTo("401 invalid_client");
    }

    @Test
    void certificateOfAnotherAuthorityIsRefusedByTls() {
        KeyStore forged = CertificateAuthority.create().issue("CN=certified, O=Example", PASSWORD);
        assertThatThrownBy(() -> request(forged)).isInstanceOf(IOException.class);
    }

    private Answer request(@Nullable KeyStore identity) throws Exception {
        String address = tokenEndpointAlias();
        HttpClient http = HttpClient.newBuilder().sslContext(context(identity)).build();
        return new Answer(http.send(
                Browser.request(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(Browser.encode(form())))
                        .build(),
                BodyHandlers.ofString()));
    }

    private String tokenEndpointAlias() throws Exception {
        Map<String, Object> metadata = application
                .browser
                .get(application.at("/.well-known/openid-configuration"))
                .json();
        if (metadata.get("mtls_endpoint_aliases") instanceof Map<?, ?> aliases) {
            return String.valueOf(aliases.get("token_endpoint"));
        }
        throw new AssertionError("no aliases in " + metadata);
    }

    private static Map<String, String> form() {
        return Map.of("client_id", "certified", "grant_type", "client_credentials", "audience", Demo.AUDIENCE);
    }

    private static SSLContext context(@Nullable KeyStore identity) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(AUTHORITY.trustStore());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys(identity), trust.getTrustManagers(), null);
        return context;
    }

    private static KeyManager[] keys(@Nullable KeyStore identity) throws Exception {
        if (identity == null) {
            return new KeyManager[0];
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(identity, PASSWORD);
        return keys.getKeyManagers();
    }
}
