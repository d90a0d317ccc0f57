package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.LogoutOptions;
import io.github.auth0jakarta.LogoutService;
import io.github.auth0jakarta.internal.logout.Logout;
import io.github.auth0jakarta.internal.web.Answers;
import io.github.auth0jakarta.internal.web.CurrentResponse;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;

/** Logout of the session that the current request belongs to. */
final class CurrentLogout implements LogoutService {
    private static final Logger LOGGER = System.getLogger(CurrentLogout.class.getName());

    private final Logout logout;

    CurrentLogout(Logout logout) {
        this.logout = logout;
    }

    @Override
    public URI logout(LogoutOptions options) {
        HttpServletRequest request = request();
        return URI.create(begin(request, writableResponse(request), options));
    }

    @Override
    public void redirect(LogoutOptions options) {
        HttpServletRequest request = request();
        HttpServletResponse response = writableResponse(request);
        try {
            Answers.redirect(request, response, begin(request, response, options));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the browser has gone
        }
    }

    @Override
    public void logoutLocally() {
        HttpServletRequest request = request();
        logout.locally(request, writableResponse(request));
        leaveContainer(request);
    }

    private String begin(HttpServletRequest request, HttpServletResponse response, LogoutOptions options) {
        String location = logout.begin(request, response, options);
        leaveContainer(request);
        return location;
    }

    /** From now on the container knows no caller of this request any more either. */
    private static void leaveContainer(HttpServletRequest request) {
        try {
            request.logout();
        } catch (ServletException e) {
            LOGGER.log(Level.WARNING, "The container could not log out", e);
        }
    }

    private static HttpServletRequest request() {
        return CDI.current().select(HttpServletRequest.class).get();
    }

    private static HttpServletResponse writableResponse(HttpServletRequest request) {
        HttpServletResponse response = CurrentResponse.of(request);
        if (response.isCommitted()) {
            throw new LoginException(
                    Auth0ErrorCode.SESSION_NOT_WRITABLE, "the answer has begun, so no cookie can be deleted any more");
        }
        return response;
    }
}
