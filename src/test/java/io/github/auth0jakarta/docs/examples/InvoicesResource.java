package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.RequiresOrganization;
import io.github.auth0jakarta.RequiresPermission;
import io.github.auth0jakarta.RequiresScope;
import io.github.auth0jakarta.RequiresStepUp;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;

// tag::invoices
@Path("/invoices")
@RequestScoped
@RequiresScope("read:invoices")
@RequiresOrganization("acme")
public class InvoicesResource {

    /** By the scope and the organization of the class. */
    @GET
    public List<String> list() {
        return List.of("4711", "4712");
    }

    /** By this scope in place of the other; the organization of the class is still needed. */
    @POST
    @RequiresScope("write:invoices")
    public void add(String invoice) {
        // ...
    }

    /** By a permission and a login of the last five minutes, and by what the class needs. */
    @DELETE
    @RequiresPermission("delete:invoices")
    @RequiresStepUp(maxAge = 300)
    public void deleteAll() {
        // ...
    }
}
// end::invoices
