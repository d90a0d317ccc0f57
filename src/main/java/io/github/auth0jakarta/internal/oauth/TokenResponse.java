package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A successful answer of the token endpoint (RFC 6749, 5.1), with its rules checked.
 *
 * @param tokenType {@code Bearer} or {@code DPoP}, in this spelling
 * @param expiresIn how long the access token lives
 * @param scopes what was granted, null where the answer does not say (then it is what was asked for)
 * @param authorizationDetails what was granted in detail (RFC 9396, 7), null where the answer does not say
 * @param issuedTokenType of a token exchange (RFC 8693, 2.2.1), null where the answer does not say
 * @param recoveryCode a new one of the caller's, in place of one that was used up (Auth0); null where there is none
 */
public record TokenResponse(
        String accessToken,
        String tokenType,
        Duration expiresIn,
        @Nullable Set<String> scopes,
        @Nullable String idToken,
        @Nullable String refreshToken,
        @Nullable List<Map<String, Object>> authorizationDetails,
        @Nullable String issuedTokenType,
        @Nullable String recoveryCode) {
    /** RFC 6749, 5.1 leaves out {@code expires_in} where the lifetime is known otherwise, which it is not here. */
    static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(5);

    private static final Duration LONGEST_LIFETIME = Duration.ofDays(30);
    private static final Pattern VISIBLE = Pattern.compile("[\\x20-\\x7E]+");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");

    /**
     * Reads the members of an answer.
     *
     * @param expected what the access token has to be: a token that is bound less than was asked for is refused, so that
     *     nobody uses it in the belief that it is (RFC 9449, 5), and one that is bound unasked cannot be used
     */
    static TokenResponse of(Map<String, Object> members, TokenType expected) {
        String type = required(members, "token_type");
        if (!type.equalsIgnoreCase(expected.text())) {
            throw new AuthorizationServerException(
                    Auth0ErrorCode.SERVER_TOKEN_TYPE_MISMATCH,
                    "token response: token_type is not " + expected.text(),
                    200,
                    null);
        }
        return new TokenResponse(
                requireVisible(required(members, "access_token"), "access_token"),
                expected.text(),
                lifetime(members.get("expires_in")),
                scopes(members.get("scope")),
                optionalToken(members, "id_token"),
                optionalToken(members, "refresh_token"),
                authorizationDetails(members.get("authorization_details")),
                optional(members, "issued_token_type"),
                optional(members, "recovery_code"));
    }

    private static @Nullable String optionalToken(Map<String, Object> members, String name) {
        String value = optional(members, name);
        return value == null ? null : requireVisible(value, name);
    }

    /** RFC 6749, A.12 and A.17; a line break would end the header that the token is sent in. */
    private static String requireVisible(String token, String name) {
        if (!VISIBLE.matcher(token).matches()) {
            throw malformed(name + " has characters that no token has");
        }
        return token;
    }

    /** RFC 9396, 2: objects that each have a type. */
    private static @Nullable List<Map<String, Object>> authorizationDetails(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (!(value instanceof List<?> list) || !list.stream().allMatch(TokenResponse::isTyped)) {
            throw malformed("authorization_details is not a list of objects with a type");
        }
        @SuppressWarnings("unchecked") // every object that StrictJson reads has this type
        List<Map<String, Object>> details = (List<Map<String, Object>>) list;
        return details;
    }

    private static boolean isTyped(@Nullable Object element) {
        return element instanceof Map<?, ?> object && object.get("type") instanceof String;
    }

    /** RFC 6749, 3.3 wants one at least, but Keycloak says so where it grants none. */
    private static @Nullable Set<String> scopes(@Nullable Object scope) {
        if (scope == null) {
            return null;
        }
        if (!(scope instanceof String text)) {
            throw malformed("scope is not a text");
        }
        return Scopes.parse(text);
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
