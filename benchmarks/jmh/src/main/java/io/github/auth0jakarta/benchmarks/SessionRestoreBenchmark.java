package io.github.auth0jakarta.benchmarks;

import io.github.auth0jakarta.internal.config.SameSite;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.session.ChunkedCookie;
import io.github.auth0jakarta.internal.session.CookieAttributes;
import io.github.auth0jakarta.internal.session.MemoryRevocationStore;
import io.github.auth0jakarta.internal.session.RecentSessions;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.internal.session.Revocations;
import io.github.auth0jakarta.internal.session.SessionCodec;
import io.github.auth0jakarta.internal.session.SessionCookies;
import io.github.auth0jakarta.internal.session.SessionData;
import io.github.auth0jakarta.internal.session.SessionLifetime;
import io.github.auth0jakarta.internal.session.SessionRules;
import io.github.auth0jakarta.internal.session.Sessions;
import io.github.auth0jakarta.spi.RevocationStore;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From the cookies of a request to its session; the floor opens and parses the same content with the same libraries. */
@State(Scope.Benchmark)
@Warmup(iterations = 8, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class SessionRestoreBenchmark {
    private static final Duration LONGEST = Duration.ofDays(3);

    private final SecureRandom random = new SecureRandom();
    private final SessionCodec codec = new SessionCodec(new StrictJson());
    private final SessionData session = SampleSession.of(codec);
    private final InstantSource clock = InstantSource.fixed(SampleSession.WRITTEN_AT);
    private SessionCookies ours = new SessionCookies(
            new ChunkedCookie("session", new CookieAttributes("/", null, true, SameSite.LAX, true)),
            SessionCookieBenchmark.seal(random),
            codec,
            rules(),
            new RecentSessions(clock),
            6_000);
    private Cookie[] cookies = cookies();

    private JcaSeal floor = new JcaSeal(random.generateSeed(32), random);
    private JsonReaderFactory parsers = JsonProvider.provider().createReaderFactory(Map.of());
    private String sealedByFloor = floor.seal(codec.encode(session));

    /** Looks each session up among those that have ended, as in an application without a store of its own for them. */
    private SessionRules rules() {
        RevocationStore ended = new MemoryRevocationStore(MemoryRevocationStore.MAXIMUM, clock);
        Revocations revocations = new Revocations(() -> ended, SampleSession.ISSUER, LONGEST, clock);
        return new SessionRules(new SessionLifetime(true, LONGEST, Duration.ofDays(1)), revocations, clock);
    }

    private Cookie[] cookies() {
        String header = ours.begin(session, RequestCookies.NONE).get(0);
        String value = header.substring(header.indexOf('=') + 1, header.indexOf(';'));
        return new Cookie[] {
            new Cookie("theme", "dark"),
            new Cookie(SessionCookieBenchmark.NAME, value),
            new Cookie("consent", "2026-11-21")
        };
    }

    @Benchmark
    public Optional<Sessions.Restored> restore() {
        return ours.restore(RequestCookies.of(cookies));
    }

    @Benchmark
    public JsonObject restoreFloor() {
        byte[] content = floor.open(sealedByFloor);
        try (JsonReader reader = parsers.createReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
            return reader.readObject();
        }
    }
}
