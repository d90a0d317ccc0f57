package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.Locale;

/** {@code /u/consent}: takes the user's answer to what a client asks for, and remembers a yes. */
final class ConsentEndpoint implements FormEndpoint {

    static final String PATH = "/u/consent";

    private final LoginFlow flow;
    private final AuthorizationResponder responder;
    private final PendingLogins pending;
    private final Directory directory;
    private final UserChoices choices;

    ConsentEndpoint(
            LoginFlow flow,
            AuthorizationResponder responder,
            PendingLogins pending,
            Directory directory,
            UserChoices choices) {
        this.flow = flow;
        this.responder = responder;
        this.pending = pending;
        this.directory = directory;
        this.choices = choices;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Response handle(Request http) {
        SsoSession session = flow.require(http);
        AuthorizationRequest request = pending.take(http.form().require("ticket"), PATH, session);
        if (!http.form().contains("accept")) {
            return responder.refuse(
                    request.returnAddress(), OAuth2Error.ACCESS_DENIED.setDescription("User did not authorize"));
        }
        User user = directory.require(session.sub());
        choices.consent(user, request);
        return flow.grant(request, session, user);
    }

    static Response form(String ticket, AuthorizationRequest request) {
        String body = String.format(
                Locale.ROOT,
                """
                <p><b>%s</b> asks for <code id="scope">%s</code></p>
                <form method="post" action="%s">
                <input type="hidden" name="ticket" value="%s">
                <button id="accept" type="submit" name="accept" value="1">Accept</button>
                <button id="decline" class="plain" type="submit" name="decline" value="1">Decline</button>
                </form>
                """,
                Pages.escape(request.client().id()),
                Pages.escape(String.join(" ", request.wanted().scope())),
                PATH,
                Pages.escape(ticket));
        return Pages.page(200, "Authorize", body);
    }
}
