package io.github.auth0jakarta.tenant;

import java.util.Set;

/** An address that the tenant's own forms are posted to. */
interface FormEndpoint extends BrowserEndpoint {

    @Override
    default Set<String> methods() {
        return Set.of("POST");
    }
}
