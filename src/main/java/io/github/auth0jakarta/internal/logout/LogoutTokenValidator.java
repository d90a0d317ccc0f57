package io.github.auth0jakarta.internal.logout;

import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.jose.Claims;
import io.github.auth0jakarta.internal.jose.JwtVerifier;
import io.github.auth0jakarta.internal.jose.Lifetime;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.jose.TokenFault;
import io.github.auth0jakarta.internal.jose.TokenKind;
import io.github.auth0jakarta.internal.jose.TrustedIssuer;
import io.github.auth0jakarta.internal.jose.TypeRule;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Validates logout tokens by the steps of OpenID Connect Back-Channel Logout 1.0, 2.6; the numbers below are theirs.
 * Stateless: step 8, {@code jti}, is for whoever remembers.
 *
 * <p>Step 1, decryption, does not apply: encrypted tokens are refused. Stricter than the specification in the type, which
 * must be {@code logout+jwt}, and in the age.
 */
public final class LogoutTokenValidator {
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final TypeRule STRICT = new TypeRule(Set.of("logout+jwt"), true);
    private static final TypeRule LENIENT = new TypeRule(Set.of("logout+jwt", "jwt"), false);

    /** A provider may have to try again; but nobody delivers a token of yesterday in good faith. */
    private static final Duration OLDEST = Duration.ofHours(1);

    private final String clientId;
    private final Auth0Config.BackchannelLogout leniency;
    private final Lifetime lifetime;
    private final JwtVerifier verifier;

    /**
     * @param issuer who signs the tokens
     * @param clientId whom they must be for
     * @param algorithms what they may be signed with
     * @param leniency what may be missing
     * @param lifetime the rule about times
     * @param json reads them
     */
    public LogoutTokenValidator(
            TrustedIssuer issuer,
            String clientId,
            Set<SignatureAlgorithm> algorithms,
            Auth0Config.BackchannelLogout leniency,
            Lifetime lifetime,
            StrictJson json) {
        this.clientId = clientId;
        this.leniency = leniency;
        this.lifetime = lifetime;
        this.verifier = new JwtVerifier(
                TokenKind.LOGOUT_TOKEN, algorithms, leniency.missingTypeAllowed() ? LENIENT : STRICT, issuer, json);
    }

    /**
     * Returns the validated token.
     *
     * @throws TokenValidationException where a rule is broken: the first one that is
     * @throws io.github.auth0jakarta.Auth0Exception of another type where the keys that would decide cannot be had
     */
    public VerifiedLogoutToken validate(String logoutToken) {
        Claims claims = verifier.verify(logoutToken).claims(); // steps 2, 3 and iss of 4
        checkAudience(claims); // step 4
        Instant issuedAt = claims.requireInstant("iat");
        Instant refusedFrom = checkTimes(claims, issuedAt);
        String subject = claims.string("sub").orElse(null); // step 5
        String sid = claims.string("sid").orElse(null);
        requireSession(subject, sid);
        requireEvent(claims); // step 6
        requireNoNonce(claims); // step 7
        return new VerifiedLogoutToken(claims.requireString("jti"), subject, sid, issuedAt, refusedFrom);
    }

    private void checkAudience(Claims claims) {
        if (!claims.requireAudience().contains(clientId)) {
            throw refuse(TokenFault.AUDIENCE_MISMATCH, "the aud claim does not name this client");
        }
    }

    /** Returns from when on the same token is refused for its age. */
    private Instant checkTimes(Claims claims, Instant issuedAt) {
        Instant tooOld = issuedAt.plus(OLDEST).plus(lifetime.skew());
        if (leniency.missingExpirationAllowed()) {
            lifetime.checkWhatIsThere(TokenKind.LOGOUT_TOKEN, claims);
        } else {
            lifetime.check(TokenKind.LOGOUT_TOKEN, claims);
        }
        if (!lifetime.clock().instant().isBefore(tooOld)) {
            throw refuse(TokenFault.EXPIRED, "the token was issued too long ago");
        }
        return tooOld;
    }

    private static void requireSession(@Nullable String subject, @Nullable String sid) {
        if (subject == null && sid == null) {
            throw refuse(TokenFault.CLAIM_MISSING, "neither sub nor sid says which session ends");
        }
    }

    private static void requireEvent(Claims claims) {
        Map<String, @Nullable Object> events = claims.object("events")
                .orElseThrow(() -> refuse(TokenFault.CLAIM_MISSING, "the claim events is missing"));
        if (!events.containsKey(EVENT)) {
            throw refuse(TokenFault.CLAIM_MISSING, "the claim events does not name back-channel logout");
        }
        if (!(events.get(EVENT) instanceof Map)) {
            throw refuse(TokenFault.CLAIM_MALFORMED, "the member of the claim events is not an object");
        }
    }

    /** Only an ID token has one, and only a logout token must not. */
    private static void requireNoNonce(Claims claims) {
        if (claims.has("nonce")) {
            throw refuse(TokenFault.TYPE_MISMATCH, "the nonce claim makes it an ID token");
        }
    }

    private static TokenValidationException refuse(TokenFault fault, String message) {
        return TokenKind.LOGOUT_TOKEN.refuse(fault, message);
    }
}
