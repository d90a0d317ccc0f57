package io.github.auth0jakarta.internal.oauth;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one request for tokens expects of the ID token in its answer.
 *
 * @param nonce what the {@code nonce} claim must be where it is there, null where the token must have none
 * @param nonceRequired whether the claim must be there
 * @param requestedMaxAge the {@code max_age} that was asked for, null where none was
 * @param accessToken the access token of the same answer, null where there was none
 */
public record IdTokenExpectations(
        @Nullable String nonce,
        boolean nonceRequired,
        @Nullable Duration requestedMaxAge,
        @Nullable String accessToken) {

    /** Expects the token of a login that sent this nonce. */
    public static IdTokenExpectations login(String nonce) {
        return new IdTokenExpectations(nonce, true, null, null);
    }

    /** Expects the token of a refresh (OpenID Connect Core, 12.2): without a nonce, or with that of the login. */
    public static IdTokenExpectations refresh(@Nullable String nonceOfLogin) {
        return new IdTokenExpectations(nonceOfLogin, false, null, null);
    }

    /** Expects an authentication that is not older than this. */
    public IdTokenExpectations withMaxAge(Duration maxAge) {
        return new IdTokenExpectations(nonce, nonceRequired, maxAge, accessToken);
    }

    /** Expects {@code at_hash}, where the token has it, to be of this access token. */
    public IdTokenExpectations withAccessToken(String value) {
        return new IdTokenExpectations(nonce, nonceRequired, requestedMaxAge, value);
    }

    /** Returns how long ago the authentication may be; empty where that does not matter. */
    Optional<Duration> maxAge() {
        return Optional.ofNullable(requestedMaxAge);
    }

    /** Says nothing about nonce and token. */
    @Override
    public String toString() {
        return "IdTokenExpectations[maxAge=" + requestedMaxAge + "]";
    }
}
