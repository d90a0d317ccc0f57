package io.github.auth0jakarta.tenant;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A user with an authenticator for passkeys, and the browser before it, in place of {@code navigator.credentials}: takes the
 * options of WebAuthn and answers with what {@code PublicKeyCredential.toJSON} says, both as JSON texts.
 */
public final class SoftwareAuthenticator {

    private final String origin;
    private final int flags;
    private final Map<String, Owned> byRelyingParty;
    private int signCount;

    private record Owned(String id, ECKey key, String userHandle) {}

    private SoftwareAuthenticator(String origin, int flags, Map<String, Owned> passkeys, int signCount) {
        this.origin = origin;
        this.flags = flags;
        this.byRelyingParty = passkeys;
        this.signCount = signCount;
    }

    /** Returns one without passkeys, whose browser shows a page of this origin. */
    public static SoftwareAuthenticator at(String origin) {
        int present = AuthenticatorData.USER_PRESENT | AuthenticatorData.USER_VERIFIED;
        return new SoftwareAuthenticator(origin, present, new LinkedHashMap<>(), 0);
    }

    /** Returns a copy with the same passkeys, whose browser shows a page of another origin. */
    public SoftwareAuthenticator copyAt(String otherOrigin) {
        return new SoftwareAuthenticator(otherOrigin, flags, new LinkedHashMap<>(byRelyingParty), signCount);
    }

    /** Returns a copy with the same passkeys, which does not ask who the user is. */
    public SoftwareAuthenticator copyWithoutVerification() {
        return new SoftwareAuthenticator(
                origin, AuthenticatorData.USER_PRESENT, new LinkedHashMap<>(byRelyingParty), signCount);
    }

    /** Makes a passkey for {@code PublicKeyCredentialCreationOptions}; there is one for each relying party, the latest. */
    public String create(String options) {
        Map<String, Object> asked = parse(options);
        String rpId = text(object(asked, "rp"), "id");
        byte[] id = sha256(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
        Owned passkey = new Owned(Base64URL.encode(id).toString(), newKey(), text(object(asked, "user"), "id"));
        byRelyingParty.put(rpId, passkey);
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("clientDataJSON", base64(clientData("webauthn.create", asked)));
        response.put("attestationObject", base64(attestation(made(rpId, id, passkey.key()))));
        response.put("publicKeyAlgorithm", CoseKey.ALGORITHM);
        return credential(passkey, response);
    }

    /** Uses the passkey of the relying party of {@code PublicKeyCredentialRequestOptions}. */
    public String get(String options) {
        Map<String, Object> asked = parse(options);
        String rpId = text(asked, "rpId");
        Owned passkey = byRelyingParty.get(rpId);
        if (passkey == null) {
            throw new IllegalStateException("no passkey for " + rpId);
        }
        byte[] clientData = clientData("webauthn.get", asked);
        byte[] data = head(rpId, flags).array();
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("clientDataJSON", base64(clientData));
        response.put("authenticatorData", base64(data));
        response.put("signature", base64(sign(passkey.key(), data, sha256(clientData))));
        response.put("userHandle", passkey.userHandle());
        return credential(passkey, response);
    }

    private static String credential(Owned passkey, Map<String, Object> response) {
        Map<String, Object> credential = new LinkedHashMap<>();
        credential.put("id", passkey.id());
        credential.put("rawId", passkey.id());
        credential.put("type", "public-key");
        credential.put("authenticatorAttachment", "platform");
        credential.put("clientExtensionResults", Map.of());
        credential.put("response", response);
        return JSONObjectUtils.toJSONString(credential);
    }

    private byte[] clientData(String type, Map<String, Object> options) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("type", type);
        data.put("challenge", text(options, "challenge"));
        data.put("origin", origin);
        data.put("crossOrigin", false);
        return JSONObjectUtils.toJSONString(data).getBytes(StandardCharsets.UTF_8);
    }

    /** WebAuthn section 6.1, without what only a new passkey has. */
    private ByteBuffer head(String rpId, int withFlags) {
        signCount++;
        byte[] hash = sha256(rpId.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(hash.length + 1 + Integer.BYTES)
                .put(hash)
                .put((byte) withFlags)
                .putInt(signCount);
    }

    private byte[] made(String rpId, byte[] id, ECKey key) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(head(rpId, flags | AuthenticatorData.ATTESTED).array());
        data.writeBytes(new byte[16]);
        data.writeBytes(new byte[] {0, (byte) id.length});
        data.writeBytes(id);
        data.writeBytes(new byte[] {(byte) 0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32});
        data.writeBytes(key.getX().decode());
        data.writeBytes(new byte[] {0x22, 0x58, 32});
        data.writeBytes(key.getY().decode());
        return data.toByteArray();
    }

    /** WebAuthn sections 6.5 and 8.7. */
    private static byte[] attestation(byte[] authenticatorData) {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.write(0xA3);
        text(object, "fmt");
        text(object, "none");
        text(object, "attStmt");
        object.write(0xA0);
        text(object, "authData");
        object.writeBytes(new byte[] {0x58, (byte) authenticatorData.length});
        object.writeBytes(authenticatorData);
        return object.toByteArray();
    }

    private static void text(ByteArrayOutputStream object, String text) {
        object.write(0x60 + text.length());
        object.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    private static byte[] sign(ECKey key, byte[] data, byte[] clientDataHash) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.toECPrivateKey());
            signature.update(data);
            signature.update(clientDataHash);
            return signature.sign();
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException("every JDK has ECDSA", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64URL.encode(bytes).toString();
    }

    private static Map<String, Object> parse(String options) {
        try {
            return JSONObjectUtils.parse(options);
        } catch (ParseException e) {
            throw new IllegalArgumentException("no JSON object", e);
        }
    }

    private static Map<?, ?> object(Map<?, ?> options, String name) {
        if (options.get(name) instanceof Map<?, ?> object) {
            return object;
        }
        throw new IllegalArgumentException(name + " is missing");
    }

    private static String text(Map<?, ?> options, String name) {
        if (options.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(name + " is missing");
    }
}
