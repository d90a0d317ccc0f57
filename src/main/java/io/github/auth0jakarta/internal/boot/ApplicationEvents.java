package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.internal.web.Events;
import jakarta.enterprise.inject.spi.CDI;

/** Events as CDI delivers them, to observers of the application. */
final class ApplicationEvents implements Events {

    @Override
    public void fire(Object event) {
        CDI.current().getBeanManager().getEvent().fire(event);
    }
}
