package io.github.auth0jakarta.internal.jose;

import com.nimbusds.jose.util.Base64URL;

/** A signature for Nimbus' verifiers, which decode one themselves: that takes as long as to parse all claims. */
final class DecodedSignature extends Base64URL {
    private static final long serialVersionUID = 1L;

    private final byte[] bytes;

    DecodedSignature(byte[] bytes) {
        super("");
        this.bytes = bytes;
    }

    /** Returns the bytes, which were decoded more strictly than by Nimbus. */
    @Override
    public byte[] decode() {
        return bytes;
    }
}
