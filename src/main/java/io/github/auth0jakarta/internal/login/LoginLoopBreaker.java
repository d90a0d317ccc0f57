package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.internal.session.CookieAttributes;
import io.github.auth0jakarta.internal.session.RequestCookies;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts in a cookie how often a browser came back from the provider lately; one whose session never arrives would be sent
 * to the login again and again, without anybody's click.
 *
 * <p>Returns are counted and not departures: a browser that opens many tabs at once is no loop. Not sealed: whoever can change
 * the cookie can only have this browser shown a page instead of a redirect.
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

    /** Returns whether the browser came back so often that it must not be sent away again by itself. */
    boolean isLoop(RequestCookies cookies) {
        Matcher counted = counted(cookies);
        return counted.matches() && !isOver(counted, clock.instant()) && Integer.parseInt(counted.group(2)) >= MOST;
    }

    /** Returns the {@code Set-Cookie} header that counts one more return. */
    String count(RequestCookies cookies) {
        Instant now = clock.instant();
        Matcher counted = counted(cookies);
        if (!counted.matches() || isOver(counted, now)) {
            return header(now.getEpochSecond(), 1);
        }
        int next = Math.min(MOST, Integer.parseInt(counted.group(2)) + 1);
        return header(Long.parseLong(counted.group(1)), next);
    }

    /** Returns the {@code Set-Cookie} headers that forget what was counted; none where nothing was. */
    public List<String> clear(RequestCookies cookies) {
        return cookies.first(name).map(any -> List.of(attributes.delete(name))).orElse(List.of());
    }

    private Matcher counted(RequestCookies cookies) {
        return VALUE.matcher(cookies.first(name).orElse(""));
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
