package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.oauth.ProviderMetadata;
import io.github.auth0jakarta.internal.oauth.ProviderMetadataSource;
import io.github.auth0jakarta.internal.oauth.Scopes;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.oauth.TokenResponse;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.session.SessionData;
import io.github.auth0jakarta.internal.session.Sessions;
import io.github.auth0jakarta.internal.session.StoredAccessToken;
import io.github.auth0jakarta.internal.web.Query;
import io.github.auth0jakarta.internal.web.RandomValues;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From an authorization response to a session: code, tokens, verified ID token, the caller's groups, cookie. */
public final class LoginCompletion {
    private final Auth0Config.Login config;
    private final ProviderMetadataSource metadata;
    private final TokenEndpoint tokenEndpoint;
    private final IdTokenValidator idTokenValidator;
    private final CallerCheck callerCheck;
    private final Sessions sessions;
    private final RandomValues random;
    private final InstantSource clock;

    public LoginCompletion(
            Auth0Config.Login config,
            ProviderMetadataSource metadata,
            TokenEndpoint tokenEndpoint,
            IdTokenValidator idTokenValidator,
            CallerCheck callerCheck,
            Sessions sessions,
            RandomValues random,
            InstantSource clock) {
        this.config = config;
        this.metadata = metadata;
        this.tokenEndpoint = tokenEndpoint;
        this.idTokenValidator = idTokenValidator;
        this.callerCheck = callerCheck;
        this.sessions = sessions;
        this.random = random;
        this.clock = clock;
    }

    /** Asks the application's identity stores what they make of a caller. */
    @FunctionalInterface
    public interface CallerCheck {
        /** Returns the result of {@code IdentityStoreHandler.validate}. */
        CredentialValidationResult validate(VerifiedIdToken idToken, String accessToken);
    }

    void complete(Query query, Transaction transaction, HttpServletRequest request, HttpServletResponse response) {
        ProviderMetadata provider = metadata.get();
        String code = AuthorizationResponse.code(query, provider);
        TokenResponse tokens =
                tokenEndpoint.authorizationCode(code, transaction.redirectUri(), transaction.codeVerifier());
        VerifiedIdToken idToken = verified(tokens, transaction);
        CredentialValidationResult caller = callerCheck.validate(idToken, tokens.accessToken());
        if (caller.getStatus() != Status.VALID || caller.getCallerPrincipal() == null) {
            throw new LoginException(Auth0ErrorCode.LOGIN_CALLER_REFUSED, "an identity store refused the caller");
        }
        renewContainerSession(request, caller.getCallerPrincipal().getName());
        RequestSession.begin(sessions, request, response, session(tokens, idToken, caller));
    }

    private VerifiedIdToken verified(TokenResponse tokens, Transaction transaction) {
        String idToken = tokens.idToken();
        if (idToken == null) {
            throw new TokenValidationException(Auth0ErrorCode.ID_TOKEN_MISSING, "the token response has none");
        }
        return idTokenValidator.validate(
                idToken, IdTokenExpectations.login(transaction.nonce()).withAccessToken(tokens.accessToken()));
    }

    private SessionData session(TokenResponse tokens, VerifiedIdToken idToken, CredentialValidationResult caller) {
        Instant now = clock.instant();
        Set<String> requested = Scopes.parse(config.scope());
        StoredAccessToken accessToken = new StoredAccessToken(
                tokens.accessToken(),
                tokens.tokenType(),
                config.audience(),
                requested,
                tokens.scopes() == null ? requested : tokens.scopes(),
                now.plus(tokens.expiresIn()));
        SessionData.Login login = new SessionData.Login(
                idToken.token(),
                idToken.subject(),
                caller.getCallerPrincipal().getName(),
                caller.getCallerGroups(),
                idToken.claims().string("sid").orElse(null),
                idToken.claims().requireInstant("iat"),
                now,
                null,
                Set.of());
        return new SessionData(
                random.next(),
                login,
                new SessionData.Tokens(List.of(accessToken), tokens.refreshToken()),
                Map.of(),
                now);
    }

    /**
     * The id of the container's session changes, so that one that was planted is worth nothing; and what an application
     * kept there for another caller must not reach this one.
     */
    private void renewContainerSession(HttpServletRequest request, String callerName) {
        HttpSession containerSession = request.getSession(false);
        if (containerSession == null) {
            return;
        }
        boolean ofAnother = sessions.restore(RequestCookies.of(request.getCookies()))
                .filter(earlier -> !earlier.data().callerName().equals(callerName))
                .isPresent();
        if (ofAnother) {
            containerSession.invalidate();
        } else {
            request.changeSessionId();
        }
    }
}
