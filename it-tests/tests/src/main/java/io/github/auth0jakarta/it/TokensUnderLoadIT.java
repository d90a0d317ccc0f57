package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Api;
import io.github.auth0jakarta.tenant.Client;
import io.github.auth0jakarta.tenant.ConnectedAccounts;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.Tenant;
import io.github.auth0jakarta.tenant.User;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two hundred calls at once for tokens for four APIs, two scopes and two users. */
class TokensUnderLoadIT extends ClientTest {
    private static final int CALLS = 200;
    private static final String CLIENT_ID = "load-client";
    private static final String PASSWORD = "Under-heavy-load-1";
    private static final List<String> USERS = List.of("load|one", "load|two");
    private static final List<String> APIS =
            List.of("https://a.load", "https://b.load", "https://c.load", "https://d.load");
    private static final List<String> SCOPES = List.of("read", "write");

    @Deployment(testable = false)
    static WebArchive deployment() {
        register(TestTenant.get());
        return TestApplication.configured()
                .with("auth0.client-id", CLIENT_ID)
                .with("auth0.token-exchange.audiences", String.join(",", APIS))
                .with(ExchangeResource.class)
                .build();
    }

    private static void register(Tenant tenant) {
        Client.Builder client = Client.builder(CLIENT_ID, Demo.CLIENT_SECRET)
                .callbackUrls(CALLBACK)
                .logoutUrls(APP + "/")
                .api(Demo.AUDIENCE);
        for (String api : APIS) {
            tenant.register(Api.of(api, "read", "write"));
            client.refreshTarget(api, "read", "write").exchangeTarget(api, "read", "write");
        }
        tenant.register(client.build());
        for (String sub : USERS) {
            User.Builder user = User.builder(sub, email(sub), PASSWORD);
            for (String api : APIS) {
                user.permissions(api, "read", "write");
                tenant.connectedAccounts()
                        .add(new ConnectedAccounts.Account(
                                sub + api, sub, api, sub, Set.copyOf(SCOPES), Instant.EPOCH));
            }
            tenant.register(user.build());
        }
    }

    private static String email(String sub) {
        return sub.replace('|', '.') + "@example.com";
    }

    /** What a call is about. */
    private record Wish(String user, String api, String scope) {

        static Wish of(int number) {
            return new Wish(USERS.get(number % 2), APIS.get(number / 2 % 4), SCOPES.get(number / 8 % 2));
        }

        String address(String way) {
            return APP + "/api/exchange/" + way + "?audience=" + api + "&connection=" + api + "&scope=" + scope;
        }

        boolean isGranted(String way, String token) {
            if (way.equals("connection")) {
                return token.startsWith(api + "/" + user + "/");
            }
            JsonObject claims = token.isEmpty() ? JsonObject.EMPTY_JSON_OBJECT : SignedText.claims(token);
            return user.equals(claims.getString("sub", ""))
                    && api.equals(claims.getString("aud", ""))
                    && scope.equals(claims.getString("scope", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "on-behalf-of", "connection"})
    @Tag("TC-08")
    @Tag("TC-11")
    void nobodyGetsAnothersToken(String way) throws Exception {
        List<HttpBrowser> loggedIn = new ArrayList<>();
        for (String user : USERS) {
            HttpBrowser visitor = new HttpBrowser();
            logIn(visitor, APP + "/page", email(user), PASSWORD);
            loggedIn.add(visitor);
        }
        List<Callable<String>> calls = new ArrayList<>();
        for (int call = 0; call < CALLS; call++) {
            Wish wish = Wish.of(call);
            HttpBrowser own = loggedIn.get(USERS.indexOf(wish.user())).copy();
            calls.add(() -> whatIsWrong(wish, way, own));
        }
        assertThat(ParallelRequests.send(calls)).hasSize(CALLS).allMatch(String::isEmpty);
    }

    /** Returns an empty text where the answer is the one that was wished for. */
    private static String whatIsWrong(Wish wish, String way, HttpBrowser browser) {
        Answer answer = browser.get(RequestKind.FETCH, wish.address(way));
        boolean right =
                answer.status() == 200 && wish.isGranted(way, answer.json().getString("token", ""));
        return right ? "" : wish + " " + answer.status() + " " + answer.body();
    }
}
