package io.github.auth0jakarta.tenant;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The challenges that passkeys have not answered yet, each for one answer to the client that asked for it. */
final class PasskeyCeremonies {

    static final Duration LIFETIME = Duration.ofMinutes(5);

    private final Expiring<Ceremony> pending;
    private final PasskeyVerifier verifier;
    private final Passkeys passkeys;
    private final Randomness randomness;

    /** What a challenge is for. */
    enum Purpose {
        /** A new user. */
        SIGN_UP,
        /** Somebody who has a passkey. */
        LOGIN,
        /** A further passkey of a known user. */
        ENROLMENT
    }

    /**
     * What is to be answered.
     *
     * @param clientId who has asked
     * @param user who gets the passkey, null for a login
     * @param address where a new user is reached, null for others
     * @param organization the id of the organisation that it is a login to, null for none
     */
    record Asked(
            String clientId,
            Purpose purpose,
            @Nullable User user,
            Accounts.@Nullable Address address,
            @Nullable String organization) {}

    /** What was asked, with the challenge. */
    record Ceremony(Asked asked, String challenge) {}

    PasskeyCeremonies(PasskeyVerifier verifier, Passkeys passkeys, Randomness randomness, InstantSource clock) {
        this.pending = new Expiring<>(clock);
        this.verifier = verifier;
        this.passkeys = passkeys;
        this.randomness = randomness;
    }

    /** Returns the answer with {@code auth_session} and the options of WebAuthn. */
    Map<String, Object> begin(Asked asked) {
        String authSession = randomness.token();
        Ceremony ceremony = new Ceremony(asked, randomness.token());
        pending.put(authSession, ceremony, LIFETIME);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("auth_session", authSession);
        answer.put("authn_params_public_key", options(ceremony));
        return answer;
    }

    /** Uses a challenge up, whatever comes of it; that of another client stays. */
    Ceremony take(String authSession, String clientId) {
        Ceremony found = pending.find(authSession);
        if (found == null || !found.asked().clientId().equals(clientId) || pending.take(authSession) == null) {
            throw PasskeyVerifier.refused("unknown, used or expired auth_session");
        }
        return found;
    }

    private Map<String, Object> options(Ceremony ceremony) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("challenge", ceremony.challenge());
        options.put("timeout", LIFETIME.toMillis());
        User user = ceremony.asked().user();
        if (user == null) {
            options.put("rpId", verifier.rpId());
            options.put("userVerification", "required");
            return options;
        }
        options.put("rp", Map.of("id", verifier.rpId(), "name", verifier.rpId()));
        options.put("pubKeyCredParams", List.of(Map.of("type", "public-key", "alg", CoseKey.ALGORITHM)));
        options.put("authenticatorSelection", Map.of("residentKey", "required", "userVerification", "required"));
        options.put("user", user(user));
        options.put(
                "excludeCredentials",
                passkeys.of(user.sub()).stream()
                        .map(PasskeyCeremonies::descriptor)
                        .toList());
        return options;
    }

    private static Map<String, Object> user(User user) {
        String name = user.email().isEmpty() ? user.name() : user.email();
        return Map.of("id", PasskeyVerifier.userHandle(user.sub()), "name", name, "displayName", user.name());
    }

    private static Map<String, Object> descriptor(String id) {
        return Map.of("type", "public-key", "id", id);
    }
}
