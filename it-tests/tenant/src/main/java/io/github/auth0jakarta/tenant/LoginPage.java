package io.github.auth0jakarta.tenant;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The form that asks for e-mail address and password. */
final class LoginPage {

    private LoginPage() {}

    static Response render(
            int status, String ticket, AuthorizationRequest request, @Nullable String email, boolean wrong) {
        String notice = wrong ? "<p class=\"error\" id=\"login-error\">Wrong email or password</p>" : "";
        String body = String.format(
                Locale.ROOT,
                """
                <p>to continue to <b>%s</b></p>
                %s
                <form method="post" action="%s">
                <input type="hidden" name="ticket" value="%s">
                <label>Email address
                <input id="email" name="email" type="email" autocomplete="username" required value="%s"></label>
                <label>Password
                <input id="password" name="password" type="password" autocomplete="current-password" required></label>
                <button id="login" type="submit">Continue</button>
                <button id="deny" class="plain" type="submit" name="deny" value="1" formnovalidate>Deny</button>
                </form>
                <small>Embedded tenant for tests and samples. Nothing real belongs here.</small>
                """,
                Pages.escape(request.client().id()),
                notice,
                LoginEndpoint.PATH,
                Pages.escape(ticket),
                Pages.escape(email == null ? "" : email));
        return Pages.page(status, request.appearance().signUp() ? "Sign up" : "Log in", body);
    }
}
