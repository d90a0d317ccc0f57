package io.github.auth0jakarta.tenant;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;

/** Issues the certificates of the tenant's mutual-TLS listener (RFC 8705) and of its clients, with P-256 keys, for a month. */
public final class CertificateAuthority {

    private static final X500Principal NAME = new X500Principal("CN=Embedded tenant");
    private static final Duration VALIDITY = Duration.ofDays(30);
    private static final char[] NO_PASSWORD = {};

    /** 1.2.840.10045.4.3.2, ecdsa-with-SHA256. */
    private static final byte[] ALGORITHM =
            Der.sequence(Der.objectIdentifier(0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02));

    /** 2.5.29.19, critical: an authority. */
    private static final byte[] BASIC_CONSTRAINTS = Der.sequence(
            Der.objectIdentifier(0x55, 0x1D, 0x13), Der.isTrue(), Der.octetString(Der.sequence(Der.isTrue())));

    /** 2.5.29.17: localhost and 127.0.0.1. */
    private static final byte[] LOOPBACK_NAMES = Der.sequence(
            Der.objectIdentifier(0x55, 0x1D, 0x11),
            Der.octetString(Der.sequence(
                    Der.tagged(2, "localhost".getBytes(StandardCharsets.US_ASCII)),
                    Der.tagged(7, new byte[] {127, 0, 0, 1}))));

    private final KeyPair keys;
    private final X509Certificate certificate;

    private CertificateAuthority() throws GeneralSecurityException {
        this.keys = generate();
        this.certificate = certify(NAME, keys.getPublic(), BASIC_CONSTRAINTS);
    }

    /** Returns an authority with a new key. */
    public static CertificateAuthority create() {
        try {
            return new CertificateAuthority();
        } catch (GeneralSecurityException e) {
            throw unsupported(e);
        }
    }

    /** Returns a store with a new key and its certificate for a subject such as {@code CN=client}, both under this password. */
    public KeyStore issue(String subject, char[] password) {
        try {
            KeyPair subjectKeys = generate();
            X509Certificate issued = certify(new X500Principal(subject), subjectKeys.getPublic(), LOOPBACK_NAMES);
            KeyStore store = emptyStore();
            store.setKeyEntry("key", subjectKeys.getPrivate(), password, new Certificate[] {issued, certificate});
            return store;
        } catch (GeneralSecurityException e) {
            throw unsupported(e);
        }
    }

    /** Returns a store with the authority's certificate, for those who trust it. */
    public KeyStore trustStore() {
        try {
            KeyStore store = emptyStore();
            store.setCertificateEntry("authority", certificate);
            return store;
        } catch (GeneralSecurityException e) {
            throw unsupported(e);
        }
    }

    /** The listener's: a certificate for loopback, and trust in what this authority has issued. */
    SSLContext serverContext() {
        try {
            KeyManagerFactory identity = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            identity.init(issue("CN=localhost", NO_PASSWORD), NO_PASSWORD);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trustStore());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(identity.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw unsupported(e);
        }
    }

    private static KeyPair generate() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is read", e);
        }
        return store;
    }

    private X509Certificate certify(X500Principal subject, PublicKey key, byte[] extension)
            throws GeneralSecurityException {
        // The real time, whatever the tenant's clock says: TLS looks at no other.
        Instant now = InstantSource.system().instant();
        byte[] content = Der.sequence(
                Der.wrapped(0, Der.integer(BigInteger.TWO)),
                Der.integer(BigInteger.valueOf(UUID.randomUUID().getMostSignificantBits() & Long.MAX_VALUE)),
                ALGORITHM,
                NAME.getEncoded(),
                Der.sequence(Der.time(now.minus(Duration.ofDays(1))), Der.time(now.plus(VALIDITY))),
                subject.getEncoded(),
                key.getEncoded(),
                Der.wrapped(3, Der.sequence(extension)));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(content);
        byte[] encoded = Der.sequence(content, ALGORITHM, Der.bitString(signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }

    private static IllegalStateException unsupported(GeneralSecurityException e) {
        return new IllegalStateException("every JDK can do this", e);
    }
}
