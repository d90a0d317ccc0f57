package io.github.auth0jakarta.internal.exchange;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.session.LoginRenewal;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.session.SessionAccessTokens;
import io.github.auth0jakarta.internal.session.SessionCookies;
import io.github.auth0jakarta.internal.session.SessionData;
import io.github.auth0jakarta.internal.session.SessionRefresh;
import io.github.auth0jakarta.internal.session.StoredIdToken;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestSessionCookies;
import io.github.auth0jakarta.testing.TestSessions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The logged-in caller as actor: with an ID token that is good, or none at all. */
class SessionActorTest {
    private final FakeAuthorizationServer provider = FakeAuthorizationServer.start();
    private final FixedTime time = provider.time();
    private final SessionCookies sessions = TestSessionCookies.of(time);
    private final LoginRenewal renewal = (session, idToken, accessToken) ->
            data -> data.withLogin(data.login().withIdToken(idToken, Set.of()));
    private final SessionAccessTokens tokens = new SessionAccessTokens(
            new SessionRefresh(provider.tokenEndpoint(), renewal, time),
            new SessionAccessTokens.Audiences(null, Map.of()),
            Duration.ofSeconds(60),
            provider.issuer(),
            event -> {},
            time);
    private final SessionActor actor = new SessionActor(tokens, new StoredIdToken(new StrictJson()), time);

    @AfterEach
    void stop() {
        provider.close();
    }

    private RequestSession session(String idToken, @Nullable String refreshToken) {
        FakeRequest request = FakeRequest.get("/");
        SessionData data = TestSessions.of(
                idToken, List.of(), refreshToken, "alice", Set.of(), null, time.instant(), time.instant());
        RequestSession.begin(sessions, request.servlet(), new FakeResponse().servlet(), data);
        return Objects.requireNonNull(RequestSession.of(request.servlet()));
    }

    private String idToken(long secondsLeft) {
        return TestJwts.idToken()
                .claim("exp", time.instant().getEpochSecond() + secondsLeft)
                .build();
    }

    private void issue(@Nullable String idToken) {
        Map<String, Object> answer = ExchangeFixture.answer("id_token", idToken);
        provider.on(FakeAuthorizationServer.TOKEN, Reply.json(answer));
    }

    @Test
    void idTokenThatIsGoodIsTheActor() {
        String good = idToken(31);
        assertThat(actor.of(session(good, null)).value()).isEqualTo(good);
        assertThat(actor.of(session(good, null)).type()).isEqualTo("urn:ietf:params:oauth:token-type:id_token");
        assertThat(provider.received(FakeAuthorizationServer.TOKEN)).isEmpty();
    }

    @Test
    void idTokenThatHasEndedIsRefreshed() {
        String fresh = idToken(600);
        issue(fresh);
        assertThat(actor.of(session(idToken(30), "rt")).value()).isEqualTo(fresh);
    }

    @Test
    void whenNoGoodOneCanBeHadThenNobodyActs() {
        assertRefused(Auth0ErrorCode.SESSION_TRANSFER_ACTOR_UNAVAILABLE, () -> actor.of(session(idToken(30), null)));
        issue(null);
        assertRefused(Auth0ErrorCode.SESSION_TRANSFER_ACTOR_UNAVAILABLE, () -> actor.of(session(idToken(30), "rt")));
        provider.on(FakeAuthorizationServer.TOKEN, Reply.error(400, "invalid_grant"));
        assertRefused(Auth0ErrorCode.SESSION_TRANSFER_ACTOR_UNAVAILABLE, () -> actor.of(session(idToken(30), "rt-2")));
    }
}
