package io.github.auth0jakarta.testing;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;

/** A server on the loopback interface that asks for a certificate, and keeps what it was shown. */
public final class TlsProvider implements AutoCloseable {
    private final HttpsServer server;
    private final List<X509Certificate> shown = new CopyOnWriteArrayList<>();

    /**
     * @param certificate of the server
     * @param accepted whose certificates it takes
     * @param required whether it ends the connection of a client that shows none
     */
    public TlsProvider(TestCertificate certificate, TestCertificate accepted, boolean required) {
        try {
            server = HttpsServer.create(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(certificate.keyManagers(), accepted.trustManagers(), null);
            server.setHttpsConfigurator(new HttpsConfigurator(context) {
                @Override
                public void configure(HttpsParameters parameters) {
                    SSLParameters settings = getSSLContext().getDefaultSSLParameters();
                    // Each of the two setters undoes the other.
                    if (required) {
                        settings.setNeedClientAuth(true);
                    } else {
                        settings.setWantClientAuth(true);
                    }
                    parameters.setSSLParameters(settings);
                }
            });
            server.createContext("/", exchange -> {
                try (exchange) {
                    note((HttpsExchange) exchange);
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(204, -1);
                }
            });
            server.start();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void note(HttpsExchange exchange) {
        try {
            shown.add((X509Certificate) exchange.getSSLSession().getPeerCertificates()[0]);
        } catch (SSLPeerUnverifiedException e) {
            // It showed none.
        }
    }

    public URI address() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/token");
    }

    /** Returns the certificate of each request that came with one. */
    public List<X509Certificate> shown() {
        return shown;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
