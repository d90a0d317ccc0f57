package io.github.auth0jakarta.internal.jose;

import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A signed token taken apart (RFC 7515, 3.1) and not verified: of its contents, only the header has been read. Used by one
 * thread.
 */
final class CompactJws {
    /** More than any request header or cookie carries; what is longer is refused before it is looked at. */
    static final int MAX_LENGTH = 16 * 1024;

    private final JoseHeader header;
    private final byte[] signingInput;
    private final byte[] payload;
    private final String signature;
    private @Nullable Claims claims;

    private CompactJws(JoseHeader header, byte[] signingInput, byte[] payload, String signature) {
        this.header = header;
        this.signingInput = signingInput;
        this.payload = payload;
        this.signature = signature;
    }

    static CompactJws parse(TokenKind kind, StrictJson json, String token) {
        if (token.length() > MAX_LENGTH) {
            throw kind.refuse(TokenFault.TOO_LARGE, "the token is longer than " + MAX_LENGTH + " characters");
        }
        requireThreeParts(kind, token);
        int first = token.indexOf('.');
        int second = token.lastIndexOf('.');
        byte[] headerBytes = decode(kind, "header", token.substring(0, first));
        byte[] payload = decode(kind, "payload", token.substring(first + 1, second));
        String signature = token.substring(second + 1);
        decode(kind, "signature", signature);
        return new CompactJws(
                JoseHeader.of(kind, readObject(kind, json, "header", headerBytes)),
                token.substring(0, second).getBytes(StandardCharsets.US_ASCII),
                payload,
                signature);
    }

    JoseHeader header() {
        return header;
    }

    /** Returns the bytes that are signed: the first two parts as they were received. */
    byte[] signingInput() {
        return signingInput;
    }

    /** Returns the signature, still encoded. */
    String signature() {
        return signature;
    }

    /** Reads the claims, at the first call only; before the signature has been verified, nobody has signed for them. */
    Claims readClaims(TokenKind kind, StrictJson json) {
        Claims read = claims;
        if (read == null) {
            read = new Claims(kind, readObject(kind, json, "payload", payload));
            claims = read;
        }
        return read;
    }

    private static void requireThreeParts(TokenKind kind, String token) {
        long dots = token.chars().filter(c -> c == '.').count();
        if (dots == 4) {
            throw kind.refuse(TokenFault.ENCRYPTED, "the token is encrypted");
        }
        if (dots != 2) {
            throw kind.refuse(TokenFault.MALFORMED, "the token does not have three parts");
        }
    }

    private static byte[] decode(TokenKind kind, String part, String text) {
        if (text.isEmpty()) {
            throw kind.refuse(TokenFault.MALFORMED, "the " + part + " is missing");
        }
        return Base64Url.decode(text)
                .orElseThrow(() -> kind.refuse(TokenFault.MALFORMED, "the " + part + " is not base64url"));
    }

    private static Map<String, @Nullable Object> readObject(TokenKind kind, StrictJson json, String part, byte[] utf8) {
        try {
            return json.readObject(utf8);
        } catch (MalformedJsonException e) {
            String message = "the " + part + " is not a strict JSON object: " + e.getMessage();
            throw new TokenValidationException(kind.code(TokenFault.MALFORMED), message, e);
        }
    }

    /** Says nothing about the token. */
    @Override
    public String toString() {
        return "CompactJws";
    }
}
