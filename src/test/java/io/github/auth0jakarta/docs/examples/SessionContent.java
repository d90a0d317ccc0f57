package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.spi.SessionCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;

// tag::customizer
@ApplicationScoped
public class SessionContent implements SessionCustomizer {

    @Override
    public void beforeSave(Draft session) {
        session.hideClaim("phone_number");
        session.attributes().putIfAbsent("theme", "light");
    }

    @Override
    public boolean isUse(HttpServletRequest request) {
        return !request.getServletPath().equals("/news-since");
    }
}
// end::customizer
