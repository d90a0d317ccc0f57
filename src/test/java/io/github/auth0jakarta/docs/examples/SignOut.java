package io.github.auth0jakarta.docs.examples;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;

final class SignOut {
    private SignOut() {}

    // tag::local
    /** Ends the session here, and leaves the one at Auth0: the next login may pass without a password. */
    static void here(HttpServletRequest request) throws ServletException {
        request.logout();
    }
    // end::local
}
