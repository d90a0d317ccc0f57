package io.github.auth0jakarta.tenant;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** {@code /connected-accounts/connect}: asks the user, in place of the other provider, and sends the browser back. */
final class ConnectPageEndpoint implements BrowserEndpoint {

    static final String PATH = "/connected-accounts/connect";

    private final AccountConnections connections;
    private final SsoSessions sessions;
    private final Randomness randomness;

    ConnectPageEndpoint(AccountConnections connections, SsoSessions sessions, Randomness randomness) {
        this.connections = connections;
        this.sessions = sessions;
        this.randomness = randomness;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Response handle(Request request) {
        String ticket = request.parameters().require("ticket");
        AccountConnections.Asked asked = connections.require(ticket, sessions.find(request));
        return request.isPost() ? decided(request, ticket, asked) : form(ticket, asked);
    }

    private Response decided(Request request, String ticket, AccountConnections.Asked asked) {
        Map<String, String> answer = new LinkedHashMap<>();
        if (request.form().contains("accept")) {
            answer.put("connect_code", connections.agree(ticket, request.form().require("account")));
        } else {
            connections.decline(ticket);
            answer.put("error", "access_denied");
        }
        answer.put("state", asked.state());
        return Response.redirect(Redirects.with(asked.redirectUri(), answer));
    }

    private Response form(String ticket, AccountConnections.Asked asked) {
        String body = String.format(
                Locale.ROOT,
                """
                <p>An application would like to use your account at <b>%s</b> for <code id="scope">%s</code></p>
                <form method="post" action="%s">
                <input type="hidden" name="ticket" value="%s">
                <label>Your account there
                <input id="account" name="account" required value="%s"></label>
                <button id="accept" type="submit" name="accept" value="1">Connect</button>
                <button id="decline" class="plain" type="submit" name="decline" value="1" formnovalidate>Decline</button>
                </form>
                """,
                Pages.escape(asked.connection()),
                Pages.escape(String.join(" ", asked.scopes())),
                PATH,
                Pages.escape(ticket),
                randomness.id());
        return Pages.page(200, "Connect an account", body);
    }
}
