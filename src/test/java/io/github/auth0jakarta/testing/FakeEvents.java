package io.github.auth0jakarta.testing;

import io.github.auth0jakarta.internal.web.Events;
import java.util.ArrayList;
import java.util.List;

/** Keeps what is fired; its observer throws where a test wants it to. */
public final class FakeEvents implements Events {
    private final List<Object> fired = new ArrayList<>();
    private boolean failing;

    @Override
    public void fire(Object event) {
        fired.add(event);
        if (failing) {
            throw new IllegalStateException("an observer");
        }
    }

    public void fail() {
        failing = true;
    }

    public List<Object> fired() {
        return fired;
    }
}
