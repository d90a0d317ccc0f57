package io.github.auth0jakarta;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The caller of the current request, whether a login or an access token says who it is; empty when anonymous.
 *
 * <p>Inject it; it names the same caller as {@code SecurityContext}, {@code HttpServletRequest.getUserPrincipal()} and an
 * injected {@code JsonWebToken}. It never changes during a request, except that {@link #isAuthenticated()} turns false
 * after a logout, and by {@link #updateAttributes}.
 */
public interface Auth0Session {

    /** How the caller proved who it is. */
    enum Source {
        /** Nobody is logged in and no access token was sent. */
        NONE,
        /** A session that began with a login at the provider. */
        LOGIN,
        /** An access token in the {@code Authorization} header. */
        ACCESS_TOKEN
    }

    /** Returns how the caller proved who it is. */
    Source source();

    /** Returns whether there is a caller. */
    default boolean isAuthenticated() {
        return source() != Source.NONE;
    }

    /** Returns the name of the caller, the claim that {@code auth0.caller-name-claim} names; empty when anonymous. */
    Optional<String> callerName();

    /** Returns the {@code sub} claim; empty when anonymous. */
    Optional<String> subject();

    /** Returns the groups that Jakarta Security sees; empty when anonymous. */
    Set<String> groups();

    /** Returns all claims of the ID token (login) or of the access token (API), unmodifiable; empty when anonymous. */
    Map<String, Object> claims();

    /** Returns when the session (login) or the access token (API) ends; empty when anonymous. */
    Optional<Instant> expiresAt();

    /** Returns the ID token of the login; empty when anonymous and for an access token. */
    Optional<String> idToken();

    /** Returns when the caller logged in; empty when anonymous and for an access token. */
    Optional<Instant> loggedInAt();

    /** Returns when the session ends however much it is used; empty when anonymous and for an access token. */
    Optional<Instant> latestExpiresAt();

    /** Returns the application's own data in the session, unmodifiable; empty when anonymous and for an access token. */
    Map<String, Object> attributes();

    /**
     * Changes the application's own data in the session, and writes the session if the result differs. Values are texts, whole
     * numbers, truth values, and lists and maps of them.
     *
     * @param change gets a copy of the data, which it may change; may run again where another request was faster
     * @throws InteractionRequiredException {@code session.missing} without a login
     * @throws LoginException {@code session.attributes_invalid} for other values, {@code login.session_too_large} for too much
     *     of them, {@code session.not_writable} where the answer has begun and the session is kept in a cookie
     */
    void updateAttributes(Consumer<Map<String, Object>> change);
}
