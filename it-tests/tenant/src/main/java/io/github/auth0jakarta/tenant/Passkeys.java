package io.github.auth0jakarta.tenant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The users' passkeys. */
public final class Passkeys {

    private final Map<String, Passkey> byId = new LinkedHashMap<>();

    Passkeys() {}

    /**
     * A passkey.
     *
     * @param signCount as of its last use
     */
    record Passkey(String id, String sub, CoseKey key, long signCount) {}

    /** Returns the ids of a user's passkeys, in base64url, oldest first. */
    public synchronized List<String> of(String sub) {
        return byId.values().stream()
                .filter(passkey -> passkey.sub().equals(sub))
                .map(Passkey::id)
                .toList();
    }

    /** Takes all passkeys of a user away. */
    public synchronized void clear(String sub) {
        byId.values().removeIf(passkey -> passkey.sub().equals(sub));
    }

    synchronized @Nullable Passkey find(String id) {
        return byId.get(id);
    }

    /** Adds a passkey, unless there is one of this id. */
    synchronized void add(Passkey passkey) {
        if (byId.putIfAbsent(passkey.id(), passkey) != null) {
            throw PasskeyVerifier.refused("there is a passkey of this id");
        }
    }

    /** Remembers a use, unless another one came first. */
    synchronized void use(Passkey before, Passkey after) {
        if (!byId.replace(before.id(), before, after)) {
            throw PasskeyVerifier.refused("the passkey was used at the same time, or is gone");
        }
    }
}
