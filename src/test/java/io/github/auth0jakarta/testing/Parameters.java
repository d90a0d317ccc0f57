package io.github.auth0jakarta.testing;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Form-encoded parameters as the other side reads them; one that is there twice fails. */
public final class Parameters {
    private Parameters() {}

    public static Map<String, String> of(String encoded) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parameters.put(decoded(parts[0]), decoded(parts[1])) != null) {
                throw new IllegalStateException(parts[0] + " is there twice");
            }
        }
        return parameters;
    }

    /** Returns the parameters in the query of an address. */
    public static Map<String, String> ofQuery(String address) {
        return of(URI.create(address).getRawQuery());
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
