package io.github.auth0jakarta.internal.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code Retry-After} header (RFC 9110, 10.2.3): seconds or a date, believed for a minute at most; and what Auth0 sends instead. */
final class RetryAfter {
    /** A provider that means longer says so again; one that errs does not put us out of service. */
    static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,18}");
    private static final Pattern EPOCH_SECONDS = Pattern.compile("\\d{1,11}");

    private RetryAfter() {}

    /** Returns how long to wait, null where the header says nothing usable or nothing that is ahead. */
    static @Nullable Duration parse(String header, Instant now) {
        return believed(
                SECONDS.matcher(header).matches()
                        ? Duration.ofSeconds(Long.parseLong(header))
                        : untilDate(header, now));
    }

    /** Returns the same for {@code X-RateLimit-Reset}, by which Auth0 says at which second of the epoch the limit ends. */
    static @Nullable Duration parseReset(String header, Instant now) {
        return EPOCH_SECONDS.matcher(header).matches()
                ? believed(Duration.between(now, Instant.ofEpochSecond(Long.parseLong(header))))
                : null;
    }

    private static @Nullable Duration believed(@Nullable Duration wait) {
        if (wait == null || wait.isNegative() || wait.isZero()) {
            return null;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static @Nullable Duration untilDate(String header, Instant now) {
        try {
            return Duration.between(now, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header)));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
