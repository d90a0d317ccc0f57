package io.github.auth0jakarta.internal.config;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which addresses may be talked to, or be reached at, by which scheme. */
public final class Origins {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Origins() {}

    /** Returns why the scheme of this address is not allowed, null where it is: https, or http on loopback where allowed. */
    public static @Nullable String fault(URI uri, boolean insecureAllowed) {
        if ("https".equals(uri.getScheme())) {
            return null;
        }
        if (!"http".equals(uri.getScheme())) {
            return "is neither https nor http";
        }
        if (!isLoopback(uri)) {
            return "is http, which is only possible on the loopback interface";
        }
        return insecureAllowed ? null : "is http, which needs " + ConfigKey.ALLOW_INSECURE_REQUESTS.key();
    }

    /** Returns whether the host is this machine, by one of its three well-known names. */
    public static boolean isLoopback(URI uri) {
        return uri.getHost() != null && LOOPBACK.contains(uri.getHost());
    }
}
