package io.github.auth0jakarta.spi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/** Looks at a session before it is saved with new claims: at a login, and when a refresh brings a new ID token. */
public interface SessionCustomizer {

    /**
     * A session about to be saved.
     */
    interface Draft {

        /** Returns the claims of the ID token, unmodifiable. */
        Map<String, Object> claims();

        /** Returns the application's own data, which may be changed; values as {@code Auth0Session.attributes} takes them. */
        Map<String, Object> attributes();

        /** Keeps a claim from {@code Auth0Session}, the profile route and whoever else asks for the caller's claims. */
        void hideClaim(String name);
    }

    /**
     * Changes what is saved.
     *
     * @throws RuntimeException to refuse it; at a login, no session begins
     */
    default void beforeSave(Draft session) {}

    /** Returns whether this request counts as a use that prolongs a rolling session; one that only polls need not. */
    default boolean isUse(HttpServletRequest request) {
        return true;
    }
}
