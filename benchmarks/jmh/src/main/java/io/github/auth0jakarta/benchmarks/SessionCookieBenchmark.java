package io.github.auth0jakarta.benchmarks;

import io.github.auth0jakarta.internal.config.CookieSecret;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.session.CookieSeal;
import io.github.auth0jakarta.internal.session.SessionCodec;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Sealing and opening the content of a session cookie. */
@State(Scope.Benchmark)
@Warmup(iterations = 8, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class SessionCookieBenchmark {

    static final String NAME = "__Host-session";

    private final SecureRandom random = new SecureRandom();
    private byte[] content = content();
    private CookieSeal ours = seal(random);
    private JcaSeal floor = new JcaSeal(random.generateSeed(32), random);
    private NimbusSeal nimbus = new NimbusSeal(random.generateSeed(32));
    private String sealedByUs = ours.seal(NAME, content);
    private String sealedByFloor = floor.seal(content);
    private String sealedByNimbus = nimbus.seal(content);

    static CookieSeal seal(SecureRandom random) {
        CookieSecret secret = CookieSecret.of("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
        return new CookieSeal(List.of(secret), "session", "https://tenant.eu.auth0.example/ client-1", random);
    }

    private static byte[] content() {
        SessionCodec codec = new SessionCodec(new StrictJson());
        return codec.encode(SampleSession.of(codec));
    }

    @Benchmark
    public Optional<CookieSeal.Opened> open() {
        return ours.open(NAME, sealedByUs);
    }

    @Benchmark
    public byte[] openFloor() {
        return floor.open(sealedByFloor);
    }

    @Benchmark
    public byte[] openNimbus() {
        return nimbus.open(sealedByNimbus);
    }

    @Benchmark
    public String seal() {
        return ours.seal(NAME, content);
    }

    @Benchmark
    public String sealFloor() {
        return floor.seal(content);
    }

    @Benchmark
    public String sealNimbus() {
        return nimbus.seal(content);
    }
}
