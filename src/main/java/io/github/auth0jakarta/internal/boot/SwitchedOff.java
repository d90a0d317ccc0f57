package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ConfigurationException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** What an application gets that injects a service where what the service needs is not configured: it refuses every call. */
final class SwitchedOff implements InvocationHandler {
    private final String reason;

    private SwitchedOff(String reason) {
        this.reason = reason;
    }

    /** Returns a service of a library that is switched off. */
    static <T> T service(Class<T> type) {
        return service(type, "auth0-jakarta is switched off");
    }

    /**
     * Returns a service that refuses every call with {@code config.invalid}.
     *
     * @param reason what is missing, by the names of the keys
     */
    static <T> T service(Class<T> type, String reason) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new SwitchedOff(reason)));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method.getName(), arguments);
        }
        throw new ConfigurationException(Auth0ErrorCode.CONFIG_INVALID, reason);
    }

    private static Object ofObject(Object proxy, String name, Object[] arguments) {
        return switch (name) {
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            default -> "SwitchedOff";
        };
    }
}
