package io.github.auth0jakarta.tenant;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.id.Audience;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the assertions of private_key_jwt (RFC 7523 section 3): of the client about itself, by a registered key, for this tenant, short-lived and used once. */
final class ClientAssertions {

    /** What Auth0 takes, and ES256. */
    static final List<JWSAlgorithm> ALGORITHMS =
            List.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private static final Duration MAX_LIFETIME = Duration.ofMinutes(5);

    private final String issuer;
    private final InstantSource clock;
    private final Expiring<Boolean> seen;

    ClientAssertions(String issuer, InstantSource clock) {
        this.issuer = issuer;
        this.clock = clock;
        this.seen = new Expiring<>(clock);
    }

    /** Says whether the assertion is the client's; one that is cannot be used again. */
    boolean isGenuine(PrivateKeyJWT presented, Client client, Request request) {
        JWTAuthenticationClaimsSet claims = presented.getJWTAuthenticationClaimsSet();
        return claims.getIssuer().getValue().equals(client.id())
                && isForUs(claims.getAudience(), request)
                && isCurrent(claims)
                && client.keys().getKeys().stream().anyMatch(key -> isSigned(presented.getClientAssertion(), key))
                && isFirst(claims);
    }

    /** One audience: the issuer, the token endpoint, or the address that was called (RFC 9126 section 2). */
    private boolean isForUs(List<Audience> audience, Request request) {
        Set<String> ours = Set.of(issuer, issuer + TokenEndpoint.PATH.substring(1));
        return audience.size() == 1
                && (ours.contains(audience.get(0).getValue())
                        || audience.get(0).getValue().equals(request.address()));
    }

    private boolean isCurrent(JWTAuthenticationClaimsSet claims) {
        Instant now = clock.instant();
        Instant expiry = claims.getExpirationTime().toInstant();
        return now.isBefore(expiry)
                && !expiry.isAfter(now.plus(MAX_LIFETIME))
                && hasBegun(claims.getNotBeforeTime(), now)
                && hasBegun(claims.getIssueTime(), now);
    }

    /** Times in tokens are whole seconds. */
    private static boolean hasBegun(@Nullable Date time, Instant now) {
        return time == null || !time.toInstant().isAfter(now);
    }

    private static boolean isSigned(SignedJWT assertion, JWK key) {
        JWSHeader header = assertion.getHeader();
        boolean fits = ALGORITHMS.contains(header.getAlgorithm())
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(header.getAlgorithm()))
                && (header.getKeyID() == null || header.getKeyID().equals(key.getKeyID()));
        if (!fits || !(key instanceof AsymmetricJWK asymmetric)) {
            return false;
        }
        try {
            return assertion.verify(
                    new DefaultJWSVerifierFactory().createJWSVerifier(header, asymmetric.toPublicKey()));
        } catch (JOSEException e) {
            return false;
        }
    }

    private boolean isFirst(JWTAuthenticationClaimsSet claims) {
        // The SDK says null where there is none.
        @Nullable Object id = claims.getJWTID();
        return id != null
                && seen.putIfAbsent(claims.getClientID().getValue() + " " + id, true, MAX_LIFETIME.plusSeconds(1));
    }
}
