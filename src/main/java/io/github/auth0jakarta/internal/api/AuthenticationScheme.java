package io.github.auth0jakarta.internal.api;

import java.util.Arrays;
import java.util.Optional;

/** How an access token is presented (RFC 6750, 2; RFC 9449, 7.1). */
public enum AuthenticationScheme {
    BEARER("Bearer"),
    DPOP("DPoP");

    private final String text;

    AuthenticationScheme(String text) {
        this.text = text;
    }

    /** Returns its name as it is registered. */
    public String text() {
        return text;
    }

    /** Returns the scheme of this name in any case (RFC 9110, 11.1); empty for those that are not ours. */
    static Optional<AuthenticationScheme> of(String name) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.text.equalsIgnoreCase(name))
                .findFirst();
    }
}
