package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.event.LoggedOut;
import io.github.auth0jakarta.internal.oauth.Scopes;
import io.github.auth0jakarta.internal.oauth.TokenResponse;
import io.github.auth0jakarta.internal.oauth.VerifiedIdToken;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.session.SessionCustomization;
import io.github.auth0jakarta.internal.session.SessionData;
import io.github.auth0jakarta.internal.session.Sessions;
import io.github.auth0jakarta.internal.session.StoredAccessToken;
import io.github.auth0jakarta.internal.web.Events;
import io.github.auth0jakarta.internal.web.RandomValues;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Begins the session of a completed login, in place of any that the browser had. */
public final class LoginSessions {
    private final String issuer;
    private final Sessions sessions;
    private final SessionCustomization customization;
    private final RandomValues random;
    private final Events events;
    private final InstantSource clock;

    public LoginSessions(
            String issuer,
            Sessions sessions,
            SessionCustomization customization,
            RandomValues random,
            Events events,
            InstantSource clock) {
        this.issuer = issuer;
        this.sessions = sessions;
        this.customization = customization;
        this.random = random;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A login of which nothing is left to check.
     *
     * @param ceiling when the provider wants the session to have ended, null where it does not say
     */
    record Completed(
            Transaction.Request request,
            Transaction.Afterwards afterwards,
            TokenResponse tokens,
            VerifiedIdToken idToken,
            CredentialValidationResult caller,
            @Nullable Instant ceiling) {

        /** Says nothing of tokens and caller. */
        @Override
        public String toString() {
            return "Completed";
        }
    }

    /**
     * Checks that a login that links accounts comes back as the caller who began it, to the session where it began.
     *
     * @throws TokenValidationException {@code id_token.subject_mismatch}
     */
    void checkSubject(Transaction transaction, VerifiedIdToken idToken, HttpServletRequest request) {
        String subject = transaction.afterwards().subject();
        if (subject == null) {
            return;
        }
        SessionData earlier = earlier(request);
        if (!subject.equals(idToken.subject())
                || earlier == null
                || !subject.equals(earlier.login().subject())) {
            throw new TokenValidationException(
                    Auth0ErrorCode.ID_TOKEN_SUBJECT_MISMATCH, "the sub claim is not that of the session");
        }
    }

    private @Nullable SessionData earlier(HttpServletRequest request) {
        return sessions.restore(RequestCookies.of(request.getCookies()))
                .map(Sessions.Restored::data)
                .orElse(null);
    }

    void begin(Completed completed, HttpServletRequest request, HttpServletResponse response) {
        SessionData earlier = earlier(request);
        SessionData session = session(completed);
        if (earlier != null && completed.afterwards().subject() != null) {
            session = merged(earlier, session);
        }
        session = customized(session, completed.idToken());
        boolean ofAnother = earlier != null && !isOfSame(earlier, session);
        renewContainerSession(request, ofAnother);
        RequestSession.begin(sessions, request, response, session);
        if (earlier != null && ofAnother) {
            events.announce(new LoggedOut(
                    LoggedOut.Reason.NEW_LOGIN, issuer, earlier.login().subject(), earlier.sid(), clock.instant()));
        }
    }

    /** The application sees the session as it will be, and may refuse it. */
    private SessionData customized(SessionData session, VerifiedIdToken idToken) {
        try {
            return customization.beforeSave(session, idToken.claims().asMap());
        } catch (Auth0Exception e) {
            throw e;
        } catch (RuntimeException e) {
            throw new LoginException(
                    Auth0ErrorCode.LOGIN_REFUSED_BY_APPLICATION, "the session customizer refused the session", e);
        }
    }

    private SessionData session(Completed completed) {
        Instant now = clock.instant();
        TokenResponse tokens = completed.tokens();
        Set<String> requested = Scopes.parse(completed.request().scope());
        StoredAccessToken accessToken = new StoredAccessToken(
                tokens.accessToken(),
                tokens.tokenType(),
                completed.request().audience(),
                requested,
                Scopes.granted(requested, tokens.scopes()),
                now.plus(tokens.expiresIn()));
        SessionData.Login login = new SessionData.Login(
                completed.idToken().token(),
                completed.idToken().subject(),
                completed.caller().getCallerPrincipal().getName(),
                completed.caller().getCallerGroups(),
                completed.idToken().claims().string("sid").orElse(null),
                completed.idToken().claims().requireInstant("iat"),
                now,
                completed.ceiling(),
                Set.of());
        return new SessionData(
                random.next(),
                login,
                new SessionData.Tokens(List.of(accessToken), tokens.refreshToken()),
                Map.of(),
                now);
    }

    /** What links accounts asks for other scopes than a login does, so what the session had before stays in it. */
    private static SessionData merged(SessionData earlier, SessionData session) {
        List<StoredAccessToken> accessTokens = new ArrayList<>(session.accessTokens());
        accessTokens.addAll(earlier.accessTokens());
        String refreshToken = earlier.refreshToken() == null ? session.refreshToken() : earlier.refreshToken();
        return session.withTokens(accessTokens, refreshToken).withAttributes(earlier.attributes());
    }

    private static boolean isOfSame(SessionData one, SessionData other) {
        return one.login().subject().equals(other.login().subject())
                && one.callerName().equals(other.callerName());
    }

    /**
     * The id of the container's session changes, so that one that was planted is worth nothing; and what an application
     * kept there for another caller must not reach this one.
     */
    private static void renewContainerSession(HttpServletRequest request, boolean ofAnother) {
        HttpSession containerSession = request.getSession(false);
        if (containerSession == null) {
            return;
        }
        if (ofAnother) {
            containerSession.invalidate();
        } else {
            request.changeSessionId();
        }
    }
}
