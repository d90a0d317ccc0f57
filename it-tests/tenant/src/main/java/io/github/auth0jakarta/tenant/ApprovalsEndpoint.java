package io.github.auth0jakarta.tenant;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code /u/approvals}: stands for the user's telephone; shows what the user is asked (CIBA), and takes the decision. */
final class ApprovalsEndpoint implements BrowserEndpoint {

    static final String PATH = "/u/approvals";

    private final Approvals approvals;
    private final SsoSessions sessions;

    ApprovalsEndpoint(Approvals approvals, SsoSessions sessions) {
        this.approvals = approvals;
        this.sessions = sessions;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Response handle(Request request) {
        SsoSession session = sessions.find(request);
        if (session == null) {
            return Pages.page(403, "Nobody is logged in", "<p>Log in with an application first.</p>");
        }
        if (request.isPost()) {
            return decided(session.sub(), request.form().require("decision"));
        }
        List<String> messages = approvals.messages(session.sub());
        return messages.isEmpty()
                ? Pages.page(200, "Nothing to approve", "<p id=\"none\">No application asks you for anything.</p>")
                : form(messages);
    }

    private Response decided(String sub, String decision) {
        boolean approved = decision.equals("approve");
        int count = approved ? approvals.approve(sub) : approvals.deny(sub);
        String body =
                String.format(Locale.ROOT, "<p id=\"decided\">%d of your applications will hear of it.</p>", count);
        return Pages.page(200, approved ? "Approved" : "Denied", body);
    }

    private static Response form(List<String> messages) {
        String asked = messages.stream()
                .map(message -> "<p><b>" + Pages.escape(message) + "</b></p>")
                .collect(Collectors.joining("\n"));
        String body = String.format(Locale.ROOT, """
                <p>An application asks for your approval. It has to show this message too:</p>
                <div id="messages">%s</div>
                <form method="post" action="%s">
                <button id="approve" type="submit" name="decision" value="approve">Approve</button>
                <button id="deny" class="plain" type="submit" name="decision" value="deny">Deny</button>
                </form>
                """, asked, PATH);
        return Pages.page(200, "Do you approve?", body);
    }
}
