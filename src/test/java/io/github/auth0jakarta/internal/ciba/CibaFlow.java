package io.github.auth0jakarta.internal.ciba;

import static io.github.auth0jakarta.testing.FakeAuthorizationServer.BC_AUTHORIZE;
import static io.github.auth0jakarta.testing.FakeAuthorizationServer.TOKEN;

import io.github.auth0jakarta.BackchannelAuthentication;
import io.github.auth0jakarta.BackchannelAuthenticationRequest;
import io.github.auth0jakarta.BackchannelAuthenticationResult;
import io.github.auth0jakarta.internal.ciba.BackchannelAuthentications.Receiver;
import io.github.auth0jakarta.internal.jose.Lifetime;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.jose.TrustedIssuer;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.oauth.ClientRequests;
import io.github.auth0jakarta.internal.oauth.IdTokenValidator;
import io.github.auth0jakarta.internal.oauth.JsonAnswers;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.oauth.TokenSets;
import io.github.auth0jakarta.internal.session.CookieSeal;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Received;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.FakeJwks;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.SeededRandom;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import io.github.auth0jakarta.testing.TestSecrets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Requests for approval at a provider that answers as a test wants, and at a time that a test moves. */
final class CibaFlow implements AutoCloseable {
    static final String AUTH_REQ_ID = "req-1";
    static final RequestOwner OWNER = RequestOwner.session("session-1");
    static final BackchannelAuthenticationRequest REQUEST =
            BackchannelAuthenticationRequest.of(TestJwts.SUBJECT, "ABC-123");

    final FakeAuthorizationServer provider = FakeAuthorizationServer.start();
    final FixedTime time = provider.time();
    final FakeLater later = new FakeLater(time);
    final List<Instant> polls = new ArrayList<>();
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final StrictJson json = new StrictJson();
    private Reply usual = Reply.error(400, "authorization_pending");
    private RequestDefaults defaults = new RequestDefaults(
            null, new LinkedHashSet<>(List.of("openid", "profile", "email", "offline_access")), Map.of());
    private BackchannelAuthentications authentications = authentications(provider.client());

    CibaFlow() {
        started("expires_in", 300);
        provider.on(TOKEN, request -> {
            polls.add(time.instant());
            Reply next = replies.poll();
            return next == null ? usual : next;
        });
    }

    private BackchannelAuthentications authentications(ClientRequests requests) {
        JsonAnswers answers = new JsonAnswers(json);
        IdTokenValidator validator = new IdTokenValidator(
                new TrustedIssuer(provider.issuer(), new FakeJwks(TestKeys.RSA).signingKeys(time)),
                TestJwts.CLIENT_ID,
                EnumSet.of(SignatureAlgorithm.RS256),
                new Lifetime(time, Duration.ofSeconds(60)),
                json);
        CookieSeal seal = new CookieSeal(
                List.of(TestSecrets.NEW), "test", "test", new SeededRandom(3), RequestSeal.MAX_CHARACTERS);
        return new BackchannelAuthentications(
                new BackchannelAuthentications.Provider(
                        requests, answers, new TokenEndpoint(requests, answers), new TokenSets(validator, time)),
                defaults,
                new RequestSeal(seal, json),
                later,
                json,
                time);
    }

    /** Begins anew, as another node would, or after a restart. */
    CibaFlow restart() {
        authentications = authentications(provider.client());
        return this;
    }

    CibaFlow with(RequestDefaults configured) {
        defaults = configured;
        return restart();
    }

    CibaFlow with(ClientRequests requests) {
        authentications = authentications(requests);
        return this;
    }

    BackchannelAuthentications authentications() {
        return authentications;
    }

    /** Has the provider take requests with an answer that has this member. */
    void started(String member, Object value) {
        Map<String, Object> answer = new LinkedHashMap<>(Map.of("auth_req_id", AUTH_REQ_ID, "expires_in", 300));
        answer.put(member, value);
        provider.on(BC_AUTHORIZE, Reply.json(answer));
    }

    /** Has the provider answer the next polls like this, before what is usual. */
    void next(Reply... answers) {
        replies.addAll(List.of(answers));
    }

    void usually(Reply answer) {
        usual = answer;
    }

    TestJwts idToken() {
        return TestJwts.idToken().without("nonce").claim("iss", provider.issuer());
    }

    Reply tokens(TestJwts idToken) {
        return Reply.json(Map.of(
                "access_token",
                "at-1",
                "refresh_token",
                "rt-1",
                "token_type",
                "Bearer",
                "expires_in",
                3600,
                "id_token",
                idToken.build()));
    }

    BackchannelAuthentication start() {
        return authentications.start(REQUEST, OWNER);
    }

    BackchannelAuthenticationResult poll(BackchannelAuthentication started) {
        return authentications.poll(started.id(), OWNER, Receiver.NONE);
    }

    Received sent() {
        List<Received> all = provider.received(BC_AUTHORIZE);
        return all.get(all.size() - 1);
    }

    @Override
    public void close() {
        authentications.close();
        provider.close();
    }
}
