package io.github.auth0jakarta.internal.dpop;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.auth0jakarta.internal.http.HttpAnswer;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The latest nonce of each server (RFC 9449, 8.2 and 9): an origin's nonce is sent to that origin and to no other. */
final class DpopNonces {
    static final int MOST = 100;

    /** The characters of RFC 9449, 8.1; the length is ours. */
    private static final Pattern NONCE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,512}");

    private final Cache<String, String> nonces =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** Returns the nonce for a request to this address, null where its server gave none. */
    @Nullable
    String get(URI address) {
        return nonces.getIfPresent(origin(address));
    }

    /** Remembers and returns the nonce of an answer of any status, null where it has none. */
    @Nullable
    String remember(URI address, HttpAnswer answer) {
        String nonce = answer.header("DPoP-Nonce")
                .filter(value -> NONCE.matcher(value).matches())
                .orElse(null);
        if (nonce != null) {
            nonces.put(origin(address), nonce);
        }
        return nonce;
    }

    /** Forgets all of them. */
    void clear() {
        nonces.invalidateAll();
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
