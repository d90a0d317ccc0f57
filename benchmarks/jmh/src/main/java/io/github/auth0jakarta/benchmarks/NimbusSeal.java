package io.github.auth0jakarta.benchmarks;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.text.ParseException;

/** A sealed cookie as a JWE ({@code dir}, {@code A256GCM}) of Nimbus JOSE+JWT, with everything kept that can be kept. */
final class NimbusSeal {

    private final JWEHeader header = new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM);
    private final DirectEncrypter encrypter;
    private final DirectDecrypter decrypter;

    NimbusSeal(byte[] key) {
        try {
            this.encrypter = new DirectEncrypter(key);
            this.decrypter = new DirectDecrypter(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String seal(byte[] plaintext) {
        JWEObject jwe = new JWEObject(header, new Payload(plaintext));
        try {
            jwe.encrypt(encrypter);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwe.serialize();
    }

    byte[] open(String value) {
        try {
            JWEObject jwe = JWEObject.parse(value);
            jwe.decrypt(decrypter);
            return jwe.getPayload().toBytes();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
