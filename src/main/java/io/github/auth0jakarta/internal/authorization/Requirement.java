package io.github.auth0jakarta.internal.authorization;

import io.github.auth0jakarta.AccessDeniedException;
import io.github.auth0jakarta.internal.caller.Caller;
import java.time.Instant;

/** One thing that a caller needs to pass; immutable. */
sealed interface Requirement
        permits RequiredScopes, RequiredPermissions, RequiredOrganization, RequiredActor, RequiredStepUp {

    /**
     * Lets a caller pass who meets it.
     *
     * @throws AccessDeniedException where the caller does not
     */
    void check(Caller caller, Instant now);
}
