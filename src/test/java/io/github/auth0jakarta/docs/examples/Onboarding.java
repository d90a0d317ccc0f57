package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.spi.CallbackHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

// tag::handler
@ApplicationScoped
public class Onboarding implements CallbackHandler {

    @Override
    public String completed(CompletedLogin login, HttpServletRequest request) {
        boolean verified = Boolean.TRUE.equals(login.claims().get("email_verified"));
        return verified ? login.returnTo() : request.getContextPath() + "/verify-your-email";
    }

    @Override
    public boolean failed(FailedLogin login, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (login.code() != Auth0ErrorCode.LOGIN_DENIED) {
            return false;
        }
        response.sendRedirect(request.getContextPath() + "/you-declined");
        return true;
    }
}
// end::handler
