package io.github.auth0jakarta.internal.dpop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.SeededRandom;
import io.github.auth0jakarta.testing.SentJwt;
import io.github.auth0jakarta.testing.TestKeys;
import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9449, 4.2: what a proof consists of. */
class DpopProofSpecTest {
    private static final URI TOKEN_ENDPOINT = URI.create("https://server.example.com/token");

    private final FixedTime time = new FixedTime();
    private final DpopProofs proofs =
            new DpopProofs(DpopKey.ofPem(TestKeys.EC.pem(), new StrictJson()), new SeededRandom(1), time);

    /** typ, alg, and a jwk that must not contain a private key. */
    @Test
    void header() {
        SentJwt proof = SentJwt.of(proofs.proof("POST", TOKEN_ENDPOINT, null, null));

        Map<String, Object> jwk = TestKeys.EC.jwk();
        jwk.keySet().retainAll(Set.of("kty", "crv", "x", "y"));
        assertThat(proof.header()).isEqualTo(Map.of("typ", "dpop+jwt", "alg", "ES256", "jwk", jwk));
        assertThat(proof.isSignedBy(TestKeys.EC)).isTrue();
    }

    /** jti, htm, htu and iat, as in the example of 4.2; no ath where no access token is presented. */
    @Test
    @Tag("DP-20")
    void claimsAtTheAuthorizationServer() {
        Map<String, Object> claims =
                SentJwt.of(proofs.proof("POST", TOKEN_ENDPOINT, null, null)).claims();

        assertThat(claims).containsOnlyKeys("jti", "htm", "htu", "iat");
        assertThat(claims)
                .containsEntry("htm", "POST")
                .containsEntry("htu", "https://server.example.com/token")
                .containsEntry("iat", FixedTime.START.getEpochSecond());
        assertThat((String) claims.get("jti")).hasSize(43);
    }

    /** The access token and the ath of the example in 7.1. */
    @Test
    @Tag("DP-20")
    void claimsAtAProtectedResource() {
        String accessToken = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU";
        Map<String, Object> claims = SentJwt.of(proofs.proof(
                        "GET", URI.create("https://resource.example.org/protectedresource"), accessToken, null))
                .claims();

        assertThat(claims).containsOnlyKeys("jti", "htm", "htu", "iat", "ath");
        assertThat(claims)
                .containsEntry("htm", "GET")
                .containsEntry("htu", "https://resource.example.org/protectedresource")
                .containsEntry("ath", "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo");
    }

    /** The nonce of the example in 8. */
    @Test
    void nonceWhenTheServerGaveOne() {
        assertThat(SentJwt.of(proofs.proof("POST", TOKEN_ENDPOINT, null, "eyJ7S_zG.eyJH0-Z.HX4w-7v"))
                        .claims())
                .containsEntry("nonce", "eyJ7S_zG.eyJH0-Z.HX4w-7v");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/userinfo?schema=openid, https://a.example/userinfo",
        "https://a.example/userinfo#part, https://a.example/userinfo",
        "https://a.example:8443/a%20b?c=d, https://a.example:8443/a%20b",
        "https://a.example, https://a.example",
    })
    @Tag("DP-20")
    void htuIsWithoutQueryAndFragment(URI address, String htu) {
        assertThat(SentJwt.of(proofs.proof("GET", address, "token", null)).claims())
                .containsEntry("htu", htu);
    }

    @Test
    @Tag("DP-20")
    void aThousandProofsHaveAThousandIdentifiers() {
        Set<Object> identifiers = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            identifiers.add(SentJwt.of(proofs.proof("POST", TOKEN_ENDPOINT, null, null))
                    .claims()
                    .get("jti"));
        }
        assertThat(identifiers).hasSize(1_000);
    }
}
