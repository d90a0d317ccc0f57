package io.github.auth0jakarta.it;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;

/** Keys that are made for one test run, and their text. */
public final class Keys {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private Keys() {}

    /** Returns a new RSA key pair. */
    public static KeyPair rsa() {
        return pair("RSA", 2048);
    }

    /** Returns a new key pair on the curve P-256. */
    public static KeyPair p256() {
        return pair("EC", 256);
    }

    private static KeyPair pair(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    /** Returns a public key as PEM (SubjectPublicKeyInfo). */
    public static String pem(PublicKey key) {
        return pem("PUBLIC KEY", key);
    }

    /** Returns a private key as PEM (PKCS #8). */
    public static String pem(PrivateKey key) {
        return pem("PRIVATE KEY", key);
    }

    private static String pem(String label, Key key) {
        String body = LINES.encodeToString(key.getEncoded());
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
