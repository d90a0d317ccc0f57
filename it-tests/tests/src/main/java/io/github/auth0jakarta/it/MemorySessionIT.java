package io.github.auth0jakarta.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Sessions in the memory of the process. */
class MemorySessionIT extends StoredSessionTest {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return application().with("auth0.session.store", "memory").build();
    }
}
