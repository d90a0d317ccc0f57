package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.internal.caller.Auth0Principal;
import io.github.auth0jakarta.internal.caller.Caller;
import io.github.auth0jakarta.internal.caller.Principals;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/** Authenticates requests that bring an access token; they get an answer of their own and are never redirected. */
public final class BearerAuthentication {
    private static final Logger LOGGER = System.getLogger(BearerAuthentication.class.getName());

    private final Supplier<IdentityStoreHandler> identityStores;
    private final Principals principals;

    /**
     * @param identityStores the application's, looked up when needed
     */
    public BearerAuthentication(Supplier<IdentityStoreHandler> identityStores, Principals principals) {
        this.identityStores = identityStores;
        this.principals = principals;
    }

    /** Tells the container who the caller is, or answers the request. */
    public AuthenticationStatus authenticate(AuthorizationHeader header, HttpMessageContext context) {
        String token = header.token();
        if (token == null) {
            return refuse(context, Auth0ErrorCode.ACCESS_TOKEN_REQUEST_MALFORMED);
        }
        try {
            PresentedAccessToken credential = new PresentedAccessToken(token);
            CredentialValidationResult result = identityStores.get().validate(credential);
            return result.getStatus() == Status.VALID ? accept(context, result) : refuse(context, credential.refusal());
        } catch (Auth0Exception e) {
            LOGGER.log(Level.WARNING, "An access token could not be looked at: {0}", e.getMessage());
            return refuse(context, unavailable(e.code()));
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "An identity store of the application failed", e);
            return refuse(context, Auth0ErrorCode.ACCESS_TOKEN_NOT_ACCEPTED);
        }
    }

    /** Other stores may have added groups, which the principal has to show too. */
    private AuthenticationStatus accept(HttpMessageContext context, CredentialValidationResult result) {
        if (result.getCallerPrincipal() instanceof Auth0Principal principal) {
            Caller caller = principal.caller().withGroups(result.getCallerGroups());
            return context.notifyContainerAboutLogin(principals.of(caller), caller.groups());
        }
        return context.notifyContainerAboutLogin(result);
    }

    /** A provider that fails is our trouble, never a fault of the token. */
    private static Auth0ErrorCode unavailable(Auth0ErrorCode code) {
        return code.status() >= 500 ? code : Auth0ErrorCode.SERVER_KEYS_INVALID;
    }

    private static AuthenticationStatus refuse(HttpMessageContext context, Auth0ErrorCode code) {
        BearerChallenge.of(code).send(context.getRequest(), context.getResponse());
        return AuthenticationStatus.SEND_FAILURE;
    }
}
