package io.github.auth0jakarta.internal.oauth;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.http.FormBody;
import io.github.auth0jakarta.internal.http.HttpTransport;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestCertificate;
import io.github.auth0jakarta.testing.TestKeys;
import io.github.auth0jakarta.testing.TlsProvider;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8705, on the wire. */
@Timeout(60)
class ClientCertificateTest {
    @TempDir
    static Path directory;

    private static TestCertificate server;
    private static TestCertificate stranger;

    @BeforeAll
    static void makeCertificates() {
        server = TestCertificate.of("server", "EC", directory);
        stranger = TestCertificate.of("stranger", "EC", directory);
    }

    private static HttpTransport transport(TestCertificate client) {
        ClientCertificate certificate = new ClientCertificate(client.certificatePem(), client.keyPem());
        return new HttpTransport(
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                1_000,
                null,
                certificate.context(server.trustManagers()),
                new FixedTime());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    @Tag("TC-03")
    void requestWhenTheServerRequiresACertificateThenShown(String keyType) {
        TestCertificate client = TestCertificate.of("client", keyType, directory);
        try (TlsProvider provider = new TlsProvider(server, client, true)) {
            assertThat(transport(client)
                            .post(provider.address(), new FormBody().add("client_id", "a"))
                            .status())
                    .isEqualTo(204);
            assertThat(provider.shown()).containsExactly(client.certificate());
        }
    }

    /** Java's own key manager would show nothing here, and the request would go through as nobody's. */
    @Test
    @Tag("TC-03")
    void requestWhenTheServerNamesOtherIssuersThenShownAllTheSameAndRefused() {
        try (TlsProvider provider = new TlsProvider(server, server, false)) {
            HttpTransport transport = transport(stranger);
            assertRefused(Auth0ErrorCode.TRANSPORT_FAILED, () -> transport.post(provider.address(), new FormBody()));
            assertThat(provider.shown()).isEmpty();
        }
    }

    @Test
    void newWhenCertificateAndKeyDoNotBelongTogetherThenRefused() {
        assertThatThrownBy(() -> new ClientCertificate(server.certificatePem(), stranger.keyPem()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is not the key of the certificate");
        assertThatThrownBy(() -> new ClientCertificate(server.certificatePem(), TestKeys.RSA.pem()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is not the key of the certificate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hidden", "-----BEGIN CERTIFICATE-----\nhidden\n-----END CERTIFICATE-----"})
    void newWhenTheCertificateCannotBeReadThenRefused(String pem) {
        assertThatThrownBy(() -> new ClientCertificate(pem, server.keyPem()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is not a chain of certificates in PEM (BEGIN CERTIFICATE)");
    }
}
