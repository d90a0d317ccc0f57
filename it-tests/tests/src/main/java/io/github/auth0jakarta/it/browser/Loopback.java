package io.github.auth0jakarta.it.browser;

import java.net.URI;
import java.util.Set;

/** The names of this machine to itself. */
final class Loopback {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private Loopback() {}

    static boolean names(URI uri) {
        return uri.getHost() != null && NAMES.contains(uri.getHost());
    }
}
