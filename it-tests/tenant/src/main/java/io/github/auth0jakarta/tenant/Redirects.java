package io.github.auth0jakarta.tenant;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Adds parameters to a redirect URI, which may have a query of its own. */
final class Redirects {

    private Redirects() {}

    static String with(String uri, Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return uri;
        }
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return uri + (uri.indexOf('?') < 0 ? '?' : '&') + query;
    }
}
