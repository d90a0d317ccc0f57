package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.AccessTokenRequest;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.MfaRequiredException;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.mfa.MfaAnswers;
import io.github.auth0jakarta.internal.oauth.Scopes;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.session.SessionAccessTokens;
import io.github.auth0jakarta.internal.web.Answers;
import io.github.auth0jakarta.internal.web.OwnScript;
import io.github.auth0jakarta.internal.web.Query;
import io.github.auth0jakarta.internal.web.Route;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The access-token route: gives a script of the application's own pages an access token of the session.
 *
 * <p>A page of another site cannot read the answer anyway; it is refused so that it cannot make the session refresh either.
 */
public final class AccessTokenRoute implements Route {
    private static final Logger LOGGER = System.getLogger(AccessTokenRoute.class.getName());

    private final SessionAuthentication sessions;
    private final SessionAccessTokens tokens;
    private final OwnScript ownScript;
    private final StrictJson json;
    private final InstantSource clock;

    public AccessTokenRoute(
            SessionAuthentication sessions,
            SessionAccessTokens tokens,
            OwnScript ownScript,
            StrictJson json,
            InstantSource clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.ownScript = ownScript;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET")) {
            Route.methodNotAllowed(request, response, "GET");
            return;
        }
        Answers.noStore(request, response);
        if (!ownScript.sent(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.flushBuffer();
            return;
        }
        try {
            answer(request, response);
        } catch (MfaRequiredException e) {
            MfaAnswers.required(request, response, json, e);
        } catch (Auth0Exception e) {
            LOGGER.log(Level.DEBUG, "No access token for a page's script: {0}", e.getMessage());
            Answers.retryAfter(response, e);
            Answers.error(request, response, e.code());
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RequestSession session = sessions.caller(request, response) == null ? null : RequestSession.of(request);
        if (session == null) {
            Answers.error(request, response, Auth0ErrorCode.SESSION_MISSING);
            return;
        }
        Query query = Query.parse(request.getQueryString());
        if (query == null) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.flushBuffer();
            return;
        }
        AccessToken token = tokens.get(session, wanted(query));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("token", token.value());
        body.put("scope", Scopes.text(token.scopes()));
        body.put("expires_at", token.expiresAt().getEpochSecond());
        body.put(
                "expires_in",
                Math.max(0, Duration.between(clock.instant(), token.expiresAt()).toSeconds()));
        body.put("token_type", token.type());
        Answers.json(response, HttpServletResponse.SC_OK, json.writeObject(body));
    }

    private static AccessTokenRequest wanted(Query query) {
        String scope = query.value("scope");
        Set<String> scopes = scope == null ? Set.of() : Scopes.parse(scope);
        String audience = query.value("audience");
        AccessTokenRequest wanted = audience == null
                ? AccessTokenRequest.ofLogin().withScopes(scopes)
                : AccessTokenRequest.of(audience, scopes);
        return "false".equals(query.value("mergeScopes")) ? wanted.withoutConfiguredScopes() : wanted;
    }
}
