package io.github.auth0jakarta.internal.caller;

import jakarta.security.enterprise.CallerPrincipal;

/** The principal that the container carries, for a server that has no MicroProfile JWT. */
public class Auth0Principal extends CallerPrincipal {
    private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    Auth0Principal(Caller caller) {
        super(caller.name());
        this.caller = caller;
    }

    /** Returns who it is. */
    public final Caller caller() {
        return caller;
    }
}
