package io.github.auth0jakarta.internal.jose;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the header of a token says (RFC 7515, 4.1); it is not trusted: it chooses among our own keys and algorithms only.
 *
 * <p>{@code jwk}, {@code jku}, {@code x5u} and {@code x5c} are not read: a token does not bring its own key.
 */
record JoseHeader(
        String alg, @Nullable String kid, @Nullable String typ) {

    static JoseHeader of(TokenKind kind, Map<String, @Nullable Object> members) {
        // We understand no extension, so any list of them, also an empty or a malformed one, is one too many (4.1.11).
        // b64 changes what is signed and is allowed only together with crit (RFC 7797, 6).
        if (members.containsKey("crit") || members.containsKey("b64")) {
            throw kind.refuse(TokenFault.CRITICAL_HEADER, "the header asks for an extension");
        }
        String alg = text(kind, members, "alg");
        if (alg == null) {
            throw kind.refuse(TokenFault.MALFORMED, "the header has no alg");
        }
        return new JoseHeader(alg, text(kind, members, "kid"), text(kind, members, "typ"));
    }

    private static @Nullable String text(TokenKind kind, Map<String, @Nullable Object> members, String name) {
        Object value = members.get(name);
        if (value instanceof String text) {
            return text;
        }
        if (members.containsKey(name)) {
            throw kind.refuse(TokenFault.MALFORMED, "the header has a " + name + " that is not a string");
        }
        return null;
    }
}
