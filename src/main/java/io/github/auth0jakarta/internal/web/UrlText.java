package io.github.auth0jakarta.internal.web;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Makes visible ASCII of what follows the origin of a URL, in the way in which a browser would.
 */
final class UrlText {

    /** RFC 3986 section 2: {@code unreserved}, {@code reserved} and the percent sign. */
    private static final String URL_CHARACTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~" + ":/?#[]@!$&'()*+,;=%";

    private UrlText() {}

    /**
     * Returns the text with everything percent-encoded that a URL cannot hold, so unchanged where there is nothing such;
     * empty where it has a control character, a space, a backslash, half a character or half a percent-encoding.
     */
    static Optional<String> encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int character = text.codePointAt(i);
            if (isRefused(character) || (character == '%' && !isPercentEncoding(text, i))) {
                return Optional.empty();
            }
            if (URL_CHARACTERS.indexOf(character) >= 0) {
                encoded.appendCodePoint(character);
            } else {
                percentEncode(character, encoded);
            }
            i += Character.charCount(character);
        }
        return Optional.of(encoded.toString());
    }

    private static boolean isRefused(int character) {
        return character == '\\'
                || character == ' '
                || Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE;
    }

    private static boolean isPercentEncoding(String text, int index) {
        return index + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(index + 1))
                && HexFormat.isHexDigit(text.charAt(index + 2));
    }

    private static void percentEncode(int character, StringBuilder target) {
        HexFormat hex = HexFormat.of().withUpperCase();
        for (byte b : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            target.append('%').append(hex.toHexDigits(b));
        }
    }
}
