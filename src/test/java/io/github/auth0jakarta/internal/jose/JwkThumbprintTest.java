package io.github.auth0jakarta.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** RFC 7638. */
class JwkThumbprintTest {

    /** The example of 3.1. */
    @Test
    void ofWhenTheRsaKeyOfSection31ThenItsThumbprint() {
        assertThat(JwkThumbprint.of(Map.of(
                        "kty",
                        "RSA",
                        "n",
                        "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWK"
                                + "RXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368"
                                + "QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4"
                                + "lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw",
                        "e",
                        "AQAB",
                        "alg",
                        "RS256",
                        "kid",
                        "2011-04-29")))
                .isEqualTo("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    }

    /** The key of RFC 9449, 4.1, and its thumbprint, 6.1. */
    @Test
    void ofWhenTheEcKeyOfRfc9449ThenItsThumbprint() {
        assertThat(JwkThumbprint.of(Map.of(
                        "kty", "EC",
                        "crv", "P-256",
                        "x", "l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs",
                        "y", "9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA")))
                .isEqualTo("0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I");
    }

    @Test
    void ofWhenNoJwkThenRefused() {
        assertThatThrownBy(() -> JwkThumbprint.of(Map.of("kty", "EC"))).isInstanceOf(IllegalArgumentException.class);
    }
}
