package io.github.auth0jakarta.client;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;

/** Makes clients that can send what a MicroProfile REST client has prepared. */
final class PlainClient {
    private static final long SECONDS = 30;

    private PlainClient() {}

    /**
     * Returns a client with the same TLS and the same way to write entities, and without filters: what those did to the request
     * is done.
     */
    static Client like(ClientRequestContext request) {
        Client client = request.getClient();
        ClientBuilder builder = ClientBuilder.newBuilder()
                .connectTimeout(SECONDS, TimeUnit.SECONDS)
                .readTimeout(SECONDS, TimeUnit.SECONDS);
        SSLContext tls = client.getSslContext();
        if (tls != null) {
            builder.sslContext(tls);
        }
        HostnameVerifier verifier = client.getHostnameVerifier();
        if (verifier != null) {
            builder.hostnameVerifier(verifier);
        }
        request.getConfiguration().getClasses().stream()
                .filter(PlainClient::isWriting)
                .forEach(builder::register);
        request.getConfiguration().getInstances().stream()
                .filter(instance -> isWriting(instance.getClass()))
                .forEach(builder::register);
        return builder.build();
    }

    private static boolean isWriting(Class<?> type) {
        return MessageBodyWriter.class.isAssignableFrom(type) || ContextResolver.class.isAssignableFrom(type);
    }
}
