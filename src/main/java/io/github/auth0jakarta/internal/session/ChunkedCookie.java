package io.github.auth0jakarta.internal.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A cookie value that is spread over several cookies where one cannot hold it.
 *
 * <p>Short values are in the cookie {@code name}, longer ones in {@code name__0}, {@code name__1} and so on. Writing
 * deletes what is left of an earlier, longer or shorter value. Whether the pieces belong together is for the seal of the
 * value to say; this class only refuses what it could not have written itself.
 */
public final class ChunkedCookie {

    /** With the name and the attributes it stays below the 4,096 bytes that every browser takes (RFC 6265 section 6.1). */
    static final int CHUNK_CHARACTERS = 3_500;

    static final int MAX_CHUNKS = 5;
    static final int MAX_CHARACTERS = MAX_CHUNKS * CHUNK_CHARACTERS;

    private static final int COOKIE_BYTES = 4_096;
    private static final String SEPARATOR = "__";
    /** Room for the leftovers of a version with more chunks; longer numbers are somebody else's cookies. */
    private static final Pattern CHUNK_NUMBER = Pattern.compile("0|[1-9][0-9]?");

    private final String name;
    private final String chunkPrefix;
    private final CookieAttributes attributes;

    /**
     * Makes the cookie.
     *
     * @param baseName its name without a prefix such as {@code __Host-}
     */
    public ChunkedCookie(String baseName, CookieAttributes attributes) {
        this.name = attributes.nameOf(baseName);
        this.chunkPrefix = name + SEPARATOR;
        this.attributes = attributes;
        int overhead =
                attributes.set(chunkPrefix + "0", "", Duration.ofDays(1_000)).length();
        if (overhead + CHUNK_CHARACTERS > COOKIE_BYTES) {
            throw new IllegalArgumentException("Name, path and domain of the cookie are too long together");
        }
    }

    /** Returns the full name, with its prefix; that of the first cookie, and the one that values are sealed for. */
    public String name() {
        return name;
    }

    /** Returns the value that the request carries; empty where there is none or its pieces are not all there, once each. */
    public Optional<String> read(RequestCookies cookies) {
        return cookies.first(name).or(() -> joined(cookies));
    }

    private Optional<String> joined(RequestCookies cookies) {
        NavigableMap<Integer, String> chunks = new TreeMap<>();
        for (Map.Entry<String, String> cookie : cookies.pairs()) {
            int number = chunkNumber(cookie.getKey());
            if (number >= MAX_CHUNKS || (number >= 0 && chunks.putIfAbsent(number, cookie.getValue()) != null)) {
                return Optional.empty();
            }
        }
        boolean contiguous = !chunks.isEmpty() && chunks.lastKey() == chunks.size() - 1;
        return contiguous ? Optional.of(String.join("", chunks.values())) : Optional.empty();
    }

    /** Returns whether a value is short enough to be written. */
    public static boolean fits(String value) {
        return value.length() <= MAX_CHARACTERS;
    }

    /**
     * Returns the {@code Set-Cookie} headers that give the browser this value in place of what the request carried.
     *
     * @throws IllegalArgumentException where it does not fit
     */
    public List<String> write(String value, Duration maxAge, RequestCookies carried) {
        if (!fits(value)) {
            throw new IllegalArgumentException("The value is too long for " + MAX_CHUNKS + " cookies");
        }
        List<String> headers = new ArrayList<>();
        Set<String> stale = carriedNames(carried);
        if (value.length() <= CHUNK_CHARACTERS) {
            headers.add(attributes.set(name, value, maxAge));
            stale.remove(name);
        } else {
            for (int start = 0, i = 0; start < value.length(); start += CHUNK_CHARACTERS, i++) {
                String chunk = value.substring(start, Math.min(value.length(), start + CHUNK_CHARACTERS));
                headers.add(attributes.set(chunkPrefix + i, chunk, maxAge));
                stale.remove(chunkPrefix + i);
            }
        }
        stale.forEach(leftover -> headers.add(attributes.delete(leftover)));
        return headers;
    }

    /** Returns the {@code Set-Cookie} headers that delete all that the request carried; none where it carried nothing. */
    public List<String> clear(RequestCookies carried) {
        return carriedNames(carried).stream().map(attributes::delete).toList();
    }

    private Set<String> carriedNames(RequestCookies carried) {
        Set<String> names = new TreeSet<>();
        for (String candidate : carried.namesBeginningWith(name)) {
            if (candidate.equals(name) || chunkNumber(candidate) >= 0) {
                names.add(candidate);
            }
        }
        return names;
    }

    /** Returns the number that makes a name that of a chunk; -1 for any other name. */
    private int chunkNumber(String candidate) {
        if (!candidate.startsWith(chunkPrefix)) {
            return -1;
        }
        String number = candidate.substring(chunkPrefix.length());
        return CHUNK_NUMBER.matcher(number).matches() ? Integer.parseInt(number) : -1;
    }
}
