package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.event.LoggedIn;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.oauth.IdTokenValidator;
import io.github.auth0jakarta.internal.oauth.ProviderMetadataSource;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.oauth.TokenResponse;
import io.github.auth0jakarta.internal.oauth.VerifiedIdToken;
import io.github.auth0jakarta.internal.web.ApplicationAddress;
import io.github.auth0jakarta.internal.web.Query;
import io.github.auth0jakarta.spi.CallbackHandler;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;

/** From an authorization response to a session: code, tokens, verified ID token, the caller's groups, cookie. */
public final class LoginCompletion {
    private final ApplicationAddress address;
    private final LoginPlaces places;
    private final CodeExchange exchange;
    private final CallerCheck callerCheck;
    private final LoginSessions sessions;
    private final LoginExtensions extensions;
    private final InstantSource clock;

    public LoginCompletion(
            Auth0Config.Login config,
            ApplicationAddress address,
            ProviderMetadataSource metadata,
            TokenEndpoint tokenEndpoint,
            IdTokenValidator idTokenValidator,
            CallerCheck callerCheck,
            LoginSessions sessions,
            LoginExtensions extensions,
            InstantSource clock) {
        this.address = address;
        this.places = new LoginPlaces(config);
        this.exchange = new CodeExchange(metadata, tokenEndpoint, idTokenValidator);
        this.callerCheck = callerCheck;
        this.sessions = sessions;
        this.extensions = extensions;
        this.clock = clock;
    }

    /** Asks the application's identity stores what they make of a caller. */
    @FunctionalInterface
    public interface CallerCheck {
        /** Returns the result of {@code IdentityStoreHandler.validate}. */
        CredentialValidationResult validate(VerifiedIdToken idToken, String accessToken);
    }

    /** Begins the session and returns where the browser goes now. */
    String complete(Query query, Transaction transaction, HttpServletRequest request, HttpServletResponse response) {
        CodeExchange.Exchanged exchanged = exchange.exchange(
                query, transaction.secrets(), transaction.request().expectations());
        TokenResponse tokens = exchanged.tokens();
        VerifiedIdToken idToken = exchanged.idToken();
        sessions.checkSubject(transaction, idToken, request);
        Instant ceiling = SessionCeiling.of(idToken.claims(), clock.instant());
        CredentialValidationResult caller = callerCheck.validate(idToken, tokens.accessToken());
        if (caller.getStatus() != Status.VALID || caller.getCallerPrincipal() == null) {
            throw new LoginException(Auth0ErrorCode.LOGIN_CALLER_REFUSED, "an identity store refused the caller");
        }
        String place = place(transaction, idToken, request);
        extensions.fire(loggedIn(exchanged.issuer(), transaction, idToken, caller));
        sessions.begin(
                new LoginSessions.Completed(
                        transaction.request(), transaction.afterwards(), tokens, idToken, caller, ceiling),
                request,
                response);
        return place;
    }

    private String place(Transaction transaction, VerifiedIdToken idToken, HttpServletRequest request) {
        Transaction.Afterwards afterwards = transaction.afterwards();
        String place = extensions.completed(
                new CallbackHandler.CompletedLogin(
                        idToken.claims().asMap(), afterwards.appState(), afterwards.returnTo()),
                request);
        String baseUrl = address.baseUrl(request);
        return place.equals(afterwards.returnTo()) || baseUrl == null
                ? afterwards.returnTo()
                : places.location(baseUrl, place);
    }

    private LoggedIn loggedIn(
            String issuer, Transaction transaction, VerifiedIdToken idToken, CredentialValidationResult caller) {
        return new LoggedIn(
                issuer,
                idToken.subject(),
                caller.getCallerPrincipal().getName(),
                idToken.claims().string("sid").orElse(null),
                transaction.afterwards().appState(),
                clock.instant());
    }
}
