package io.github.auth0jakarta.tenant;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A token that starts out valid and can be spoilt in one respect at a time before it is signed. */
public final class TokenBuilder {

    private static final int FLIPPED_BYTE = 10;

    private final Map<String, @Nullable Object> header = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> claims = new LinkedHashMap<>();
    private JWK key;
    private JWSAlgorithm algorithm = JWSAlgorithm.RS256;
    private byte @Nullable [] rawHeader;
    private byte @Nullable [] rawPayload;
    private boolean signed = true;
    private boolean corrupt;

    TokenBuilder(JWK key, String type) {
        this.key = key;
        header.put("alg", algorithm.getName());
        header.put("typ", type);
        header.put("kid", key.getKeyID());
    }

    /** Returns the claims as they stand, read-only. */
    public Map<String, @Nullable Object> claims() {
        return Collections.unmodifiableMap(claims);
    }

    /** Sets a claim to any JSON value, null included; an Instant becomes seconds since 1970. */
    public TokenBuilder claim(String name, @Nullable Object value) {
        claims.put(name, value instanceof Instant instant ? instant.getEpochSecond() : value);
        return this;
    }

    /** Binds the token to the key with this SHA-256 thumbprint (RFC 9449 section 6.1), or to none. */
    public TokenBuilder boundTo(@Nullable String thumbprint) {
        return thumbprint == null ? withoutClaim("cnf") : claim("cnf", Map.of("jkt", thumbprint));
    }

    /** Leaves a claim out. */
    public TokenBuilder withoutClaim(String name) {
        claims.remove(name);
        return this;
    }

    /** Sets a header parameter to any JSON value; an {@code alg} set here does not change how the token is signed. */
    public TokenBuilder header(String name, @Nullable Object value) {
        header.put(name, value);
        return this;
    }

    /** Leaves a header parameter out. */
    public TokenBuilder withoutHeader(String name) {
        header.remove(name);
        return this;
    }

    /** Signs with another key, and names that one's {@code kid} if it has one. */
    public TokenBuilder key(JWK other) {
        key = other;
        return other.getKeyID() == null ? this : header("kid", other.getKeyID());
    }

    /** Signs with another key under the {@code kid} that is there already. */
    public TokenBuilder forgedWith(JWK other) {
        key = other;
        return this;
    }

    /** Signs with another algorithm and says so in the header. */
    public TokenBuilder algorithm(JWSAlgorithm other) {
        algorithm = other;
        return header("alg", other.getName());
    }

    /** Has {@code alg} none and an empty signature. */
    public TokenBuilder unsigned() {
        return header("alg", "none").withoutSignature();
    }

    /** Has an empty signature under an unchanged header. */
    public TokenBuilder withoutSignature() {
        signed = false;
        return this;
    }

    /** Flips one bit of the signature. */
    public TokenBuilder corruptSignature() {
        corrupt = true;
        return this;
    }

    /** Signs these bytes in place of the claims. */
    public TokenBuilder rawPayload(byte[] payload) {
        rawPayload = payload.clone();
        return this;
    }

    /** Uses these bytes in place of the header. */
    public TokenBuilder rawHeader(byte[] bytes) {
        rawHeader = bytes.clone();
        return this;
    }

    /** Returns the token in compact form. */
    public String sign() {
        String input = encode(rawHeader, header) + "." + encode(rawPayload, claims);
        return input + "." + signature(input);
    }

    private static Base64URL encode(byte @Nullable [] raw, Map<String, @Nullable Object> json) {
        return raw == null ? Base64URL.encode(JSONObjectUtils.toJSONString(json)) : Base64URL.encode(raw);
    }

    private String signature(String input) {
        if (!signed) {
            return "";
        }
        try {
            Base64URL signature = signer().sign(new JWSHeader(algorithm), input.getBytes(StandardCharsets.US_ASCII));
            return corrupt ? flipped(signature) : signature.toString();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign with " + algorithm, e);
        }
    }

    private static String flipped(Base64URL signature) {
        byte[] bytes = signature.decode();
        bytes[FLIPPED_BYTE] ^= 1;
        return Base64URL.encode(bytes).toString();
    }

    private JWSSigner signer() throws JOSEException {
        if (JWSAlgorithm.Family.RSA.contains(algorithm)) {
            return new RSASSASigner(key.toRSAKey());
        }
        return JWSAlgorithm.Family.EC.contains(algorithm)
                ? new ECDSASigner(key.toECKey())
                : new MACSigner(key.toOctetSequenceKey());
    }
}
