package io.github.auth0jakarta.internal.http;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestCertificate;
import io.github.auth0jakarta.testing.TlsProvider;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A provider whose certificate is not to be trusted, or not for its name. */
@Timeout(60)
class UntrustedCertificateTest {
    @TempDir
    private Path directory;

    private TestCertificate certificate;

    @BeforeEach
    void makeCertificate() {
        certificate = TestCertificate.of("provider", "EC", directory);
    }

    private static HttpTransport transport(@Nullable SSLContext tls) {
        return new HttpTransport(Duration.ofSeconds(5), Duration.ofSeconds(20), 1_000, null, tls, new FixedTime());
    }

    private SSLContext trusting(TestCertificate trusted) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trusted.trustManagers(), null);
        return context;
    }

    @Test
    @Tag("JW-03")
    void getWhenNobodyVouchesForTheCertificateThenFailed() {
        try (TlsProvider provider = new TlsProvider(certificate, certificate, false)) {
            assertRefused(Auth0ErrorCode.TRANSPORT_FAILED, () -> transport(null).get(provider.address()));
        }
    }

    @Test
    @Tag("JW-03")
    void getWhenTheCertificateIsForAnotherNameThenFailed() throws GeneralSecurityException {
        try (TlsProvider provider = new TlsProvider(certificate, certificate, false)) {
            HttpTransport transport = transport(trusting(certificate));
            URI named = provider.address();
            URI otherName = URI.create("https://localhost:" + named.getPort() + "/");

            assertThat(transport.get(named).status()).isEqualTo(204);
            assertRefused(Auth0ErrorCode.TRANSPORT_FAILED, () -> transport.get(otherName));
        }
    }
}
