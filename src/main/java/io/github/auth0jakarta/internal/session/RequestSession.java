package io.github.auth0jakarta.internal.session;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.internal.web.Answers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The session of the request that is being answered, and the only way to change it.
 *
 * <p>Travels with the request as an attribute; used by one thread at a time, as the request is.
 */
public final class RequestSession {
    private static final String ATTRIBUTE = RequestSession.class.getName();

    private final SessionCookies cookies;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private RequestCookies carried;
    private SessionData data;

    private RequestSession(
            SessionCookies cookies,
            HttpServletRequest request,
            HttpServletResponse response,
            RequestCookies carried,
            SessionData data) {
        this.cookies = cookies;
        this.request = request;
        this.response = response;
        this.carried = carried;
        this.data = data;
    }

    /** Restores the session that the request carries, and writes it again where that is due; null where there is none. */
    public static SessionCookies.@Nullable Restored restore(
            SessionCookies cookies, HttpServletRequest request, HttpServletResponse response) {
        RequestCookies carried = RequestCookies.of(request.getCookies());
        SessionCookies.Restored restored = cookies.restore(carried).orElse(null);
        if (restored == null) {
            return null;
        }
        RequestSession session = new RequestSession(cookies, request, response, carried, restored.data());
        if (restored.writeDue() && session.isWritable()) {
            session.write(restored.data());
        }
        request.setAttribute(ATTRIBUTE, session);
        return restored;
    }

    /** Begins a session, in place of any other that the request carried. */
    public static void begin(
            SessionCookies cookies, HttpServletRequest request, HttpServletResponse response, SessionData data) {
        new RequestSession(cookies, request, response, RequestCookies.of(request.getCookies()), data).write(data);
    }

    /** Ends the session of the browser that sent the request, whether or not it can be restored. */
    public static void end(SessionCookies cookies, HttpServletRequest request, HttpServletResponse response) {
        request.removeAttribute(ATTRIBUTE);
        Answers.setCookies(request, response, cookies.clear(RequestCookies.of(request.getCookies())));
    }

    /** Returns the session of a request, null where it has none. */
    public static @Nullable RequestSession of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof RequestSession session ? session : null;
    }

    /** Returns what is in it. */
    public SessionData data() {
        return data;
    }

    /** Returns whether it can still change: not once the answer has begun, because cookies are headers. */
    public boolean isWritable() {
        return !response.isCommitted();
    }

    /**
     * Changes what is in it.
     *
     * @throws LoginException {@code login.session_too_large}; then it is as it was
     */
    public void write(SessionData newData) {
        List<String> headers = cookies.write(newData, carried)
                .orElseThrow(() -> new LoginException(
                        Auth0ErrorCode.LOGIN_SESSION_TOO_LARGE, "the session does not fit into cookies"));
        Answers.setCookies(request, response, headers);
        carried = carried.with(headers);
        data = newData;
    }

    @Override
    public String toString() {
        return "RequestSession[" + data + "]";
    }
}
