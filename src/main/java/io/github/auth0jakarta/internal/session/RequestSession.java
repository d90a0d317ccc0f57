package io.github.auth0jakarta.internal.session;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.InteractionRequiredException;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.internal.web.Answers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The session of the request that is being answered, and the only way to change it.
 *
 * <p>Travels with the request as an attribute; used by one thread at a time, as the request is.
 */
public final class RequestSession {
    private static final String ATTRIBUTE = RequestSession.class.getName();

    private final Sessions sessions;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private RequestCookies carried;
    private @Nullable SessionData data;

    private RequestSession(Sessions sessions, HttpServletRequest request, HttpServletResponse response) {
        this.sessions = sessions;
        this.request = request;
        this.response = response;
        this.carried = RequestCookies.of(request.getCookies());
    }

    /** Returns whether a request counts as a use that prolongs a session. */
    @FunctionalInterface
    public interface Use {
        boolean isUse(HttpServletRequest request);
    }

    /**
     * Restores the session that the request carries, once for a request, and writes it again where that is due; null where
     * there is none, and then what the browser kept of it is deleted.
     */
    public static @Nullable RequestSession restore(
            Sessions sessions, HttpServletRequest request, HttpServletResponse response, Use use) {
        if (request.getAttribute(ATTRIBUTE) instanceof RequestSession known) {
            return of(request) == null ? null : known;
        }
        RequestSession session = new RequestSession(sessions, request, response);
        session.restore(use);
        request.setAttribute(ATTRIBUTE, session);
        return of(request);
    }

    private void restore(Use use) {
        Sessions.Restored restored = sessions.restore(carried).orElse(null);
        if (restored == null) {
            gone();
            return;
        }
        data = restored.data();
        if (!isOpen()) {
            return;
        }
        // A cache must not give this answer to another caller, whatever else the application says about it.
        response.addHeader("Vary", "Cookie");
        if (restored.rollDue() && use.isUse(request)) {
            keep(sessions.roll(restored.data(), carried));
        } else if (restored.reissueDue()) {
            keep(sessions.reissue(restored.data(), carried));
        }
    }

    /** Begins a session, in place of any other that the request carried. */
    public static void begin(
            Sessions sessions, HttpServletRequest request, HttpServletResponse response, SessionData data) {
        RequestSession session = attached(sessions, request, response);
        session.set(sessions.begin(data, session.carried));
        session.data = data;
    }

    /** Ends the session of the browser that sent the request, whether or not it can be restored. */
    public static void end(Sessions sessions, HttpServletRequest request, HttpServletResponse response) {
        attached(sessions, request, response).end();
    }

    private static RequestSession attached(
            Sessions sessions, HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(ATTRIBUTE) instanceof RequestSession known) {
            return known;
        }
        RequestSession session = new RequestSession(sessions, request, response);
        request.setAttribute(ATTRIBUTE, session);
        return session;
    }

    /** Returns the session of a request, null where it has none. */
    public static @Nullable RequestSession of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof RequestSession session && session.data != null
                ? session
                : null;
    }

    /**
     * Returns what is in it.
     *
     * @throws InteractionRequiredException {@code session.missing} where it has ended meanwhile
     */
    public SessionData data() {
        if (data == null) {
            throw new InteractionRequiredException(Auth0ErrorCode.SESSION_MISSING, "the session has ended");
        }
        return data;
    }

    /** Returns when it ends if it is not used again. */
    public Instant endsAt() {
        return sessions.endOf(data());
    }

    /** Returns when it ends however much it is used. */
    public Instant latestEnd() {
        return sessions.latestEndOf(data());
    }

    /** Returns whether it can still change: where it is in a cookie, not once the answer has begun. */
    public boolean isWritable() {
        return isOpen() || !sessions.areInCookies();
    }

    private boolean isOpen() {
        return !response.isCommitted();
    }

    /** Returns whether the session could be this without being too much for a server. */
    boolean isSmall(SessionData data) {
        return sessions.isSmall(data);
    }

    /** Looks what other requests have made of it; from then on {@link #data} has the newest that is known. */
    public void refresh() {
        SessionData before = data();
        SessionData newest = sessions.newest(before).orElse(null);
        if (newest == null) {
            gone();
        } else if (newest.version() != before.version()) {
            data = newest;
            if (isOpen() && sessions.areInCookies()) {
                keep(sessions.reissue(newest, carried));
            }
        }
    }

    /**
     * Changes what is in it, where there is something to change.
     *
     * @param change given the newest content; may run again where another request was faster
     * @throws InteractionRequiredException {@code session.missing} where it has ended meanwhile
     * @throws LoginException {@code session.not_writable}; {@code login.session_too_large}, and then it is as it was
     */
    public void write(UnaryOperator<SessionData> change) {
        SessionData before = data();
        requireWritable();
        keep(sessions.write(before, change, carried));
        data();
    }

    /**
     * Has to come before anything that cannot be undone and would be lost.
     *
     * @throws LoginException {@code session.not_writable}
     */
    void requireWritable() {
        if (!isWritable()) {
            throw new LoginException(
                    Auth0ErrorCode.SESSION_NOT_WRITABLE, "the answer has begun, so no cookie can be set any more");
        }
    }

    /**
     * Changes the application's data in it.
     *
     * @param change may change what it is given; may run again
     * @throws LoginException {@code session.attributes_invalid}, and as {@link #write}
     */
    public void writeAttributes(Consumer<Map<String, Object>> change) {
        write(session -> {
            Map<String, Object> attributes = SessionAttributes.copy(session.attributes());
            change.accept(attributes);
            return session.withAttributes(SessionAttributes.checked(attributes));
        });
    }

    private void keep(Optional<Sessions.Written> written) {
        if (written.isEmpty()) {
            gone();
            return;
        }
        data = written.get().data();
        if (isOpen()) {
            set(written.get().setCookies());
        }
    }

    private void gone() {
        data = null;
        if (isOpen()) {
            set(sessions.clear(carried));
        }
    }

    private void set(List<String> headers) {
        Answers.setCookies(request, response, headers);
        carried = carried.with(headers);
    }

    /** Ends it here and everywhere, and deletes what the browser has of it. */
    public void end() {
        List<String> headers = sessions.end(carried);
        data = null;
        if (isOpen()) {
            set(headers);
        }
    }

    @Override
    public String toString() {
        return "RequestSession[" + data + "]";
    }
}
