package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.ConnectedAccounts.Account;
import io.github.auth0jakarta.tenant.Demo;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests of connected accounts have in common: a client that may use the My Account API, and users without further accounts. */
abstract class AccountsTest extends ClientTest {
    static final String MY_ACCOUNT = "/me/v1/connected-accounts/";
    static final String DROPBOX = "dropbox";

    @BeforeEach
    void allowMyAccount() {
        tenant.register(Demo.client(APP)
                .refreshTarget(
                        tenant.issuer() + "me/",
                        "create:me:connected_accounts",
                        "read:me:connected_accounts",
                        "delete:me:connected_accounts")
                .build());
    }

    @AfterEach
    void forgetAccounts() {
        for (String sub : List.of(Demo.ALICE_SUB, Demo.BOB_SUB)) {
            accountsAt(sub).forEach(account -> tenant.connectedAccounts().remove(sub, account.id()));
        }
        tenant.register(Demo.client(APP).build());
    }

    /** Returns the accounts at the connection of these tests. */
    List<Account> accountsAt(String sub) {
        return tenant.connectedAccounts().of(sub).stream()
                .filter(account -> account.connection().equals(DROPBOX))
                .toList();
    }

    /** Navigates to the connect route; returns the page on which the provider asks the user. */
    Answer connect(HttpBrowser visitor, String more) {
        return visitor.open(APP + "/auth/connect?connection=" + DROPBOX + more);
    }

    /** Agrees on that page; returns the redirect to our callback, which is not followed. */
    static Answer agree(HttpBrowser visitor, Answer page, String account) {
        Answer redirect =
                visitor.submitOnly(page.form().with("account", account).with("accept", "1"));
        assertThat(redirect.location().orElseThrow().toString()).startsWith(CALLBACK + "?connect_code=");
        return redirect;
    }

    /** Connects an account from beginning to end. */
    Answer connectWhole(HttpBrowser visitor, String account) {
        return visitor.follow(agree(visitor, connect(visitor, "&scopes=files&returnTo=/app/page"), account));
    }

    static JsonObject accounts(HttpBrowser visitor, String wayAndQuery) {
        Answer answer = visitor.get(RequestKind.FETCH, APP + "/api/accounts" + wayAndQuery);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    static JsonObject vault(HttpBrowser visitor, String by, String hint) {
        return visitor.get(
                        RequestKind.FETCH,
                        APP + "/api/exchange/connection?connection=" + DROPBOX + "&by=" + by
                                + (hint.isEmpty() ? "" : "&hint=" + URLEncoder.encode(hint, StandardCharsets.UTF_8)))
                .json();
    }
}
