package io.github.auth0jakarta.it.keycloak;

import io.github.auth0jakarta.it.TestApplication;
import io.github.auth0jakarta.it.TestServer;
import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Map;

/** The test application, configured for the shared Keycloak. */
final class Application {

    static final String BASE = TestServer.APP;

    private Application() {}

    /** Returns the application as {@link KeycloakRealm#APPLICATION}, with an API. */
    static TestApplication configured() {
        return common().with("auth0.client-id", KeycloakRealm.APPLICATION.id())
                .with("auth0.client-secret", KeycloakRealm.APPLICATION.secret())
                .with("auth0.audience", KeycloakRealm.AUDIENCE);
    }

    /** Returns the application with the settings that every deployment needs. */
    static TestApplication common() {
        return TestApplication.unconfigured()
                .with("auth0.issuer", SharedKeycloak.server().issuer())
                .with("auth0.secret", "a secret of this test that has more than 32 bytes")
                .with("auth0.app-base-url", BASE)
                .with("auth0.allow-insecure-requests", "true")
                .with("auth0.groups.claims", KeycloakRealm.ROLES_CLAIM);
    }

    /** Opens the protected page and logs in at Keycloak, back to the page. */
    static Answer logIn(HttpBrowser browser, KeycloakRealm.User user) {
        return browser.submit(LoginPage.filledIn(browser.open(BASE + "/page"), user));
    }

    /** Returns what a page under {@code /page} answers to a script of the logged-in user. */
    static Answer asJson(HttpBrowser browser, String path) {
        return browser.get(RequestKind.FETCH, BASE + path, Map.of("Accept", "application/json"));
    }

    /** Returns the groups that the application told. */
    static List<String> groups(JsonObject caller) {
        return caller.getJsonArray("groups").getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }
}
