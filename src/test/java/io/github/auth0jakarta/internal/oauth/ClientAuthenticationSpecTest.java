package io.github.auth0jakarta.internal.oauth;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.config.SecretText;
import io.github.auth0jakarta.internal.http.FormBody;
import io.github.auth0jakarta.internal.jose.JwtSigner;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.Parameters;
import io.github.auth0jakarta.testing.SeededRandom;
import io.github.auth0jakarta.testing.SentJwt;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import io.github.auth0jakarta.testing.TestMetadata;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAuthenticationSpecTest {

    private static Map<String, String> form(ClientAuthentication authentication) {
        FormBody form = new FormBody().add("grant_type", "refresh_token");
        assertThat(authentication.authenticate(form)).isEmpty();
        return Parameters.of(form.encoded());
    }

    /** RFC 6749, 2.3.1. */
    @Nested
    class Secrets {
        /** The client of the example in 2.3.1. */
        @Test
        @Tag("TC-01")
        void basicWhenTheExampleThenItsHeaderAndNothingInTheForm() {
            FormBody form = new FormBody().add("grant_type", "refresh_token");
            Map<String, String> headers =
                    new ClientSecretBasic("s6BhdRkqt3", new SecretText("7Fjfp0ZBr1KtDRbnfVdmIw")).authenticate(form);
            assertThat(headers)
                    .isEqualTo(Map.of("Authorization", "Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3"));
            assertThat(form.encoded()).isEqualTo("grant_type=refresh_token");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"a:b | c:d", "100% | %41", "a+b | c d+", "ü | €", "a&b=c | \"\\/"})
        @Tag("TC-01")
        void basicWhenThereAreSpecialCharactersThenTheOtherSideReadsTheSame(String id, String secret) {
            String header = Objects.requireNonNull(new ClientSecretBasic(id, new SecretText(secret))
                    .authenticate(new FormBody())
                    .get("Authorization"));

            assertThat(header).startsWith("Basic ");
            String pair = new String(
                    Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.US_ASCII);
            String[] parts = pair.split(":", -1);
            assertThat(parts).hasSize(2);
            assertThat(URLDecoder.decode(parts[0], StandardCharsets.UTF_8)).isEqualTo(id);
            assertThat(URLDecoder.decode(parts[1], StandardCharsets.UTF_8)).isEqualTo(secret);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"a:b | c:d", "100% | %41", "a+b | c d+", "ü | €", "a&b=c | \"\\/"})
        @Tag("TC-01")
        void postWhenThereAreSpecialCharactersThenTheOtherSideReadsTheSame(String id, String secret) {
            assertThat(form(new ClientSecretPost(id, new SecretText(secret))))
                    .isEqualTo(Map.of("grant_type", "refresh_token", "client_id", id, "client_secret", secret));
        }

        @Test
        void toStringWhenCalledThenNoSecret() {
            assertThat(new ClientSecretBasic("id", new SecretText("hidden")).toString())
                    .doesNotContain("hidden");
            assertThat(new ClientSecretPost("id", new SecretText("hidden")).toString())
                    .doesNotContain("hidden");
        }
    }

    /** RFC 7523, 2.2 and 3; OpenID Connect Core 9. */
    @Nested
    class Assertions {
        private final PrivateKeyJwt authentication = authentication(TestKeys.RSA, SignatureAlgorithm.PS256, "k1");

        private static PrivateKeyJwt authentication(
                TestKeys key, SignatureAlgorithm algorithm, @Nullable String keyId) {
            return new PrivateKeyJwt(
                    TestJwts.CLIENT_ID,
                    TestJwts.ISSUER,
                    new JwtSigner(key.privateKey(), algorithm, new StrictJson()),
                    keyId,
                    new SeededRandom(1),
                    new FixedTime());
        }

        @Test
        void forTheAuthenticationApiThenOfItsAddressTwoMinutesAndByUuid() {
            SentJwt sent = SentJwt.of(Objects.requireNonNull(
                    form(authentication.ofAuthenticationApi()).get("client_assertion")));
            long now = FixedTime.START.getEpochSecond();
            assertThat(sent.claims())
                    .containsEntry("iss", TestJwts.CLIENT_ID)
                    .containsEntry("sub", TestJwts.CLIENT_ID)
                    .containsEntry("aud", TestJwts.ISSUER)
                    .containsEntry("iat", now)
                    .containsEntry("exp", now + 120)
                    .doesNotContainKey("nbf")
                    .hasEntrySatisfying("jti", id -> {
                        UUID uuid = UUID.fromString(String.valueOf(id));
                        assertThat(uuid.version()).isEqualTo(4);
                        assertThat(uuid.variant()).isEqualTo(2);
                    });
        }

        private SentJwt assertion() {
            return SentJwt.of(Objects.requireNonNull(form(authentication).get("client_assertion")));
        }

        /** 2.2: client_assertion_type, client_assertion; the client_id that goes with it names the same client. */
        @Test
        @Tag("TC-01")
        void parameters() {
            Map<String, String> form = form(authentication);
            assertThat(form)
                    .containsOnlyKeys("grant_type", "client_id", "client_assertion_type", "client_assertion")
                    .containsEntry("client_id", TestJwts.CLIENT_ID)
                    .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        }

        /** 3, steps 1 to 7, and Core 9. */
        @Test
        @Tag("TC-02")
        void claims() {
            long now = FixedTime.START.getEpochSecond();
            Map<String, Object> claims = assertion().claims();
            assertThat(claims).containsOnlyKeys("iss", "sub", "aud", "jti", "iat", "nbf", "exp");
            assertThat(claims)
                    .containsEntry("iss", TestJwts.CLIENT_ID)
                    .containsEntry("sub", TestJwts.CLIENT_ID)
                    .containsEntry("aud", TestJwts.ISSUER)
                    .containsEntry("iat", now)
                    .containsEntry("nbf", now)
                    .containsEntry("exp", now + 60);
        }

        /** 3, step 8. */
        @Test
        @Tag("TC-02")
        void headerAndSignature() {
            assertThat(assertion().header()).isEqualTo(Map.of("alg", "PS256", "kid", "k1"));
            assertThat(assertion().isSignedBy(TestKeys.RSA)).isTrue();

            SentJwt withoutKeyId = SentJwt.of(form(authentication(TestKeys.EC, SignatureAlgorithm.ES256, null))
                    .get("client_assertion"));
            assertThat(withoutKeyId.header()).isEqualTo(Map.of("alg", "ES256"));
            assertThat(withoutKeyId.isSignedBy(TestKeys.EC)).isTrue();
        }

        @Test
        @Tag("TC-02")
        void aThousandAssertionsHaveAThousandIdentifiers() {
            PrivateKeyJwt fast = authentication(TestKeys.EC, SignatureAlgorithm.ES256, null);
            Set<Object> identifiers = new HashSet<>();
            for (int i = 0; i < 1_000; i++) {
                Object jti =
                        SentJwt.of(form(fast).get("client_assertion")).claims().get("jti");
                assertThat((String) jti).hasSize(43);
                identifiers.add(jti);
            }
            assertThat(identifiers).hasSize(1_000);
        }
    }

    /** RFC 8705, 2 and 5; what is on the wire is in {@link ClientCertificateTest}. */
    @Nested
    class Certificates {
        @Test
        @Tag("TC-01")
        @Tag("TC-03")
        void parametersAreTheClientIdAlone() {
            assertThat(form(new TlsClientAuth("id")))
                    .isEqualTo(Map.of("grant_type", "refresh_token", "client_id", "id"));
        }

        @Test
        @Tag("TC-03")
        void endpointsWhenThereAreNoAliasesThenRefused() {
            assertRefused(
                    Auth0ErrorCode.SERVER_MTLS_UNSUPPORTED,
                    () -> new TlsClientAuth("id").endpoints(TestMetadata.provider(true)));
        }
    }
}
