package io.github.auth0jakarta.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The security providers that verify signatures: a fast one where the application or the server brings it and it passes a
 * self-test, else whatever this Java has. Immutable.
 *
 * <p>None is required and none is installed: an application may not change what others in the same server use. Keys are made
 * by the provider's own key factory, because it would have to translate those of another at each signature.
 */
public final class SignatureProviders {
    /** This Java's own, as it is configured. */
    public static final SignatureProviders OF_JAVA = new SignatureProviders(null, null);

    /** Many times as fast for elliptic curves, twice as fast for RSA. */
    private static final List<String> NATIVE = List.of(
            "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider", "org.conscrypt.OpenSSLProvider");
    /** Many times as fast for elliptic curves, on older Javas slower for RSA. */
    private static final String BOUNCY_CASTLE = "org.bouncycastle.jce.provider.BouncyCastleProvider";

    private final @Nullable Provider rsa;
    private final @Nullable Provider ec;

    private SignatureProviders(@Nullable Provider rsa, @Nullable Provider ec) {
        this.rsa = rsa;
        this.ec = ec;
    }

    /** Returns the fastest that can be seen from here; to be called once, because to test them takes a while. */
    public static SignatureProviders choose() {
        List<Provider> fast = NATIVE.stream()
                .flatMap(name -> SignatureProviders.find(name).stream())
                .toList();
        List<Provider> fastForEc =
                Stream.concat(fast.stream(), find(BOUNCY_CASTLE).stream()).toList();
        return of(fast, fastForEc);
    }

    /** Returns the first of each that passes the self-test. */
    static SignatureProviders of(List<Provider> forRsa, List<Provider> forEc) {
        return new SignatureProviders(firstGood(forRsa, "RSA"), firstGood(forEc, "EC"));
    }

    private static @Nullable Provider firstGood(List<Provider> candidates, String keyType) {
        return candidates.stream()
                .filter(candidate -> SignatureSelfTest.passes(candidate, keyType))
                .findFirst()
                .orElse(null);
    }

    /** One that is installed is taken as it is; native code may not be there, or not for this processor. */
    private static Optional<Provider> find(String className) {
        Optional<Provider> installed = Arrays.stream(Security.getProviders())
                .filter(provider -> provider.getClass().getName().equals(className))
                .findFirst();
        if (installed.isPresent()) {
            return installed;
        }
        try {
            return Optional.of(Class.forName(className)
                    .asSubclass(Provider.class)
                    .getConstructor()
                    .newInstance());
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the one for elliptic curves, null where that is this Java's. */
    public @Nullable Provider ec() {
        return ec;
    }

    /** Returns which providers were chosen, for the log. */
    public String description() {
        return "RSA by " + name(rsa) + ", EC by " + name(ec);
    }

    private static String name(@Nullable Provider provider) {
        return provider == null ? "Java" : provider.getName() + " " + provider.getVersionStr();
    }

    /**
     * Returns what verifies signatures with this public key; safe for use by several threads.
     *
     * @throws JOSEException where the provider does not take the key
     */
    JWSVerifier verifier(JWK jwk) throws JOSEException {
        Provider provider = jwk instanceof RSAKey ? rsa : ec;
        return provider == null ? verifier(publicKey(jwk)) : verifier(publicKey(jwk), provider);
    }

    static JWSVerifier verifier(PublicKey key, Provider provider) throws JOSEException {
        JWSVerifier verifier = verifier(ownKey(key, provider));
        verifier.getJCAContext().setProvider(provider);
        return verifier;
    }

    private static JWSVerifier verifier(PublicKey key) throws JOSEException {
        return key instanceof RSAPublicKey rsa ? new RSASSAVerifier(rsa) : new ECDSAVerifier((ECPublicKey) key);
    }

    private static PublicKey publicKey(JWK jwk) throws JOSEException {
        return jwk instanceof RSAKey rsa ? rsa.toRSAPublicKey() : ((ECKey) jwk).toECPublicKey();
    }

    private static PublicKey ownKey(PublicKey key, Provider provider) throws JOSEException {
        try {
            return KeyFactory.getInstance(key.getAlgorithm(), provider).generatePublic(spec(key));
        } catch (GeneralSecurityException e) {
            throw new JOSEException("the provider does not take the key", e);
        }
    }

    private static KeySpec spec(PublicKey key) {
        return key instanceof RSAPublicKey rsa
                ? new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent())
                : new ECPublicKeySpec(((ECPublicKey) key).getW(), ((ECPublicKey) key).getParams());
    }

    @Override
    public String toString() {
        return "SignatureProviders[" + description() + "]";
    }
}
