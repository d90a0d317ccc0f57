package io.github.auth0jakarta.testing;

import io.github.auth0jakarta.internal.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A proof of {@link TestKeys#EC} that is good, until a test changes one thing of it. */
public final class TestProofs {
    public static final String ADDRESS = "https://api.example/orders";

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final StrictJson JSON = new StrictJson();

    private final Map<String, Object> header = new LinkedHashMap<>();
    private final Map<String, Object> claims = new LinkedHashMap<>();
    private TestKeys key = TestKeys.EC;

    private TestProofs() {}

    /** Returns a proof for {@code GET} {@link #ADDRESS} with this token, made now. */
    public static TestProofs of(String accessToken) {
        TestProofs proof = new TestProofs();
        proof.header("typ", "dpop+jwt").header("alg", "ES256").header("jwk", publicJwk(TestKeys.EC));
        return proof.claim("jti", "jti-" + COUNTER.incrementAndGet())
                .claim("htm", "GET")
                .claim("htu", ADDRESS)
                .claim("iat", FixedTime.START.getEpochSecond())
                .claim("ath", hash(accessToken));
    }

    /** Returns kty, crv, x and y of a key; to be changed by the caller at will. */
    public static Map<String, Object> publicJwk(TestKeys key) {
        Map<String, Object> jwk = key.jwk();
        jwk.remove("kid");
        jwk.remove("use");
        return jwk;
    }

    /** Returns the RFC 7638 thumbprint of an EC key, made here by hand. */
    public static String thumbprint(TestKeys key) {
        Map<String, Object> jwk = key.jwk();
        return hash("{\"crv\":\"%s\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}"
                .formatted(jwk.get("crv"), jwk.get("x"), jwk.get("y")));
    }

    /** Returns an access token that is bound to this key. */
    public static String boundToken(TestKeys key) {
        return TestJwts.accessToken()
                .claim("cnf", Map.of("jkt", thumbprint(key)))
                .build();
    }

    public TestProofs claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    public TestProofs without(String name) {
        claims.remove(name);
        return this;
    }

    public TestProofs header(String name, Object value) {
        header.put(name, value);
        return this;
    }

    public TestProofs withoutHeader(String name) {
        header.remove(name);
        return this;
    }

    /** Signs with this key and leaves the header alone. */
    public TestProofs signedWith(TestKeys signer) {
        key = signer;
        return this;
    }

    /** Signs with this key and has the header name it. */
    public TestProofs of(TestKeys owner) {
        return signedWith(owner).header("alg", owner.algorithm()).header("jwk", publicJwk(owner));
    }

    public String build() {
        return sign(JSON.writeObject(header), JSON.writeObject(claims));
    }

    /** Returns a proof with this text as its payload. */
    public String withPayload(String payload) {
        return sign(JSON.writeObject(header), payload);
    }

    /** Returns a proof with this text as its header. */
    public String withHeader(String text) {
        return sign(text, JSON.writeObject(claims));
    }

    private String sign(String headerText, String payloadText) {
        String input = encoded(headerText) + "." + encoded(payloadText);
        byte[] signature = key.sign(key.algorithm(), input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + TestKeys.base64Url(signature);
    }

    private static String encoded(String text) {
        return TestKeys.base64Url(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String ascii) {
        try {
            return TestKeys.base64Url(
                    MessageDigest.getInstance("SHA-256").digest(ascii.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
