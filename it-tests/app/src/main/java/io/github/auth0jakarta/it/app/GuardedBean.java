package io.github.auth0jakarta.it.app;

import io.github.auth0jakarta.RequiresActor;
import io.github.auth0jakarta.RequiresOrganization;
import io.github.auth0jakarta.RequiresPermission;
import io.github.auth0jakarta.RequiresScope;
import io.github.auth0jakarta.RequiresStepUp;
import jakarta.enterprise.context.ApplicationScoped;

/** The same as {@link RequirementsResource} for a bean that anybody's resource or servlet may call. */
@ApplicationScoped
@RequiresScope("read:items")
public class GuardedBean {

    /** Needs the scope of the class. */
    public String scope() {
        return "let in";
    }

    /** Needs two scopes in place of that of the class. */
    @RequiresScope({"write:items", "delete:items"})
    public String scopes() {
        return "let in";
    }

    /** Needs a permission, and the scope of the class. */
    @RequiresPermission("write:orders")
    public String permission() {
        return "let in";
    }

    /** Needs an organization, by id or by name, and the scope of the class. */
    @RequiresOrganization({"org_acme", "Globex"})
    public String organization() {
        return "let in";
    }

    /** Needs an actor, and the scope of the class. */
    @RequiresActor("agent@clients")
    public String actor() {
        return "let in";
    }

    /** Needs a strong and recent login, and the scope of the class. */
    @RequiresStepUp(
            acr = {"gold", "platinum"},
            maxAge = 300)
    public String stepUp() {
        return "let in";
    }
}
