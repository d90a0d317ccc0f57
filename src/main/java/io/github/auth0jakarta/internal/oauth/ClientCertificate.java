package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.internal.jose.PrivateKeyPem;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The certificate that this client shows to every server that asks for one (RFC 8705).
 *
 * <p>Java's own key manager shows none where the server names issuers that do not fit, and the connection goes on as that
 * of nobody; this one leaves it to the server to refuse.
 */
public final class ClientCertificate {
    private static final byte[] PROBE = {1};

    private final X509Certificate[] chain;
    private final PrivateKey key;

    /**
     * @param chainPem the certificate and those that vouch for it, in that order, in PEM
     * @param keyPem its private key, PKCS#8 in PEM
     * @throws IllegalArgumentException where they cannot be read or do not belong together; the message says nothing of
     *     the key
     */
    public ClientCertificate(String chainPem, String keyPem) {
        this.chain = chain(chainPem);
        this.key = PrivateKeyPem.parse(keyPem);
        if (!belongTogether(chain[0], key)) {
            throw new IllegalArgumentException("is not the key of the certificate");
        }
    }

    private static X509Certificate[] chain(String pem) {
        try {
            List<X509Certificate> certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (!certificates.isEmpty()) {
                return certificates.toArray(X509Certificate[]::new);
            }
        } catch (CertificateException e) {
            // The same as none at all.
        }
        throw new IllegalArgumentException("is not a chain of certificates in PEM (BEGIN CERTIFICATE)");
    }

    private static boolean belongTogether(X509Certificate certificate, PrivateKey key) {
        String algorithm = key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        try {
            Signature engine = Signature.getInstance(algorithm);
            engine.initSign(key);
            engine.update(PROBE);
            byte[] signature = engine.sign();
            engine.initVerify(certificate.getPublicKey());
            engine.update(PROBE);
            return engine.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Returns a TLS context that shows the certificate, and trusts whom this Java trusts. */
    public SSLContext context() {
        return context(null);
    }

    SSLContext context(TrustManager @Nullable [] trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {new OnlyThis(chain, key)}, trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no TLS in this Java", e);
        }
    }

    /** Shows one certificate whatever is asked for; is no server. */
    private static final class OnlyThis extends X509ExtendedKeyManager {
        private static final String ALIAS = "client";

        private final X509Certificate[] chain;
        private final PrivateKey key;

        private OnlyThis(X509Certificate[] chain, PrivateKey key) {
            this.chain = chain;
            this.key = key;
        }

        @Override
        public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public String chooseClientAlias(String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return ALIAS;
        }

        @Override
        public String chooseEngineClientAlias(
                String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            return ALIAS;
        }

        @Override
        public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseServerAlias(
                String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return null;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return chain.clone();
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return key;
        }
    }
}
