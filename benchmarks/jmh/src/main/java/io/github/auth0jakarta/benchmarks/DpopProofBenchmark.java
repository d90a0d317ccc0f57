package io.github.auth0jakarta.benchmarks;

import io.github.auth0jakarta.internal.dpop.ProofTimes;
import io.github.auth0jakarta.internal.dpop.ProofValidator;
import io.github.auth0jakarta.internal.dpop.ProvenRequest;
import io.github.auth0jakarta.internal.jose.ProofSignatures;
import io.github.auth0jakarta.internal.jose.SignatureProviders;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Taking the proof of a client that is known; the memory of proofs takes every one, or there could be one call only.
 *
 * <p>There are only some hundred in a second, so it takes long until all is compiled; until then the compiler's time counts.
 */
@State(Scope.Benchmark)
@Warmup(iterations = 50, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class DpopProofBenchmark {

    private final SampleProof sample = SampleProof.make();
    private final List<String> headers = List.of(sample.text());
    private final byte[] signed =
            sample.text().substring(0, sample.text().lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
    private final byte[] signature =
            Base64.getUrlDecoder().decode(sample.text().substring(sample.text().lastIndexOf('.') + 1));
    private final ProofValidator ours = validator(SignatureProviders.OF_JAVA);
    private final ProofValidator fast = validator(SignatureProviders.choose());

    private static ProofValidator validator(SignatureProviders providers) {
        return new ProofValidator(
                new ProofSignatures(new StrictJson(), providers),
                new ProofTimes(() -> SampleProof.TIME, Duration.ofSeconds(300), Duration.ofSeconds(30)),
                null,
                () -> (key, until) -> true);
    }

    private boolean take(ProofValidator validator) {
        ProvenRequest request = ProvenRequest.of("GET", Set.of(SampleProof.ADDRESS));
        return validator.validate(headers, request, SampleProof.ACCESS_TOKEN, sample.thumbprint());
    }

    @Benchmark
    public boolean proof() {
        return take(ours);
    }

    /** With the provider that is chosen, where one can be seen. */
    @Benchmark
    public boolean proofFastProvider() {
        return take(fast);
    }

    /** The signature alone, by this Java's own provider, with a key that is ready. */
    @Benchmark
    public boolean proofFloor() throws GeneralSecurityException {
        Signature engine = Signature.getInstance("SHA256withECDSAinP1363Format", "SunEC");
        engine.initVerify(sample.key());
        engine.update(signed);
        return engine.verify(signature);
    }
}
