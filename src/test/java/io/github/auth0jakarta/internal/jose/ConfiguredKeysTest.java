package io.github.auth0jakarta.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.jwk.JWKSet;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.TestKeys;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredKeysTest {
    private static final StrictJson JSON = new StrictJson();
    private static final URI ANYWHERE = URI.create("https://keys.example/");

    private static String pem(TestKeys key) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(key.publicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static KeyRing ring(String text) {
        JWKSet set = JwksDocument.parse(JSON, ConfiguredKeys.of(JSON, text).fetch(ANYWHERE));
        return new KeyRing(set.getKeys(), SignatureProviders.OF_JAVA, UnnamedKeys.FIT_ANY_TOKEN);
    }

    static Stream<String> forms() {
        String jwk = JSON.writeObject(TestKeys.RSA.jwk());
        String jwks = new String(TestKeys.jwks(TestKeys.RSA), StandardCharsets.UTF_8);
        return Stream.of(
                pem(TestKeys.RSA),
                pem(TestKeys.RSA).replace("\n", "\\n"),
                pem(TestKeys.RSA).replace('\n', ' '),
                jwk,
                jwks,
                base64(jwk),
                base64(jwks),
                Base64.getUrlEncoder().withoutPadding().encodeToString(jwks.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void eachFormGivesTheKey(String text) {
        assertThat(ring(text).find(SignatureAlgorithm.RS256, TestKeys.RSA.kid()))
                .hasSize(1);
    }

    @Test
    void ellipticCurveInPem() {
        assertThat(ring(pem(TestKeys.EC)).find(SignatureAlgorithm.ES256, "any")).hasSize(1);
        assertThat(ring(pem(TestKeys.EC)).find(SignatureAlgorithm.RS256, "any")).isEmpty();
    }

    @Test
    void keyWithoutNameVerifiesTokensOfAnyName() {
        assertThat(ring(pem(TestKeys.RSA)).find(SignatureAlgorithm.RS256, "any"))
                .hasSize(1);
        assertThat(ring(pem(TestKeys.RSA)).find(SignatureAlgorithm.RS256, null)).hasSize(1);
    }

    @Test
    @Tag("JW-07")
    void keyWithNameVerifiesNoTokenOfAnotherName() {
        String jwk = JSON.writeObject(TestKeys.RSA.jwk());
        assertThat(ring(jwk).find(SignatureAlgorithm.RS256, "another")).isEmpty();
    }

    @Test
    @Tag("JW-07")
    void whatAProviderPublishesIsNotTakenByAnyName() {
        Map<String, Object> unnamed = TestKeys.RSA.jwk();
        unnamed.remove("kid");
        JWKSet set = JwksDocument.parse(JSON, TestKeys.jwks(List.of(unnamed)));
        KeyRing ring = new KeyRing(set.getKeys(), SignatureProviders.OF_JAVA);

        assertThat(ring.find(SignatureAlgorithm.RS256, "any")).isEmpty();
    }

    @Test
    void documentsFromElsewhereAreReadTheSameWay() {
        byte[] pem = pem(TestKeys.RSA).getBytes(StandardCharsets.UTF_8);
        byte[] jwks = ConfiguredKeys.from(location -> pem, JSON).fetch(ANYWHERE);
        assertThat(JwksDocument.parse(JSON, jwks).getKeys()).hasSize(1);
    }

    @Test
    @Tag("JW-09")
    void weakKeyIsRefusedAndNotQuoted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfiguredKeys.of(JSON, pem(TestKeys.WEAK_RSA)))
                .withMessageContaining("2048");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "{", "{\"keys\":[]}", "{\"kty\":\"oct\",\"k\":\"AAAA\"}", "-----BEGIN PUBLIC KEY-----"})
    void whatIsNoKeyIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ConfiguredKeys.of(JSON, text));
    }
}
