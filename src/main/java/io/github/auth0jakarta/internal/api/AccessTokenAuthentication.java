package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.internal.api.RequestCredentials.Kind;
import io.github.auth0jakarta.internal.caller.Auth0Principal;
import io.github.auth0jakarta.internal.caller.Caller;
import io.github.auth0jakarta.internal.caller.Principals;
import io.github.auth0jakarta.internal.web.Answers;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Authenticates requests that bring an access token; they get an answer of their own and are never redirected. */
public final class AccessTokenAuthentication {
    private static final Logger LOGGER = System.getLogger(AccessTokenAuthentication.class.getName());

    private static final String ACCEPTED = AccessTokenAuthentication.class.getName() + ".accepted";

    private final TokenExtraction extraction;
    private final Challenges challenges;
    private final ProvenRequests provenRequests;
    private final Supplier<IdentityStoreHandler> identityStores;
    private final Principals principals;

    /** What a request has been let in with. */
    private record Accepted(@Nullable String token, CredentialValidationResult result) {}

    /**
     * @param identityStores the application's, looked up when needed
     */
    public AccessTokenAuthentication(
            TokenExtraction extraction,
            Challenges challenges,
            ProvenRequests provenRequests,
            Supplier<IdentityStoreHandler> identityStores,
            Principals principals) {
        this.extraction = extraction;
        this.challenges = challenges;
        this.provenRequests = provenRequests;
        this.identityStores = identityStores;
        this.principals = principals;
    }

    /** Returns what the request brings. */
    public RequestCredentials credentials(HttpServletRequest request) {
        return extraction.of(request);
    }

    /** Tells the container who the caller is, or answers the request. */
    public AuthenticationStatus authenticate(RequestCredentials credentials, HttpMessageContext context) {
        // A container may ask again in the same request, and a proof works once.
        if (context.getRequest().getAttribute(ACCEPTED) instanceof Accepted accepted
                && Objects.equals(accepted.token(), credentials.token())) {
            return notify(context, accepted.result());
        }
        AuthenticationScheme scheme = credentials.scheme();
        if (scheme != null && !challenges.takes(scheme)) {
            return refuse(context, Auth0ErrorCode.ACCESS_TOKEN_SCHEME_NOT_ACCEPTED, scheme);
        }
        String token = credentials.token();
        if (scheme == null || token == null) {
            return refuse(context, withoutToken(credentials), scheme);
        }
        return authenticate(scheme, token, context);
    }

    private static Auth0ErrorCode withoutToken(RequestCredentials credentials) {
        return credentials.kind() == Kind.EMPTY
                ? Auth0ErrorCode.ACCESS_TOKEN_MISSING
                : Auth0ErrorCode.ACCESS_TOKEN_REQUEST_MALFORMED;
    }

    private AuthenticationStatus authenticate(AuthenticationScheme scheme, String token, HttpMessageContext context) {
        HttpServletRequest request = context.getRequest();
        PresentedAccessToken credential = new PresentedAccessToken(
                token,
                new Presentation(scheme, proofs(request), provenRequests.of(request)),
                new RequestOrigin(request, provenRequests.address(request)));
        try {
            CredentialValidationResult result = identityStores.get().validate(credential);
            if (result.getStatus() != Status.VALID) {
                return refuse(context, credential.refusal(), scheme);
            }
            request.setAttribute(ACCEPTED, new Accepted(token, result));
            return accept(context, credential, result);
        } catch (Auth0Exception e) {
            LOGGER.log(Level.DEBUG, "An identity store could not tell: {0}", e.getMessage());
            return refuse(context, unavailable(e.code()), scheme);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "An identity store of the application failed", e);
            return refuse(context, Auth0ErrorCode.ACCESS_TOKEN_NOT_ACCEPTED, scheme);
        }
    }

    private static List<String> proofs(HttpServletRequest request) {
        return Collections.list(request.getHeaders("DPoP"));
    }

    private AuthenticationStatus accept(
            HttpMessageContext context, PresentedAccessToken credential, CredentialValidationResult result) {
        if (credential.isNonceWanted()) {
            challenges.offerNonce(context.getResponse());
        }
        if (context.getRequest().getHeader("Authorization") == null) {
            // Caches know by that header only that an answer is for one caller (RFC 9111, 3.5; RFC 6750, 2.3).
            Answers.noStore(context.getRequest(), context.getResponse());
        }
        return notify(context, result);
    }

    /** Other stores may have added groups, which the principal has to show too. */
    private AuthenticationStatus notify(HttpMessageContext context, CredentialValidationResult result) {
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

    private AuthenticationStatus refuse(
            HttpMessageContext context, Auth0ErrorCode code, @Nullable AuthenticationScheme scheme) {
        challenges.refusal(context.getRequest(), code, scheme).send(context.getRequest(), context.getResponse());
        return AuthenticationStatus.SEND_FAILURE;
    }
}
