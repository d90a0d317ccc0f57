package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.internal.session.CookieAttributes;
import io.github.auth0jakarta.internal.session.RequestCookies;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts in a cookie how often a browser was sent to the login without anybody's click; a browser whose session never
 * arrives would go round for ever.
 *
 * <p>Not sealed: whoever can change it can only have this browser shown a page instead of a redirect.
 */
public final class LoginLoopBreaker {
    static final int MOST = 5;

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Pattern VALUE = Pattern.compile("([0-9]{1,12})\\.([0-9]{1,3})");

    private final CookieAttributes attributes;
    private final String name;
    private final InstantSource clock;

    public LoginLoopBreaker(CookieAttributes attributes, InstantSource clock) {
        this.attributes = attributes;
        this.name = attributes.nameOf("__logins");
        this.clock = clock;
    }

    /** Returns the {@code Set-Cookie} header that counts one more; empty where there were too many. */
    Optional<String> count(RequestCookies cookies) {
        Instant now = clock.instant();
        Matcher counted = VALUE.matcher(cookies.first(name).orElse(""));
        if (!counted.matches() || isOver(counted, now)) {
            return Optional.of(header(now.getEpochSecond(), 1));
        }
        int count = Integer.parseInt(counted.group(2));
        return count >= MOST ? Optional.empty() : Optional.of(header(Long.parseLong(counted.group(1)), count + 1));
    }

    /** One that begins later than now was counted before the clock went back. */
    private static boolean isOver(Matcher counted, Instant now) {
        long seconds = now.getEpochSecond() - Long.parseLong(counted.group(1));
        return seconds < 0 || seconds >= WINDOW.toSeconds();
    }

    private String header(long since, int count) {
        return attributes.set(name, since + "." + count, WINDOW);
    }
}
