package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.internal.api.OpenMethod;
import io.github.auth0jakarta.internal.api.RequestCredentials;
import io.github.auth0jakarta.internal.caller.Caller;
import io.github.auth0jakarta.internal.web.Answers;
import io.github.auth0jakarta.internal.web.ErrorPage;
import io.github.auth0jakarta.internal.web.RequestKind;
import io.github.auth0jakarta.internal.web.Route;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Sends each request where it belongs: one of our routes to its handler, one with an access token to the API's side,
 * every other to the session.
 *
 * <p>Looks its runtime up at the first request, because not every server can inject into a type that an extension adds.
 */
public class Auth0Mechanism implements HttpAuthenticationMechanism {
    private static final Logger LOGGER = System.getLogger(Auth0Mechanism.class.getName());

    private volatile @Nullable Auth0Runtime runtime;

    private Auth0Runtime runtime() {
        Auth0Runtime current = runtime;
        if (current == null) {
            current = CDI.current().select(Auth0Runtime.class).get();
            runtime = current;
        }
        return current;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        try {
            return authenticate(request, response, context);
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
    }

    private AuthenticationStatus authenticate(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) throws IOException {
        Route route = runtime().routes().find(request);
        if (route != null) {
            return answer(route, request, response, context);
        }
        RequestCredentials credentials = runtime().accessTokenAuthentication().credentials(request);
        if (credentials.isOurs()) {
            return runtime().accessTokenAuthentication().authenticate(credentials, context);
        }
        Caller caller;
        try {
            caller = isNewLoginWanted(context) ? null : runtime().sessionCaller(request, response);
        } catch (LoginException e) {
            return unavailable(e, request, response);
        }
        if (caller != null) {
            return context.notifyContainerAboutLogin(runtime().principals().of(caller), caller.groups());
        }
        if ((context.isProtected() || context.isAuthenticationRequest()) && !OpenMethod.isBeingEntered(request)) {
            return runtime().challenger().challenge(request, response, context);
        }
        return context.doNothing();
    }

    /** Where nothing keeps the request from coming to our filter, that answers; a mechanism's answers cost log lines. */
    private static AuthenticationStatus answer(
            Route route, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws IOException {
        if (!context.isProtected()) {
            return context.doNothing();
        }
        Routes.take(request);
        route.handle(request, response);
        // Answered; "continue" would have Open Liberty answer again, see DefaultChallenger.
        return AuthenticationStatus.SEND_FAILURE;
    }

    /** Whether the caller is logged in nobody knows; to send the browser to the login would not end. */
    private static AuthenticationStatus unavailable(
            LoginException failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOGGER.log(Level.WARNING, "A session could not be looked up", failure);
        if (RequestKind.of(request) == RequestKind.NAVIGATION) {
            ErrorPage.send(request, response, failure.code(), null);
        } else {
            Answers.error(request, response, failure.code());
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static boolean isNewLoginWanted(HttpMessageContext context) {
        return context.isAuthenticationRequest() && context.getAuthParameters().isNewAuthentication();
    }

    /** Comes with {@code HttpServletRequest.logout()}: the session that would restore the caller has to end as well. */
    @Override
    public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        runtime().logoutLocally(request, response);
        context.cleanClientSubject();
    }
}
