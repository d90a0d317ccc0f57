package io.github.auth0jakarta.internal.jose;

import java.util.Base64;
import java.util.Optional;

/**
 * Base64url without padding (RFC 7515, 2), where each byte sequence has exactly one text.
 *
 * <p>{@code java.util.Base64} is not enough to read one: it takes padding, and it drops bits that should be zero, so that
 * several texts would be the same token.
 */
public final class Base64Url {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private Base64Url() {}

    /** Returns the text of these bytes. */
    public static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /** Returns the bytes of this text; empty where it is not what {@link #encode} makes of them. */
    public static Optional<byte[]> decode(String text) {
        if (text.indexOf('=') >= 0) {
            return Optional.empty();
        }
        try {
            byte[] bytes = DECODER.decode(text);
            return hasZeroTrailingBits(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The last character of a text with 2 or 3 characters over holds 4 or 2 bits that no byte uses. */
    private static boolean hasZeroTrailingBits(String text) {
        int unused = switch (text.length() % 4) {
            case 2 -> 0b1111;
            case 3 -> 0b11;
            default -> 0;
        };
        return unused == 0 || (value(text.charAt(text.length() - 1)) & unused) == 0;
    }

    private static int value(char digit) {
        return "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".indexOf(digit);
    }
}
