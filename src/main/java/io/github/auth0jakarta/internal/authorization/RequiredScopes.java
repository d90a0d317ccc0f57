package io.github.auth0jakarta.internal.authorization;

import io.github.auth0jakarta.AccessDeniedException;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.RequiresScope;
import io.github.auth0jakarta.internal.caller.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * All of these scopes, compared exactly (RFC 6749, 3.3: case-sensitive).
 *
 * @param scopes at least one, in the order of the annotation
 */
record RequiredScopes(Set<String> scopes) implements Requirement {

    RequiredScopes {
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("@RequiresScope names no scope");
        }
    }

    static RequiredScopes of(RequiresScope annotation) {
        return new RequiredScopes(ListedValues.values(annotation.value()));
    }

    @Override
    public void check(Caller caller, Instant now) {
        if (!Grants.scopes(caller).containsAll(scopes)) {
            throw new AccessDeniedException(
                    Auth0ErrorCode.AUTHORIZATION_SCOPE_MISSING, "a scope is missing", scopes, List.of(), null);
        }
    }
}
