package io.github.auth0jakarta.it.keycloak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.dpop.DPoPProofFactory;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import java.net.URI;

/** Makes proofs of possession of one key with Nimbus' SDK (RFC 9449, 4). */
final class Prover {

    private final ECKey key;
    private final DPoPProofFactory proofs;

    /** Makes a key. */
    Prover() {
        try {
            key = new ECKeyGenerator(Curve.P_256).generate();
            proofs = new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the key's thumbprint (RFC 7638). */
    String thumbprint() {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a proof for a token endpoint. */
    String forTokens(String address) {
        try {
            return proofs.createDPoPJWT("POST", URI.create(address)).serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a proof for a call of an API with this token. */
    String forCall(String method, String address, String token) {
        try {
            return proofs.createDPoPJWT(method, URI.create(address), new DPoPAccessToken(token))
                    .serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
