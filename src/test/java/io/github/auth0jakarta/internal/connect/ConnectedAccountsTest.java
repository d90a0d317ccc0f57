package io.github.auth0jakarta.internal.connect;

import static io.github.auth0jakarta.internal.connect.AccountSession.ACCOUNTS;
import static io.github.auth0jakarta.internal.connect.AccountSession.COMPLETE;
import static io.github.auth0jakarta.internal.connect.AccountSession.CONNECT;
import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ConnectAccountRequest;
import io.github.auth0jakarta.ConnectedAccount;
import io.github.auth0jakarta.MyAccountException;
import io.github.auth0jakarta.internal.dpop.DpopClient;
import io.github.auth0jakarta.internal.dpop.DpopKey;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Received;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.SeededRandom;
import io.github.auth0jakarta.testing.SentJwt;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectedAccountsTest {
    private static final ConnectBinding BINDING = new ConnectBinding("https://app.example/cb", "state", "challenge");
    private static final ConnectAccountRequest GOOGLE = ConnectAccountRequest.of("google-oauth2");
    private static final String SECRET_LIKE = "at-1";

    private final AccountSession one = new AccountSession();

    @AfterEach
    void stop() {
        one.close();
    }

    private Reply started(String connectUri) {
        return Reply.json(Map.of(
                "connect_uri",
                connectUri,
                "connect_params",
                Map.of("ticket", "t+1"),
                "auth_session",
                "as",
                "expires_in",
                300L));
    }

    private static Reply page(String members) {
        return Reply.json("{\"accounts\":[" + members + "]}");
    }

    private static String json(String id, String connection) {
        return "{\"id\":\"" + id + "\",\"connection\":\"" + connection + "\"}";
    }

    @Test
    void startWhenBegunThenTheBrowserGoesThereWithTheTicket() {
        one.provider.on(CONNECT, started(one.provider.at("/connected-accounts/connect")));
        ConnectTicket ticket = one.accounts.start(one.session(), GOOGLE, BINDING);
        assertThat(ticket.address()).hasToString(one.provider.at("/connected-accounts/connect") + "?ticket=t%2B1");
        assertThat(ticket.authSession()).isEqualTo("as");
        assertThat(ticket).hasToString("ConnectTicket");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/connect",
                "http://127.0.0.1:1/connect",
                "http://x@127.0.0.1/connect",
                "javascript:alert(1)",
                "/connect",
                "not an address"
            })
    void startWhenTheAddressIsNotTheIssuersThenRefused(String address) {
        one.provider.on(CONNECT, started(address));
        assertRefused(
                Auth0ErrorCode.CONNECT_ANSWER_MALFORMED, () -> one.accounts.start(one.session(), GOOGLE, BINDING));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"connect_uri\":\"x\",\"auth_session\":\"as\",\"connect_params\":{}}",
                "{\"connect_uri\":\"x\",\"auth_session\":1,\"connect_params\":{\"ticket\":\"t\"}}"
            })
    void startWhenTheAnswerLacksSomethingThenRefused(String body) {
        one.provider.on(CONNECT, Reply.json(body));
        assertRefused(
                Auth0ErrorCode.CONNECT_ANSWER_MALFORMED, () -> one.accounts.start(one.session(), GOOGLE, BINDING));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"redirect_uri", "state", "code_challenge", "scope", "connection", "client_id", "bad name", ""})
    void startWhenAParameterIsTheProtocolsOwnThenRefusedBeforeAnythingIsSent(String name) {
        assertRefused(
                Auth0ErrorCode.CONNECT_REQUEST_INVALID,
                () -> one.accounts.start(one.session(), GOOGLE.withParameter(name, "x"), BINDING));
        assertThat(one.provider.received(FakeAuthorizationServer.TOKEN)).isEmpty();
    }

    @Test
    void startWhenSomethingIsTooLongOrBlankThenRefusedBeforeAnythingIsSent() {
        for (ConnectAccountRequest request : List.of(
                ConnectAccountRequest.of(" "),
                ConnectAccountRequest.of("c".repeat(129)),
                GOOGLE.withScopes(Set.of("two scopes")),
                GOOGLE.withParameter("login_hint", "x".repeat(2_049)),
                GOOGLE.withAppState(Map.of("k", "x".repeat(1_024))))) {
            assertRefused(
                    Auth0ErrorCode.CONNECT_REQUEST_INVALID, () -> one.accounts.start(one.session(), request, BINDING));
        }
        assertThat(one.provider.received(FakeAuthorizationServer.TOKEN)).isEmpty();
    }

    @Test
    void completeWhenTakenThenTheAccountAndOldTokensAreForgotten() {
        one.provider.on(COMPLETE, new Reply(201, "application/json", """
                        {"id":"cac_1","connection":"google-oauth2","access_type":"offline","scopes":["a","b"],
                        "created_at":"2026-11-21T10:00:00.000Z","expires_at":"2026-12-21T10:00:00Z"}"""));
        assertThat(one.accounts.complete(one.session(), new ConnectCompletion("as", "cc", "r", "v")))
                .isEqualTo(new ConnectedAccount(
                        "cac_1",
                        "google-oauth2",
                        Optional.of("offline"),
                        Set.of("a", "b"),
                        Optional.of(Instant.parse("2026-11-21T10:00:00Z")),
                        Optional.of(Instant.parse("2026-12-21T10:00:00Z"))));
        assertThat(one.dropped).containsExactly("ada google-oauth2");
    }

    @Test
    void listWhenThereAreMorePagesThenAllOfThem() {
        one.provider.on(
                ACCOUNTS,
                request -> request.query().isEmpty()
                        ? Reply.json("{\"accounts\":[" + json("1", "a") + "],\"next\":\"p&2\"}")
                        : page(json("2", "b")));
        assertThat(one.accounts.list(one.session()))
                .extracting(ConnectedAccount::id)
                .containsExactly("1", "2");
        assertThat(one.provider.received(ACCOUNTS)).extracting(Received::query).containsExactly("", "from=p%262");
        assertThat(one.provider.received(FakeAuthorizationServer.TOKEN)).hasSize(1);
    }

    @Test
    void listWhenAPageLeadsToItselfThenRefused() {
        one.provider.on(ACCOUNTS, Reply.json("{\"accounts\":[],\"next\":\"same\"}"));
        assertRefused(Auth0ErrorCode.CONNECT_ANSWER_MALFORMED, () -> one.accounts.list(one.session()));
        assertThat(one.provider.received(ACCOUNTS)).hasSize(2);
    }

    @Test
    void listWhenPagesHaveNoEndThenRefusedAfterAHundred() {
        AtomicInteger pages = new AtomicInteger();
        one.provider.on(
                ACCOUNTS, request -> Reply.json("{\"accounts\":[],\"next\":\"p" + pages.incrementAndGet() + "\"}"));
        assertRefused(Auth0ErrorCode.CONNECT_ANSWER_MALFORMED, () -> one.accounts.list(one.session()));
        assertThat(pages).hasValue(ConnectedAccounts.MOST_PAGES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"accounts\":{}}",
                "{\"accounts\":[1]}",
                "{\"accounts\":[{\"connection\":\"c\"}]}",
                "{\"accounts\":[{\"id\":\"1\",\"connection\":\"c\",\"scopes\":\"a b\"}]}",
                "{\"accounts\":[{\"id\":\"1\",\"connection\":\"c\",\"created_at\":\"yesterday\"}]}",
                "{\"accounts\":[],\"next\":1}"
            })
    void listWhenAnAnswerIsNotAsExpectedThenRefused(String body) {
        one.provider.on(ACCOUNTS, Reply.json(body));
        assertRefused(Auth0ErrorCode.CONNECT_ANSWER_MALFORMED, () -> one.accounts.list(one.session()));
    }

    @Test
    void disconnectAllWhenSeveralThenThoseOfTheConnectionAndTheirTokens() {
        one.provider.on(
                ACCOUNTS, page(json("1", "google-oauth2") + "," + json("2", "x") + "," + json("3", "google-oauth2")));
        one.provider.on(ACCOUNTS + "/1", new Reply(204, "text/plain", ""));
        one.provider.on(ACCOUNTS + "/3", new Reply(204, "text/plain", ""));
        assertThat(one.accounts.disconnectAll(one.session(), "google-oauth2"))
                .extracting(ConnectedAccount::id)
                .containsExactly("1", "3");
        assertThat(one.provider.received(ACCOUNTS + "/2")).isEmpty();
        assertThat(one.dropped).containsOnly("ada google-oauth2");
        assertThat(one.provider.received(FakeAuthorizationServer.TOKEN)).hasSize(1);
    }

    @Test
    void disconnectWhenRefusedThenTokensAreForgottenAllTheSame() {
        one.provider.on(ACCOUNTS + "/1", Reply.error(500, "x"));
        assertRefused(
                Auth0ErrorCode.CONNECT_REFUSED,
                () -> one.accounts.disconnect(one.session(), ConnectWireTest.account("1")));
        assertThat(one.dropped).containsExactly("ada google-oauth2");
    }

    @Test
    void anythingWhenRefusedThenTheProblemIsTypedAndNotInTheMessage() {
        one.provider.on(ACCOUNTS, new Reply(400, "application/problem+json", """
                        {"type":"https://auth0.com/api-errors#A0E-400-0003","title":"Invalid\\nRequest","status":400,
                        "detail":"%s is wrong","validation_errors":[{"detail":"d","field":"f","pointer":"/p","source":"body"}]}""".formatted(SECRET_LIKE)));
        MyAccountException refusal =
                catchThrowableOfType(MyAccountException.class, () -> one.accounts.list(one.session()));
        assertThat(refusal.code()).isEqualTo(Auth0ErrorCode.CONNECT_REFUSED);
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.problem())
                .isEqualTo(new MyAccountException.Problem(
                        Optional.of("https://auth0.com/api-errors#A0E-400-0003"),
                        Optional.of("Invalid Request"),
                        Optional.of("at-1 is wrong"),
                        List.of(new MyAccountException.ValidationError(
                                Optional.of("d"), Optional.of("f"), Optional.of("/p"), Optional.of("body")))));
        assertThat(refusal).hasMessage("connect.refused: the My Account API answered 400");
    }

    @Test
    @Tag("F-10")
    void anythingWhenTheProviderHasNoTimeThenToldForHowLong() {
        one.provider.on(ACCOUNTS, new Reply(429, "application/json", "{}", Map.of("Retry-After", "7")));
        MyAccountException refusal =
                catchThrowableOfType(MyAccountException.class, () -> one.accounts.list(one.session()));
        assertThat(refusal.code()).isEqualTo(Auth0ErrorCode.SERVER_RATE_LIMITED);
        assertThat(refusal.retryAfter())
                .hasValueSatisfying(wait -> assertThat(wait).hasSeconds(7));
    }

    @Test
    @Tag("TC-06")
    void anythingWhenItFailsThenTheRotatedRefreshTokenIsKept() {
        one.provider.on(ACCOUNTS, Reply.error(500, "x"));
        assertThat(one.refreshTokenAfter(
                        session -> assertRefused(Auth0ErrorCode.CONNECT_REFUSED, () -> one.accounts.list(session))))
                .isEqualTo("rt-1");
    }

    @Test
    void anythingWhenTheScopeIsNotGrantedThenNothingIsAsked() {
        one.provider.on(
                FakeAuthorizationServer.TOKEN,
                Reply.json("{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"scope\":\"openid\"}"));
        assertRefused(Auth0ErrorCode.SESSION_SCOPES_MISSING, () -> one.accounts.list(one.session()));
        assertThat(one.provider.received(ACCOUNTS)).isEmpty();
    }

    @Test
    void anythingWhenTokensAreBoundThenWithProofsAndOnceMoreWithTheNonce() {
        FixedTime time = new FixedTime();
        DpopClient dpop = new DpopClient(
                DpopKey.generate(new SeededRandom(7), new StrictJson()), new SeededRandom(8), time, new StrictJson());
        try (AccountSession bound = new AccountSession(dpop)) {
            bound.provider.on(
                    ACCOUNTS + "/1",
                    request -> SentJwt.of(request.header("Dpop")).claims().containsKey("nonce")
                            ? new Reply(204, "text/plain", "")
                            : new Reply(401, "application/json", "{}")
                                    .header("WWW-Authenticate", "DPoP error=\"use_dpop_nonce\"")
                                    .header("DPoP-Nonce", "n-1"));
            bound.accounts.disconnect(bound.session(), ConnectWireTest.account("1"));
            List<Received> received = bound.provider.received(ACCOUNTS + "/1");
            assertThat(received).hasSize(2);
            Received second = received.get(1);
            assertThat(second.header("Authorization")).isEqualTo("DPoP at-1");
            assertThat(SentJwt.of(second.header("Dpop")).claims())
                    .containsEntry("nonce", "n-1")
                    .containsEntry("htm", "DELETE")
                    .containsEntry("htu", bound.provider.at(ACCOUNTS + "/1"))
                    .containsKey("ath");
        }
    }
}
