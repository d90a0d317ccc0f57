package io.github.auth0jakarta.testing;

import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Method;

/** The container's own session: knows whether its id was changed and whether it was ended. */
public final class FakeHttpSession {
    private final HttpSession servlet = Fakes.of(HttpSession.class, this::answer);
    private int idChanges;
    private boolean invalidated;

    public HttpSession servlet() {
        return servlet;
    }

    public int idChanges() {
        return idChanges;
    }

    public boolean isInvalidated() {
        return invalidated;
    }

    String changeId() {
        idChanges++;
        return "id-" + idChanges;
    }

    private Object answer(Method called, Object[] arguments) {
        if (called.getName().equals("invalidate")) {
            invalidated = true;
            return null;
        }
        throw new UnsupportedOperationException(called.toString());
    }
}
