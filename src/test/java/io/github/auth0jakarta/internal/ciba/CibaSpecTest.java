package io.github.auth0jakarta.internal.ciba;

import static io.github.auth0jakarta.internal.ciba.CibaFlow.OWNER;
import static io.github.auth0jakarta.internal.ciba.CibaFlow.REQUEST;
import static io.github.auth0jakarta.testing.FakeAuthorizationServer.BC_AUTHORIZE;
import static io.github.auth0jakarta.testing.FakeAuthorizationServer.METADATA;
import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.BackchannelAuthentication;
import io.github.auth0jakarta.BackchannelAuthenticationRequest;
import io.github.auth0jakarta.BackchannelAuthenticationResult.Approved;
import io.github.auth0jakarta.BackchannelAuthenticationResult.Denied;
import io.github.auth0jakarta.BackchannelAuthenticationResult.Expired;
import io.github.auth0jakarta.BackchannelAuthenticationResult.Pending;
import io.github.auth0jakarta.internal.ciba.BackchannelAuthentications.Receiver;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.TestJwts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CIBA Core 1.0, 7 to 11, in poll mode: request, acknowledgement, polls one at a time, tokens. */
@Timeout(60)
class CibaSpecTest {
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final CibaFlow flow = new CibaFlow();

    @AfterEach
    void stop() {
        flow.close();
    }

    private BackchannelAuthentication startedAndReady() {
        BackchannelAuthentication started = flow.start();
        flow.time.advance(started.interval());
        return started;
    }

    static Stream<BackchannelAuthenticationRequest> invalidRequests() {
        return Stream.of(
                of(""),
                of("two words"),
                of("line\nbreak"),
                of("control\u0000"),
                of("\u202Eright-to-left"),
                of("<b>"),
                of("x".repeat(65)),
                of("x".repeat(10 * 1024)),
                BackchannelAuthenticationRequest.of("", "ABC"),
                BackchannelAuthenticationRequest.of("a\u0000b", "ABC"),
                BackchannelAuthenticationRequest.of("x".repeat(1025), "ABC"),
                REQUEST.withLoginHint(" "),
                REQUEST.withAudience(""),
                REQUEST.withScopes(Set.of("a b")),
                REQUEST.withScopes(Set.of("")),
                REQUEST.withScopes(Set.of("x".repeat(1025))),
                REQUEST.withRequestedExpiry(Duration.ZERO),
                REQUEST.withRequestedExpiry(Duration.ofMillis(999)),
                REQUEST.withRequestedExpiry(Duration.ofDays(-1)),
                REQUEST.withRequestedExpiry(Duration.ofDays(4)),
                REQUEST.withAuthorizationDetails(List.of(Map.of("amount", 3))),
                REQUEST.withAuthorizationDetails(List.of(Map.of("type", "a", "value", new Object()))),
                REQUEST.withAuthorizationDetails(List.of(Map.of("type", "x".repeat(20_000)))),
                REQUEST.withParameter("x", "a\nb"),
                REQUEST.withParameter("", "a"));
    }

    private static BackchannelAuthenticationRequest of(String bindingMessage) {
        return BackchannelAuthenticationRequest.of(TestJwts.SUBJECT, bindingMessage);
    }

    @ParameterizedTest
    @MethodSource("invalidRequests")
    @Tag("AR-21")
    void requestWhenItBreaksARuleThenRefusedAndNothingIsSent(BackchannelAuthenticationRequest request) {
        assertRefused(
                Auth0ErrorCode.CIBA_REQUEST_INVALID,
                () -> flow.authentications().start(request, OWNER));
        assertThat(flow.provider.received(BC_AUTHORIZE)).isEmpty();
        assertThat(flow.provider.received(METADATA)).isEmpty();
    }

    @Test
    @Tag("AR-21")
    void requestWhenAParameterBelongsToTheProtocolThenRefused() {
        assertThat(RequestForm.PROTOCOL_PARAMETERS).contains("user_code", "login_hint", "client_secret");
        for (String parameter : RequestForm.PROTOCOL_PARAMETERS) {
            assertRefused(
                    Auth0ErrorCode.CIBA_REQUEST_INVALID,
                    () -> flow.authentications().start(REQUEST.withParameter(parameter, "x"), OWNER));
        }
        assertThat(flow.provider.received(BC_AUTHORIZE)).isEmpty();
    }

    @Test
    void requestWhenTheMetadataHaveNoEndpointThenUnsupported() {
        Map<String, Object> metadata = flow.provider.metadataDocument();
        metadata.remove("backchannel_authentication_endpoint");
        flow.provider.on(METADATA, Reply.json(metadata));
        assertRefused(Auth0ErrorCode.CIBA_UNSUPPORTED, flow::start);
    }

    @Test
    void requestWhenTheProviderRefusesThenItsErrorIsKnown() {
        flow.provider.on(BC_AUTHORIZE, Reply.error(400, "unknown_user_id"));
        assertThatThrownBy(flow::start)
                .isInstanceOfSatisfying(
                        AuthorizationServerException.class,
                        e -> assertThat(e.error()).contains("unknown_user_id"));
    }

    @Test
    void acknowledgementThenExpiryAndIntervalAreThoseOfTheProvider() {
        flow.started("interval", 7);
        BackchannelAuthentication started = flow.start();
        assertThat(started.expiresAt()).isEqualTo(flow.time.instant().plusSeconds(300));
        assertThat(started.interval()).isEqualTo(Duration.ofSeconds(7));
        assertThat(started.toString()).doesNotContain(started.id());
    }

    @Test
    void acknowledgementWhenItHasNoIntervalThenFiveSeconds() {
        assertThat(flow.start().interval()).isEqualTo(INTERVAL);
    }

    @ParameterizedTest
    @CsvSource({
        "auth_req_id, ''",
        "auth_req_id, 7",
        "expires_in, 0",
        "expires_in, -1",
        "expires_in, soon",
        "expires_in, 1.5",
        "expires_in, 999999999999",
        "interval, 0",
        "interval, -5",
        "interval, often"
    })
    void acknowledgementWhenAMemberIsNotAsItHasToBeThenRefused(String member, String value) {
        flow.started(member, value.matches("-?\\d+") ? (Object) Long.valueOf(value) : value);
        assertRefused(Auth0ErrorCode.SERVER_RESPONSE_MALFORMED, flow::start);
    }

    @Test
    void pollWhenTheUserHasNotDecidedThenPendingIsAValue() {
        assertThat(flow.poll(startedAndReady())).isEqualTo(new Pending(INTERVAL));
    }

    @Test
    @Tag("TC-13")
    void pollWhenItIsTooEarlyThenTheProviderIsNotAsked() {
        BackchannelAuthentication started = flow.start();
        flow.time.advance(Duration.ofMillis(4_999));
        assertThat(flow.poll(started)).isEqualTo(new Pending(Duration.ofMillis(1)));
        assertThat(flow.polls).isEmpty();
    }

    @Test
    @Tag("TC-13")
    void pollWhenCalledAllTheTimeThenTheProviderIsAskedOncePerInterval() {
        BackchannelAuthentication started = flow.start();
        for (int i = 0; i < 100; i++) {
            flow.time.advance(Duration.ofMillis(500));
            flow.poll(started);
        }
        assertThat(flow.polls).hasSize(10);
    }

    @Test
    @Tag("TC-13")
    void pollWhenSlowDownThenFiveSecondsMoreFromThenOn() {
        BackchannelAuthentication started = startedAndReady();
        flow.next(Reply.error(400, "slow_down"), Reply.error(400, "slow_down"));
        assertThat(flow.poll(started)).isEqualTo(new Pending(Duration.ofSeconds(10)));
        flow.time.advance(Duration.ofSeconds(10));
        assertThat(flow.poll(started)).isEqualTo(new Pending(Duration.ofSeconds(15)));
        flow.time.advance(Duration.ofSeconds(15));
        assertThat(flow.poll(started)).isEqualTo(new Pending(Duration.ofSeconds(15)));
    }

    @Test
    void pollWhenTheUserHasRefusedThenDenied() {
        flow.next(Reply.error(400, "access_denied"));
        assertThat(flow.poll(startedAndReady())).isEqualTo(new Denied());
    }

    /** Auth0 says so to a client whose secret is wrong, and no user has decided anything. */
    @Test
    void pollWhenTheClientIsRefusedThenNotTheUsersRefusal() {
        flow.next(Reply.error(401, "access_denied"));
        BackchannelAuthentication started = startedAndReady();
        assertRefused(Auth0ErrorCode.SERVER_INVALID_CLIENT, () -> flow.poll(started));
    }

    @Test
    void pollWhenTheProviderSaysItIsOverThenExpired() {
        flow.next(Reply.error(400, "expired_token"));
        assertThat(flow.poll(startedAndReady())).isEqualTo(new Expired());
    }

    @Test
    @Tag("TC-13")
    void pollWhenTheTimeIsOverThenExpiredWithoutARequest() {
        BackchannelAuthentication started = flow.start();
        flow.time.advance(Duration.ofMinutes(5));
        assertThat(flow.poll(started)).isEqualTo(new Expired());
        assertThat(flow.polls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_grant", "unauthorized_client", "transaction_failed"})
    void pollWhenAnotherErrorThenItIsThrown(String error) {
        flow.next(Reply.error(400, error));
        BackchannelAuthentication started = startedAndReady();
        assertThatThrownBy(() -> flow.poll(started))
                .isInstanceOfSatisfying(
                        AuthorizationServerException.class,
                        e -> assertThat(e.error()).contains(error));
    }

    @Test
    void pollWhenApprovedThenTheTokens() {
        flow.next(flow.tokens(flow.idToken()));
        assertThat(flow.poll(startedAndReady())).isInstanceOfSatisfying(Approved.class, approved -> {
            assertThat(approved.tokens().accessToken().value()).isEqualTo("at-1");
            assertThat(approved.tokens().claims()).containsEntry("sub", TestJwts.SUBJECT);
            assertThat(approved.tokens().refreshToken()).contains("rt-1");
            assertThat(approved.toString()).doesNotContain("at-1", "rt-1", TestJwts.SUBJECT);
        });
    }

    @Test
    void pollWhenApprovedThenDetailsAreKnown() {
        Map<String, Object> answer = Map.of(
                "access_token",
                "at-1",
                "token_type",
                "Bearer",
                "id_token",
                flow.idToken().build(),
                "authorization_details",
                List.of(Map.of("type", "payment")));
        flow.next(Reply.json(answer));
        assertThat(flow.poll(startedAndReady()))
                .isInstanceOfSatisfying(
                        Approved.class,
                        approved -> assertThat(approved.tokens().authorizationDetails())
                                .containsExactly(Map.of("type", "payment")));
    }

    @Test
    void pollWhenApprovedThenTheReceiverGetsWhatTheProviderSent() {
        flow.next(flow.tokens(flow.idToken()));
        BackchannelAuthentication started = startedAndReady();
        List<String> received = new ArrayList<>();
        flow.authentications().poll(started.id(), OWNER, (tokens, purpose) -> received.add(tokens.accessToken()));
        assertThat(received).containsExactly("at-1");
    }

    private void assertTokensRefused(Auth0ErrorCode code, Reply answer) {
        flow.next(answer);
        BackchannelAuthentication started = startedAndReady();
        assertRefused(
                code,
                () -> flow.authentications().poll(started.id(), OWNER, (tokens, purpose) -> {
                    throw new AssertionError("nobody may get them");
                }));
    }

    @Test
    @Tag("TC-13")
    void tokensWhenTheIdTokenIsForAnotherClientThenRefused() {
        assertTokensRefused(
                Auth0ErrorCode.ID_TOKEN_AUDIENCE_MISMATCH,
                flow.tokens(flow.idToken().claim("aud", "somebody")));
    }

    @Test
    @Tag("TC-13")
    void tokensWhenTheyAreOfAnotherUserThenRefused() {
        assertTokensRefused(
                Auth0ErrorCode.CIBA_SUBJECT_MISMATCH, flow.tokens(flow.idToken().claim("sub", "auth0|other")));
    }

    @Test
    @Tag("TC-13")
    void tokensWhenTheIdTokenNamesAnotherRequestThenRefused() {
        assertTokensRefused(
                Auth0ErrorCode.CIBA_REQUEST_MISMATCH,
                flow.tokens(flow.idToken().claim("urn:openid:params:jwt:claim:auth_req_id", "req-2")));
    }

    @Test
    @Tag("TC-13")
    void tokensWhenTheIdTokenNamesTheRequestThenTaken() {
        flow.next(flow.tokens(flow.idToken().claim("urn:openid:params:jwt:claim:auth_req_id", CibaFlow.AUTH_REQ_ID)));
        assertThat(flow.poll(startedAndReady())).isInstanceOf(Approved.class);
    }

    @Test
    void tokensWhenThereIsNoIdTokenThenRefused() {
        assertTokensRefused(
                Auth0ErrorCode.ID_TOKEN_MISSING, Reply.json(Map.of("access_token", "at-1", "token_type", "Bearer")));
    }

    @Test
    @Tag("TC-13")
    void idWhenAnotherSessionHasItThenRefusedWith403AndTheProviderIsNotAsked() {
        BackchannelAuthentication started = startedAndReady();
        for (RequestOwner stranger : List.of(
                RequestOwner.session("session-2"),
                RequestOwner.browser("session-1"),
                RequestOwner.caller("session-1", ""),
                RequestOwner.APPLICATION)) {
            assertRefused(
                    Auth0ErrorCode.CIBA_REQUEST_NOT_OF_SESSION,
                    () -> flow.authentications().poll(started.id(), stranger, Receiver.NONE));
            assertRefused(
                    Auth0ErrorCode.CIBA_REQUEST_NOT_OF_SESSION,
                    () -> flow.authentications().await(started.id(), stranger));
        }
        assertThat(Auth0ErrorCode.CIBA_REQUEST_NOT_OF_SESSION.status()).isEqualTo(403);
        assertThat(flow.polls).isEmpty();
        assertThat(flow.poll(started)).isInstanceOf(Pending.class);
    }

    @Test
    @Tag("TC-13")
    void idThenHasNothingOfTheRequestInPlainAndTakesNoChange() {
        BackchannelAuthentication started = startedAndReady();
        assertThat(started.id()).doesNotContain(CibaFlow.AUTH_REQ_ID, TestJwts.SUBJECT);
        for (String changed : List.of("", "x", started.id() + "A", started.id().substring(1), CibaFlow.AUTH_REQ_ID)) {
            assertRefused(
                    Auth0ErrorCode.CIBA_REQUEST_NOT_OF_SESSION,
                    () -> flow.authentications().poll(changed, OWNER, Receiver.NONE));
        }
    }

    @Test
    @Tag("F-33")
    void idWhenTheApplicationWasRestartedThenStillGood() {
        BackchannelAuthentication started = flow.start();
        flow.restart();
        assertThat(flow.poll(started)).isEqualTo(new Pending(INTERVAL));
        flow.time.advance(INTERVAL);
        flow.next(flow.tokens(flow.idToken()));
        assertThat(flow.poll(started)).isInstanceOf(Approved.class);
    }

    @Test
    void idWhenAllIsAsLongAsItMayBeThenItFits() {
        flow.started("auth_req_id", "x".repeat(BackchannelEndpoint.MAX_ID));
        String longest = "\u20ac".repeat(1024);
        BackchannelAuthentication started = flow.authentications()
                .start(
                        BackchannelAuthenticationRequest.of(longest, "ABC")
                                .withAudience(longest)
                                .withScopes(Set.of("x".repeat(1024))),
                        OWNER);
        assertThat(flow.poll(started)).isInstanceOf(Pending.class);
        flow.started("auth_req_id", "x".repeat(BackchannelEndpoint.MAX_ID + 1));
        assertRefused(Auth0ErrorCode.SERVER_RESPONSE_MALFORMED, flow::start);
    }
}
