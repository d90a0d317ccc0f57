package io.github.auth0jakarta.internal.web;

import io.github.auth0jakarta.LoginOptions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Asks a caller who is not known to say who it is. */
public interface Challenger {

    /**
     * Returns whether the caller of a request is sent to the login; a program, or a caller of a pure API, is not.
     *
     * @param page whether what was asked for is a page, for requests that do not tell
     */
    boolean redirects(HttpServletRequest request, boolean page);

    /** Answers with the redirect to the login. */
    void redirect(HttpServletRequest request, HttpServletResponse response);

    /** Answers with the redirect to a login with these options, after which the browser comes back to this very request. */
    void redirect(HttpServletRequest request, HttpServletResponse response, LoginOptions options);
}
