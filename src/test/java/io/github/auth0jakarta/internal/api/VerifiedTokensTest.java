package io.github.auth0jakarta.internal.api;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.jose.Lifetime;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.jose.TrustedIssuer;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FakeJwks;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private final FixedTime time = new FixedTime();
    private final FakeJwks provider = new FakeJwks(TestKeys.RSA);
    private final TrustedIssuer issuer = provider.issuer(time);
    private final VerifiedTokens verified = new VerifiedTokens(100, Duration.ofMinutes(1), time);
    private final AccessTokenValidator validator = validator(verified, TestJwts.AUDIENCE);
    private final String token = TestJwts.accessToken().build();

    private AccessTokenValidator validator(VerifiedTokens memory, String audience) {
        return new AccessTokenValidator(
                origin -> issuer,
                new AccessTokenRules(
                        AudienceRule.oneOf(Set.of(audience)),
                        Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256),
                        Set.of(),
                        new Lifetime(time, Duration.ofSeconds(60))),
                memory,
                new StrictJson(),
                null);
    }

    private boolean isRemembered(String text) {
        return verified.find(TokenDigest.of(text)) != null;
    }

    @Test
    void goodTokenIsReadOnce() {
        JwtAccessToken first = validator.validateBearer(token);
        JwtAccessToken second = validator.validateBearer(token);

        assertThat(second.claims()).isSameAs(first.claims());
        assertThat(second.token()).isEqualTo(token);
        assertThat(TokenDigest.of(token)).hasToString("TokenDigest").isEqualTo(TokenDigest.of(token));
    }

    @Test
    void tokenIsReadAgainWhenItsTimeInMemoryIsOver() {
        JwtAccessToken first = validator.validateBearer(token);
        time.advance(Duration.ofSeconds(59));
        assertThat(validator.validateBearer(token).claims()).isSameAs(first.claims());
        time.advance(Duration.ofSeconds(2));
        assertThat(validator.validateBearer(token).claims())
                .isNotSameAs(first.claims())
                .isEqualTo(first.claims());
    }

    @Test
    void refusedTokenIsNotRemembered() {
        for (TestJwts bad : new TestJwts[] {
            TestJwts.accessToken().claim("aud", "https://other.example"),
            TestJwts.accessToken().signedBy(TestKeys.STRANGER_RSA).header("kid", TestKeys.RSA.kid()),
            TestJwts.accessToken().without("sub")
        }) {
            String text = bad.build();
            assertThat(catchRefusal(text)).isNotNull();
            assertThat(isRemembered(text)).isFalse();
        }
    }

    private Auth0ErrorCode catchRefusal(String text) {
        try {
            validator.validateBearer(text);
            throw new AssertionError("was not refused");
        } catch (io.github.auth0jakarta.TokenValidationException e) {
            return e.code();
        }
    }

    /** A signature is the last part: who changes it must not profit from what was verified. */
    @Test
    void otherTextOfTheSameClaimsIsAnotherToken() {
        validator.validateBearer(token);
        char last = token.charAt(token.length() - 2);
        String changed = token.substring(0, token.length() - 2)
                + (last == 'A' ? 'B' : 'A')
                + token.substring(token.length() - 1);

        assertRefused(Auth0ErrorCode.ACCESS_TOKEN_SIGNATURE_INVALID, () -> validator.validateBearer(changed));
    }

    @Test
    @Tag("AC-16")
    void rememberedTokenExpires() {
        long now = FixedTime.START.getEpochSecond();
        String brief = TestJwts.accessToken().claim("exp", now - 30).build();
        validator.validateBearer(brief);
        time.advance(Duration.ofSeconds(29));
        validator.validateBearer(brief);
        time.advance(Duration.ofSeconds(1));

        assertThat(isRemembered(brief)).isTrue();
        assertRefused(Auth0ErrorCode.ACCESS_TOKEN_EXPIRED, () -> validator.validateBearer(brief));
    }

    /** Clocks are set back now and then. */
    @Test
    @Tag("AC-16")
    void rememberedTokenIsNotGoodBeforeItsTime() {
        String early = TestJwts.accessToken()
                .claim("nbf", FixedTime.START.getEpochSecond() + 60)
                .build();
        validator.validateBearer(early);
        time.advance(Duration.ofSeconds(-1));

        assertRefused(Auth0ErrorCode.ACCESS_TOKEN_NOT_YET_VALID, () -> validator.validateBearer(early));
    }

    @Test
    @Tag("AC-16")
    void rememberedTokenEndsWithItsKey() {
        validator.validateBearer(token);
        provider.publish(TestKeys.ROTATED_RSA);
        issuer.keys().dropCache();

        assertThat(isRemembered(token)).isTrue();
        assertRefused(Auth0ErrorCode.ACCESS_TOKEN_KEY_UNKNOWN, () -> validator.validateBearer(token));
    }

    @Test
    void renewalOfTheSameKeysChangesNothing() {
        JwtAccessToken first = validator.validateBearer(token);
        issuer.keys().dropCache();

        assertThat(validator.validateBearer(token).claims()).isSameAs(first.claims());
        assertThat(provider.fetches()).isEqualTo(2);
    }

    @Test
    void outageIsNoVerdictOnARememberedToken() {
        validator.validateBearer(token);
        issuer.keys().dropCache();
        provider.down(true);

        assertRefused(Auth0ErrorCode.TRANSPORT_TIMEOUT, () -> validator.validateBearer(token));
    }

    @Test
    @Tag("AC-15")
    void eachValidatorRemembersForItself() {
        AccessTokenValidator other =
                validator(new VerifiedTokens(100, Duration.ofMinutes(1), time), "https://other.example");
        validator.validateBearer(token);

        assertRefused(Auth0ErrorCode.ACCESS_TOKEN_AUDIENCE_MISMATCH, () -> other.validateBearer(token));
    }

    @Test
    @Tag("AC-15")
    void demandsOfOneCallAreMetByRememberedTokensToo() {
        validator.validateBearer(token);

        assertRefused(
                Auth0ErrorCode.ACCESS_TOKEN_CLAIM_MISSING,
                () -> validator.validateBearer(
                        token, new AccessTokenDemands(Set.of("org_id"), Set.of(), TokenOrigin.NO_REQUEST)));
        assertRefused(
                Auth0ErrorCode.ACCESS_TOKEN_ALGORITHM_NOT_ALLOWED,
                () -> validator.validateBearer(
                        token, new AccessTokenDemands(Set.of(), Set.of("PS256"), TokenOrigin.NO_REQUEST)));
    }

    @Test
    @Tag("AC-15")
    void boundTokenThatIsRememberedIsStillNoBearerToken() {
        String bound = TestJwts.accessToken()
                .claim("cnf", Map.of("jkt", "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"))
                .build();

        assertThat(validator.validate(bound).jwkThumbprint()).isPresent();
        assertThat(isRemembered(bound)).isTrue();
        assertRefused(Auth0ErrorCode.ACCESS_TOKEN_BINDING_UNSUPPORTED, () -> validator.validateBearer(bound));
        assertThat(validator.validate(bound).jwkThumbprint()).isPresent();
    }

    @Test
    void numberIsBounded() {
        VerifiedTokens two = new VerifiedTokens(2, Duration.ofMinutes(1), time);
        AccessTokenValidator forgetful = validator(two, TestJwts.AUDIENCE);
        String[] tokens = new String[10];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = TestJwts.accessToken().claim("jti", "jti-" + i).build();
            forgetful.validateBearer(tokens[i]);
        }
        long remembered = java.util.Arrays.stream(tokens)
                .filter(text -> two.find(TokenDigest.of(text)) != null)
                .count();

        assertThat(remembered).isLessThanOrEqualTo(2);
    }

    @Test
    void clearedMemoryIsEmpty() {
        validator.validateBearer(token);
        verified.clear();

        assertThat(isRemembered(token)).isFalse();
    }
}
