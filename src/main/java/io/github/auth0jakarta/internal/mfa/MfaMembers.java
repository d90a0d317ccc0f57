package io.github.auth0jakarta.internal.mfa;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.MfaAuthenticator;
import io.github.auth0jakarta.MfaChallenge;
import io.github.auth0jakarta.MfaEnrollment;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the provider's MFA API says, read strictly where it matters; of what only describes, less is taken than is wrong. */
final class MfaMembers {
    private MfaMembers() {}

    static List<MfaAuthenticator> authenticators(List<? extends @Nullable Object> elements) {
        List<MfaAuthenticator> authenticators = new ArrayList<>();
        for (Object element : elements) {
            if (!(element instanceof Map<?, ?> members)) {
                throw malformed("an authenticator is no object");
            }
            authenticators.add(authenticator(members));
        }
        return List.copyOf(authenticators);
    }

    private static MfaAuthenticator authenticator(Map<?, ?> members) {
        return new MfaAuthenticator(
                required(members, "id"),
                required(members, "authenticator_type"),
                text(members, "type"),
                Boolean.TRUE.equals(members.get("active")),
                text(members, "name"),
                channels(members),
                text(members, "phone_number"),
                instant(members, "created_at"),
                instant(members, "last_auth"));
    }

    static MfaEnrollment enrollment(Map<?, ?> members) {
        return new MfaEnrollment(
                required(members, "authenticator_type"),
                text(members, "secret"),
                text(members, "barcode_uri"),
                texts(members.get("recovery_codes")),
                channels(members).stream().findFirst(),
                text(members, "oob_code"),
                text(members, "binding_method"),
                text(members, "id"));
    }

    static MfaChallenge challenge(Map<?, ?> members) {
        return new MfaChallenge(
                required(members, "challenge_type"), text(members, "oob_code"), text(members, "binding_method"));
    }

    /** Auth0 sends one, or a list of them. */
    private static List<String> channels(Map<?, ?> members) {
        List<String> channels = texts(members.get("oob_channels"));
        return channels.isEmpty() ? text(members, "oob_channel").stream().toList() : channels;
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    private static Optional<String> text(Map<?, ?> members, String name) {
        return members.get(name) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Instant> instant(Map<?, ?> members, String name) {
        try {
            return text(members, name).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String required(Map<?, ?> members, String name) {
        return text(members, name).orElseThrow(() -> malformed(name + " is missing"));
    }

    static AuthorizationServerException malformed(String what) {
        return new AuthorizationServerException(
                Auth0ErrorCode.SERVER_RESPONSE_MALFORMED, "second factors: " + what, 200, null);
    }
}
