package io.github.auth0jakarta.tenant;

import java.util.Set;

/** An address that people come to: what goes wrong is shown as a page. */
interface BrowserEndpoint extends Endpoint {

    @Override
    default Set<String> methods() {
        return Set.of("GET", "POST");
    }

    @Override
    default Response failure(OAuthException e) {
        return Pages.error(e);
    }
}
