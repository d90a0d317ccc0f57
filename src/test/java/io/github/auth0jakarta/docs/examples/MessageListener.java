package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.AccessTokenCredential;
import io.github.auth0jakarta.AccessTokenVerifier;
import io.github.auth0jakarta.TokenPresentation;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.VerifiedAccessToken;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.Optional;
import java.util.Set;

@Dependent
public class MessageListener {

    @Inject
    private IdentityStoreHandler identityStores;

    @Inject
    private AccessTokenVerifier verifier;

    // tag::credential
    public boolean mayShip(String accessToken) {
        CredentialValidationResult result = identityStores.validate(new AccessTokenCredential(accessToken));
        return result.getStatus() == Status.VALID && result.getCallerGroups().contains("ship:orders");
    }
    // end::credential

    // tag::verifier
    public Optional<String> sender(String accessToken) {
        try {
            VerifiedAccessToken token =
                    verifier.verify(TokenPresentation.bearer(accessToken).withRequiredClaims(Set.of("org_id")));
            return token.scopes().contains("ship:orders") ? Optional.of(token.subject()) : Optional.empty();
        } catch (TokenValidationException e) {
            return Optional.empty();
        }
    }
    // end::verifier
}
