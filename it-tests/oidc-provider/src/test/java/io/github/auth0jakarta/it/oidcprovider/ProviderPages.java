package io.github.auth0jakarta.it.oidcprovider;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HtmlForm;
import io.github.auth0jakarta.it.browser.HttpBrowser;

/** The provider's pages, as a user answers them. */
final class ProviderPages {

    private static final String LOGIN = "login";
    private static final String LOGOUT = "op.logoutForm";

    private ProviderPages() {}

    /** Returns whether a password is asked for. */
    static boolean isLogin(Answer page) {
        return page.status() == 200 && page.body().contains("id=\"" + LOGIN + "\"");
    }

    /** Returns the login form, filled in. */
    static HtmlForm login(Answer page, Registered.User user) {
        return page.form(LOGIN).with("username", user.name()).with("password", user.password());
    }

    /** Returns whether the user is asked whether to log out. */
    static boolean isLogout(Answer page) {
        return page.status() == 200 && page.body().contains("id=\"" + LOGOUT + "\"");
    }

    /** Says yes to logging out, and returns where that leads. */
    static Answer confirmLogout(HttpBrowser browser, Answer page) {
        return browser.submit(page.form(LOGOUT).with("logout", "yes"));
    }

    /** Logs out at the provider itself; the browser tells the application nothing. */
    static void logOut(HttpBrowser browser) {
        String issuer = SharedOidcProvider.server().issuer();
        String endpoint = SdkClient.discover(issuer).getEndSessionEndpointURI().toString();
        String end = confirmLogout(browser, browser.open(endpoint)).uri().toString();
        if (!end.startsWith(issuer)) {
            throw new IllegalStateException("the provider led to the application: " + end);
        }
    }
}
