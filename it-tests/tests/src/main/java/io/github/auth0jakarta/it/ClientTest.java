package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.Tenant;
import io.github.auth0jakarta.tenant.TokenBuilder;
import io.github.auth0jakarta.tenant.User;
import java.util.Map;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** What tests over HTTP have in common: a tenant without faults, an application without memories, a fresh browser. */
@ExtendWith(ArquillianExtension.class)
abstract class ClientTest {

    static final String APP = TestServer.APP;
    static final String CALLBACK = APP + "/auth/callback";
    static final String SESSION_COOKIE = "__session";
    static final String TRANSACTION_COOKIE = "__txn_";

    static final String CAROL_SUB = "auth0|carol";

    final Tenant tenant = TestTenant.get();
    final HttpBrowser browser = new HttpBrowser();

    @BeforeEach
    void forget() {
        tenant.reset();
        new HttpBrowser().post(RequestKind.PROGRAM, APP + "/test/reset", Map.of("Origin", TestServer.ORIGIN), "");
    }

    /** Opens a protected address and logs in; returns the page behind. */
    Answer logIn(HttpBrowser visitor, String address, String email, String password) {
        return visitor.submit(visitor.open(address).form().with("email", email).with("password", password));
    }

    Answer logInAsAlice(HttpBrowser visitor) {
        return logIn(visitor, APP + "/page", Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD);
    }

    Answer logInAsBob(HttpBrowser visitor) {
        return logIn(visitor, APP + "/page", Demo.BOB_EMAIL, Demo.BOB_PASSWORD);
    }

    /** To be used by one test of an application, which ends all of her sessions; those that begin in the same second too. */
    Answer logInAsCarol(HttpBrowser visitor) {
        tenant.register(User.builder(CAROL_SUB, "carol@example.com", "Carol-of-the-Bells-1")
                .permissions(Demo.AUDIENCE, "read:orders")
                .build());
        return logIn(visitor, APP + "/page", "carol@example.com", "Carol-of-the-Bells-1");
    }

    /** Logs in as far as the provider's redirect to our callback, which is not followed. */
    Answer logInUpToCallback(HttpBrowser visitor) {
        Answer form = visitor.open(APP + "/page");
        Answer redirect =
                visitor.submitOnly(form.form().with("email", Demo.ALICE_EMAIL).with("password", Demo.ALICE_PASSWORD));
        assertThat(redirect.location().orElseThrow().toString()).startsWith(CALLBACK);
        return redirect;
    }

    /** Returns the provider's id of the browser's session. */
    static String sid(HttpBrowser visitor) {
        return visitor.get(RequestKind.FETCH, APP + "/page", Map.of("Accept", "application/json"))
                .json()
                .getJsonObject("claims")
                .getString("sid");
    }

    /** Returns how the application sees the browser's user. */
    Answer identities(HttpBrowser visitor) {
        return visitor.get(RequestKind.FETCH, APP + "/test/identities");
    }

    void assertAnonymous(HttpBrowser visitor) {
        Answer identities = identities(visitor);
        assertThat(identities.status()).isEqualTo(200);
        assertThat(identities.json().getString("source")).isEqualTo("NONE");
    }

    void assertCaller(HttpBrowser visitor, String sub) {
        Answer identities = identities(visitor);
        assertThat(identities.status()).isEqualTo(200);
        assertThat(identities.json().getString("auth0Session")).isEqualTo(sub);
    }

    TokenBuilder accessToken(String sub, String... scopes) {
        return tenant.tokens().accessToken(sub, Demo.CLIENT_ID, Demo.AUDIENCE, scopes);
    }

    Answer call(String token, String path) {
        return browser.get(RequestKind.PROGRAM, APP + path, bearer(token));
    }

    static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }
}
