package io.github.auth0jakarta.tenant;

import com.nimbusds.jose.util.Base64URL;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What an authenticator says of itself and of what it has done (WebAuthn section 6.1).
 *
 * @param rpIdHash SHA-256 of the relying party's id
 * @param flags as there
 * @param signCount how often the passkey was used, 0 from authenticators that do not count
 * @param attested the passkey that was made, null where one was used
 */
record AuthenticatorData(
        Base64URL rpIdHash,
        int flags,
        long signCount,
        @Nullable Attested attested) {

    static final int USER_PRESENT = 0x01;
    static final int USER_VERIFIED = 0x04;
    static final int BACKUP_ELIGIBLE = 0x08;
    static final int BACKED_UP = 0x10;
    static final int ATTESTED = 0x40;

    private static final int UNDERSTOOD = USER_PRESENT | USER_VERIFIED | BACKUP_ELIGIBLE | BACKED_UP | ATTESTED;
    private static final int HASH = 32;
    private static final int AAGUID = 16;
    private static final int LONGEST_ID = 1023;

    /** A passkey that was made. */
    record Attested(Base64URL id, CoseKey key) {}

    /** Reads it; reserved flags and extensions, for which nobody has asked, are refused. */
    static AuthenticatorData parse(byte[] bytes) {
        ByteBuffer input = ByteBuffer.wrap(bytes);
        try {
            Base64URL rpIdHash = Base64URL.encode(array(input, HASH));
            int flags = input.get() & 0xFF;
            long signCount = input.getInt() & 0xFFFF_FFFFL;
            Attested attested = (flags & ATTESTED) == 0 ? null : attested(input);
            if (input.hasRemaining() || (flags & ~UNDERSTOOD) != 0) {
                throw PasskeyVerifier.refused("the authenticator data have what was not asked for");
            }
            return new AuthenticatorData(rpIdHash, flags, signCount, attested);
        } catch (BufferUnderflowException e) {
            throw PasskeyVerifier.refused("the authenticator data are too short");
        }
    }

    private static Attested attested(ByteBuffer input) {
        array(input, AAGUID);
        int length = input.getShort() & 0xFFFF;
        if (length == 0 || length > LONGEST_ID) {
            throw PasskeyVerifier.refused("the id of the passkey is empty or too long");
        }
        Base64URL id = Base64URL.encode(array(input, length));
        return new Attested(id, CoseKey.read(input));
    }

    /** Says whether all of these flags are set. */
    boolean has(int wanted) {
        return (flags & wanted) == wanted;
    }

    private static byte[] array(ByteBuffer input, int length) {
        byte[] array = new byte[length];
        input.get(array);
        return array;
    }

    /** Returns what is left of a buffer, which stays as it is. */
    static byte[] array(ByteBuffer buffer) {
        return array(buffer.duplicate(), buffer.remaining());
    }
}
