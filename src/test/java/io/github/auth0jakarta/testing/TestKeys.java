package io.github.auth0jakarta.testing;

import io.github.auth0jakarta.internal.json.StrictJson;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A key pair of a provider, made when first used; it signs with plain JCA, so not with the code under test. */
public final class TestKeys {
    public static final TestKeys RSA = new TestKeys("RSA", "RS256", 2048);
    public static final TestKeys ROTATED_RSA = new TestKeys("ROTATED_RSA", "RS256", 2048);
    public static final TestKeys STRANGER_RSA = new TestKeys("STRANGER_RSA", "RS256", 2048);
    public static final TestKeys WEAK_RSA = new TestKeys("WEAK_RSA", "RS256", 1024);
    public static final TestKeys EC = new TestKeys("EC", "ES256", 256);
    public static final TestKeys STRANGER_EC = new TestKeys("STRANGER_EC", "ES256", 256);
    public static final TestKeys EC_384 = new TestKeys("EC_384", "ES384", 384);
    public static final TestKeys EC_521 = new TestKeys("EC_521", "ES512", 521);

    private final String name;
    private final String algorithm;
    private final int bits;
    private KeyPair pair;

    private TestKeys(String name, String algorithm, int bits) {
        this.name = name;
        this.algorithm = algorithm;
        this.bits = bits;
    }

    public String kid() {
        return "kid-" + name;
    }

    /** Returns the algorithm that the key signs with unless told otherwise. */
    public String algorithm() {
        return algorithm;
    }

    /** Returns the public key as a JWK with kid and use; to be changed by the caller at will. */
    public Map<String, Object> jwk() {
        Map<String, Object> jwk = new TreeMap<>(Map.of("kid", kid(), "use", "sig"));
        if (pair().getPublic() instanceof RSAPublicKey rsa) {
            jwk.put("kty", "RSA");
            jwk.put("n", base64Url(unsigned(rsa.getModulus())));
            jwk.put("e", base64Url(unsigned(rsa.getPublicExponent())));
        } else if (pair().getPublic() instanceof ECPublicKey ec) {
            jwk.put("kty", "EC");
            jwk.put("crv", "P-" + bits);
            jwk.put("x", base64Url(coordinate(ec.getW().getAffineX())));
            jwk.put("y", base64Url(coordinate(ec.getW().getAffineY())));
        }
        return jwk;
    }

    /** Returns the document of a provider that has published these keys. */
    public static byte[] jwks(TestKeys... keys) {
        return jwks(Arrays.stream(keys).map(TestKeys::jwk).toList());
    }

    /** Returns the document with these members, whatever they are. */
    public static byte[] jwks(List<?> members) {
        return new StrictJson().writeObject(Map.of("keys", members)).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the private key as PKCS#8 in PEM. */
    public String pem() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(pair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    public PrivateKey privateKey() {
        return pair().getPrivate();
    }

    public PublicKey publicKey() {
        return pair().getPublic();
    }

    /** Returns whether this key signed these data, in the form that JWS has. */
    public boolean verifies(String jwsAlgorithm, byte[] data, byte[] signed) {
        try {
            Signature signature = engine(jwsAlgorithm);
            signature.initVerify(pair().getPublic());
            signature.update(data);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    public byte[] sign(String jwsAlgorithm, byte[] data) {
        try {
            Signature signature = engine(jwsAlgorithm);
            signature.initSign(pair().getPrivate());
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Signature engine(String jwsAlgorithm) throws GeneralSecurityException {
        String digest = "SHA" + jwsAlgorithm.substring(2);
        if (jwsAlgorithm.startsWith("ES")) {
            return Signature.getInstance(digest + "withECDSAinP1363Format");
        }
        if (jwsAlgorithm.startsWith("RS")) {
            return Signature.getInstance(digest + "withRSA");
        }
        int bits = Integer.parseInt(jwsAlgorithm.substring(2));
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(
                new PSSParameterSpec("SHA-" + bits, "MGF1", new MGF1ParameterSpec("SHA-" + bits), bits / 8, 1));
        return pss;
    }

    private synchronized KeyPair pair() {
        if (pair == null) {
            pair = generate();
        }
        return pair;
    }

    private KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.startsWith("E") ? "EC" : "RSA");
            if (algorithm.startsWith("E")) {
                generator.initialize(new ECGenParameterSpec("secp" + bits + "r1"));
            } else {
                generator.initialize(bits);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] coordinate(BigInteger value) {
        byte[] bytes = unsigned(value);
        byte[] padded = new byte[(bits + 7) / 8];
        System.arraycopy(bytes, 0, padded, padded.length - bytes.length, bytes.length);
        return padded;
    }

    private static byte[] unsigned(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
