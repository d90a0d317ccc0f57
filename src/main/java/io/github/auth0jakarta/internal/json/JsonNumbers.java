package io.github.auth0jakarta.internal.json;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Turns the text of a JSON number into a value, but never one whose size costs time or memory. */
final class JsonNumbers {
    static final int MAX_LENGTH = 32;

    private static final int MAX_LONG_DIGITS = 18;
    /** An exponent of up to three digits holds every double; 1e1000000000 would be a number of a gigabyte. */
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

    private JsonNumbers() {}

    static Number parse(String text) throws MalformedJsonException {
        if (text.length() > MAX_LENGTH) {
            throw new MalformedJsonException("a number of more than " + MAX_LENGTH + " characters");
        }
        if (isLong(text)) {
            return Long.valueOf(text);
        }
        if (!DECIMAL.matcher(text).matches()) {
            throw new MalformedJsonException("a number out of range");
        }
        return new BigDecimal(text);
    }

    /** Times are such numbers, so most numbers are; no regular expression for them. */
    private static boolean isLong(String text) {
        int begin = text.startsWith("-") ? 1 : 0;
        int digits = text.length() - begin;
        return digits > 0 && digits <= MAX_LONG_DIGITS && isAsciiDigits(text, begin);
    }

    private static boolean isAsciiDigits(String text, int begin) {
        for (int i = begin; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
