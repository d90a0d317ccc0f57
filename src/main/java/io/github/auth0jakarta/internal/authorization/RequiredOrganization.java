package io.github.auth0jakarta.internal.authorization;

import io.github.auth0jakarta.AccessDeniedException;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.RequiresOrganization;
import io.github.auth0jakarta.internal.caller.Caller;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One of these organizations, or any where none is named.
 *
 * @param ids compared exactly with the {@code org_id} claim
 * @param names in lower case, as Auth0 keeps them; compared with the {@code org_name} claim
 */
record RequiredOrganization(Set<String> ids, Set<String> names) implements Requirement {
    private static final String ID = "org_";

    /** An id and a name cannot be mixed up: what begins like an id is never looked for among the names. */
    static RequiredOrganization of(RequiresOrganization annotation) {
        Map<Boolean, Set<String>> byKind = Arrays.stream(annotation.value())
                .collect(Collectors.partitioningBy(value -> value.startsWith(ID), Collectors.toUnmodifiableSet()));
        return new RequiredOrganization(
                byKind.getOrDefault(true, Set.of()),
                byKind.getOrDefault(false, Set.of()).stream()
                        .map(RequiredOrganization::lowerCase)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public void check(Caller caller, Instant now) {
        if (!isMet(caller.claims())) {
            throw new AccessDeniedException(
                    Auth0ErrorCode.AUTHORIZATION_ORGANIZATION_MISMATCH,
                    "the caller is not of an organization that is let in",
                    Set.of(),
                    List.of(),
                    null);
        }
    }

    private boolean isMet(Map<String, Object> claims) {
        return (claims.get("org_id") instanceof String id && isListedId(id))
                || (claims.get("org_name") instanceof String name && names.contains(lowerCase(name)));
    }

    private boolean isListedId(String id) {
        boolean any = ids.isEmpty() && names.isEmpty();
        return any ? !id.isBlank() : ids.contains(id);
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
