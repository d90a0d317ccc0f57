package io.github.auth0jakarta.internal.api;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.jose.Lifetime;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.jose.TrustedIssuer;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.spi.IssuerResolver;
import io.github.auth0jakarta.testing.FakeJwks;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ResolvedIssuersTest {
    private static final String OTHER = "https://login.example/";

    private final FixedTime time = new FixedTime();
    private final FakeJwks provider = new FakeJwks(TestKeys.RSA);
    private final FakeJwks otherProvider = new FakeJwks(TestKeys.ROTATED_RSA);
    private final Map<String, TrustedIssuer> trusted = Map.of(
            TestJwts.ISSUER, provider.issuer(time), OTHER, new TrustedIssuer(OTHER, otherProvider.signingKeys(time)));
    private final List<String> trustedNow = new ArrayList<>();
    private final List<IssuerResolver.Question> questions = new ArrayList<>();
    private final VerifiedTokens memory = new VerifiedTokens(10, Duration.ofMinutes(1), time);
    private Set<String> accepted = Set.of(OTHER);
    private @Nullable RuntimeException failure;

    private final AccessTokenValidator validator = validator(Optional.of(this::answer));

    private AccessTokenValidator validator(Optional<IssuerResolver> resolver) {
        return new AccessTokenValidator(
                new ResolvedIssuers(() -> resolver, issuer(TestJwts.ISSUER), name -> {
                    trustedNow.add(name);
                    return issuer(name);
                }),
                new AccessTokenRules(
                        AudienceRule.oneOf(Set.of(TestJwts.AUDIENCE)),
                        Set.of(SignatureAlgorithm.RS256),
                        Set.of(),
                        new Lifetime(time, Duration.ofSeconds(60))),
                memory,
                new StrictJson(),
                null);
    }

    private TrustedIssuer issuer(String name) {
        return Objects.requireNonNull(trusted.get(name), name);
    }

    private Set<String> answer(IssuerResolver.Question question) {
        questions.add(question);
        if (failure != null) {
            throw failure;
        }
        return accepted;
    }

    private static TestJwts otherToken() {
        return TestJwts.accessToken().signedBy(TestKeys.ROTATED_RSA).claim("iss", OTHER);
    }

    @Test
    void resolverTakesThePlaceOfTheConfiguration() {
        assertThat(validator.validateBearer(otherToken().build()).issuer()).isEqualTo(OTHER);
        assertRefused(
                Auth0ErrorCode.ACCESS_TOKEN_ISSUER_MISMATCH,
                () -> validator.validateBearer(TestJwts.accessToken().build()));
        assertThat(provider.fetches()).isZero();
    }

    @Test
    void configurationCountsWhereThereIsNoResolver() {
        AccessTokenValidator configured = validator(Optional.empty());

        assertThat(configured.validateBearer(TestJwts.accessToken().build())).isNotNull();
        assertRefused(
                Auth0ErrorCode.ACCESS_TOKEN_KEY_UNKNOWN,
                () -> configured.validateBearer(otherToken().build()));
    }

    @Test
    @Tag("AC-20")
    void issuerThatIsNotAcceptedIsNotEvenLookedUp() {
        for (Object name : List.of("https://evil.example/", "https://login.example", OTHER + "x")) {
            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_ISSUER_MISMATCH,
                    () -> validator.validateBearer(
                            otherToken().claim("iss", name).build()));
        }
        assertThat(trustedNow).isEmpty();
        assertThat(otherProvider.fetches()).isZero();
    }

    @Test
    @Tag("AC-21")
    void eachIssuerHasItsOwnKeys() {
        accepted = Set.of(OTHER, TestJwts.ISSUER);

        assertThat(validator.validateBearer(TestJwts.accessToken().build())).isNotNull();
        assertRefused(
                Auth0ErrorCode.ACCESS_TOKEN_KEY_UNKNOWN,
                () -> validator.validateBearer(
                        otherToken().claim("iss", TestJwts.ISSUER).build()));
        assertRefused(
                Auth0ErrorCode.ACCESS_TOKEN_SIGNATURE_INVALID,
                () -> validator.validateBearer(otherToken()
                        .claim("iss", TestJwts.ISSUER)
                        .header("kid", TestKeys.RSA.kid())
                        .build()));
    }

    @Test
    @Tag("AC-14")
    void failureIsNoVerdictOnTheToken() {
        for (RuntimeException thrown : List.of(new IllegalStateException("database"), new NullPointerException())) {
            failure = thrown;
            assertRefused(
                    Auth0ErrorCode.ACCESS_TOKEN_ISSUERS_UNAVAILABLE,
                    () -> validator.validateBearer(otherToken().build()));
        }
        assertThat(Auth0ErrorCode.ACCESS_TOKEN_ISSUERS_UNAVAILABLE.status()).isEqualTo(503);
    }

    @Test
    @Tag("AC-15")
    void rememberedTokenIsAskedAboutAgain() {
        String token = otherToken().build();
        validator.validateBearer(token);
        accepted = Set.of();

        assertRefused(Auth0ErrorCode.ACCESS_TOKEN_ISSUER_MISMATCH, () -> validator.validateBearer(token));
        failure = new IllegalStateException("database");
        assertRefused(Auth0ErrorCode.ACCESS_TOKEN_ISSUERS_UNAVAILABLE, () -> validator.validateBearer(token));
    }

    @Test
    void questionTellsOfTheRequest() {
        TokenOrigin origin = new TokenOrigin() {
            @Override
            public Optional<URI> uri() {
                return Optional.of(URI.create("https://app.example/api"));
            }

            @Override
            public Optional<String> header(String name) {
                return Optional.of(name + "-1");
            }
        };
        validator.validateBearer(otherToken().build(), AccessTokenDemands.from(origin));
        validator.validateBearer(otherToken().build());

        assertThat(questions.get(0).unverifiedIssuer()).isEqualTo(OTHER);
        assertThat(questions.get(0).uri()).contains(URI.create("https://app.example/api"));
        assertThat(questions.get(0).header("X-Tenant")).contains("X-Tenant-1");
        assertThat(questions.get(1).uri()).isEmpty();
        assertThat(questions.get(1).header("X-Tenant")).isEmpty();
    }

    @Test
    void tokenThatNamesNoIssuerIsRefused() {
        assertRefused(
                Auth0ErrorCode.ACCESS_TOKEN_CLAIM_MISSING,
                () -> validator.validateBearer(otherToken().without("iss").build()));
        assertThat(questions).isEmpty();
    }
}
