package io.github.auth0jakarta.internal.web;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Tells the application what has happened, by the types of {@code io.github.auth0jakarta.event}. */
@FunctionalInterface
public interface Events {
    Logger LOGGER = System.getLogger(Events.class.getName());

    /** Fires an event; what an observer throws comes through. */
    void fire(Object event);

    /** Fires an event about what is done and cannot be undone; what an observer throws is logged. */
    default void announce(Object event) {
        try {
            fire(event);
        } catch (RuntimeException e) {
            LOGGER.log(
                    Level.WARNING,
                    "An observer of {0} failed: {1}",
                    event.getClass().getSimpleName(),
                    e.getClass().getName());
        }
    }
}
