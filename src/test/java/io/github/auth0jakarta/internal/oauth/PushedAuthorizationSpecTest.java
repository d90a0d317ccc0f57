package io.github.auth0jakarta.internal.oauth;

import static io.github.auth0jakarta.testing.FakeAuthorizationServer.METADATA;
import static io.github.auth0jakarta.testing.FakeAuthorizationServer.PAR;
import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.internal.config.SecretText;
import io.github.auth0jakarta.internal.dpop.DpopClient;
import io.github.auth0jakarta.internal.dpop.DpopKey;
import io.github.auth0jakarta.internal.http.FormBody;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.Parameters;
import io.github.auth0jakarta.testing.SeededRandom;
import io.github.auth0jakarta.testing.SentJwt;
import io.github.auth0jakarta.testing.TestConfigs;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9126, by its sections; and what happens where requests are not pushed. */
class PushedAuthorizationSpecTest {
    private static final String REQUEST_URI = "urn:ietf:params:oauth:request_uri:6esc_11ACC5bwc014ltc14eY22c";
    private static final StrictJson JSON = new StrictJson();

    private final FakeAuthorizationServer provider = FakeAuthorizationServer.start();
    private final FormBody parameters =
            new FormBody().add("response_type", "code").add("state", "a&b");

    @AfterEach
    void stop() {
        provider.close();
    }

    private AuthorizationEndpoint endpoint(ClientRequests client, boolean pushAlways) {
        return new AuthorizationEndpoint(client, new PushedAuthorization(client, new JsonAnswers(JSON)), pushAlways);
    }

    private String pushedAddress() {
        return endpoint(provider.client(), true).address(parameters);
    }

    private void answer(int status, String body) {
        provider.on(PAR, new Reply(status, "application/json", body));
    }

    private void answerWell() {
        answer(201, "{\"request_uri\":\"" + REQUEST_URI + "\",\"expires_in\":60}");
    }

    private DpopClient dpop() {
        return new DpopClient(DpopKey.ofPem(TestKeys.EC.pem(), JSON), new SeededRandom(1), provider.time(), JSON);
    }

    private void metadata(String member, Object value) {
        Map<String, Object> document = provider.metadataDocument();
        document.put(member, value);
        provider.on(METADATA, Reply.json(document));
    }

    /** 2.1: the parameters of the authorization request, and the authentication of the client. */
    @Test
    void request() {
        answerWell();
        pushedAddress();
        assertThat(provider.received(PAR)).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.form())
                    .isEqualTo(Map.of(
                            "response_type",
                            "code",
                            "state",
                            "a&b",
                            "client_id",
                            TestJwts.CLIENT_ID,
                            "client_secret",
                            TestConfigs.CLIENT_SECRET));
        });
    }

    /** 2.1: with the authentication in a header, as in the example there. */
    @Test
    void requestWhenTheClientIsNamedInAHeaderThenItsIdIsAParameterToo() {
        answerWell();
        ClientSecretBasic basic = new ClientSecretBasic("id", new SecretText("secret"));
        endpoint(provider.client(basic, null), true).address(parameters);
        assertThat(provider.received(PAR)).singleElement().satisfies(request -> {
            assertThat(request.form()).isEqualTo(Map.of("response_type", "code", "state", "a&b", "client_id", "id"));
            assertThat(request.header("Authorization")).startsWith("Basic ");
        });
    }

    /** 2.2, and 4: the browser carries client_id and request_uri, nothing else. */
    @ParameterizedTest
    @ValueSource(ints = {200, 201})
    @Tag("AR-12")
    void successfulResponse(int status) {
        answer(status, "{\"request_uri\":\"" + REQUEST_URI + "\",\"expires_in\":60,\"more\":1}");
        String address = pushedAddress();
        assertThat(address).startsWith(provider.at("/authorize") + "?");
        assertThat(Parameters.ofQuery(address))
                .isEqualTo(Map.of("client_id", TestJwts.CLIENT_ID, "request_uri", REQUEST_URI));
    }

    /** 2.2: a request_uri is used once, so each login pushes its own. */
    @Test
    @Tag("AR-12")
    void eachAddressHasItsOwnRequestUri() {
        AtomicInteger count = new AtomicInteger();
        provider.on(
                PAR,
                request -> new Reply(
                        201,
                        "application/json",
                        "{\"request_uri\":\"urn:" + count.incrementAndGet() + "\",\"expires_in\":60}"));
        AuthorizationEndpoint endpoint = endpoint(provider.client(), true);
        assertThat(Parameters.ofQuery(endpoint.address(parameters))).containsEntry("request_uri", "urn:1");
        assertThat(Parameters.ofQuery(endpoint.address(parameters))).containsEntry("request_uri", "urn:2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"request_uri\":\"urn:1\"}",
                "{\"request_uri\":\"urn:1\",\"expires_in\":0}",
                "{\"request_uri\":\"urn:1\",\"expires_in\":\"60\"}",
                "{\"request_uri\":\" \",\"expires_in\":60}",
                "{\"request_uri\":7,\"expires_in\":60}",
                "{\"expires_in\":60}",
            })
    @Tag("AR-12")
    void successfulResponseWhenMalformedThenRefused(String body) {
        answer(201, body);
        assertRefused(Auth0ErrorCode.SERVER_PUSHED_AUTHORIZATION_REFUSED, this::pushedAddress);
    }

    /** 2.3: there is no login without it, also where the provider would take one. */
    @ParameterizedTest
    @CsvSource({"400, invalid_request", "401, invalid_client", "413, too_large", "500, server_error", "503, unavailable"
    })
    @Tag("AR-12")
    void errorResponse(int status, String error) {
        provider.on(PAR, Reply.error(status, error));
        AuthorizationServerException e = catchThrowableOfType(AuthorizationServerException.class, this::pushedAddress);
        assertThat(e.code()).isEqualTo(Auth0ErrorCode.SERVER_PUSHED_AUTHORIZATION_REFUSED);
        assertThat(e.code().status()).isEqualTo(502);
        assertThat(e.status()).isEqualTo(status);
        assertThat(e.error()).contains(error);
        assertThat(provider.received(PAR)).hasSize(1);
    }

    @Test
    @Tag("AR-12")
    void errorResponseWhenTheProviderIsSlowOrDownThenNoAddress() {
        provider.on(PAR, request -> {
            throw new IllegalStateException("broken off");
        });
        assertRefused(Auth0ErrorCode.TRANSPORT_FAILED, this::pushedAddress);
        provider.on(PAR, new Reply(302, "text/html", "").header("Location", provider.at("/other")));
        assertRefused(Auth0ErrorCode.SERVER_PUSHED_AUTHORIZATION_REFUSED, this::pushedAddress);
    }

    /** 2.3, error 429: with the time to wait, and no request before it is over. */
    @Test
    void errorResponseWhenTooManyThenTheTimeToWait() {
        provider.on(PAR, Reply.error(429, "slow_down").header("Retry-After", "7"));
        AuthorizationEndpoint endpoint = endpoint(provider.client(), true);
        AuthorizationServerException e =
                catchThrowableOfType(AuthorizationServerException.class, () -> endpoint.address(parameters));
        assertThat(e.code()).isEqualTo(Auth0ErrorCode.SERVER_PUSHED_AUTHORIZATION_REFUSED);
        assertThat(e.retryAfter()).contains(Duration.ofSeconds(7));
        assertRefused(Auth0ErrorCode.SERVER_RATE_LIMITED, () -> endpoint.address(parameters));
        assertThat(provider.received(PAR)).hasSize(1);
    }

    /** 5. */
    @Test
    @Tag("AR-13")
    void metadataWhenTheProviderRequiresItThenPushedUnasked() {
        metadata("require_pushed_authorization_requests", true);
        answerWell();
        assertThat(Parameters.ofQuery(endpoint(provider.client(), false).address(parameters)))
                .isEqualTo(Map.of("client_id", TestJwts.CLIENT_ID, "request_uri", REQUEST_URI));
    }

    @Test
    @Tag("AR-12")
    @Tag("AR-13")
    void metadataWhenThereIsNoEndpointThenRefused() {
        Map<String, Object> document = provider.metadataDocument();
        document.remove("pushed_authorization_request_endpoint");
        provider.on(METADATA, Reply.json(document));
        assertRefused(Auth0ErrorCode.SERVER_METADATA_INVALID, this::pushedAddress);
    }

    @Test
    void addressWhenNeitherAsksThenAllParametersAndNothingPushed() {
        metadata("authorization_endpoint", provider.at("/authorize?tenant=1"));
        String address = endpoint(provider.client(), false).address(parameters);
        assertThat(address).startsWith(provider.at("/authorize?tenant=1&"));
        assertThat(Parameters.ofQuery(address))
                .isEqualTo(Map.of(
                        "tenant", "1", "client_id", TestJwts.CLIENT_ID, "response_type", "code", "state", "a&b"));
        assertThat(provider.received(PAR)).isEmpty();
    }

    /** RFC 9449, 10 and 10.1. */
    @Test
    @Tag("AR-14")
    void addressWhenTokensAreBoundThenTheThumbprintOfTheKeyOfTheProofs() {
        DpopClient dpop = dpop();
        ClientRequests client = provider.client(provider.client().authentication(), dpop);
        assertThat(Parameters.ofQuery(endpoint(client, false).address(parameters)))
                .containsEntry("dpop_jkt", dpop.thumbprint());

        answerWell();
        endpoint(client, true).address(parameters);
        assertThat(provider.received(PAR)).singleElement().satisfies(request -> {
            assertThat(request.form()).containsEntry("dpop_jkt", dpop.thumbprint());
            SentJwt proof = SentJwt.of(request.header("Dpop"));
            assertThat(proof.isSignedBy(TestKeys.EC)).isTrue();
            assertThat(proof.claims()).containsEntry("htu", provider.at(PAR));
        });
    }

    /** RFC 9449, 8. */
    @Test
    @Tag("DP-21")
    void requestWhenANonceIsWantedThenSentOnceMore() {
        provider.on(
                PAR,
                request -> SentJwt.of(request.header("Dpop")).claims().containsKey("nonce")
                        ? new Reply(201, "application/json", "{\"request_uri\":\"urn:1\",\"expires_in\":60}")
                        : Reply.error(400, "use_dpop_nonce").header("DPoP-Nonce", "n1"));
        ClientRequests client = provider.client(provider.client().authentication(), dpop());
        assertThat(Parameters.ofQuery(endpoint(client, true).address(parameters)))
                .containsEntry("request_uri", "urn:1");
        assertThat(provider.received(PAR)).hasSize(2);
    }
}
