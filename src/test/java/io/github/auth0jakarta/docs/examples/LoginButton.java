package io.github.auth0jakarta.docs.examples;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

@RequestScoped
public class LoginButton {

    @Inject
    private SecurityContext securityContext;

    // tag::new-authentication
    /** Sends the browser to the login even if it has a session; afterwards it comes back to this request. */
    public AuthenticationStatus logInAgain(HttpServletRequest request, HttpServletResponse response) {
        return securityContext.authenticate(
                request, response, AuthenticationParameters.withParams().newAuthentication(true));
    }
    // end::new-authentication
}
