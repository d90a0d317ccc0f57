package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.event.LoggedIn;
import io.github.auth0jakarta.internal.web.Events;
import io.github.auth0jakarta.spi.CallbackHandler;
import io.github.auth0jakarta.spi.LoginCustomizer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/** Where the application takes part in a login; whatever it throws where it may refuse, refuses. */
public record LoginExtensions(
        Supplier<LoginCustomizer> customizer, Supplier<CallbackHandler> callbackHandler, Events events) {
    private static final Logger LOGGER = System.getLogger(LoginExtensions.class.getName());

    /**
     * Returns the options that a login begins with.
     *
     * @throws LoginException {@code login.refused_by_application}
     */
    LoginOptions customized(LoginOptions options, HttpServletRequest request) {
        return asking("LoginCustomizer", () -> customizer.get().customize(options, request));
    }

    /**
     * Returns where the application wants the browser to go.
     *
     * @throws LoginException {@code login.refused_by_application}
     */
    String completed(CallbackHandler.CompletedLogin login, HttpServletRequest request) {
        return asking("CallbackHandler", () -> callbackHandler.get().completed(login, request));
    }

    /**
     * Tells the application that somebody is about to be logged in.
     *
     * @throws LoginException {@code login.refused_by_application}
     */
    void fire(LoggedIn event) {
        asking("observer of LoggedIn", () -> {
            events.fire(event);
            return event;
        });
    }

    /** Returns where the application wants the browser to go once an account is connected, which is done already. */
    String connected(CallbackHandler.CompletedConnection connection, HttpServletRequest request) {
        try {
            return callbackHandler.get().connected(connection, request);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "The CallbackHandler failed", e);
            return connection.returnTo();
        }
    }

    private static <T> T asking(String whom, Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "A login was refused by the application's " + whom, e);
            throw new LoginException(
                    Auth0ErrorCode.LOGIN_REFUSED_BY_APPLICATION, "the " + whom + " refused the login", e);
        }
    }

    /** Returns whether the application has answered the request of a refused login. */
    boolean isAnswered(CallbackHandler.FailedLogin login, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            return callbackHandler.get().failed(login, request, response);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "The CallbackHandler failed", e);
            return response.isCommitted();
        }
    }
}
