package io.github.auth0jakarta.internal.dpop;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.jose.ProofSignatures;
import io.github.auth0jakarta.internal.jose.SignatureProviders;
import io.github.auth0jakarta.internal.jose.SignedProof;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestPossession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proofs that are printed in RFC 9449. */
class Rfc9449ExamplesTest {
    /** 6.1: the key of all examples. */
    private static final String THUMBPRINT = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";

    private static final String HEADER = "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4d"
            + "EZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERW"
            + "clUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19";
    /** 5, figure 4. */
    private static final String TOKEN_REQUEST = HEADER
            + ".eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuI"
            + "iwiaWF0IjoxNTYyMjYyNjE2fQ.2-GxA6T8lP4vfrg8v-FdWP0A0zdrj8igiMLvqRMUvwnQg4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xR"
            + "ZT3Lg";
    /** 5, figure 6. */
    private static final String REFRESH_REQUEST = HEADER
            + ".eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuI"
            + "iwiaWF0IjoxNTYyMjY1Mjk2fQ.pAqut2IRDm_De6PR93SYmGBPXpwrAk90e8cP2hjiaG5QsGSuKDYW7_X620BxqhvYC8ynrrvZLTk41mSRr"
            + "oapUA";
    /** 7.1, figure 12. */
    private static final String RESOURCE_REQUEST = HEADER
            + ".eyJqdGkiOiJlMWozVl9iS2ljOC1MQUVCIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9yZXNvdXJjZS5leGFtcGxlLm9yZy9wcm90Z"
            + "WN0ZWRyZXNvdXJjZSIsImlhdCI6MTU2MjI2MjYxOCwiYXRoIjoiZlVIeU8ycjJaM0RaNTNFc05yV0JiMHhXWG9hTnk1OUlpS0NBcWtzbVFF"
            + "byJ9.2oW9RP35yRqzhrtNP86L-Ey71EOptxRimPPToA1plemAgR6pxHF8y6-yqyVnmcw6Fy1dqd-jfxSYoMxhAJpLjA";

    private static final String ACCESS_TOKEN = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU";

    private final FixedTime time = new FixedTime();

    @ParameterizedTest
    @CsvSource({
        TOKEN_REQUEST + ", -BwC3ESc6acc2lTc, POST, https://server.example.com/token, 1562262616",
        REFRESH_REQUEST + ", -BwC3ESc6acc2lTc, POST, https://server.example.com/token, 1562265296",
        RESOURCE_REQUEST + ", e1j3V_bKic8-LAEB, GET, https://resource.example.org/protectedresource, 1562262618"
    })
    void verifyWhenPrintedThereThenOfThatKey(String text, String jti, String htm, String htu, long iat) {
        SignedProof proof = new ProofSignatures(new StrictJson(), SignatureProviders.OF_JAVA).verify(text, "");
        assertThat(proof.thumbprint()).isEqualTo(THUMBPRINT);
        assertThat(proof.claims().asMap())
                .containsEntry("jti", jti)
                .containsEntry("htm", htm)
                .containsEntry("htu", htu)
                .containsEntry("iat", iat);
    }

    @Test
    void validateWhenTheRequestOf71ThenAccepted() {
        time.advance(Duration.between(time.instant(), Instant.ofEpochSecond(1_562_262_620)));
        ProvenRequest request = ProvenRequest.of("GET", Set.of("https://resource.example.org/protectedresource"));
        ProofValidator validator = TestPossession.validator(time, null);
        assertThat(validator.validate(List.of(RESOURCE_REQUEST), request, ACCESS_TOKEN, THUMBPRINT))
                .isFalse();
        assertRefused(
                Auth0ErrorCode.DPOP_REPLAYED,
                () -> validator.validate(List.of(RESOURCE_REQUEST), request, ACCESS_TOKEN, THUMBPRINT));
    }

    @Test
    void validateWhenAProofForTheAuthorizationServerThenRefused() {
        assertRefused(
                Auth0ErrorCode.DPOP_CLAIM_MISSING,
                () -> TestPossession.validator(time, null)
                        .validate(
                                List.of(TOKEN_REQUEST),
                                ProvenRequest.of("POST", Set.of("https://server.example.com/token")),
                                ACCESS_TOKEN,
                                THUMBPRINT));
    }
}
