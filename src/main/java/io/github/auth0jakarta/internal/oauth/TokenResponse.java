package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A successful answer of the token endpoint (RFC 6749, 5.1), with its rules checked.
 *
 * @param expiresIn how long the access token lives
 * @param scopes what was granted, null where the answer does not say (then it is what was asked for)
 */
public record TokenResponse(
        String accessToken,
        String tokenType,
        Duration expiresIn,
        @Nullable Set<String> scopes,
        @Nullable String idToken,
        @Nullable String refreshToken) {
    /** RFC 6749, 5.1 leaves out {@code expires_in} where the lifetime is known otherwise, which it is not here. */
    static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(5);

    private static final Duration LONGEST_LIFETIME = Duration.ofDays(30);
    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");

    static TokenResponse of(Map<String, Object> members) {
        String type = required(members, "token_type");
        if (!type.equalsIgnoreCase("Bearer")) {
            throw malformed("token_type is not one that was asked for");
        }
        String scope = optional(members, "scope");
        return new TokenResponse(
                required(members, "access_token"),
                "Bearer",
                lifetime(members.get("expires_in")),
                scope == null ? null : Scopes.parse(scope),
                optional(members, "id_token"),
                optional(members, "refresh_token"));
    }

    private static String required(Map<String, Object> members, String name) {
        String value = optional(members, name);
        if (value == null) {
            throw malformed(name + " is missing");
        }
        return value;
    }

    private static @Nullable String optional(Map<String, Object> members, String name) {
        Object value = members.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw malformed(name + " is not a text");
    }

    /** A number, or digits in quotes as some providers send them; a negative one has ended already. */
    private static Duration lifetime(@Nullable Object expiresIn) {
        if (expiresIn == null) {
            return DEFAULT_LIFETIME;
        }
        long seconds;
        if (expiresIn instanceof Long number) {
            seconds = number;
        } else if (expiresIn instanceof String text && DIGITS.matcher(text).matches()) {
            seconds = Long.parseLong(text);
        } else {
            throw malformed("expires_in is not a number of seconds");
        }
        return Duration.ofSeconds(Math.max(0, Math.min(seconds, LONGEST_LIFETIME.toSeconds())));
    }

    private static AuthorizationServerException malformed(String what) {
        return new AuthorizationServerException(
                Auth0ErrorCode.SERVER_RESPONSE_MALFORMED, "token response: " + what, 200, null);
    }

    /** Says everything but the tokens. */
    @Override
    public String toString() {
        return "TokenResponse[expiresIn=" + expiresIn + ", scopes=" + scopes + "]";
    }
}
