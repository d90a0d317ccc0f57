package io.github.auth0jakarta.internal.web;

import java.net.URI;
import java.util.Locale;

/**
 * An origin as browsers write it (WHATWG URL): scheme and host in lower case, a port only where it is not the usual one.
 *
 * @param scheme {@code https} or {@code http}
 * @param text the whole, for example {@code https://app.example.com}
 */
public record Origin(String scheme, String text) {

    /**
     * Returns the origin of an absolute URL that the configuration names.
     *
     * @throws IllegalArgumentException where it is not an {@code http} or {@code https} URL with an ASCII host
     */
    public static Origin of(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (url.getHost() == null
                || url.getRawUserInfo() != null
                || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new IllegalArgumentException("Not the absolute URL of a web application");
        }
        String host = url.getHost().toLowerCase(Locale.ROOT);
        boolean usualPort = url.getPort() == -1 || url.getPort() == (scheme.equals("https") ? 443 : 80);
        return new Origin(scheme, scheme + "://" + host + (usualPort ? "" : ":" + url.getPort()));
    }
}
