package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.Auth0Session;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.internal.api.AccessTokenStore;
import io.github.auth0jakarta.internal.caller.Caller;
import io.github.auth0jakarta.internal.caller.CallerMapping;
import io.github.auth0jakarta.internal.caller.Principals;
import io.github.auth0jakarta.internal.login.LoginCompletion;
import io.github.auth0jakarta.internal.oauth.VerifiedIdToken;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a caller of a login and asks the application's identity stores about it.
 *
 * <p>Auth0 puts permissions into access tokens only. So the caller also gets the groups of the login's access token, where
 * that is one for this very application and passes the same rules as one that a caller sends.
 */
final class LoginCallers implements LoginCompletion.CallerCheck {
    private final CallerMapping mapping;
    private final Principals principals;
    private final @Nullable AccessTokenStore accessTokens;
    private final Supplier<IdentityStoreHandler> identityStores;

    LoginCallers(
            CallerMapping mapping,
            Principals principals,
            @Nullable AccessTokenStore accessTokens,
            Supplier<IdentityStoreHandler> identityStores) {
        this.mapping = mapping;
        this.principals = principals;
        this.accessTokens = accessTokens;
        this.identityStores = identityStores;
    }

    @Override
    public CredentialValidationResult validate(VerifiedIdToken idToken, String accessToken) {
        Set<String> groups = new LinkedHashSet<>(mapping.groups(idToken.claims().asMap()));
        if (accessTokens != null) {
            groups.addAll(accessTokens.groups(accessToken));
        }
        Caller caller = new Caller(
                Auth0Session.Source.LOGIN,
                mapping.name(idToken.claims().asMap(), idToken.subject()),
                groups,
                idToken.claims().asMap(),
                idToken.token(),
                idToken.claims().requireInstant("exp"));
        return asked(new VerifiedLogin(
                caller.claims(), new CredentialValidationResult(principals.of(caller), caller.groups())));
    }

    /** A store that fails lets nobody in. */
    private CredentialValidationResult asked(VerifiedLogin login) {
        try {
            return identityStores.get().validate(login);
        } catch (Auth0Exception e) {
            throw e;
        } catch (RuntimeException e) {
            throw new LoginException(Auth0ErrorCode.LOGIN_CALLER_REFUSED, "an identity store failed", e);
        }
    }
}
