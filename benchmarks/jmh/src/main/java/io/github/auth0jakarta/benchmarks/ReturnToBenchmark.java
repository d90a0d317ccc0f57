package io.github.auth0jakarta.benchmarks;

import io.github.auth0jakarta.internal.web.ReturnTo;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Whether a browser may return to a page; the floor takes whatever {@code java.net.URI} reads and has our origin. */
@State(Scope.Benchmark)
@Warmup(iterations = 8, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class ReturnToBenchmark {

    private final URI base = URI.create("https://app.customer.example");
    private ReturnTo ours =
            new ReturnTo(base, Set.of("/auth/login", "/auth/logout", "/auth/callback", "/auth/mfa/*"), Set.of());
    private String requested = base + "/orders/2026/66f1d2c3?tab=history&page=2#total";

    @Benchmark
    public String returnTo() {
        return ours.location(requested);
    }

    @Benchmark
    public String returnToFloor() throws URISyntaxException {
        URI url = new URI(requested);
        boolean ourOrigin = base.getScheme().equals(url.getScheme())
                && base.getHost().equals(url.getHost())
                && base.getPort() == url.getPort();
        return ourOrigin ? url.toString() : base.toString();
    }
}
