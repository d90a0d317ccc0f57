package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.internal.api.Challenges;
import io.github.auth0jakarta.internal.login.LoginStart;
import io.github.auth0jakarta.internal.web.Challenger;
import io.github.auth0jakarta.internal.web.RequestKind;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Sends people to the login, and answers 401 to programs. */
final class DefaultChallenger implements Challenger {
    private final @Nullable LoginStart login;
    private final Challenges challenges;

    /**
     * @param login null for a pure API
     */
    DefaultChallenger(@Nullable LoginStart login, Challenges challenges) {
        this.login = login;
        this.challenges = challenges;
    }

    @Override
    public boolean redirects(HttpServletRequest request, boolean page) {
        if (login == null) {
            return false;
        }
        RequestKind kind = RequestKind.of(request);
        return kind == RequestKind.NAVIGATION || (page && kind == RequestKind.UNKNOWN);
    }

    @Override
    public void redirect(HttpServletRequest request, HttpServletResponse response) {
        redirect(request, response, LoginOptions.defaults());
    }

    @Override
    public void redirect(HttpServletRequest request, HttpServletResponse response, LoginOptions options) {
        if (login == null) {
            throw new IllegalStateException("a pure API has no login");
        }
        try {
            login.beginAndComeBack(request, response, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the browser has gone
        }
    }

    /**
     * Answers a request for something that the container protects, or for a login that the application began by
     * {@code SecurityContext.authenticate}; such a thing is taken for a page.
     *
     * <p>Tells the container "failure" also where the answer is a redirect: "continue" makes Open Liberty put a redirect to
     * a login page of its own in its place, and fail for want of one. An application is told "continue", as the API says.
     */
    AuthenticationStatus challenge(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (redirects(request, true)) {
            redirect(request, response);
            return context.isAuthenticationRequest()
                    ? AuthenticationStatus.SEND_CONTINUE
                    : AuthenticationStatus.SEND_FAILURE;
        }
        challenges.missingCredentials(request).send(request, response);
        return AuthenticationStatus.SEND_FAILURE;
    }
}
