package io.github.auth0jakarta.internal.api;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.AccessTokenVerifier;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.TokenPresentation;
import io.github.auth0jakarta.internal.config.Auth0Config.ApiDpop.Mode;
import io.github.auth0jakarta.internal.jose.Lifetime;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FakeJwks;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import io.github.auth0jakarta.testing.TestPossession;
import io.github.auth0jakarta.testing.TestProofs;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PresentedTokenVerifierTest {
    private final FixedTime time = new FixedTime();
    private final AccessTokenVerifier verifier = verifier(Mode.ALLOWED);
    private final String token = TestJwts.accessToken().build();

    private AccessTokenVerifier verifier(Mode mode) {
        AccessTokenValidator validator = new AccessTokenValidator(
                new FakeJwks(TestKeys.RSA).issuer(time),
                new AccessTokenRules(
                        AudienceRule.oneOf(Set.of(TestJwts.AUDIENCE)),
                        Set.of(SignatureAlgorithm.RS256),
                        Set.of(),
                        new Lifetime(time, Duration.ofSeconds(60))),
                new StrictJson());
        return new PresentedTokenVerifier(validator, TestPossession.of(mode, time));
    }

    @Test
    void goodBearerTokenIsReturned() {
        assertThat(verifier.verify(token).subject()).isEqualTo(TestJwts.SUBJECT);
    }

    @Test
    void callMayRequireClaims() {
        TokenPresentation presentation = TokenPresentation.bearer(token);

        assertThat(verifier.verify(presentation.withRequiredClaims(Set.of("azp"))))
                .isNotNull();
        assertRefused(
                Auth0ErrorCode.ACCESS_TOKEN_CLAIM_MISSING,
                () -> verifier.verify(presentation.withRequiredClaims(Set.of("azp", "org_id"))));
    }

    @Test
    void callMayNarrowAlgorithms() {
        TokenPresentation presentation = TokenPresentation.bearer(token);

        assertThat(verifier.verify(presentation.withAlgorithms(Set.of("RS256", "ES256"))))
                .isNotNull();
        assertRefused(
                Auth0ErrorCode.ACCESS_TOKEN_ALGORITHM_NOT_ALLOWED,
                () -> verifier.verify(presentation.withAlgorithms(Set.of("ES256"))));
    }

    @Test
    void boundTokenNeedsItsProof() {
        String bound = TestProofs.boundToken(TestKeys.EC);
        TokenPresentation.Proof proof =
                new TokenPresentation.Proof(TestProofs.of(bound).build(), "GET", URI.create(TestProofs.ADDRESS));

        assertThat(verifier.verify(TokenPresentation.dpop(bound, proof)).jwkThumbprint())
                .isPresent();
        assertRefused(Auth0ErrorCode.DPOP_REPLAYED, () -> verifier.verify(TokenPresentation.dpop(bound, proof)));
        assertRefused(Auth0ErrorCode.ACCESS_TOKEN_BINDING_UNSUPPORTED, () -> verifier.verify(bound));
    }

    @Test
    void schemeThatTheModeDoesNotTakeIsRefused() {
        assertRefused(
                Auth0ErrorCode.ACCESS_TOKEN_SCHEME_NOT_ACCEPTED,
                () -> verifier(Mode.REQUIRED).verify(token));
    }
}
