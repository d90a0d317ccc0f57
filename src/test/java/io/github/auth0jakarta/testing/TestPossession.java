package io.github.auth0jakarta.testing;

import io.github.auth0jakarta.internal.api.ProofOfPossession;
import io.github.auth0jakarta.internal.config.Auth0Config.ApiDpop.Mode;
import io.github.auth0jakarta.internal.dpop.MemoryReplayStore;
import io.github.auth0jakarta.internal.dpop.ProofTimes;
import io.github.auth0jakarta.internal.dpop.ProofValidator;
import io.github.auth0jakarta.internal.dpop.ServerNonces;
import io.github.auth0jakarta.internal.jose.ProofSignatures;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.spi.ReplayStore;
import java.time.Duration;

/** Takers of proofs, as the defaults of the configuration have them. */
public final class TestPossession {
    private TestPossession() {}

    /** Returns what validates proofs with a memory of its own. */
    public static ProofValidator validator(FixedTime time, ServerNonces nonces) {
        return validator(time, nonces, new MemoryReplayStore(1_000, new SeededRandom(1), time));
    }

    public static ProofValidator validator(FixedTime time, ServerNonces nonces, ReplayStore store) {
        return new ProofValidator(
                new ProofSignatures(new StrictJson(), null),
                new ProofTimes(time, Duration.ofSeconds(300), Duration.ofSeconds(30)),
                nonces,
                () -> store);
    }

    public static ProofOfPossession of(Mode mode, FixedTime time) {
        return new ProofOfPossession(mode, validator(time, null), new FakeEvents(), time);
    }

    /** Returns what takes bearer tokens only. */
    public static ProofOfPossession disabled(FixedTime time) {
        return of(Mode.DISABLED, time);
    }
}
