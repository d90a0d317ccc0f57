package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.LoginService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

// tag::begin
@Path("/login-link")
@RequestScoped
public class LoginLinkResource {

    @Inject
    private LoginService logins;

    /** Returns where the page's script has to send the window: {@code location.assign(await response.text())}. */
    @GET
    @Produces("text/plain")
    public String begin(@QueryParam("organization") String organization) {
        return logins.begin(LoginOptions.defaults().withOrganization(organization))
                .toString();
    }
}
// end::begin
