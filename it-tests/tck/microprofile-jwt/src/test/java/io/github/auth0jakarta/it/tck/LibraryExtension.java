package io.github.auth0jakarta.it.tck;

import org.jboss.arquillian.container.test.spi.client.deployment.ApplicationArchiveProcessor;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Has Arquillian add the library to each application of the kit. */
public final class LibraryExtension implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.service(ApplicationArchiveProcessor.class, LibraryProcessor.class);
    }
}
