package io.github.auth0jakarta.internal.boot;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The request that the current thread answers. */
final class CurrentRequest {
    private CurrentRequest() {}

    /** Returns it, null where the thread answers none, as in a background task. */
    static @Nullable HttpServletRequest find() {
        try {
            Instance<HttpServletRequest> request = CDI.current().select(HttpServletRequest.class);
            if (!request.isResolvable()) {
                return null;
            }
            HttpServletRequest found = request.get();
            // A bean of the request scope is a proxy, which tells only when it is asked.
            found.getMethod();
            return found;
        } catch (ContextNotActiveException | IllegalStateException e) {
            return null;
        }
    }
}
