package io.github.auth0jakarta.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import io.github.auth0jakarta.testing.TestKeys;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.SignatureSpi;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureProvidersTest {
    private static final Provider SUN_EC = Security.getProvider("SunEC");
    private static final Provider SUN_RSA = Security.getProvider("SunRsaSign");

    @Test
    void firstThatPassesTheTestIsChosen() {
        SignatureProviders providers = SignatureProviders.of(
                List.of(new Empty(), new TakesAll(), SUN_EC, SUN_RSA), List.of(new TakesAll(), SUN_RSA, SUN_EC));

        assertThat(providers.description()).startsWith("RSA by SunRsaSign ").contains("EC by SunEC ");
    }

    @Test
    void providerThatTakesEverySignatureIsPassedOver() {
        assertThat(SignatureProviders.of(List.of(new TakesAll()), List.of(new TakesAll()))
                        .description())
                .isEqualTo("RSA by Java, EC by Java");
    }

    @Test
    void keysAreMadeByTheChosenProvider() throws Exception {
        SignatureProviders providers = SignatureProviders.of(List.of(SUN_RSA), List.of(SUN_EC));

        for (TestKeys key : List.of(TestKeys.RSA, TestKeys.EC)) {
            JWK jwk = JWK.parse(key.jwk());
            assertThat(providers.verifier(jwk).getJCAContext().getProvider()).isIn(SUN_RSA, SUN_EC);
            assertThat(SignatureProviders.OF_JAVA.verifier(jwk).getJCAContext().getProvider())
                    .isNull();
        }
    }

    @Test
    void nothingIsInstalled() {
        Provider[] before = Security.getProviders();

        assertThat(SignatureProviders.choose().toString()).startsWith("SignatureProviders[RSA by ");
        assertThat(Security.getProviders()).containsExactly(before);
    }

    /** A provider without anything. */
    private static final class Empty extends Provider {
        private static final long serialVersionUID = 1L;

        Empty() {
            super("Empty", "1", "has nothing");
        }
    }

    /** Says yes to all signatures, with keys of Java. */
    private static final class TakesAll extends Provider {
        private static final long serialVersionUID = 1L;

        TakesAll() {
            super("TakesAll", "1", "verifies nothing");
            for (String type : List.of("RSA", "EC")) {
                Provider java = type.equals("RSA") ? SUN_RSA : SUN_EC;
                put("KeyFactory." + type, java.getService("KeyFactory", type).getClassName());
            }
            for (String name : List.of("SHA256withRSA", "SHA256withECDSA")) {
                put("Signature." + name, Yes.class.getName());
            }
        }
    }

    /** A signature that always fits. */
    public static final class Yes extends SignatureSpi {
        @Override
        protected void engineInitVerify(PublicKey key) {}

        @Override
        protected void engineInitSign(PrivateKey key) {}

        @Override
        protected void engineUpdate(byte b) {}

        @Override
        protected void engineUpdate(byte[] bytes, int offset, int length) {}

        @Override
        protected byte[] engineSign() {
            return new byte[0];
        }

        @Override
        protected boolean engineVerify(byte[] signature) {
            return true;
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {}

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException();
        }
    }
}
