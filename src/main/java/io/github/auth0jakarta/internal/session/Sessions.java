package io.github.auth0jakarta.internal.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The sessions of browsers, wherever they are kept.
 *
 * <p>A session that has ended, by time or because it was revoked, is never found again, and no late write brings it back.
 * Each content has a version; a write that is based on an older one is made again on the newest. Where a store cannot answer,
 * methods throw {@code LoginException} ({@code session.store_unavailable}); nobody may take that for an anonymous caller.
 */
public interface Sessions {

    /**
     * A session that a request carried.
     *
     * @param rollDue whether a use at this time must be written down
     * @param reissueDue whether the browser should get it again: an old secret sealed it, or it has a newer content
     */
    record Restored(SessionData data, boolean rollDue, boolean reissueDue) {}

    /**
     * A session that was written.
     *
     * @param setCookies the {@code Set-Cookie} headers by which the browser gets it
     */
    record Written(SessionData data, List<String> setCookies) {}

    /** Returns the session that a request carries; empty where it carries none that is ours, unchanged and alive. */
    Optional<Restored> restore(RequestCookies carried);

    /**
     * Begins a session in place of the one that the request carries, which ends for good.
     *
     * @return the {@code Set-Cookie} headers by which the browser gets it
     */
    List<String> begin(SessionData data, RequestCookies carried);

    /**
     * Changes a session; does nothing where the change changes nothing.
     *
     * @param current the content that the caller has
     * @param change makes the new content; is given a newer content than {@code current} where there is one, and may run again
     * @return empty where the session has ended meanwhile
     * @throws io.github.auth0jakarta.LoginException {@code login.session_too_large}; then it is as it was
     */
    Optional<Written> write(SessionData current, UnaryOperator<SessionData> change, RequestCookies carried);

    /** Has the browser get a session again as it is, sealed anew; empty where it has ended meanwhile. */
    Optional<Written> reissue(SessionData current, RequestCookies carried);

    /** Writes down that a session is used now; empty where it has ended meanwhile. */
    Optional<Written> roll(SessionData current, RequestCookies carried);

    /** Returns the newest content of a session that is known; empty where it has ended. */
    Optional<SessionData> newest(SessionData current);

    /**
     * Ends the session that the request carries, whether or not it can be restored.
     *
     * @return as {@link #clear}
     */
    List<String> end(RequestCookies carried);

    /** Returns the {@code Set-Cookie} headers that delete what the request carries; none where it carries nothing. */
    List<String> clear(RequestCookies carried);

    /** Returns when a session ends if it is not used again. */
    Instant endOf(SessionData session);

    /** Returns when a session ends however much it is used. */
    Instant latestEndOf(SessionData session);

    /** Returns whether a change can reach the browser in headers only. */
    boolean areInCookies();

    /**
     * Returns whether the session is so small that the server takes requests with it; else what can be got again should not
     * be in it.
     */
    boolean isSmall(SessionData data);
}
