package io.github.auth0jakarta.it;

import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.Tenant;

/** The provider of all tests of one server: started with the first of them, gone with the JVM. */
final class TestTenant {

    /** A user for whom the application's own identity store has a group. */
    static final String FAVOURED_SUB = Demo.BOB_SUB;

    private static final Tenant RUNNING = Tenant.demo(TestServer.APP);

    private TestTenant() {}

    static Tenant get() {
        return RUNNING;
    }
}
