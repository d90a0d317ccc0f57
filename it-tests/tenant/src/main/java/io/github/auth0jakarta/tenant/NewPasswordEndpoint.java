package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.Locale;

/** {@code /u/reset}: the form for a new password, where the mail leads that was asked for. */
final class NewPasswordEndpoint implements BrowserEndpoint {

    static final String PATH = "/u/reset";

    private final PasswordResets resets;

    NewPasswordEndpoint(PasswordResets resets) {
        this.resets = resets;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Response handle(Request request) {
        String ticket = request.parameters().require("ticket");
        if (!resets.isOpen(ticket)) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "this mail was used, or has ended");
        }
        if (!request.isPost()) {
            return form(200, ticket, false);
        }
        String password = request.form().require("password");
        if (password.length() < SignupEndpoint.SHORTEST_PASSWORD) {
            return form(400, ticket, true);
        }
        if (!resets.change(ticket, password)) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "this mail was used, or the user is gone");
        }
        return Pages.page(200, "Your password was changed", "<p id=\"changed\">Go on with it at the application.</p>");
    }

    private static Response form(int status, String ticket, boolean weak) {
        String body = String.format(
                Locale.ROOT,
                """
                %s
                <form method="post" action="%s">
                <input type="hidden" name="ticket" value="%s">
                <label>New password
                <input id="password" name="password" type="password" autocomplete="new-password" required></label>
                <button id="change" type="submit">Change</button>
                </form>
                """,
                weak ? "<p class=\"error\" id=\"password-error\">Too short</p>" : "",
                PATH,
                Pages.escape(ticket));
        return Pages.page(status, "Set a new password", body);
    }
}
