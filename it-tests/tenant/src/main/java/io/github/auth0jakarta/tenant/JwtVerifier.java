package io.github.auth0jakarta.tenant;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recognises the tenant's own tokens when they come back: RS256 by a published key; says nothing about their claims. */
final class JwtVerifier {

    private final SigningKeys keys;

    JwtVerifier(SigningKeys keys) {
        this.keys = keys;
    }

    /** Returns the claims, or null when the token is not one of ours. */
    @Nullable
    Map<String, Object> verify(String token) {
        try {
            JWSObject jws = JWSObject.parse(token);
            JWK key = key(jws.getHeader().getKeyID());
            boolean ours = key != null
                    && jws.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)
                    && jws.verify(new RSASSAVerifier(key.toRSAKey()));
            return ours ? jws.getPayload().toJSONObject() : null;
        } catch (ParseException | JOSEException e) {
            return null;
        }
    }

    private @Nullable JWK key(@Nullable String kid) {
        return keys.published().stream()
                .filter(key -> key instanceof com.nimbusds.jose.jwk.RSAKey
                        && key.getKeyID() != null
                        && key.getKeyID().equals(kid))
                .findFirst()
                .orElse(null);
    }
}
