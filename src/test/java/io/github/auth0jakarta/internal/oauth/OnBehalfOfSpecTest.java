package io.github.auth0jakarta.internal.oauth;

import static io.github.auth0jakarta.testing.FakeAuthorizationServer.TOKEN;
import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.dpop.DpopClient;
import io.github.auth0jakarta.internal.dpop.DpopKey;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.SeededRandom;
import io.github.auth0jakarta.testing.TestConfigs;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import io.github.auth0jakarta.testing.Together;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8693, 2, as Auth0's On-Behalf-Of: request, answer, and how long the token is given again. */
@Timeout(60)
class OnBehalfOfSpecTest {
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    private static final String CALLER = "auth0|caller";
    private static final String AUDIENCE = "https://other.example";

    private final FakeAuthorizationServer provider = FakeAuthorizationServer.start();
    private final OnBehalfOfGrant grant = grant(null);
    private final OnBehalfOfTokens tokens = new OnBehalfOfTokens(grant, Duration.ofSeconds(60), provider.time());

    @AfterEach
    void stop() {
        provider.close();
    }

    private OnBehalfOfGrant grant(@Nullable DpopClient dpop) {
        ClientRequests requests = provider.client(provider.client().authentication(), dpop);
        return new OnBehalfOfGrant(
                new TokenEndpoint(requests, new JsonAnswers(new StrictJson())), new UnverifiedClaims(new StrictJson()));
    }

    private static Map<String, Object> answer() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", "exchanged");
        answer.put("issued_token_type", ACCESS_TOKEN);
        answer.put("token_type", "Bearer");
        answer.put("expires_in", 3600);
        answer.put("scope", "read:orders");
        return answer;
    }

    private static Map<String, Object> answer(String name, Object value) {
        Map<String, Object> answer = answer();
        answer.put(name, value);
        return answer;
    }

    private AccessToken get(String callersToken) {
        return tokens.get(callersToken, CALLER, AUDIENCE, Set.of("read:orders"));
    }

    private int exchanges() {
        return provider.received(TOKEN).size();
    }

    @Test
    void requestWhenSentThenTheseParametersInThisOrder() {
        provider.on(TOKEN, Reply.json(answer()));
        grant.exchange("callers token", CALLER, AUDIENCE, Set.of("read:orders"));
        assertThat(provider.received(TOKEN))
                .singleElement()
                .satisfies(request -> assertThat(request.body())
                        .isEqualTo("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange"
                                + "&subject_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Aaccess_token"
                                + "&subject_token=callers+token"
                                + "&audience=https%3A%2F%2Fother.example"
                                + "&scope=read%3Aorders"
                                + "&requested_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Aaccess_token"
                                + "&client_id=" + TestJwts.CLIENT_ID
                                + "&client_secret=" + TestConfigs.CLIENT_SECRET));
    }

    @Test
    void requestWhenNoScopesAreNamedThenWithout() {
        provider.on(TOKEN, Reply.json(answer()));
        grant.exchange("at", CALLER, AUDIENCE, Set.of());
        assertThat(provider.received(TOKEN).get(0).form()).doesNotContainKey("scope");
    }

    @Test
    void answerWhenItHasMoreThenOnlyTheAccessToken() {
        provider.on(TOKEN, Reply.json(answer("refresh_token", "rt")));
        AccessToken token = get("at");
        assertThat(token.value()).isEqualTo("exchanged");
        assertThat(token.type()).isEqualTo("Bearer");
        assertThat(token.audience()).contains(AUDIENCE);
        assertThat(token.scopes()).containsExactly("read:orders");
        assertThat(token.expiresAt()).isEqualTo(provider.time().instant().plusSeconds(3600));
    }

    @Test
    void answerWhenItNamesNoScopesThenThoseThatWereAskedFor() {
        Map<String, Object> answer = new HashMap<>(answer());
        answer.remove("scope");
        provider.on(TOKEN, Reply.json(answer));
        assertThat(get("at").scopes()).containsExactly("read:orders");
    }

    @Test
    void answerWhenTheTypeIsNotNamedThenTaken() {
        Map<String, Object> answer = new HashMap<>(answer());
        answer.remove("issued_token_type");
        provider.on(TOKEN, Reply.json(answer));
        assertThat(get("at").value()).isEqualTo("exchanged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:ietf:params:oauth:token-type:id_token",
                "urn:ietf:params:oauth:token-type:refresh_token",
                "urn:ietf:params:oauth:token-type:ACCESS_TOKEN",
                ""
            })
    void answerWhenItIsAnotherTypeOfTokenThenRefused(String type) {
        provider.on(TOKEN, Reply.json(answer("issued_token_type", type)));
        assertRefused(Auth0ErrorCode.SERVER_RESPONSE_MALFORMED, () -> get("at"));
    }

    @Test
    void answerWhenItIsMalformedThenRefused() {
        provider.on(TOKEN, Reply.json(answer("issued_token_type", 1)));
        assertRefused(Auth0ErrorCode.SERVER_RESPONSE_MALFORMED, () -> get("at"));
        provider.on(TOKEN, Reply.json(answer("access_token", "")));
        assertRefused(Auth0ErrorCode.SERVER_RESPONSE_MALFORMED, () -> get("at"));
        provider.on(TOKEN, Reply.json(answer("token_type", "N_A")));
        assertRefused(Auth0ErrorCode.SERVER_TOKEN_TYPE_MISMATCH, () -> get("at"));
        provider.on(TOKEN, Reply.error(400, "invalid_request"));
        assertRefused(Auth0ErrorCode.SERVER_ERROR_RESPONSE, () -> get("at"));
        provider.on(TOKEN, Reply.error(401, "invalid_client"));
        assertRefused(Auth0ErrorCode.SERVER_INVALID_CLIENT, () -> get("at"));
    }

    @Test
    void exchangeWhenTokensAreBoundThenWithAProofAndForABoundToken() {
        StrictJson json = new StrictJson();
        DpopClient dpop =
                new DpopClient(DpopKey.ofPem(TestKeys.EC.pem(), json), new SeededRandom(1), provider.time(), json);
        provider.on(TOKEN, Reply.json(answer("token_type", "DPoP")));
        assertThat(grant(dpop).exchange("at", CALLER, AUDIENCE, Set.of()).tokenType())
                .isEqualTo("DPoP");
        assertThat(provider.received(TOKEN).get(0).header("Dpop")).isNotNull();

        provider.on(TOKEN, Reply.json(answer()));
        assertRefused(
                Auth0ErrorCode.SERVER_TOKEN_TYPE_MISMATCH,
                () -> grant(dpop).exchange("at", CALLER, AUDIENCE, Set.of()));
    }

    @Test
    void getWhenAskedAgainThenOneExchange() {
        provider.on(TOKEN, Reply.json(answer()));
        assertThat(get("at")).isEqualTo(get("at"));
        assertThat(exchanges()).isEqualTo(1);
    }

    @Test
    @Tag("TC-08")
    void getWhenAnythingDiffersThenAnExchangeOfItsOwn() {
        provider.on(
                TOKEN,
                request -> Reply.json(
                        answer("access_token", "for-" + request.form().get("subject_token"))));
        assertThat(get("alice").value()).isEqualTo("for-alice");
        assertThat(get("bob").value()).isEqualTo("for-bob");
        tokens.get("alice", CALLER, "https://third.example", Set.of("read:orders"));
        tokens.get("alice", CALLER, AUDIENCE, Set.of());
        assertThat(exchanges()).isEqualTo(4);
    }

    @Test
    void getWhenFiveMinutesHavePassedThenANewExchange() {
        provider.on(TOKEN, Reply.json(answer()));
        get("at");
        provider.time().advance(OnBehalfOfTokens.LONGEST.minusMillis(1));
        get("at");
        assertThat(exchanges()).isEqualTo(1);
        provider.time().advance(Duration.ofMillis(1));
        get("at");
        assertThat(exchanges()).isEqualTo(2);
    }

    @Test
    void getWhenTheTokenIsAboutToEndThenANewExchange() {
        provider.on(TOKEN, Reply.json(answer("expires_in", 90)));
        get("at");
        provider.time().advance(Duration.ofSeconds(29));
        get("at");
        assertThat(exchanges()).isEqualTo(1);
        provider.time().advance(Duration.ofSeconds(1));
        get("at");
        assertThat(exchanges()).isEqualTo(2);
    }

    @Test
    void getWhenTheTokenIsShortThenAnExchangeEachTime() {
        provider.on(TOKEN, Reply.json(answer("expires_in", 60)));
        get("at");
        get("at");
        assertThat(exchanges()).isEqualTo(2);
    }

    @Test
    void getWhenAnExchangeFailedThenTheNextTriesAgain() {
        provider.on(TOKEN, Reply.error(503, "temporarily_unavailable"));
        assertRefused(Auth0ErrorCode.SERVER_ERROR_RESPONSE, () -> get("at"));
        provider.on(TOKEN, Reply.json(answer()));
        assertThat(get("at").value()).isEqualTo("exchanged");
    }

    @Test
    void getWhenManyAskAtOnceThenOneExchange() {
        provider.on(TOKEN, Reply.json(answer()));
        List<AccessToken> all = Together.call(30, () -> get("at"), () -> {});
        assertThat(all).hasSize(30).allMatch(token -> token.value().equals("exchanged"));
        assertThat(exchanges()).isEqualTo(1);
    }

    @Test
    void clearWhenCalledThenANewExchange() {
        provider.on(TOKEN, Reply.json(answer()));
        get("at");
        tokens.clear();
        get("at");
        assertThat(exchanges()).isEqualTo(2);
    }
}
