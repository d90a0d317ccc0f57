package io.github.auth0jakarta.it;

import io.github.auth0jakarta.event.LoggedIn;
import io.github.auth0jakarta.spi.GroupsMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What an application adds to logins and access tokens; fails for the callers who are named after what is to fail. */
@ApplicationScoped
public class FailingExtensions implements GroupsMapper, IdentityStore {
    static final String MAPPER = "auth0|mapper-fails";
    static final String MAPPER_NULL = "auth0|mapper-gives-null";
    static final String STORE = "auth0|store-fails";
    static final String OBSERVER = "auth0|observer-fails";
    static final String MAPPED = "mapped";

    @Override
    public Set<String> groups(Map<String, Object> claims, Set<String> configured) {
        failFor(MAPPER, claims.get("sub"));
        if (MAPPER_NULL.equals(claims.get("sub"))) {
            return null;
        }
        Set<String> groups = new HashSet<>(configured);
        groups.add(MAPPED);
        return groups;
    }

    @Override
    public Set<String> getCallerGroups(CredentialValidationResult result) {
        failFor(STORE, result.getCallerPrincipal().getName());
        return Set.of();
    }

    @Override
    public Set<ValidationType> validationTypes() {
        return EnumSet.of(ValidationType.PROVIDE_GROUPS);
    }

    void loggedIn(@Observes LoggedIn event) {
        failFor(OBSERVER, event.subject());
    }

    private static void failFor(String whom, Object subject) {
        if (whom.equals(subject)) {
            throw new IllegalStateException("fails for " + whom);
        }
    }
}
