package io.github.auth0jakarta.tenant;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.ArrayList;
import java.util.List;

/** The RS256 keys: one that signs, the next one already published, and those that went before until they are removed. */
public final class SigningKeys {

    private static final int BITS = 2048;

    private final Randomness randomness;
    private final List<JWK> published = new ArrayList<>();
    private RSAKey current;
    private RSAKey next;

    SigningKeys(Randomness randomness) {
        this.randomness = randomness;
        this.current = generate();
        this.next = generate();
        published.add(current);
        published.add(next);
    }

    /** Returns the private key that signs now. */
    public synchronized RSAKey current() {
        return current;
    }

    /** Returns the private key that will sign after the next rotation; published already. */
    public synchronized RSAKey next() {
        return next;
    }

    /** Returns all published keys, private parts included. */
    public synchronized List<JWK> published() {
        return List.copyOf(published);
    }

    /** Returns a new key that nobody publishes. */
    public RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(randomness.id())
                    .secureRandom(randomness.source())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot generate a key", e);
        }
    }

    /** Publishes a further key. */
    public synchronized void add(JWK key) {
        published.add(key);
    }

    /** Publishes a key no longer; the tenant goes on signing with it if it is the current one. */
    public synchronized void remove(String kid) {
        published.removeIf(key -> kid.equals(key.getKeyID()));
    }

    /** Signs with the published next key from now on; the old one stays published, and a new next one joins. */
    public synchronized void rotate() {
        current = next;
        next = generate();
        published.add(next);
    }

    /** Signs with a key that was not published a moment ago and publishes no other: what clients see after an emergency. */
    public synchronized void replaceAll() {
        published.clear();
        current = generate();
        next = generate();
        published.add(current);
        published.add(next);
    }
}
