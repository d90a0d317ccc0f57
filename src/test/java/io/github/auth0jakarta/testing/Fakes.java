package io.github.auth0jakarta.testing;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Makes instances of large interfaces of which a test needs a few methods. */
public final class Fakes {
    private static final Object[] NONE = {};

    private Fakes() {}

    /** What an instance does; whatever it does not expect it refuses with an exception. */
    @FunctionalInterface
    public interface Answer {
        Object to(Method called, Object[] arguments);
    }

    /** Returns an instance that answers like this; {@code equals}, {@code hashCode} and {@code toString} are usual. */
    public static <T> T of(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                Fakes.class.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    if (called.getDeclaringClass() != Object.class) {
                        return answer.to(called, arguments == null ? NONE : arguments);
                    }
                    return switch (called.getName()) {
                        case "equals" -> proxy == arguments[0];
                        case "hashCode" -> System.identityHashCode(proxy);
                        default -> "fake " + type.getSimpleName();
                    };
                }));
    }
}
