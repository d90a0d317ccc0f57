package io.github.auth0jakarta.tenant;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Reads a request completely, up to 64 KiB of body. */
final class RequestReader {

    static final int MAX_BODY = 64 * 1024;

    private final HttpExchange exchange;
    private final String origin;

    RequestReader(HttpExchange exchange, String origin) {
        this.exchange = exchange;
        this.origin = origin;
    }

    /** The request without its parameters, for the log of one whose parameters cannot be read. */
    Request bare() {
        return new Request(method(), origin, path(), Parameters.NONE, Parameters.NONE, headers(), "", Map.of(), null);
    }

    Request read() throws IOException {
        byte[] content = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (content.length > MAX_BODY) {
            throw Router.tooLarge();
        }
        Map<String, List<String>> headers = headers();
        boolean form = is(headers, "application/x-www-form-urlencoded");
        boolean text = form || is(headers, "application/json");
        String body = text ? new String(content, StandardCharsets.UTF_8) : "";
        Parameters query = Parameters.parse(exchange.getRequestURI().getRawQuery());
        Parameters parameters = form ? Parameters.parse(body) : Parameters.NONE;
        return new Request(method(), origin, path(), query, parameters, headers, body, Map.of(), certificate());
    }

    private String method() {
        return exchange.getRequestMethod();
    }

    private String path() {
        @Nullable String path = exchange.getRequestURI().getRawPath();
        return path == null ? "" : path;
    }

    private Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return headers;
    }

    private @Nullable X509Certificate certificate() {
        if (!(exchange instanceof HttpsExchange https)) {
            return null;
        }
        try {
            return (X509Certificate) https.getSSLSession().getPeerCertificates()[0];
        } catch (SSLPeerUnverifiedException e) {
            return null;
        }
    }

    private static boolean is(Map<String, List<String>> headers, String type) {
        List<String> types = headers.getOrDefault("content-type", List.of());
        return types.size() == 1 && types.get(0).split(";", 2)[0].strip().equalsIgnoreCase(type);
    }
}
