package io.github.auth0jakarta.internal.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.AccessTokenRequest;
import io.github.auth0jakarta.AccessTokenService;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.Auth0Session;
import io.github.auth0jakarta.client.AccessTokenFor;
import io.github.auth0jakarta.client.OutgoingTokens;
import io.github.auth0jakarta.client.PropagateAccessToken;
import io.github.auth0jakarta.internal.caller.Caller;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.dpop.DpopClient;
import io.github.auth0jakarta.internal.dpop.DpopKey;
import io.github.auth0jakarta.internal.exchange.ExchangeRules;
import io.github.auth0jakarta.internal.exchange.OnBehalfOf;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.oauth.JsonAnswers;
import io.github.auth0jakarta.internal.oauth.OnBehalfOfGrant;
import io.github.auth0jakarta.internal.oauth.OnBehalfOfTokens;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.oauth.UnverifiedClaims;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Received;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.Fakes;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.NoBeans;
import io.github.auth0jakarta.testing.OneBean;
import io.github.auth0jakarta.testing.SeededRandom;
import io.github.auth0jakarta.testing.SentJwt;
import io.github.auth0jakarta.testing.TestKeys;
import io.github.auth0jakarta.testing.Together;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests of a real client with the filters, to a server that shows what arrives. */
@Timeout(60)
class OutgoingRequestsTest {
    private static final String ORDERS = "/orders";
    private static final String OTHER = "https://other.example";
    private static final Instant LATER = FixedTime.START.plusSeconds(3_600);
    private static final StrictJson JSON = new StrictJson();

    private final FakeAuthorizationServer api = FakeAuthorizationServer.start();
    private final FakeAuthorizationServer foreign = FakeAuthorizationServer.start();
    private final Client client = ClientBuilder.newClient();
    private final List<AccessTokenRequest> askedOfLogin = new CopyOnWriteArrayList<>();
    private final DpopClient dpop =
            new DpopClient(DpopKey.ofPem(TestKeys.EC.pem(), JSON), new SeededRandom(1), api.time(), JSON);
    private AccessToken ofLogin = new AccessToken("of-login", "Bearer", null, Set.of(), LATER);
    private @Nullable Caller caller = caller(Auth0Session.Source.ACCESS_TOKEN, Map.of("scope", "read:orders"));

    @BeforeEach
    void begin() {
        api.on(ORDERS, Reply.json("{}"));
        foreign.on(ORDERS, Reply.json("{}"));
        install(true, dpop);
    }

    @AfterEach
    void stop() {
        NoBeans.install();
        client.close();
        api.close();
        foreign.close();
    }

    /** Has the filters find the tokens of an application that is this kind of client. */
    private void install(boolean isClient, @Nullable DpopClient key) {
        AccessTokenService login = Fakes.of(AccessTokenService.class, (called, arguments) -> {
            askedOfLogin.add(arguments.length == 0 ? AccessTokenRequest.ofLogin() : (AccessTokenRequest) arguments[0]);
            return ofLogin;
        });
        OnBehalfOfGrant grant =
                new OnBehalfOfGrant(new TokenEndpoint(api.client(), new JsonAnswers(JSON)), new UnverifiedClaims(JSON));
        OneBean.install(
                OutgoingTokens.class,
                new CurrentOutgoingTokens(
                        new PropagationOrigins(Set.of(URI.create(api.issuer()))),
                        () -> caller,
                        login,
                        isClient
                                ? new OnBehalfOf(
                                        new ExchangeRules(new Auth0Config.TokenExchange(Set.of(), Set.of(OTHER))),
                                        new OnBehalfOfTokens(grant, Duration.ofSeconds(60), api.time()))
                                : null,
                        key));
    }

    private static Caller caller(Auth0Session.Source source, Map<String, Object> claims) {
        return new Caller(source, "alice", Set.of(), claims, "callers-token", LATER);
    }

    private void bindLogin() {
        caller = caller(Auth0Session.Source.LOGIN, Map.of());
        ofLogin = new AccessToken("bound", "DPoP", null, Set.of(), LATER);
    }

    private Invocation.Builder request(FakeAuthorizationServer server) {
        return client.target(server.at(ORDERS)).request();
    }

    private int get(FakeAuthorizationServer server) {
        try (Response response = request(server).get()) {
            return response.getStatus();
        }
    }

    private Received received() {
        return api.received(ORDERS).get(api.received(ORDERS).size() - 1);
    }

    private void assertNotSent(Auth0ErrorCode code) {
        assertThatThrownBy(() -> get(api))
                .isInstanceOf(ProcessingException.class)
                .cause()
                .isInstanceOfSatisfying(
                        Auth0Exception.class, e -> assertThat(e.code()).isEqualTo(code));
        assertThat(api.received(ORDERS)).isEmpty();
    }

    private static SentJwt proof(Received request) {
        return SentJwt.of(request.header("Dpop"));
    }

    private static Reply nonceWanted(String nonce) {
        return Reply.error(401, "use_dpop_nonce")
                .header("WWW-Authenticate", "DPoP error=\"use_dpop_nonce\"")
                .header("DPoP-Nonce", nonce);
    }

    private static boolean hasNonce(Received request, String nonce) {
        return nonce.equals(proof(request).claims().get("nonce"));
    }

    @Test
    void propagateWhenTheCallerBroughtATokenThenThatVeryToken() {
        client.register(new PropagateAccessToken());
        assertThat(get(api)).isEqualTo(200);
        assertThat(received().header("Authorization")).isEqualTo("Bearer callers-token");
        assertThat(received().headers()).doesNotContainKey("Dpop");
    }

    @Test
    void propagateWhenTheCallerLoggedInThenTheTokenOfTheLogin() {
        caller = caller(Auth0Session.Source.LOGIN, Map.of());
        client.register(PropagateAccessToken.class);
        get(api);
        assertThat(received().header("Authorization")).isEqualTo("Bearer of-login");
    }

    @Test
    @Tag("AC-22")
    void anyFilterWhenTheOriginIsNotNamedThenWithoutAToken() {
        client.register(new PropagateAccessToken()).register(new AccessTokenFor(OTHER));
        assertThat(get(foreign)).isEqualTo(200);
        assertThat(foreign.received(ORDERS))
                .singleElement()
                .satisfies(request -> assertThat(request.headers()).doesNotContainKeys("Authorization", "Dpop"));
        assertThat(api.received(FakeAuthorizationServer.TOKEN)).isEmpty();
    }

    /** The filter has to come after those that may change the address. */
    @Test
    @Tag("AC-22")
    void anyFilterWhenAnotherChangesTheAddressThenThatOneCounts() {
        client.register(new PropagateAccessToken());
        client.register((ClientRequestFilter) request -> request.setUri(URI.create(foreign.at(ORDERS))));
        get(api);
        assertThat(foreign.received(ORDERS))
                .singleElement()
                .satisfies(request -> assertThat(request.headers()).doesNotContainKey("Authorization"));
    }

    @Test
    @Tag("AC-22")
    void anyFilterWhenTheServerRedirectsElsewhereThenNothingGoesThere() {
        client.register(new PropagateAccessToken());
        for (int status : new int[] {301, 302, 303, 307, 308}) {
            api.on(ORDERS, new Reply(status, "text/plain", "").header("Location", foreign.at(ORDERS)));
            assertThat(get(api)).isEqualTo(status);
        }
        assertThat(foreign.received(ORDERS)).isEmpty();
    }

    @Test
    void anyFilterWhenTheApplicationSetTheHeaderThenItStays() {
        client.register(new PropagateAccessToken());
        request(api).header("Authorization", "Basic own").get().close();
        assertThat(received().header("Authorization")).isEqualTo("Basic own");
    }

    @Test
    void anyFilterWhenNobodyIsThereThenNotSent() {
        caller = null;
        client.register(new PropagateAccessToken());
        assertNotSent(Auth0ErrorCode.SESSION_MISSING);
    }

    @Test
    void propagateWhenTheCallersTokenIsBoundThenNotSent() {
        caller = caller(Auth0Session.Source.ACCESS_TOKEN, Map.of("cnf", Map.of("jkt", "x")));
        client.register(new PropagateAccessToken());
        assertNotSent(Auth0ErrorCode.PROPAGATION_TOKEN_BOUND);
    }

    @Test
    void accessTokenForWhenTheCallerLoggedInThenOfTheSession() {
        caller = caller(Auth0Session.Source.LOGIN, Map.of());
        client.register(new AccessTokenFor(OTHER, "read:x"));
        get(api);
        assertThat(received().header("Authorization")).isEqualTo("Bearer of-login");
        assertThat(askedOfLogin).singleElement().satisfies(request -> {
            assertThat(request.audience()).contains("https://other.example");
            assertThat(request.scopes()).containsExactly("read:x");
        });
    }

    @Test
    void accessTokenForWhenTheCallerBroughtATokenThenExchangedOnce() {
        api.on(
                FakeAuthorizationServer.TOKEN,
                Reply.json(Map.of("access_token", "exchanged", "token_type", "Bearer", "expires_in", 3600)));
        client.register(new AccessTokenFor(OTHER, "read:x"));
        get(api);
        get(api);
        assertThat(received().header("Authorization")).isEqualTo("Bearer exchanged");
        assertThat(api.received(FakeAuthorizationServer.TOKEN))
                .singleElement()
                .satisfies(request -> assertThat(request.form())
                        .containsEntry("subject_token", "callers-token")
                        .containsEntry("audience", "https://other.example")
                        .containsEntry("scope", "read:x"));
    }

    @Test
    void accessTokenForWhenTheCallersTokenIsBoundThenExchangedAllTheSame() {
        caller = caller(Auth0Session.Source.ACCESS_TOKEN, Map.of("cnf", Map.of("jkt", "key of the caller")));
        api.on(
                FakeAuthorizationServer.TOKEN,
                Reply.json(Map.of("access_token", "exchanged", "token_type", "Bearer", "expires_in", 3600)));
        client.register(new AccessTokenFor(OTHER, "read:x"));
        get(api);
        assertThat(received().header("Authorization")).isEqualTo("Bearer exchanged");
    }

    @Test
    void accessTokenForWhenLessIsGrantedThenNotSent() {
        api.on(
                FakeAuthorizationServer.TOKEN,
                Reply.json(Map.of("access_token", "exchanged", "token_type", "Bearer", "scope", "read:y")));
        client.register(new AccessTokenFor(OTHER, "read:x"));
        assertNotSent(Auth0ErrorCode.SESSION_SCOPES_MISSING);
    }

    @Test
    @Tag("TC-10")
    void accessTokenForWhenTheAudienceIsNotListedThenNothingIsExchangedAndNotSent() {
        client.register(new AccessTokenFor("https://third.example", "read:x"));
        assertNotSent(Auth0ErrorCode.TOKEN_EXCHANGE_AUDIENCE_REFUSED);
        assertThat(api.received(FakeAuthorizationServer.TOKEN)).isEmpty();
    }

    @Test
    void accessTokenForWhenTheApplicationIsNoClientThenNotSent() {
        install(false, null);
        client.register(new AccessTokenFor(OTHER));
        assertNotSent(Auth0ErrorCode.PROPAGATION_CLIENT_MISSING);
    }

    @Test
    @Tag("DP-20")
    void boundTokenWhenSentThenWithAProofForThisRequest() {
        bindLogin();
        client.register(new PropagateAccessToken());
        try (Response response =
                client.target(api.at(ORDERS)).queryParam("page", 2).request().delete()) {
            assertThat(response.getStatus()).isEqualTo(200);
        }
        assertThat(received().header("Authorization")).isEqualTo("DPoP bound");
        assertThat(proof(received()).isSignedBy(TestKeys.EC)).isTrue();
        assertThat(proof(received()).claims())
                .containsEntry("htm", "DELETE")
                .containsEntry("htu", api.at(ORDERS))
                .containsKeys("jti", "iat", "ath")
                .doesNotContainKey("nonce");
        get(api);
        assertThat(api.received(ORDERS))
                .extracting(request -> proof(request).claims().get("jti"))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void boundTokenWhenThereIsNoKeyThenNotSent() {
        bindLogin();
        install(true, null);
        client.register(new PropagateAccessToken());
        assertNotSent(Auth0ErrorCode.PROPAGATION_TOKEN_BOUND);
    }

    @Test
    @Tag("DP-21")
    void boundTokenWhenANonceIsWantedThenSentOnceMore() {
        bindLogin();
        api.on(
                ORDERS,
                request -> hasNonce(request, "n1")
                        ? new Reply(201, "text/plain", "done: " + request.body()).header("X-Answer", "second")
                        : nonceWanted("n1").header("X-First", "yes"));
        client.register(new PropagateAccessToken());
        try (Response response =
                request(api).header("X-Own", "kept").post(Entity.form(new Form("order", "4711").param("note", "ä")))) {
            assertThat(response.getStatus()).isEqualTo(201);
            assertThat(response.getHeaderString("X-Answer")).isEqualTo("second");
            assertThat(response.getHeaderString("X-First")).isNull();
            assertThat(response.getHeaderString("WWW-Authenticate")).isNull();
            assertThat(response.readEntity(String.class)).isEqualTo("done: order=4711&note=%C3%A4");
        }
        List<Received> requests = api.received(ORDERS);
        assertThat(requests).hasSize(2).allSatisfy(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.header("X-own")).isEqualTo("kept");
            assertThat(request.header("Authorization")).isEqualTo("DPoP bound");
            assertThat(request.header("Content-type")).isEqualTo("application/x-www-form-urlencoded");
        });
        assertThat(requests.get(1).body()).isEqualTo(requests.get(0).body());
        assertThat(proof(requests.get(1)).claims().get("jti"))
                .isNotEqualTo(proof(requests.get(0)).claims().get("jti"));
    }

    @Test
    @Tag("DP-21")
    void boundTokenWhenRefusedTwiceThenTwoRequestsAndTheRefusal() {
        bindLogin();
        AtomicInteger count = new AtomicInteger();
        api.on(ORDERS, request -> nonceWanted("n" + count.incrementAndGet()));
        client.register(new PropagateAccessToken());
        try (Response response = request(api).get()) {
            assertThat(response.getStatus()).isEqualTo(401);
            assertThat(response.readEntity(String.class)).contains("use_dpop_nonce");
        }
        assertThat(api.received(ORDERS)).hasSize(2);
    }

    @Test
    @Tag("DP-21")
    void boundTokenWhenTheSchemeIsInAnotherCaseThenSentOnceMore() {
        bindLogin();
        api.on(
                ORDERS,
                request -> hasNonce(request, "n1")
                        ? Reply.json("{}")
                        : nonceWanted("n1").header("WWW-Authenticate", "Bearer, dpop Error=use_dpop_nonce"));
        client.register(new PropagateAccessToken());
        assertThat(get(api)).isEqualTo(200);
    }

    @Test
    void boundTokenWhenRefusedForAnotherReasonThenNotSentAgain() {
        bindLogin();
        client.register(new PropagateAccessToken());
        api.on(ORDERS, nonceWanted("n1").header("WWW-Authenticate", "DPoP error=\"invalid_token\""));
        assertThat(get(api)).isEqualTo(401);
        api.on(ORDERS, new Reply(403, "text/plain", "").header("DPoP-Nonce", "n2"));
        assertThat(get(api)).isEqualTo(403);
        assertThat(api.received(ORDERS)).hasSize(2);
    }

    @Test
    void boundTokenWhenABodyCanBeReadOnceOnlyThenNotSentAgainButTheNextHasTheNonce() {
        bindLogin();
        api.on(ORDERS, request -> hasNonce(request, "n1") ? Reply.json("{}") : nonceWanted("n1"));
        client.register(new PropagateAccessToken());
        try (Response response = request(api).post(Entity.text(stream("one")))) {
            assertThat(response.getStatus()).isEqualTo(401);
        }
        try (Response response = request(api).post(Entity.text(stream("two")))) {
            assertThat(response.getStatus()).isEqualTo(200);
        }
        assertThat(api.received(ORDERS)).extracting(Received::body).containsExactly("one", "two");
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void boundTokenWhenASuccessBringsANonceThenUsedNextTime() {
        bindLogin();
        api.on(ORDERS, Reply.json("{}").header("DPoP-Nonce", "n1"));
        client.register(new PropagateAccessToken());
        get(api);
        get(api);
        assertThat(hasNonce(received(), "n1")).isTrue();
    }

    @Test
    void bearerTokenWhenAServerTalksOfNoncesThenNotSentAgain() {
        api.on(ORDERS, nonceWanted("n1"));
        client.register(new PropagateAccessToken());
        assertThat(get(api)).isEqualTo(401);
        assertThat(api.received(ORDERS)).hasSize(1);
    }

    /** Each of many threads gets the answer to its own request, also where all of them have to ask twice. */
    @Test
    @Tag("DP-22")
    void boundTokenWhenManyAskAtOnceThenNoAnswerGoesToAnother() {
        bindLogin();
        api.on(
                ORDERS,
                request -> proof(request).claims().containsKey("nonce")
                        ? Reply.json("\"" + request.body() + "\"")
                        : nonceWanted("n1"));
        client.register(new PropagateAccessToken());
        AtomicInteger user = new AtomicInteger();
        List<Boolean> own = Together.call(
                30,
                () -> {
                    String name = "user-" + user.incrementAndGet();
                    return request(api).post(Entity.text(name), String.class).equals("\"" + name + "\"");
                },
                () -> {});
        assertThat(own).hasSize(30).doesNotContain(false);
    }
}
