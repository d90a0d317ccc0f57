package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.AccessTokenCredential;
import io.github.auth0jakarta.internal.api.AccessTokenStore;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;

/**
 * The library's identity store: verifies access tokens, and vouches for ID tokens of logins that were verified before.
 *
 * <p>Its groups are those of the claims; an application's own store may add others.
 */
public class Auth0IdentityStore implements IdentityStore {

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (credential instanceof VerifiedLogin login) {
            return login.result();
        }
        if (credential instanceof AccessTokenCredential accessToken) {
            AccessTokenStore store =
                    CDI.current().select(Auth0Runtime.class).get().accessTokenStore();
            return store == null ? CredentialValidationResult.INVALID_RESULT : store.validate(accessToken);
        }
        return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
}
