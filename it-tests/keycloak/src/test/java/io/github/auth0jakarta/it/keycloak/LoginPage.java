package io.github.auth0jakarta.it.keycloak;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HtmlForm;

/** Keycloak's own login page. */
final class LoginPage {

    private static final String FORM = "kc-form-login";

    private LoginPage() {}

    /** Returns whether a password is asked for. */
    static boolean isShown(Answer page) {
        return page.status() == 200 && page.body().contains("id=\"" + FORM + "\"");
    }

    /** Returns the page's form, filled in. */
    static HtmlForm filledIn(Answer page, KeycloakRealm.User user) {
        return page.form(FORM).with("username", user.name()).with("password", user.password());
    }
}
