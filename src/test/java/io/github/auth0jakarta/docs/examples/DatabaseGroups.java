package io.github.auth0jakarta.docs.examples;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Map;
import java.util.Set;

// tag::groups
@ApplicationScoped
public class DatabaseGroups implements IdentityStore {
    private static final Map<String, Set<String>> GROUPS = Map.of("auth0|alice", Set.of("accounting"));

    @Override
    public Set<ValidationType> validationTypes() {
        return Set.of(ValidationType.PROVIDE_GROUPS);
    }

    @Override
    public Set<String> getCallerGroups(CredentialValidationResult validated) {
        return GROUPS.getOrDefault(validated.getCallerPrincipal().getName(), Set.of());
    }
}
// end::groups
