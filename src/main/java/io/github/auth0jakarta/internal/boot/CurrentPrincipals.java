package io.github.auth0jakarta.internal.boot;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;

/** The caller of the current request, as the container knows it. */
final class CurrentPrincipals {
    private CurrentPrincipals() {}

    /** Returns the caller's principal of this type; empty where there is none. */
    static <T extends Principal> Optional<T> first(Class<T> type) {
        SecurityContext security = CDI.current().select(SecurityContext.class).get();
        Set<T> principals = security.getPrincipalsByType(type);
        // Open Liberty gives null where no mechanism is at work, and after a logout.
        return principals == null ? Optional.empty() : principals.stream().findFirst();
    }
}
