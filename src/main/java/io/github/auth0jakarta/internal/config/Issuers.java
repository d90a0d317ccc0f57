package io.github.auth0jakarta.internal.config;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The issuer of an Auth0 domain. */
final class Issuers {
    private static final String HTTPS = "https://";
    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\\d{1,5})?");

    private Issuers() {}

    /** Returns {@code https://{host}/}; empty where the text is no host, with or without {@code https://} and slash. */
    static Optional<String> ofDomain(String domain) {
        String host = domain.toLowerCase(Locale.ROOT);
        if (host.startsWith(HTTPS)) {
            host = host.substring(HTTPS.length());
        }
        if (host.endsWith("/")) {
            host = host.substring(0, host.length() - 1);
        }
        String issuer = HTTPS + host + "/";
        boolean isHost = HOST.matcher(host).matches() && URI.create(issuer).getHost() != null;
        return isHost ? Optional.of(issuer) : Optional.empty();
    }
}
