package io.github.auth0jakarta.tenant;

import java.util.Set;

/** One address of the tenant: turns a request into an answer and touches no connection. */
interface Endpoint {

    /** The path it answers at. */
    String path();

    /** How many levels of paths below that one it answers at, too. */
    default int levelsBelow() {
        return 0;
    }

    /** The HTTP methods it takes; others get 405. */
    Set<String> methods();

    Response handle(Request request);

    /** The answer to a request that was refused with an OAuth error: JSON, unless people look at this address. */
    default Response failure(OAuthException e) {
        return Response.error(e);
    }
}
