package io.github.auth0jakarta.internal.mfa;

import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.web.Answers;
import io.github.auth0jakarta.internal.web.CurrentResponse;
import io.github.auth0jakarta.internal.web.OwnScript;
import io.github.auth0jakarta.internal.web.PostedJson;
import io.github.auth0jakarta.internal.web.Route;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;

/**
 * The routes by which scripts of the application's own pages show and enrol second factors.
 *
 * <p>What they do is never more than the {@code mfa_token} allows, in the session or browser where it came up.
 */
public final class MfaRoutes {
    private static final Logger LOGGER = System.getLogger(MfaRoutes.class.getName());
    private static final String BEARER = "Bearer ";

    private final MfaSteps steps;
    private final Restored session;
    private final OwnScript ownScript;
    private final StrictJson json;

    /** Restores the session of a request, if it has one. */
    @FunctionalInterface
    public interface Restored {
        void session(HttpServletRequest request, HttpServletResponse response);
    }

    /** Answers a request of an own script. */
    private interface Answer {
        String to(HttpServletRequest request, HttpServletResponse response, MfaRequest body);
    }

    public MfaRoutes(MfaSteps steps, Restored session, OwnScript ownScript, StrictJson json) {
        this.steps = steps;
        this.session = session;
        this.ownScript = ownScript;
        this.json = json;
    }

    /** Returns the routes by the last part of their path. */
    public Map<String, Route> byName() {
        return Map.of(
                "authenticators", this::authenticators,
                "associate", posted(this::associate),
                "challenge", posted(this::challenge),
                "verify", posted(this::verify));
    }

    /** The token is not in the address, where logs and histories would have it. */
    private void authenticators(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET")) {
            Route.methodNotAllowed(request, response, "GET");
            return;
        }
        if (!ownScript.sent(request)) {
            refuse(request, response, HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String header = request.getHeader("Authorization");
        boolean bearer = header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        String mfaToken = bearer ? header.substring(BEARER.length()).strip() : "";
        answer(request, response, () -> json.writeArray(MfaAnswers.of(steps.authenticators(mfaToken, request))));
    }

    private String associate(HttpServletRequest request, HttpServletResponse response, MfaRequest body) {
        return json.writeObject(MfaAnswers.of(steps.enroll(body.mfaToken(), body.enrollment(), request)));
    }

    private String challenge(HttpServletRequest request, HttpServletResponse response, MfaRequest body) {
        return json.writeObject(MfaAnswers.of(steps.challenge(body.mfaToken(), body.challenge(), request)));
    }

    /** What nobody would keep is for the application's own code, which gets the tokens. */
    private String verify(HttpServletRequest request, HttpServletResponse response, MfaRequest body) {
        if (!steps.isKept(body.mfaToken(), request)) {
            throw MfaInputs.invalid("no session would keep these tokens; MfaService returns them");
        }
        return json.writeObject(MfaAnswers.of(steps.verify(body.mfaToken(), body.verification(), request, response)));
    }

    private Route posted(Answer answer) {
        return Route.onlyPost((request, response) -> {
            if (!ownScript.sent(request)) {
                refuse(request, response, HttpServletResponse.SC_FORBIDDEN);
                return;
            }
            PostedJson body = PostedJson.read(request, json);
            if (body.members() == null) {
                refuse(request, response, body.status());
                return;
            }
            MfaRequest members = new MfaRequest(body.members());
            answer(request, response, () -> answer.to(request, response, members));
        });
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status)
            throws IOException {
        Answers.noStore(request, response);
        response.setStatus(status);
        response.flushBuffer();
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Answered answered)
            throws IOException {
        CurrentResponse.remember(request, response);
        try {
            session.session(request, response);
            String body = answered.body();
            Answers.noStore(request, response);
            Answers.json(response, HttpServletResponse.SC_OK, body);
        } catch (Auth0Exception e) {
            LOGGER.log(Level.DEBUG, "No second factor for a page's script: {0}", e.getMessage());
            MfaAnswers.failed(request, response, json, e);
        }
    }

    /** Makes the body of an answer. */
    private interface Answered {
        String body();
    }
}
