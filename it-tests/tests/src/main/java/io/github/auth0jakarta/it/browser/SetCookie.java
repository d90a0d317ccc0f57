package io.github.auth0jakarta.it.browser;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A {@code Set-Cookie} header as it came (RFC 6265, 5.2).
 *
 * @param name the name
 * @param value the value, quotes included
 * @param attributes by lower-case name; an attribute without a value has an empty one
 */
public record SetCookie(String name, String value, Map<String, String> attributes) {

    static SetCookie parse(String header) {
        String[] parts = header.split(";", -1);
        String[] pair = pair(parts[0]);
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] attribute = pair(parts[i]);
            attributes.put(attribute[0].toLowerCase(Locale.ROOT), attribute[1]);
        }
        return new SetCookie(pair[0], pair[1], attributes);
    }

    private static String[] pair(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new String[] {text.trim(), ""}
                : new String[] {
                    text.substring(0, equals).trim(), text.substring(equals + 1).trim()
                };
    }

    /** Returns an attribute by its lower-case name, null where it is missing. */
    public @Nullable String attribute(String attribute) {
        return attributes.get(attribute);
    }

    /** Returns whether an attribute is there. */
    public boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    /** Returns whether the header removes the cookie. */
    public boolean removes() {
        return expiresBefore(Instant.now());
    }

    /** Max-Age wins over Expires. */
    boolean expiresBefore(Instant now) {
        String maxAge = attributes.get("max-age");
        if (maxAge != null) {
            return Long.parseLong(maxAge) <= 0;
        }
        String expires = attributes.get("expires");
        return expires != null && date(expires).isBefore(now);
    }

    private static Instant date(String text) {
        try {
            return ZonedDateTime.parse(text.replace('-', ' '), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalStateException("not a date of HTTP: " + text, e);
        }
    }
}
