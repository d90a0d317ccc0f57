package io.github.auth0jakarta.internal.authorization;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.InteractionRequiredException;
import io.github.auth0jakarta.internal.api.Challenges;
import io.github.auth0jakarta.internal.caller.Caller;
import io.github.auth0jakarta.internal.web.Challenger;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether the current caller may pass; resources, servlets and beans all ask here, so they all decide alike.
 *
 * <p>A caller whom somebody else has authenticated has no claims, and is as good as none.
 */
public final class Authorization {
    private final Supplier<Optional<Caller>> caller;
    private final InstantSource clock;
    private final DenialAnswers answers;

    /**
     * @param caller of the current request, as the container knows it
     * @param challenger null where nobody can log in here
     * @param challenges for programs
     */
    public Authorization(
            Supplier<Optional<Caller>> caller,
            InstantSource clock,
            @Nullable Challenger challenger,
            Challenges challenges) {
        this.caller = caller;
        this.clock = clock;
        this.answers = new DenialAnswers(caller, challenger, challenges);
    }

    /**
     * Lets the current caller pass who meets all requirements.
     *
     * @throws InteractionRequiredException {@code session.missing} where nobody is known
     * @throws io.github.auth0jakarta.AccessDeniedException where the caller does not meet one
     */
    public void check(Requirements requirements) {
        if (requirements.isEmpty()) {
            return;
        }
        Caller current = caller.get()
                .orElseThrow(
                        () -> new InteractionRequiredException(Auth0ErrorCode.SESSION_MISSING, "nobody is logged in"));
        requirements.check(current, clock.instant());
    }

    /** Returns what answers those who did not pass. */
    public DenialAnswers answers() {
        return answers;
    }
}
