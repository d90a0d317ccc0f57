package io.github.auth0jakarta.internal.authorization;

import io.github.auth0jakarta.AccessDeniedException;
import io.github.auth0jakarta.ActorChain;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.RequiresActor;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.internal.caller.Caller;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One of these acts now for the caller, or anybody where none is named (RFC 8693, 4.1: actors before the current one do not
 * count).
 */
record RequiredActor(Set<String> subjects) implements Requirement {

    static RequiredActor of(RequiresActor annotation) {
        return new RequiredActor(Arrays.stream(annotation.value()).collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public void check(Caller caller, Instant now) {
        if (!isMet(caller.claims())) {
            throw new AccessDeniedException(
                    Auth0ErrorCode.AUTHORIZATION_ACTOR_MISMATCH,
                    "nobody who is let in acts for the caller",
                    Set.of(),
                    List.of(),
                    null);
        }
    }

    /** A claim that tells no chain tells no actor. */
    private boolean isMet(Map<String, Object> claims) {
        try {
            return ActorChain.of(claims)
                    .current()
                    .filter(actor -> subjects.isEmpty() || subjects.contains(actor.subject()))
                    .isPresent();
        } catch (TokenValidationException e) {
            return false;
        }
    }
}
