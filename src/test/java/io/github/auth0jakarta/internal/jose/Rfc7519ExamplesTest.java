package io.github.auth0jakarta.internal.jose;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FakeJwks;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestKeys;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The tokens that are printed in RFC 7519: none is signed so that it would be accepted, and no key is asked for. */
class Rfc7519ExamplesTest {
    /** 3.1. */
    private static final String CLAIMS =
            "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
    /** 3.1, signed with a shared secret. */
    private static final String SYMMETRIC =
            "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9." + CLAIMS + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    /** 6.1. */
    private static final String UNSECURED = "eyJhbGciOiJub25lIn0." + CLAIMS + ".";
    /** A.1. */
    private static final String ENCRYPTED = "eyJhbGciOiJSU0ExXzUiLCJlbmMiOiJBMTI4Q0JDLUhTMjU2In0."
            + "QR1Owv2ug2WyPBnbQrRARTeEk9kDO2w8qDcjiHnSJflSdv1iNqhWXaKH4MqAkQtMoNfABIPJaZm0HaA415sv3aeuBWnD8J-Ui7Ah6cWa"
            + "fs3ZwwFKDFUUsWHSK-IPKxLGTkND09XyjORj_CHAgOPJ-Sd8ONQRnJvWn_hXV1BNMHzUjPyYwEsRhDhzjAD26imasOTsgruobpYGoQcX"
            + "UwFDn7moXPRfDE8-NoQX7N7ZYMmpUDkR-Cx9obNGwJQ3nM52YCitxoQVPzjbl7WBuB7AohdBoZOdZ24WlN1lVIeh8v1K4krB8xgKvRU8"
            + "kgFrEn_a1rZgN5TiysnmzTROF869lQ.AxY8DCtDaGlsbGljb3RoZQ.MKOle7UQrG6nSxTLX6Mqwt0orbHvAKeWnDYvpIAeZ72deHxz3r"
            + "oJDXQyhxx0wKaMHDjUEOKIwrtkHthpqEanSBNYHZgmNOV7sln1Eu9g3J8.fiK51VwhsxJ-siBMR-YFiA";

    private final FakeJwks provider = new FakeJwks(TestKeys.RSA);
    private final JwtVerifier joe = new JwtVerifier(
            TokenKind.ACCESS_TOKEN,
            EnumSet.allOf(SignatureAlgorithm.class),
            new TypeRule(Set.of("jwt"), false),
            new TrustedIssuer("joe", provider.signingKeys(new FixedTime())),
            new StrictJson());

    @Test
    @Tag("JW-10")
    void tokenThatIsSignedWithASecretIsRefused() {
        assertRefused(Auth0ErrorCode.ACCESS_TOKEN_ALGORITHM_NOT_ALLOWED, () -> joe.verify(SYMMETRIC));
    }

    @Test
    @Tag("JW-10")
    void tokenWithoutASignatureIsRefused() {
        assertRefused(Auth0ErrorCode.ACCESS_TOKEN_MALFORMED, () -> joe.verify(UNSECURED));
        assertRefused(Auth0ErrorCode.ACCESS_TOKEN_ALGORITHM_NOT_ALLOWED, () -> joe.verify(UNSECURED + "AA"));
    }

    @Test
    @Tag("DS-06")
    void tokenThatIsEncryptedIsRefused() {
        assertRefused(Auth0ErrorCode.ACCESS_TOKEN_ENCRYPTED, () -> joe.verify(ENCRYPTED));
    }

    @AfterEach
    void noKeyWasAskedFor() {
        assertThat(provider.fetches()).isZero();
    }
}
