package io.github.auth0jakarta.internal.caller;

/** Makes the kind of principal that this server can carry. */
public final class Principals {
    private final boolean jsonWebToken = isPresent("org.eclipse.microprofile.jwt.JsonWebToken");

    /** Returns the principal of a caller. */
    public Auth0Principal of(Caller caller) {
        return jsonWebToken ? new JsonWebTokenPrincipal(caller) : new Auth0Principal(caller);
    }

    /** Returns whether the application can see MicroProfile JWT. */
    public boolean hasJsonWebToken() {
        return jsonWebToken;
    }

    private static boolean isPresent(String className) {
        try {
            Class.forName(className, false, Principals.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
