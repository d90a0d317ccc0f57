package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.RequiresActor;
import io.github.auth0jakarta.RequiresPermission;
import jakarta.enterprise.context.ApplicationScoped;

// tag::payouts
@ApplicationScoped
@RequiresPermission("pay:invoices")
public class Payouts {

    public void pay(String invoice) {
        // ...
    }

    /** Only where the assistant acts for somebody who may pay. */
    @RequiresActor("assistant@clients")
    public void prepare(String invoice) {
        // ...
    }
}
// end::payouts
