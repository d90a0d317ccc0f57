package io.github.auth0jakarta.sample.agent.run;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.auth0jakarta.tenant.ExchangeProfile;
import io.github.auth0jakarta.tenant.SigningKeys;
import java.text.ParseException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The tenant's profile of token exchange: access tokens that users gave the assistant at their login. At Auth0 an Action does
 * the same: it verifies the token, and names the user.
 */
final class UserTokens {
    /** Has to be one's own: Auth0 keeps the types of RFC 8693 to itself. */
    static final String TYPE = "urn:cardinal-coffee:user-token";

    private final SigningKeys keys;

    private UserTokens(SigningKeys keys) {
        this.keys = keys;
    }

    static ExchangeProfile profile(SigningKeys keys) {
        return new ExchangeProfile(TYPE, new UserTokens(keys)::user);
    }

    private @Nullable String user(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            return isSigned(jwt) && isGood(jwt.getJWTClaimsSet())
                    ? jwt.getJWTClaimsSet().getSubject()
                    : null;
        } catch (ParseException | JOSEException e) {
            return null;
        }
    }

    private boolean isSigned(SignedJWT jwt) throws JOSEException {
        String id = jwt.getHeader().getKeyID();
        for (JWK key : keys.published()) {
            if (key.getKeyID().equals(id)) {
                return jwt.verify(new RSASSAVerifier(key.toRSAKey()));
            }
        }
        return false;
    }

    private static boolean isGood(JWTClaimsSet claims) {
        return claims.getAudience().contains(AgentTenant.ASSISTANT)
                && claims.getExpirationTime().toInstant().isAfter(Instant.now());
    }
}
