package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.event.LoggedIn;
import io.github.auth0jakarta.internal.oauth.IdTokenExpectations;
import io.github.auth0jakarta.internal.oauth.IdTokenValidator;
import io.github.auth0jakarta.internal.oauth.Scopes;
import io.github.auth0jakarta.internal.oauth.TokenPurpose;
import io.github.auth0jakarta.internal.oauth.TokenResponse;
import io.github.auth0jakarta.internal.oauth.VerifiedIdToken;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Begins a session with tokens that did not come by the code flow: no browser was sent anywhere for them. */
public final class DirectLogin {
    private final String issuer;
    private final @Nullable String organization;
    private final IdTokenValidator idTokenValidator;
    private final LoginCompletion.CallerCheck callerCheck;
    private final LoginSessions sessions;
    private final LoginExtensions extensions;
    private final InstantSource clock;

    /**
     * @param organization that callers log in to, null where any will do
     */
    public DirectLogin(
            String issuer,
            @Nullable String organization,
            IdTokenValidator idTokenValidator,
            LoginCompletion.CallerCheck callerCheck,
            LoginSessions sessions,
            LoginExtensions extensions,
            InstantSource clock) {
        this.issuer = issuer;
        this.organization = organization;
        this.idTokenValidator = idTokenValidator;
        this.callerCheck = callerCheck;
        this.sessions = sessions;
        this.extensions = extensions;
        this.clock = clock;
    }

    /**
     * Begins the session, in place of any that the browser had; the next request has the caller.
     *
     * @param purpose what the tokens were asked for
     * @param asked the organization that was asked for; null for the configured one, if any
     * @throws io.github.auth0jakarta.Auth0Exception where the ID token is missing or breaks a rule, or the caller is refused;
     *     there is no session then
     */
    public void begin(
            TokenResponse tokens,
            TokenPurpose purpose,
            @Nullable String asked,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (response.isCommitted()) {
            throw new LoginException(Auth0ErrorCode.SESSION_NOT_WRITABLE, "the answer has begun already");
        }
        VerifiedIdToken idToken = verified(tokens);
        Expectations expectations = new Expectations(null, List.of(), asked == null ? organization : asked);
        expectations.check(idToken.claims());
        Instant ceiling = SessionCeiling.of(idToken.claims(), clock.instant());
        CredentialValidationResult caller = callerCheck.validate(idToken, tokens.accessToken());
        if (caller.getStatus() != Status.VALID || caller.getCallerPrincipal() == null) {
            throw new LoginException(Auth0ErrorCode.LOGIN_CALLER_REFUSED, "an identity store refused the caller");
        }
        extensions.fire(loggedIn(idToken, caller));
        sessions.begin(completed(tokens, purpose, expectations, idToken, caller, ceiling), request, response);
    }

    private static LoginSessions.Completed completed(
            TokenResponse tokens,
            TokenPurpose purpose,
            Expectations expectations,
            VerifiedIdToken idToken,
            CredentialValidationResult caller,
            @Nullable Instant ceiling) {
        return new LoginSessions.Completed(
                new Transaction.Request(Scopes.text(purpose.scopes()), purpose.audience(), expectations),
                new Transaction.Afterwards("", Map.of(), null),
                tokens,
                idToken,
                caller,
                ceiling);
    }

    /** No nonce was sent, so the token must have none. */
    private VerifiedIdToken verified(TokenResponse tokens) {
        String idToken = tokens.idToken();
        if (idToken == null) {
            throw new TokenValidationException(Auth0ErrorCode.ID_TOKEN_MISSING, "the token response has none");
        }
        return idTokenValidator.validate(
                idToken, IdTokenExpectations.refresh(null).withAccessToken(tokens.accessToken()));
    }

    private LoggedIn loggedIn(VerifiedIdToken idToken, CredentialValidationResult caller) {
        return new LoggedIn(
                issuer,
                idToken.subject(),
                caller.getCallerPrincipal().getName(),
                idToken.claims().string("sid").orElse(null),
                Map.of(),
                clock.instant());
    }
}
