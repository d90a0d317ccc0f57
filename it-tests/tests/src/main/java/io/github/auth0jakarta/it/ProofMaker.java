package io.github.auth0jakarta.it;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.dpop.DPoPProofFactory;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.util.Map;

/** A client with a key of its own, whose proofs the OAuth 2.0 SDK of Nimbus makes. */
final class ProofMaker {

    private final ECKey key;
    private final DPoPProofFactory factory;

    ProofMaker() {
        try {
            key = new ECKeyGenerator(Curve.P_256).generate();
            factory = new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns what a token for this client is bound to. */
    String thumbprint() {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a new proof. */
    String proof(String method, String address, String token) {
        try {
            return factory.createDPoPJWT(method, URI.create(address), new DPoPAccessToken(token))
                    .serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a new proof with a nonce of the server. */
    String proof(String method, String address, String token, String nonce) {
        try {
            return factory.createDPoPJWT(method, URI.create(address), new DPoPAccessToken(token), new Nonce(nonce))
                    .serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the two headers of a request. */
    static Map<String, String> headers(String token, String proof) {
        return Map.of("Authorization", "DPoP " + token, "DPoP", proof);
    }
}
