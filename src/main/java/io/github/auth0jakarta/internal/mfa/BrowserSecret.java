package io.github.auth0jakarta.internal.mfa;

import io.github.auth0jakarta.internal.session.CookieAttributes;
import io.github.auth0jakarta.internal.session.CookieSeal;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.internal.web.Answers;
import io.github.auth0jakarta.internal.web.RandomValues;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What tells a browser without a session from others: a random text in a sealed cookie, for as long as a second factor may
 * take.
 *
 * <p>It names nobody, and several demands of one browser share it.
 */
public final class BrowserSecret {
    private static final String NAME = "__mfa";
    private static final String ATTRIBUTE = BrowserSecret.class.getName();

    private final CookieSeal seal;
    private final CookieAttributes attributes;
    private final String name;
    private final RandomValues random;
    private final Duration lifetime;

    /**
     * @param seal of a purpose of its own
     */
    public BrowserSecret(CookieSeal seal, CookieAttributes attributes, RandomValues random, Duration lifetime) {
        this.seal = seal;
        this.attributes = attributes;
        this.name = attributes.nameOf(NAME);
        this.random = random;
        this.lifetime = lifetime;
    }

    /** Returns that of the browser that sent the request, empty where it has none. */
    Optional<String> find(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return Optional.of(known);
        }
        return RequestCookies.of(request.getCookies())
                .first(name)
                .flatMap(value -> seal.open(name, value))
                .map(opened -> new String(opened.plaintext(), StandardCharsets.UTF_8));
    }

    /** Returns that of the browser, which from now on keeps it for the whole time again. */
    String keep(HttpServletRequest request, HttpServletResponse response) {
        String secret = find(request).orElseGet(random::next);
        String value = seal.seal(name, secret.getBytes(StandardCharsets.UTF_8));
        Answers.setCookies(request, response, List.of(attributes.set(name, value, lifetime)));
        request.setAttribute(ATTRIBUTE, secret);
        return secret;
    }
}
