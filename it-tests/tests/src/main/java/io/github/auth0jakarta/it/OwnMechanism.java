package io.github.auth0jakarta.it;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** A mechanism that an application wrote itself: believes a header. */
@ApplicationScoped
public class OwnMechanism implements HttpAuthenticationMechanism {

    static final String HEADER = "X-Own-Caller";

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String name = request.getHeader(HEADER);
        if (name != null) {
            return context.notifyContainerAboutLogin(name, Set.of("admin"));
        }
        if (context.isProtected()) {
            response.setHeader("WWW-Authenticate", "Own");
            return context.responseUnauthorized();
        }
        return context.doNothing();
    }
}
