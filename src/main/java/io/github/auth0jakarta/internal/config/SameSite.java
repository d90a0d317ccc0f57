package io.github.auth0jakarta.internal.config;

/** When a browser sends a cookie along with a request that another site caused. */
public enum SameSite {
    LAX("Lax"),
    STRICT("Strict"),
    NONE("None");

    private final String attribute;

    SameSite(String attribute) {
        this.attribute = attribute;
    }

    /** Returns the attribute's value. */
    public String attribute() {
        return attribute;
    }
}
