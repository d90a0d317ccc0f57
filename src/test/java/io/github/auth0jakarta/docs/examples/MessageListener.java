package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.AccessTokenCredential;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;

@Dependent
public class MessageListener {

    @Inject
    private IdentityStoreHandler identityStores;

    // tag::credential
    public boolean mayShip(String accessToken) {
        CredentialValidationResult result = identityStores.validate(new AccessTokenCredential(accessToken));
        return result.getStatus() == Status.VALID && result.getCallerGroups().contains("ship:orders");
    }
    // end::credential
}
