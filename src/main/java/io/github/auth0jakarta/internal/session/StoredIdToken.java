package io.github.auth0jakarta.internal.session;

import io.github.auth0jakarta.internal.jose.Base64Url;
import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the claims of an ID token again that was verified before it went into a session.
 *
 * <p>The seal of the session stands for the signature; so the claims need not be in the session a second time.
 */
public final class StoredIdToken {
    private final StrictJson json;

    public StoredIdToken(StrictJson json) {
        this.json = json;
    }

    /** Returns the claims, null where it is no token. */
    public @Nullable Map<String, Object> claims(String idToken) {
        int begin = idToken.indexOf('.') + 1;
        int end = idToken.indexOf('.', begin);
        if (end < 0) {
            return null;
        }
        byte[] payload = Base64Url.decode(idToken.substring(begin, end)).orElse(null);
        try {
            return payload == null ? null : json.readObject(payload);
        } catch (MalformedJsonException e) {
            return null;
        }
    }
}
