package io.github.auth0jakarta.tenant;

import java.util.Locale;

/** {@code /u/mfa}: takes the form with the one-time code, which is always {@link Demo#ONE_TIME_CODE}. */
final class SecondFactorEndpoint implements FormEndpoint {

    static final String PATH = "/u/mfa";

    private final LoginFlow flow;
    private final SsoSessions sessions;
    private final PendingLogins pending;
    private final Directory directory;

    SecondFactorEndpoint(LoginFlow flow, SsoSessions sessions, PendingLogins pending, Directory directory) {
        this.flow = flow;
        this.sessions = sessions;
        this.pending = pending;
        this.directory = directory;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Response handle(Request http) {
        String ticket = http.form().require("ticket");
        SsoSession session = flow.require(http);
        AuthorizationRequest request = pending.get(ticket, PATH, session);
        if (!Demo.ONE_TIME_CODE.equals(http.form().find("code"))) {
            return form(400, ticket, true);
        }
        pending.take(ticket, PATH, session);
        return flow.proceed(request, sessions.stepUp(http, session), directory.require(session.sub()));
    }

    static Response form(int status, String ticket, boolean wrong) {
        String body = String.format(
                Locale.ROOT,
                """
                %s
                <form method="post" action="%s">
                <input type="hidden" name="ticket" value="%s">
                <label>One-time code
                <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required></label>
                <button id="verify" type="submit">Continue</button>
                </form>
                """,
                wrong ? "<p class=\"error\" id=\"code-error\">Wrong code</p>" : "",
                PATH,
                Pages.escape(ticket));
        return Pages.page(status, "Verify your identity", body);
    }
}
