package io.github.auth0jakarta.internal.authorization;

import io.github.auth0jakarta.AccessDeniedException;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.RequiresPermission;
import io.github.auth0jakarta.internal.caller.Caller;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All of these permissions, compared exactly.
 *
 * @param permissions at least one
 */
record RequiredPermissions(Set<String> permissions) implements Requirement {

    RequiredPermissions {
        if (permissions.isEmpty()) {
            throw new IllegalArgumentException("@RequiresPermission names no permission");
        }
    }

    static RequiredPermissions of(RequiresPermission annotation) {
        return new RequiredPermissions(Arrays.stream(annotation.value()).collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public void check(Caller caller, Instant now) {
        if (!Grants.permissions(caller).containsAll(permissions)) {
            throw new AccessDeniedException(
                    Auth0ErrorCode.AUTHORIZATION_PERMISSION_MISSING,
                    "a permission is missing",
                    Set.of(),
                    List.of(),
                    null);
        }
    }
}
