package io.github.auth0jakarta.tenant;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the part of CBOR (RFC 8949) that passkeys need: integers, byte strings, texts and maps, of definite length and in their
 * shortest form, as CTAP2 writes them.
 *
 * <p>They become {@code Long}, {@code ByteBuffer}, {@code String} and {@code Map}.
 */
final class Cbor {

    private static final int DEEPEST = 4;
    private static final int LARGEST_INLINE = 23;

    private final ByteBuffer input;

    private Cbor(ByteBuffer input) {
        this.input = input;
    }

    /** Reads the map that begins here and leaves what follows it. */
    static Map<?, ?> readMap(ByteBuffer input) {
        try {
            if (new Cbor(input).read(0) instanceof Map<?, ?> map) {
                return map;
            }
        } catch (BufferUnderflowException | CharacterCodingException e) {
            throw malformed();
        }
        throw malformed();
    }

    private Object read(int depth) throws CharacterCodingException {
        int head = input.get() & 0xFF;
        long argument = argument(head & 0x1F);
        return switch (head >> 5) {
            case 0 -> argument;
            case 1 -> -1 - argument;
            case 2 -> bytes(argument);
            case 3 ->
                StandardCharsets.UTF_8.newDecoder().decode(bytes(argument)).toString();
            case 5 -> map(argument, depth + 1);
            default -> throw malformed();
        };
    }

    private long argument(int information) {
        long argument;
        long shortest;
        switch (information) {
            case 24 -> {
                argument = input.get() & 0xFF;
                shortest = LARGEST_INLINE + 1;
            }
            case 25 -> {
                argument = input.getShort() & 0xFFFF;
                shortest = 0x100;
            }
            case 26 -> {
                argument = input.getInt() & 0xFFFF_FFFFL;
                shortest = 0x1_0000;
            }
            default -> {
                argument = information;
                shortest = 0;
            }
        }
        if (argument < shortest || information > 26) {
            throw malformed();
        }
        return argument;
    }

    private ByteBuffer bytes(long length) {
        if (length > input.remaining()) {
            throw malformed();
        }
        ByteBuffer bytes = input.slice(input.position(), (int) length).asReadOnlyBuffer();
        input.position(input.position() + (int) length);
        return bytes;
    }

    private Map<Object, Object> map(long size, int depth) throws CharacterCodingException {
        if (depth > DEEPEST) {
            throw malformed();
        }
        Map<Object, Object> map = new LinkedHashMap<>();
        for (long i = 0; i < size; i++) {
            Object key = read(depth);
            if (map.put(key, read(depth)) != null) {
                throw malformed();
            }
        }
        return map;
    }

    private static OAuthException malformed() {
        return PasskeyVerifier.refused("malformed CBOR");
    }
}
