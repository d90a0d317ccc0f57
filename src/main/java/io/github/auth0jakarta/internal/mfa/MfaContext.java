package io.github.auth0jakarta.internal.mfa;

import io.github.auth0jakarta.MfaRequirements;
import io.github.auth0jakarta.internal.jose.Base64Url;
import io.github.auth0jakarta.internal.jose.Sha256;
import io.github.auth0jakarta.internal.oauth.TokenPurpose;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A demand for a second factor, with all that is needed to go on with it.
 *
 * @param providerToken the provider's {@code mfa_token}
 * @param purpose what the token was asked for
 * @param binding where it came up
 * @param createdAt when, in whole seconds
 */
record MfaContext(
        String providerToken,
        TokenPurpose purpose,
        MfaRequirements requirements,
        MfaBinding binding,
        Instant createdAt) {

    /** Returns what names it in memory. */
    String digest() {
        return Base64Url.encode(Sha256.hash(providerToken.getBytes(StandardCharsets.UTF_8)));
    }

    Map<String, Object> toMap() {
        Map<String, Object> members = new HashMap<>();
        members.put("token", providerToken);
        if (purpose.audience() != null) {
            members.put("audience", purpose.audience());
        }
        members.put("scopes", List.copyOf(purpose.scopes()));
        members.put("of_session", purpose.ofSession());
        members.put("challenge", List.copyOf(requirements.challenge()));
        members.put("enroll", List.copyOf(requirements.enroll()));
        members.put("bound_to", binding.kind().name());
        members.put("binding", binding.digest());
        members.put("created_at", createdAt.getEpochSecond());
        return members;
    }

    /** Returns the context, null where a member is missing: that is one of another version of this library. */
    static @Nullable MfaContext of(Map<String, @Nullable Object> members) {
        MfaBinding binding = MfaBinding.of(members.get("bound_to"), members.get("binding"));
        Set<String> scopes = texts(members.get("scopes"));
        Set<String> challenge = texts(members.get("challenge"));
        Set<String> enroll = texts(members.get("enroll"));
        if (binding == null || scopes == null || challenge == null || enroll == null) {
            return null;
        }
        return members.get("token") instanceof String token
                        && members.get("of_session") instanceof Boolean ofSession
                        && members.get("created_at") instanceof Long createdAt
                ? new MfaContext(
                        token,
                        new TokenPurpose(
                                members.get("audience") instanceof String audience ? audience : null,
                                scopes,
                                ofSession),
                        new MfaRequirements(challenge, enroll),
                        binding,
                        Instant.ofEpochSecond(createdAt))
                : null;
    }

    private static @Nullable Set<String> texts(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            return null;
        }
        Set<String> texts = new HashSet<>();
        list.forEach(element -> texts.add(String.valueOf(element)));
        return texts;
    }

    /** Says nothing of the token. */
    @Override
    public String toString() {
        return "MfaContext[requirements=" + requirements + "]";
    }
}
