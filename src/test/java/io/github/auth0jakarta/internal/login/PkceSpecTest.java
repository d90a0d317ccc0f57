package io.github.auth0jakarta.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.internal.web.RandomValues;
import io.github.auth0jakarta.testing.SeededRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("PKCE, RFC 7636")
class PkceSpecTest {

    @Test
    @DisplayName("4.1: a verifier has 43 to 128 unreserved characters, from 32 random bytes")
    void generateWhenCalledThenVerifierOf43Characters() {
        RandomValues random = new RandomValues(new SeededRandom(6));
        Pkce first = Pkce.generate(random);
        Pkce second = Pkce.generate(random);
        assertThat(first.verifier()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(second.verifier());
        assertThat(first.challenge()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(second.challenge());
        assertThat(Pkce.ofVerifier(first.verifier())).isEqualTo(first);
    }

    @Test
    @DisplayName("4.2: the challenge is the hash; plain is never used")
    void methodWhenAskedThenS256() {
        assertThat(Pkce.METHOD).isEqualTo("S256");
    }

    @Test
    @DisplayName("Appendix B")
    void ofVerifierWhenPublishedVerifierThenPublishedChallenge() {
        assertThat(Pkce.ofVerifier("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
                        .challenge())
                .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    @DisplayName("7.1: the verifier stays secret")
    void toStringWhenCalledThenWithoutVerifier() {
        Pkce pkce = Pkce.generate(new RandomValues(new SeededRandom(7)));
        assertThat(pkce.toString()).doesNotContain(pkce.verifier()).contains(pkce.challenge());
    }
}
