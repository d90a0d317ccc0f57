package io.github.auth0jakarta.tenant;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Verifies what passkeys answer (WebAuthn sections 7.1 and 7.2): ES256, without attestation, with the user verified. */
final class PasskeyVerifier {

    private static final int LONGEST = 4 * 1024;
    private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]+");

    private final String rpId;
    private final Base64URL rpIdHash;

    /**
     * @param rpId the relying party's id: a host that the pages of the application and the tenant have in common
     */
    PasskeyVerifier(String rpId) {
        this.rpId = rpId;
        this.rpIdHash = Base64URL.encode(sha256(rpId.getBytes(StandardCharsets.UTF_8)));
    }

    String rpId() {
        return rpId;
    }

    /** Returns the passkey that an answer brings, which is nobody's yet. */
    Passkeys.Passkey created(JsonMembers credential, String challenge, Client client, String sub) {
        JsonMembers response = response(credential);
        checkClientData(binary(response, "clientDataJSON"), "webauthn.create", challenge, client);
        AuthenticatorData data = AuthenticatorData.parse(attested(binary(response, "attestationObject")));
        checkFlags(data);
        AuthenticatorData.Attested made = data.attested();
        if (made == null || !made.id().toString().equals(credential.require("id"))) {
            throw refused("the authenticator data are not those of this passkey");
        }
        return new Passkeys.Passkey(made.id().toString(), sub, made.key(), data.signCount());
    }

    /** Returns the authenticator data of the only attestation there may be, which is none (section 8.7). */
    private static byte[] attested(byte[] attestationObject) {
        ByteBuffer input = ByteBuffer.wrap(attestationObject);
        Map<?, ?> object = Cbor.readMap(input);
        if (input.hasRemaining()
                || !object.keySet().equals(Set.of("fmt", "attStmt", "authData"))
                || !"none".equals(object.get("fmt"))
                || !Map.of().equals(object.get("attStmt"))
                || !(object.get("authData") instanceof ByteBuffer authData)) {
            throw refused("the attestation is not none");
        }
        return AuthenticatorData.array(authData);
    }

    /** Returns the passkey after it has answered. */
    Passkeys.Passkey used(JsonMembers credential, String challenge, Client client, Passkeys.Passkey known) {
        JsonMembers response = response(credential);
        byte[] clientData = binary(response, "clientDataJSON");
        byte[] authenticatorData = binary(response, "authenticatorData");
        checkClientData(clientData, "webauthn.get", challenge, client);
        AuthenticatorData data = AuthenticatorData.parse(authenticatorData);
        checkFlags(data);
        if (data.attested() != null || !known.id().equals(credential.require("id"))) {
            throw refused("this answers another question");
        }
        if (!userHandle(known.sub()).equals(response.require("userHandle"))) {
            throw refused("the passkey is another user's");
        }
        if (!known.key().verifies(binary(response, "signature"), authenticatorData, sha256(clientData))) {
            throw refused("wrong signature");
        }
        boolean counts = data.signCount() != 0 || known.signCount() != 0;
        if (counts && data.signCount() <= known.signCount()) {
            throw refused("the passkey was used before, or is a copy");
        }
        return new Passkeys.Passkey(known.id(), known.sub(), known.key(), data.signCount());
    }

    /** What a user is called at passkeys: nothing that tells who it is. */
    static String userHandle(String sub) {
        return hash(sub);
    }

    /** Returns a name that does not tell what it is of. */
    static String hash(String text) {
        return Base64URL.encode(sha256(text.getBytes(StandardCharsets.UTF_8))).toString();
    }

    private static JsonMembers response(JsonMembers credential) {
        if (!credential.require("type").equals("public-key")
                || !credential.require("id").equals(credential.require("rawId"))) {
            throw refused("no public-key credential");
        }
        return credential.object("response");
    }

    private static void checkClientData(byte[] clientData, String type, String challenge, Client client) {
        JsonMembers members;
        try {
            members = new JsonMembers(JSONObjectUtils.parse(new String(clientData, StandardCharsets.UTF_8)));
        } catch (ParseException e) {
            throw refused("malformed client data");
        }
        if (!members.require("type").equals(type)) {
            throw refused("the client data are of another ceremony");
        }
        if (!members.require("challenge").equals(challenge)) {
            throw refused("wrong challenge");
        }
        if (!isOriginOf(client, members.require("origin"))
                || members.flag("crossOrigin")
                || members.values().containsKey("topOrigin")) {
            throw refused("wrong origin");
        }
    }

    /** The pages of an application are where it is called back. */
    private static boolean isOriginOf(Client client, String origin) {
        return client.callbackUrls().stream()
                .map(URI::create)
                .anyMatch(url -> origin.equals(url.getScheme() + "://" + url.getRawAuthority()));
    }

    private void checkFlags(AuthenticatorData data) {
        if (!data.rpIdHash().equals(rpIdHash)) {
            throw refused("wrong relying party");
        }
        if (!data.has(AuthenticatorData.USER_PRESENT | AuthenticatorData.USER_VERIFIED)) {
            throw refused("the user was not verified");
        }
        if (data.has(AuthenticatorData.BACKED_UP) && !data.has(AuthenticatorData.BACKUP_ELIGIBLE)) {
            throw refused("what cannot be backed up is backed up");
        }
    }

    private static byte[] binary(JsonMembers response, String name) {
        String text = response.require(name);
        if (text.length() > LONGEST || !BASE64URL.matcher(text).matches()) {
            throw refused(name + " is too long or no base64url");
        }
        return new Base64URL(text).decode();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** As a wrong code is refused. */
    static OAuthException refused(String why) {
        return new OAuthException(OAuth2Error.INVALID_GRANT.setHTTPStatusCode(403), why);
    }
}
