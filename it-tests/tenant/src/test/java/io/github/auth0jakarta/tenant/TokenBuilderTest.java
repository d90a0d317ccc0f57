package io.github.auth0jakarta.tenant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TokenBuilderTest {

    private static final Tenant TENANT = Tenant.demo(Application.URL);

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    @Test
    void startsOutValid() throws Exception {
        String token = valid().sign();
        assertThat(Jwts.parse(token).verify(new RSASSAVerifier(TENANT.keys().current())))
                .isTrue();
        assertThat(Jwts.claims(token)).containsEntry("sub", Demo.ALICE_SUB).containsEntry("scope", "read:orders");
    }

    @Test
    void claimsAndHeaderCanBeSetAndRemoved() {
        String token = valid().claim("sub", null)
                .claim("nested", Map.of("a", 1))
                .withoutClaim("exp")
                .header("crit", List.of("x"))
                .withoutHeader("kid")
                .withoutHeader("crit")
                .sign();
        assertThat(Jwts.claims(token)).containsEntry("sub", null).doesNotContainKey("exp");
        assertThat(Jwts.header(token)).doesNotContainKeys("kid", "crit");
    }

    @Test
    void signatureCanBeMissingOrCorrupt() throws Exception {
        assertThat(valid().unsigned().sign()).endsWith(".");
        assertThat(Base64URL.from(valid().unsigned().sign().split("\\.")[0]).decodeToString())
                .contains("\"none\"");
        assertThat(Base64URL.from(valid().withoutSignature().sign().split("\\.")[0])
                        .decodeToString())
                .contains("\"RS256\"");
        assertThat(Jwts.parse(valid().corruptSignature().sign())
                        .verify(new RSASSAVerifier(TENANT.keys().current())))
                .isFalse();
    }

    @Test
    void otherKeysAndAlgorithmsCanSign() throws Exception {
        RSAKey rsa = TENANT.keys().generate();
        assertThat(Jwts.header(valid().key(rsa).sign())).containsEntry("kid", rsa.getKeyID());
        String forged = valid().forgedWith(rsa).sign();
        assertThat(Jwts.header(forged))
                .containsEntry("kid", TENANT.keys().current().getKeyID());
        assertThat(Jwts.parse(forged).verify(new RSASSAVerifier(rsa))).isTrue();
        ECKey ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        assertThat(Jwts.parse(valid().key(ec).algorithm(JWSAlgorithm.ES256).sign())
                        .verify(new ECDSAVerifier(ec)))
                .isTrue();
        OctetSequenceKey confused = new OctetSequenceKey.Builder(
                        TENANT.keys().current().toRSAPublicKey().getEncoded())
                .build();
        assertThat(Jwts.parse(valid().key(confused)
                                .algorithm(JWSAlgorithm.HS256)
                                .sign())
                        .verify(new MACVerifier(confused)))
                .isTrue();
    }

    @Test
    void bytesCanBeAnything() {
        String token = valid().rawHeader("{\"alg\":\"RS256\",\"alg\":\"none\"}".getBytes(UTF_8))
                .rawPayload("not json".getBytes(UTF_8))
                .sign();
        String[] parts = token.split("\\.");
        assertThat(Base64URL.from(parts[0]).decodeToString()).endsWith("\"none\"}");
        assertThat(Base64URL.from(parts[1]).decodeToString()).isEqualTo("not json");
    }

    @Test
    void claimsCanBeReadButNotWritten() {
        TokenBuilder token = valid();
        assertThat(token.claims()).containsEntry("iss", TENANT.issuer());
        assertThatThrownBy(() -> token.claims().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void onlyWhatIsRegisteredGetsTokens() {
        assertThatThrownBy(() -> TENANT.tokens().accessToken("auth0|nobody", "c", Demo.AUDIENCE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TENANT.tokens().accessToken(Demo.ALICE_SUB, "c", "https://unknown.example"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TokenBuilder valid() {
        return TENANT.tokens().accessToken(Demo.ALICE_SUB, Demo.CLIENT_ID, Demo.AUDIENCE, "read:orders");
    }
}
