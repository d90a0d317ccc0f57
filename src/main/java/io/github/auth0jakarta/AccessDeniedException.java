package io.github.auth0jakarta;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A caller who is known and may not do this, or has to log in in a stronger way first; thrown by what carries
 * {@link RequiresScope} and its like. Where the application lets it pass, the library answers: 403 or 401 with a challenge, or a
 * redirect to the login.
 */
public final class AccessDeniedException extends Auth0Exception {
    private static final long serialVersionUID = 1L;

    private final transient Set<String> scopes;
    private final transient List<String> acrValues;
    private final transient @Nullable Duration maxAge;

    /**
     * @param code one of {@code authorization.*}
     * @param scopes those that would do, in full; empty where scopes are not the trouble
     * @param acrValues the authentication context classes that would do; empty for any
     * @param maxAge how long ago the caller may have logged in, null for any time
     */
    public AccessDeniedException(
            Auth0ErrorCode code,
            String message,
            Set<String> scopes,
            List<String> acrValues,
            @Nullable Duration maxAge) {
        super(code, message, null);
        this.scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
        this.acrValues = List.copyOf(acrValues);
        this.maxAge = maxAge;
    }

    /** Returns the scopes that would do, in full (RFC 6750, 3.1); empty where scopes are not the trouble. */
    public Set<String> scopes() {
        return scopes;
    }

    /** Returns the authentication context classes that would do (RFC 9470, 3); empty for any. */
    public List<String> acrValues() {
        return acrValues;
    }

    /** Returns how long ago the caller may have logged in (RFC 9470, 3); empty for any time. */
    public Optional<Duration> maxAge() {
        return Optional.ofNullable(maxAge);
    }
}
