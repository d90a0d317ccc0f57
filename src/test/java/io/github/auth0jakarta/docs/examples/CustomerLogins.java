package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.spi.LoginCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;

// tag::customizer
/** Whoever opens the pages of a customer logs in to that customer's organization. */
@ApplicationScoped
public class CustomerLogins implements LoginCustomizer {

    @Override
    public LoginOptions customize(LoginOptions options, HttpServletRequest request) {
        boolean ofAcme = request.getRequestURI().startsWith(request.getContextPath() + "/acme/");
        return ofAcme ? options.withOrganization("acme") : options;
    }
}
// end::customizer
