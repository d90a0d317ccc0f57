package io.github.auth0jakarta.internal.connect;

import static io.github.auth0jakarta.internal.connect.AccountSession.ACCOUNTS;
import static io.github.auth0jakarta.internal.connect.AccountSession.COMPLETE;
import static io.github.auth0jakarta.internal.connect.AccountSession.CONNECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.ConnectAccountRequest;
import io.github.auth0jakarta.ConnectedAccount;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Received;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each request to the My Account API for connected accounts, member by member: scope, method, path, query, body. */
class ConnectWireTest {
    private static final ConnectBinding BINDING =
            new ConnectBinding("https://app.example/cb", "the-state", "challenge");
    private static final ConnectAccountRequest PLAIN = ConnectAccountRequest.of("google-oauth2");
    private static final Map<String, Object> STARTED = Map.of(
            "connection", "google-oauth2",
            "redirect_uri", "https://app.example/cb",
            "state", "the-state",
            "code_challenge", "challenge",
            "code_challenge_method", "S256");

    private static Arguments row(
            String what, String scope, String request, Map<String, Object> body, Consumer<AccountSession> call) {
        return Arguments.of(what, scope, request, body, call);
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                row(
                        "start",
                        "create:me:connected_accounts",
                        "POST " + CONNECT,
                        STARTED,
                        one -> one.accounts.start(one.session(), PLAIN, BINDING)),
                row(
                        "start with scopes",
                        "create:me:connected_accounts",
                        "POST " + CONNECT,
                        with("scopes", List.of("a:read", "b")),
                        one -> one.accounts.start(one.session(), PLAIN.withScopes(Set.of("b", "a:read")), BINDING)),
                row(
                        "start with parameters for the other provider",
                        "create:me:connected_accounts",
                        "POST " + CONNECT,
                        with("authorization_params", Map.of("login_hint", "ada@example.com")),
                        one -> one.accounts.start(
                                one.session(), PLAIN.withParameter("login_hint", "ada@example.com"), BINDING)),
                row(
                        "complete",
                        "create:me:connected_accounts",
                        "POST " + COMPLETE,
                        Map.of(
                                "auth_session", "as",
                                "connect_code", "cc",
                                "redirect_uri", "https://app.example/cb",
                                "code_verifier", "v"),
                        one -> one.accounts.complete(
                                one.session(), new ConnectCompletion("as", "cc", "https://app.example/cb", "v"))),
                row(
                        "list",
                        "read:me:connected_accounts",
                        "GET " + ACCOUNTS,
                        Map.of(),
                        one -> one.accounts.list(one.session())),
                row(
                        "remove, with an id that needs encoding",
                        "delete:me:connected_accounts",
                        "DELETE " + ACCOUNTS + "/cac_1%2F%20%3F",
                        Map.of(),
                        one -> one.accounts.disconnect(one.session(), account("cac_1/ ?"))));
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> members = new HashMap<>(STARTED);
        members.put(name, value);
        return members;
    }

    static ConnectedAccount account(String id) {
        return new ConnectedAccount(
                id, "google-oauth2", Optional.empty(), Set.of(), Optional.empty(), Optional.empty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    @Tag("TC-14")
    void request(String what, String scope, String request, Map<String, Object> body, Consumer<AccountSession> call) {
        try (AccountSession one = new AccountSession()) {
            String path = request.substring(request.indexOf(' ') + 1);
            one.provider.on(path, reply(one, path));
            call.accept(one);
            Received refresh =
                    one.provider.received(FakeAuthorizationServer.TOKEN).get(0);
            assertThat(refresh.form())
                    .containsEntry("grant_type", "refresh_token")
                    .containsEntry("refresh_token", "rt")
                    .containsEntry("audience", one.provider.issuer() + "me/")
                    .containsEntry("scope", scope);
            Received sent = one.provider.received(path).get(0);
            assertThat(sent.method() + " " + sent.path()).isEqualTo(request);
            assertThat(sent.query()).isEmpty();
            assertThat(sent.header("Authorization")).isEqualTo("Bearer at-1");
            if (body.isEmpty()) {
                assertThat(sent.body()).isEmpty();
            } else {
                assertThat(sent.json()).isEqualTo(body);
            }
        }
    }

    private static Reply reply(AccountSession one, String path) {
        return switch (path) {
            case CONNECT ->
                Reply.json(Map.of(
                        "connect_uri",
                        one.provider.at("/connected-accounts/connect"),
                        "connect_params",
                        Map.of("ticket", "t"),
                        "auth_session",
                        "as",
                        "expires_in",
                        300L));
            case COMPLETE ->
                new Reply(201, "application/json", "{\"id\":\"cac_1\",\"connection\":\"google-oauth2\",\"scopes\":[]}");
            case ACCOUNTS -> Reply.json("{\"accounts\":[]}");
            default -> new Reply(204, "text/plain", "");
        };
    }
}
