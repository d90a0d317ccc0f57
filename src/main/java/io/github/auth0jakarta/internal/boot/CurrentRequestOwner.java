package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Session;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.internal.caller.Caller;
import io.github.auth0jakarta.internal.ciba.RequestOwner;
import io.github.auth0jakarta.internal.session.CookieAttributes;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.web.Answers;
import io.github.auth0jakarta.internal.web.CurrentResponse;
import io.github.auth0jakarta.internal.web.RandomValues;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** To whom requests for approval belong that are begun now: session, caller, browser or application. */
final class CurrentRequestOwner {
    private final @Nullable CookieAttributes attributes;
    private final RandomValues random;
    private final CurrentSession current = new CurrentSession();

    /**
     * @param attributes of the cookie that tells browsers without a session apart, not persistent; null where there is no
     *     login, and then they are not told apart
     */
    CurrentRequestOwner(@Nullable CookieAttributes attributes, RandomValues random) {
        this.attributes = attributes;
        this.random = random;
    }

    /**
     * Returns the owner of what begins now; a browser without a session is given a cookie.
     *
     * @throws LoginException {@code session.not_writable} where it cannot be given one any more
     */
    RequestOwner begin() {
        HttpServletRequest request = request();
        RequestOwner known = request == null ? RequestOwner.APPLICATION : known(request);
        if (known != null) {
            return known;
        }
        return request == null || attributes == null ? RequestOwner.APPLICATION : marked(request, attributes);
    }

    /** Returns the owner who goes on now. */
    RequestOwner find() {
        HttpServletRequest request = request();
        RequestOwner known = request == null ? RequestOwner.APPLICATION : known(request);
        return known == null ? RequestOwner.APPLICATION : known;
    }

    private @Nullable RequestOwner known(HttpServletRequest request) {
        Caller caller = current.caller();
        if (caller != null && caller.source() == Auth0Session.Source.ACCESS_TOKEN) {
            return RequestOwner.caller(
                    String.valueOf(caller.claims().get("iss")),
                    String.valueOf(caller.claims().get("sub")));
        }
        RequestSession session = RequestSession.of(request);
        if (session != null) {
            return RequestOwner.session(session.data().id());
        }
        return attributes == null
                ? null
                : RequestCookies.of(request.getCookies())
                        .first(cookie(attributes))
                        .map(RequestOwner::browser)
                        .orElse(null);
    }

    private RequestOwner marked(HttpServletRequest request, CookieAttributes cookie) {
        HttpServletResponse response = CurrentResponse.of(request);
        if (response.isCommitted()) {
            throw new LoginException(
                    Auth0ErrorCode.SESSION_NOT_WRITABLE, "the answer has begun, so no cookie can be set any more");
        }
        String secret = random.next();
        Answers.setCookies(request, response, List.of(cookie.set(cookie(cookie), secret, Duration.ZERO)));
        return RequestOwner.browser(secret);
    }

    private static String cookie(CookieAttributes attributes) {
        return attributes.nameOf("__approvals");
    }

    /** Returns the request that is being answered; null in a timer, a listener of messages, or another task. */
    private static @Nullable HttpServletRequest request() {
        try {
            HttpServletRequest request =
                    CDI.current().select(HttpServletRequest.class).get();
            return request.getMethod() == null ? null : request;
        } catch (ContextNotActiveException | IllegalStateException e) {
            return null;
        }
    }
}
