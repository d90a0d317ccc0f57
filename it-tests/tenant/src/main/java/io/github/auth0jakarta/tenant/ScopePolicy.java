package io.github.auth0jakarta.tenant;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides which of the scopes asked for are given; as at Auth0 the others are dropped without a word. */
final class ScopePolicy {

    static final String OPENID = "openid";
    static final String OFFLINE_ACCESS = "offline_access";
    static final Set<String> OPENID_SCOPES = Set.of(OPENID, "profile", "email", OFFLINE_ACCESS);

    private ScopePolicy() {}

    static Set<String> parse(@Nullable String scope) {
        Set<String> parsed = new LinkedHashSet<>();
        if (scope != null) {
            parsed.addAll(Arrays.asList(scope.strip().split(" +")));
        }
        return parsed;
    }

    static Set<String> granted(Set<String> requested, @Nullable Api api, User user) {
        Set<String> granted = new LinkedHashSet<>(requested);
        granted.removeIf(scope -> !isAllowed(scope, api, user));
        return granted;
    }

    private static boolean isAllowed(String scope, @Nullable Api api, User user) {
        if (scope.equals(OFFLINE_ACCESS)) {
            return api == null || api.offlineAccess();
        }
        return OPENID_SCOPES.contains(scope)
                || (api != null && scopes(api, user).contains(scope));
    }

    private static Set<String> scopes(Api api, User user) {
        return api.roleBased() ? permissions(api, user) : api.scopes();
    }

    /** What the user may do at the API, in a stable order. */
    static Set<String> permissions(Api api, User user) {
        Set<String> permissions = new TreeSet<>(user.permissions().getOrDefault(api.audience(), Set.of()));
        permissions.retainAll(api.scopes());
        return permissions;
    }
}
