package io.github.auth0jakarta.internal.jose;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a token, each read as the type that its specification gives it or not at all.
 *
 * <p>A claim that is present with another type, null included, is refused with {@link TokenFault#CLAIM_MALFORMED}: a
 * claim that cannot be read must not count as one that is absent.
 */
public final class Claims {
    /** The last second of the year 9999; beyond it, a time is no time but an attack or a mistake. */
    private static final BigDecimal LATEST = BigDecimal.valueOf(253_402_300_799L);

    private final TokenKind kind;
    private final Map<String, @Nullable Object> values;

    Claims(TokenKind kind, Map<String, @Nullable Object> values) {
        this.kind = kind;
        this.values = values;
    }

    /** Returns all claims as read, unmodifiable; a claim that is null is a key whose value is null. */
    public Map<String, @Nullable Object> asMap() {
        return values;
    }

    /** Returns whether the claim is there, even as null. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Returns a string claim; empty where the claim is absent. */
    public Optional<String> string(String name) {
        return has(name) ? Optional.of(requireString(name)) : Optional.empty();
    }

    /** Returns a string claim that must be there and not be empty. */
    public String requireString(String name) {
        if (require(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw malformed(name, "is not a non-empty string");
    }

    /** Returns the {@code aud} claim, which must be there: one string or a list of them (RFC 7519, 4.1.3). */
    public List<String> requireAudience() {
        Object audience = require("aud");
        if (audience instanceof String) {
            return List.of(requireString("aud"));
        }
        if (audience instanceof List<?> list && !list.isEmpty() && areTexts(list)) {
            @SuppressWarnings("unchecked") // each element has just been looked at, and the list cannot be changed
            var names = (List<String>) list;
            return names;
        }
        throw malformed("aud", "is neither a non-empty string nor a list of them");
    }

    /** Returns a NumericDate claim (RFC 7519, 2); empty where the claim is absent. */
    public Optional<Instant> instant(String name) {
        return has(name) ? Optional.of(requireInstant(name)) : Optional.empty();
    }

    /** Returns a NumericDate claim (RFC 7519, 2) that must be there. */
    public Instant requireInstant(String name) {
        Object value = require(name);
        if (value instanceof Long seconds && seconds >= 0 && seconds <= LATEST.longValue()) {
            return Instant.ofEpochSecond(seconds);
        }
        if (value instanceof BigDecimal seconds && seconds.signum() >= 0 && seconds.compareTo(LATEST) <= 0) {
            return instant(seconds);
        }
        throw malformed(name, "is not a NumericDate");
    }

    /** Returns a claim that is an object; empty where the claim is absent. */
    public Optional<Map<String, @Nullable Object>> object(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (values.get(name) instanceof Map<?, ?> object) {
            @SuppressWarnings("unchecked") // every object that StrictJson reads has this type
            var members = (Map<String, @Nullable Object>) object;
            return Optional.of(members);
        }
        throw malformed(name, "is not an object");
    }

    /** Refuses a token without this claim, or where it is null; any other value will do. */
    public void requirePresent(String name) {
        require(name);
    }

    private Object require(String name) {
        Object value = values.get(name);
        if (value != null) {
            return value;
        }
        throw has(name)
                ? malformed(name, "is null")
                : kind.refuse(TokenFault.CLAIM_MISSING, "the claim " + name + " is missing");
    }

    private RuntimeException malformed(String name, String reason) {
        return kind.refuse(TokenFault.CLAIM_MALFORMED, "the claim " + name + " " + reason);
    }

    private static boolean areTexts(List<?> list) {
        for (Object element : list) {
            if (!(element instanceof String text) || text.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The range was checked before, so this is exact down to a nanosecond. */
    private static Instant instant(BigDecimal seconds) {
        long whole = seconds.longValue();
        long nanos =
                seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue();
        return Instant.ofEpochSecond(whole, nanos);
    }

    /** Says nothing about the claims. */
    @Override
    public String toString() {
        return "Claims";
    }
}
