package io.github.auth0jakarta.it.keycloak;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The test application, configured for the shared Keycloak, at the root context of its server. */
final class Application {

    static final String BASE = System.getProperty("it.app.base-url");

    private static final String CONFIG = "META-INF/microprofile-config.properties";

    private Application() {}

    /** Returns the application with the settings that every deployment needs, and some more. */
    static WebArchive with(Map<String, String> more) {
        return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
                .importFrom(new File(System.getProperty("it.app.war")))
                .as(WebArchive.class)
                .addAsResource(new StringAsset(properties(settings()) + properties(more)), CONFIG);
    }

    private static Map<String, String> settings() {
        return Map.of(
                "auth0.issuer",
                SharedKeycloak.server().issuer(),
                "auth0.client-id",
                KeycloakRealm.APPLICATION.id(),
                "auth0.client-secret",
                KeycloakRealm.APPLICATION.secret(),
                "auth0.audience",
                KeycloakRealm.AUDIENCE,
                "auth0.secret",
                "a secret of this test that has more than 32 bytes",
                "auth0.app-base-url",
                BASE,
                "auth0.allow-insecure-requests",
                "true",
                "auth0.groups.claims",
                KeycloakRealm.ROLES_CLAIM);
    }

    private static String properties(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining());
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
