package io.github.auth0jakarta.benchmarks;

import com.auth0.jwt.interfaces.DecodedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import io.github.auth0jakarta.internal.api.AccessTokenRules;
import io.github.auth0jakarta.internal.api.AccessTokenValidator;
import io.github.auth0jakarta.internal.api.AudienceRule;
import io.github.auth0jakarta.internal.api.JwtAccessToken;
import io.github.auth0jakarta.internal.api.VerifiedTokens;
import io.github.auth0jakarta.internal.jose.JwksCachePolicy;
import io.github.auth0jakarta.internal.jose.Lifetime;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.jose.SignatureProviders;
import io.github.auth0jakarta.internal.jose.SigningKeys;
import io.github.auth0jakarta.internal.jose.TrustedIssuer;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Verifying an access token for an API, with its keys at hand. */
@State(Scope.Benchmark)
@Warmup(iterations = 8, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class AccessTokenBenchmark {
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final SampleToken token = new SampleToken();
    private final AccessTokenValidator cold = validator(SignatureProviders.OF_JAVA, null);
    private final AccessTokenValidator fastProvider = validator(SignatureProviders.choose(), null);
    private final AccessTokenValidator cached = validator(
            SignatureProviders.OF_JAVA, new VerifiedTokens(1_000, Duration.ofHours(1), InstantSource.system()));
    private final JcaVerify floor = new JcaVerify(token);
    private final NimbusVerify nimbus = new NimbusVerify(token);
    private final JavaJwtVerify javaJwt = new JavaJwtVerify(token);
    private final SmallRyeVerify smallRye = new SmallRyeVerify(token);

    private AccessTokenValidator validator(SignatureProviders providers, @Nullable VerifiedTokens verified) {
        byte[] jwks = token.keys().toString().getBytes(StandardCharsets.UTF_8);
        InstantSource clock = InstantSource.system();
        SigningKeys keys = new SigningKeys(
                () -> URI.create(SampleToken.ISSUER + "jwks"),
                uri -> jwks,
                new StrictJson(),
                providers,
                JwksCachePolicy.DEFAULT,
                Runnable::run,
                clock);
        TrustedIssuer issuer = new TrustedIssuer(SampleToken.ISSUER, keys);
        AccessTokenRules rules = new AccessTokenRules(
                AudienceRule.oneOf(Set.of(SampleToken.AUDIENCE)),
                Set.of(SignatureAlgorithm.RS256),
                Set.of(),
                new Lifetime(clock, SKEW));
        return new AccessTokenValidator(origin -> issuer, rules, verified, new StrictJson(), null);
    }

    @Benchmark
    public JwtAccessToken verify() {
        return cold.validateBearer(token.text());
    }

    @Benchmark
    public JwtAccessToken verifyFastProvider() {
        return fastProvider.validateBearer(token.text());
    }

    @Benchmark
    public JwtAccessToken verifyAgain() {
        return cached.validateBearer(token.text());
    }

    @Benchmark
    public boolean verifyFloor() throws GeneralSecurityException {
        return floor.verify();
    }

    @Benchmark
    public JWTClaimsSet verifyNimbus() {
        return nimbus.verify(token.text());
    }

    @Benchmark
    public DecodedJWT verifyJavaJwt() {
        return javaJwt.verify(token.text());
    }

    @Benchmark
    public JsonWebToken verifySmallRye() {
        return smallRye.verify(token.text());
    }
}
