package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.internal.authorization.Authorization;
import io.github.auth0jakarta.internal.authorization.DenialAnswers;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Answers where a bean did not let the caller of a servlet pass, and the application let that exception pass. */
final class EscapedRefusals {
    private EscapedRefusals() {}

    /** Passes the request on, and answers a refusal that comes back; where an answer has begun, only the server can end it. */
    static void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            Optional<Auth0Exception> refusal = DenialAnswers.refusal(e);
            if (refusal.isEmpty() || response.isCommitted()) {
                throw e;
            }
            reset(response);
            DenialAnswers answers =
                    CDI.current().select(Authorization.class).get().answers();
            answers.send(refusal.get(), true, request, response);
        }
    }

    /** What the application has written is dropped; cookies stay, because a session's may have changed. */
    private static void reset(HttpServletResponse response) {
        List<String> cookies = List.copyOf(response.getHeaders("Set-Cookie"));
        response.reset();
        cookies.forEach(cookie -> response.addHeader("Set-Cookie", cookie));
    }
}
