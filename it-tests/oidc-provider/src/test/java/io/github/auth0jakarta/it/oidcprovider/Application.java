package io.github.auth0jakarta.it.oidcprovider;

import io.github.auth0jakarta.it.Keys;
import io.github.auth0jakarta.it.TestApplication;
import io.github.auth0jakarta.it.TestServer;
import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Map;

/** The test application, configured for the shared oidc-provider. */
final class Application {

    static final String BASE = TestServer.APP;

    private Application() {}

    /** Returns the application as a client with a secret, for no API. */
    static TestApplication configured() {
        return common().with("auth0.client-id", Registered.CLIENT)
                .with("auth0.client-secret", Registered.CLIENT_SECRET);
    }

    /** Returns the application as a client that sends its secret in the Authorization header. */
    static TestApplication basic() {
        return common().with("auth0.client-id", Registered.BASIC_CLIENT)
                .with("auth0.client-secret", Registered.BASIC_CLIENT_SECRET)
                .with("auth0.client-authentication-method", "client_secret_basic");
    }

    /**
     * Returns the application as the client that has no secret: it signs assertions, pushes its authorization requests
     * and binds its tokens to a key.
     */
    static TestApplication strict() {
        return common().with("auth0.client-id", Registered.STRICT_CLIENT)
                .with("auth0.client-assertion-signing-key", Keys.pem(Registered.CLIENT_KEY.getPrivate()))
                .with("auth0.client-assertion-signing-alg", "RS256")
                .with("auth0.client-assertion-signing-key-id", Registered.CLIENT_KEY_ID)
                .with("auth0.pushed-authorization-requests", "true")
                .with("auth0.dpop.enabled", "true")
                .with("auth0.dpop.key", Keys.pem(Keys.p256().getPrivate()));
    }

    private static TestApplication common() {
        return TestApplication.unconfigured()
                .with("auth0.issuer", SharedOidcProvider.server().issuer())
                .with("auth0.secret", "a secret of this test that has more than 32 bytes")
                .with("auth0.app-base-url", BASE)
                .with("auth0.allow-insecure-requests", "true")
                .with("auth0.groups.claims", Registered.ROLES_CLAIM);
    }

    /** Opens the protected page and logs in at the provider, back to the page. */
    static Answer logIn(HttpBrowser browser, Registered.User user) {
        return browser.submit(ProviderPages.login(browser.open(BASE + "/page"), user));
    }

    /** Drops what the application remembers of the provider, nonces included. */
    static void dropCaches() {
        new HttpBrowser().request("POST", RequestKind.PROGRAM, BASE + "/test/reset");
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
