package io.github.auth0jakarta.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/** The least that verifying a signature costs on this platform: an engine of its own, the key and the bytes at hand. */
final class JcaVerify {
    private final PublicKey key;
    private final byte[] signed;
    private final byte[] signature;

    JcaVerify(SampleToken token) {
        String text = token.text();
        int dot = text.lastIndexOf('.');
        this.key = token.publicKey();
        this.signed = text.substring(0, dot).getBytes(StandardCharsets.US_ASCII);
        this.signature = Base64.getUrlDecoder().decode(text.substring(dot + 1));
    }

    boolean verify() throws GeneralSecurityException {
        Signature engine = Signature.getInstance("SHA256withRSA");
        engine.initVerify(key);
        engine.update(signed);
        if (!engine.verify(signature)) {
            throw new IllegalStateException("must fit");
        }
        return true;
    }
}
