package io.github.auth0jakarta.internal.authorization;

import io.github.auth0jakarta.Auth0Session;
import io.github.auth0jakarta.internal.caller.Caller;
import io.github.auth0jakarta.internal.caller.CallerMapping;
import io.github.auth0jakarta.internal.oauth.Scopes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The scopes and the permissions that a caller was given.
 *
 * <p>With an access token they are its own {@code scope} and {@code permissions}. A session keeps those of the access token that
 * the login brought as groups (decision 0009), so there the groups count.
 */
final class Grants {
    private Grants() {}

    /** Returns the scopes; none where the claim is not a text. */
    static Set<String> scopes(Caller caller) {
        if (caller.source() == Auth0Session.Source.LOGIN) {
            return caller.groups().stream()
                    .filter(group -> group.startsWith(CallerMapping.SCOPE_GROUP))
                    .map(group -> group.substring(CallerMapping.SCOPE_GROUP.length()))
                    .collect(Collectors.toUnmodifiableSet());
        }
        return caller.claims().get("scope") instanceof String scope ? Scopes.parse(scope) : Set.of();
    }

    /** Returns the permissions; none where the claim is not a list of nothing but texts. */
    static Set<String> permissions(Caller caller) {
        if (caller.source() == Auth0Session.Source.LOGIN) {
            return caller.groups();
        }
        Set<String> permissions = new HashSet<>();
        if (caller.claims().get("permissions") instanceof List<?> elements) {
            for (Object element : elements) {
                if (!(element instanceof String permission)) {
                    return Set.of();
                }
                permissions.add(permission);
            }
        }
        return permissions;
    }
}
