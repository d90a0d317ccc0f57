package io.github.auth0jakarta.internal.web;

/** Tells the application what has happened, by the types of {@code io.github.auth0jakarta.event}. */
@FunctionalInterface
public interface Events {

    /** Fires an event; what an observer throws comes through. */
    void fire(Object event);
}
