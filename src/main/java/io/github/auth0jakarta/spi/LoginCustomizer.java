package io.github.auth0jakarta.spi;

import io.github.auth0jakarta.LoginOptions;
import jakarta.servlet.http.HttpServletRequest;

/** Has the last word on how a login begins, whoever begins it: a page that is protected, the login route or the application. */
@FunctionalInterface
public interface LoginCustomizer {

    /**
     * Returns the options to begin with.
     *
     * @param options as they would be otherwise
     * @param request the one that begins the login
     * @throws RuntimeException to refuse; the request then gets an error page
     */
    LoginOptions customize(LoginOptions options, HttpServletRequest request);
}
