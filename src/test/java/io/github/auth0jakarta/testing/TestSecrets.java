package io.github.auth0jakarta.testing;

import io.github.auth0jakarta.internal.config.CookieSecret;

/** Cookie secrets that are good enough to be accepted, and well known. */
public final class TestSecrets {

    public static final CookieSecret NEW =
            CookieSecret.of("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    public static final CookieSecret OLD =
            CookieSecret.of("60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752");

    private TestSecrets() {}
}
