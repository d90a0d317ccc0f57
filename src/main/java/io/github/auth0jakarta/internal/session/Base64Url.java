package io.github.auth0jakarta.internal.session;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Strict base64url (RFC 4648 section 5): no padding, no character outside the alphabet, and one text for one content.
 */
final class Base64Url {

    /** What a text may end with when its last character carries only two bits, then four. */
    private static final String LAST_OF_TWO = "AQgw";

    private static final String LAST_OF_THREE = "AEIMQUYcgkosw048";

    private Base64Url() {}

    /** Returns the bytes; null where the text is empty, longer than the limit, or not what an encoder makes. */
    static byte @Nullable [] decode(String text, int maxCharacters) {
        if (text.isEmpty() || text.length() > maxCharacters || !endsAsEncoded(text)) {
            return null;
        }
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The decoder of the JDK takes padding, and ignores the bits that an encoder leaves zero in the last character. */
    private static boolean endsAsEncoded(String text) {
        char last = text.charAt(text.length() - 1);
        return switch (text.length() % 4) {
            case 0 -> last != '=';
            case 2 -> LAST_OF_TWO.indexOf(last) >= 0;
            case 3 -> LAST_OF_THREE.indexOf(last) >= 0;
            default -> false;
        };
    }
}
