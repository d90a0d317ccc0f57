package io.github.auth0jakarta.internal.jose;

import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A signed token taken apart (RFC 7515, 3.1) and not verified: of its contents, only the header is read before it is. Used
 * by one thread.
 */
final class CompactJws {
    /** More than any request header or cookie carries; what is longer is refused before it is looked at. */
    static final int MAX_LENGTH = 16 * 1024;

    private final TokenKind kind;
    private final StrictJson json;
    private final String header;
    private final byte[] signingInput;
    private final byte[] payload;
    private final byte[] signature;
    private @Nullable Claims claims;

    private CompactJws(TokenKind kind, StrictJson json, String token, int first, int second) {
        this.kind = kind;
        this.json = json;
        this.header = token.substring(0, first);
        this.payload = decode("payload", token.substring(first + 1, second));
        this.signature = decode("signature", token.substring(second + 1));
        this.signingInput = token.substring(0, second).getBytes(StandardCharsets.US_ASCII);
    }

    /** Takes a token apart; its header is decoded when it is read. */
    static CompactJws parse(TokenKind kind, StrictJson json, String token) {
        if (token.length() > MAX_LENGTH) {
            throw kind.refuse(TokenFault.TOO_LARGE, "the token is longer than " + MAX_LENGTH + " characters");
        }
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (first < 0 || second < 0 || token.indexOf('.', second + 1) >= 0) {
            throw notThreeParts(kind, token);
        }
        if (first == 0) {
            throw kind.refuse(TokenFault.MALFORMED, "the header is missing");
        }
        return new CompactJws(kind, json, token, first, second);
    }

    private static TokenValidationException notThreeParts(TokenKind kind, String token) {
        return token.chars().filter(c -> c == '.').count() == 4
                ? kind.refuse(TokenFault.ENCRYPTED, "the token is encrypted")
                : kind.refuse(TokenFault.MALFORMED, "the token does not have three parts");
    }

    /** Returns the header, still encoded. */
    String header() {
        return header;
    }

    JoseHeader readHeader() {
        return JoseHeader.of(kind, readObject("header", decode("header", header)));
    }

    /** Returns the bytes that are signed: the first two parts as they were received. */
    byte[] signingInput() {
        return signingInput;
    }

    byte[] signature() {
        return signature;
    }

    /** Reads the claims, at the first call only; before the signature has been verified, nobody has signed for them. */
    Claims readClaims() {
        Claims read = claims;
        if (read == null) {
            read = new Claims(kind, readObject("payload", payload));
            claims = read;
        }
        return read;
    }

    private byte[] decode(String part, String text) {
        if (text.isEmpty()) {
            throw kind.refuse(TokenFault.MALFORMED, "the " + part + " is missing");
        }
        return Base64Url.decode(text)
                .orElseThrow(() -> kind.refuse(TokenFault.MALFORMED, "the " + part + " is not base64url"));
    }

    private Map<String, @Nullable Object> readObject(String part, byte[] utf8) {
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
