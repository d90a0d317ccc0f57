package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.openid.connect.sdk.OIDCError;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Takes a browser from one form to the next until its request can be granted or has to be refused. */
final class LoginFlow {

    private final AuthorizationResponder responder;
    private final SsoSessions sessions;
    private final SessionTransfers transfers;
    private final PendingLogins pending;
    private final Directory directory;
    private final UserChoices choices;
    private final InstantSource clock;

    LoginFlow(
            AuthorizationResponder responder,
            SsoSessions sessions,
            SessionTransfers transfers,
            PendingLogins pending,
            Directory directory,
            UserChoices choices,
            InstantSource clock) {
        this.responder = responder;
        this.sessions = sessions;
        this.transfers = transfers;
        this.pending = pending;
        this.directory = directory;
        this.choices = choices;
        this.clock = clock;
    }

    /** The first answer: an earlier login of the browser may be enough. */
    Response begin(Request http, AuthorizationRequest request) {
        try {
            SsoSession session = sessions.find(http);
            String transfer = request.rules().sessionTransfer();
            if (transfer != null) {
                return transferred(http, request, session, transfers.take(transfer));
            }
            User user = session == null ? null : directory.user(session.sub());
            if (session != null && user != null && request.rules().accept(session, clock.instant())) {
                return proceed(request, session, user);
            }
            return form(request);
        } catch (OAuthException e) {
            return responder.refuse(request.returnAddress(), e.error());
        }
    }

    private Response form(AuthorizationRequest request) {
        refuseSilent(request, OIDCError.LOGIN_REQUIRED.getCode());
        String hint = request.appearance().loginHint();
        return LoginPage.render(200, pending.add(request, LoginEndpoint.PATH, null), request, hint, false);
    }

    /**
     * As at Auth0: a token that is none asks for the password, even where the browser has a session, and one of another user
     * than the browser's ends that session, so that nobody finds himself in a session that was put under him.
     */
    private Response transferred(
            Request http,
            AuthorizationRequest request,
            @Nullable SsoSession session,
            SessionTransfers.@Nullable Transfer transfer) {
        if (transfer == null) {
            return form(request);
        }
        User user = transfer.user();
        if (session != null && !session.sub().equals(user.sub())) {
            return sessions.end(http, form(request));
        }
        SsoSessions.Started started = sessions.start(http, user, transfer.actor());
        return proceed(request, started.session(), user).withCookie(started.cookie());
    }

    /** The answer once the user is known. */
    Response proceed(AuthorizationRequest request, SsoSession session, User user) {
        try {
            admit(request, user);
            if (request.rules().multiFactor() && !session.multiFactor()) {
                refuseSilent(request, OIDCError.INTERACTION_REQUIRED.getCode());
                return SecondFactorEndpoint.form(200, pending.add(request, SecondFactorEndpoint.PATH, session), false);
            }
            if (request.asksForConsent() || (request.client().needsConsent() && !choices.hasConsented(user, request))) {
                refuseSilent(request, OIDCError.CONSENT_REQUIRED.getCode());
                return ConsentEndpoint.form(pending.add(request, ConsentEndpoint.PATH, session), request);
            }
            return grant(request, session, user);
        } catch (OAuthException e) {
            return responder.refuse(request.returnAddress(), e.error());
        }
    }

    /** The last answer. */
    Response grant(AuthorizationRequest request, SsoSession session, User user) {
        AccountChange change = request.wanted().accountChange();
        if (change != null) {
            choices.apply(change, user);
        }
        return responder.grant(request, session, user);
    }

    /** The browser's user, who has typed the password a form ago. */
    SsoSession require(Request http) {
        SsoSession session = sessions.find(http);
        if (session == null) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "this browser is not logged in");
        }
        return session;
    }

    private void admit(AuthorizationRequest request, User user) {
        String sub = request.rules().hintedSub();
        if (sub != null && !sub.equals(user.sub())) {
            throw new OAuthException(OAuth2Error.ACCESS_DENIED, "this is not the user of the id_token_hint");
        }
        @Nullable String organization = request.rules().organization();
        if (organization != null
                && !directory.admits(organization, request.rules().invitation(), user)) {
            throw new OAuthException(
                    OAuth2Error.ACCESS_DENIED,
                    "user " + user.sub() + " is not part of the " + organization + " organization");
        }
    }

    private static void refuseSilent(AuthorizationRequest request, String code) {
        if (request.isSilent()) {
            throw new OAuthException(new ErrorObject(code), "prompt=none");
        }
    }
}
