package io.github.auth0jakarta.internal.login;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A login in flight: what the answer has to match, and where the browser goes afterwards.
 *
 * @param returnTo the absolute address that was found safe
 * @param redirectUri the one sent to the provider, to be repeated at the token endpoint
 * @param startedAt in whole seconds
 */
record Transaction(
        String state, String nonce, String codeVerifier, String returnTo, String redirectUri, Instant startedAt) {

    Map<String, Object> toMap() {
        Map<String, Object> members = new HashMap<>();
        members.put("state", state);
        members.put("nonce", nonce);
        members.put("verifier", codeVerifier);
        members.put("return_to", returnTo);
        members.put("redirect_uri", redirectUri);
        members.put("started_at", startedAt.getEpochSecond());
        return members;
    }

    /** Returns the transaction, null where a member is missing: that is one of another version of this library. */
    static @Nullable Transaction of(Map<String, Object> members) {
        if (members.get("state") instanceof String state
                && members.get("nonce") instanceof String nonce
                && members.get("verifier") instanceof String verifier
                && members.get("return_to") instanceof String returnTo
                && members.get("redirect_uri") instanceof String redirectUri
                && members.get("started_at") instanceof Long startedAt) {
            return new Transaction(state, nonce, verifier, returnTo, redirectUri, Instant.ofEpochSecond(startedAt));
        }
        return null;
    }

    /** Says nothing: all of it is secret. */
    @Override
    public String toString() {
        return "Transaction";
    }
}
