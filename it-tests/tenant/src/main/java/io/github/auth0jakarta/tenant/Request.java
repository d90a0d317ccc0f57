package io.github.auth0jakarta.tenant;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as the endpoints see it, read completely.
 *
 * @param origin scheme, host and port of the listener, no slash at the end
 * @param headers by lower-case name
 * @param body the form as it came, empty for other content
 * @param certificate what the client authenticated its TLS connection with, null without one
 */
record Request(
        String method,
        String origin,
        String path,
        Parameters query,
        Parameters form,
        Map<String, List<String>> headers,
        String body,
        @Nullable X509Certificate certificate) {

    /** The address without query, as the tenant's metadata has it. */
    String address() {
        return origin + path;
    }

    @Nullable
    String header(String name) {
        List<String> all = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return all.isEmpty() ? null : all.get(0);
    }

    boolean isPost() {
        return method.equals("POST");
    }

    /** The form of a POST, the query of anything else. */
    Parameters parameters() {
        return isPost() ? form : query;
    }

    /** Every value of a cookie: other applications on this host may have set one of the same name. */
    List<String> cookies(String name) {
        List<String> found = new ArrayList<>();
        for (String header : headers.getOrDefault("cookie", List.of())) {
            for (String pair : header.split(";", -1)) {
                String text = pair.strip();
                if (text.startsWith(name + "=")) {
                    found.add(text.substring(name.length() + 1));
                }
            }
        }
        return found;
    }
}
