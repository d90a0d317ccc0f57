package io.github.auth0jakarta.spi;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ConnectedAccount;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes part in the end of a login, or of the connection of an account. */
public interface CallbackHandler {

    /**
     * A login whose ID token has been verified, and whose session has not begun yet.
     *
     * @param claims those of the ID token, unmodifiable
     * @param appState what the application gave to {@code LoginService}; empty for none
     * @param returnTo where the browser goes afterwards, an absolute address
     */
    record CompletedLogin(Map<String, Object> claims, Map<String, String> appState, String returnTo) {

        /** Says nothing about the caller. */
        @Override
        public String toString() {
            return "CompletedLogin";
        }
    }

    /**
     * A login, or the connection of an account, that came to nothing.
     *
     * @param code why
     * @param error the provider's {@code error} where it refused, else null
     * @param appState what the application gave to {@code LoginService}; empty for none, and where the login is not known
     */
    record FailedLogin(Auth0ErrorCode code, @Nullable String error, Map<String, String> appState) {}

    /**
     * An account that has just been connected.
     *
     * @param account the account
     * @param appState what the application gave to {@code ConnectedAccountService}; empty for none
     * @param returnTo where the browser goes afterwards, an absolute address
     */
    record CompletedConnection(ConnectedAccount account, Map<String, String> appState, String returnTo) {}

    /**
     * Returns where the browser goes, a place that would be allowed as {@code returnTo}; anything else stands for the default.
     *
     * @throws RuntimeException to refuse the login; no session begins
     */
    default String completed(CompletedLogin login, HttpServletRequest request) {
        return login.returnTo();
    }

    /**
     * Returns where the browser goes now that an account is connected, as {@link #completed} does.
     *
     * @throws RuntimeException is logged, and the browser goes where it would have gone; the account stays connected
     */
    default String connected(CompletedConnection connection, HttpServletRequest request) {
        return connection.returnTo();
    }

    /**
     * Returns whether it has answered the request; if not, the browser gets the library's error page.
     *
     * @throws IOException where the browser has gone
     */
    default boolean failed(FailedLogin login, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return false;
    }
}
