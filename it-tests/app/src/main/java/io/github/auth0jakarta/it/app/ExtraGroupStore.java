package io.github.auth0jakarta.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** An identity store of the application: gives a group to the one caller that {@code it.extra-group.caller} names. */
@ApplicationScoped
public class ExtraGroupStore implements IdentityStore {

    @Inject
    @ConfigProperty(name = "it.extra-group.caller")
    private Optional<String> favoured;

    @Override
    public Set<String> getCallerGroups(CredentialValidationResult result) {
        String name = result.getCallerPrincipal().getName();
        return favoured.filter(name::equals).isPresent() ? Set.of("from-app-store") : Set.of();
    }

    @Override
    public Set<ValidationType> validationTypes() {
        return EnumSet.of(ValidationType.PROVIDE_GROUPS);
    }
}
