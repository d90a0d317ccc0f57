package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.internal.config.ConfigKey;
import io.github.auth0jakarta.internal.web.Origin;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Where access tokens may go: origins that the configuration names, compared whole. */
final class PropagationOrigins {
    private static final Logger LOGGER = System.getLogger(PropagationOrigins.class.getName());
    /** Addresses may come from outside, and the log is not theirs to fill. */
    private static final int MOST_WARNINGS = 100;

    private final Set<String> allowed;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    PropagationOrigins(Set<URI> origins) {
        this.allowed = origins.stream().map(Origin::of).map(Origin::text).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns whether a token may go to this address, and warns once where it may not. */
    boolean isAllowed(URI address) {
        String origin;
        try {
            origin = Origin.of(address).text();
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (allowed.contains(origin)) {
            return true;
        }
        if (warned.size() < MOST_WARNINGS && warned.add(origin)) {
            LOGGER.log(
                    Level.WARNING,
                    "A request to {0} goes without an access token, because {1} does not name that origin",
                    origin,
                    ConfigKey.PROPAGATION_ORIGINS.key());
        }
        return false;
    }
}
