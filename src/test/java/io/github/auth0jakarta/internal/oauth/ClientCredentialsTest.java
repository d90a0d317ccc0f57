package io.github.auth0jakarta.internal.oauth;

import static io.github.auth0jakarta.testing.FakeAuthorizationServer.TOKEN;
import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.jose.Lifetime;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Received;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.FakeJwks;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import io.github.auth0jakarta.testing.Together;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** RFC 6749, 4.4: how long a token of the application itself is given again, and to which question. */
@Timeout(60)
class ClientCredentialsTest {
    private static final TokenPurpose PURPOSE = new TokenPurpose("https://api.example", Set.of("read:orders"));

    private final FakeAuthorizationServer provider = FakeAuthorizationServer.start();
    private final AtomicInteger issued = new AtomicInteger();
    private final ClientCredentials tokens = new ClientCredentials(
            provider.tokenEndpoint(),
            new TokenSets(validator(), provider.time()),
            Duration.ofSeconds(60),
            provider.time());

    private IdTokenValidator validator() {
        return new IdTokenValidator(
                new FakeJwks(TestKeys.RSA).issuer(provider.time()),
                TestJwts.CLIENT_ID,
                EnumSet.of(SignatureAlgorithm.RS256),
                new Lifetime(provider.time(), Duration.ZERO),
                new StrictJson());
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private Reply next(int seconds) {
        return Reply.json(Map.of(
                "access_token", "at-" + issued.incrementAndGet(), "token_type", "Bearer", "expires_in", seconds));
    }

    /** Returns a token that says what it was asked for. */
    private static Reply telling(Received request) {
        return Reply.json(Map.of(
                "access_token",
                Stream.of("audience", "scope", "organization")
                        .map(name -> String.valueOf(request.form().get(name)))
                        .toList()
                        .toString(),
                "token_type",
                "Bearer",
                "expires_in",
                600));
    }

    private String get() {
        return tokens.get(PURPOSE, null).value();
    }

    @Test
    void getWhenThereIsOneThenTheSameUntilItIsAboutToEnd() {
        provider.on(TOKEN, request -> next(600));
        assertThat(get()).isEqualTo("at-1");
        provider.time().advance(Duration.ofSeconds(539));
        assertThat(get()).isEqualTo("at-1");
        provider.time().advance(Duration.ofSeconds(2));
        assertThat(get()).isEqualTo("at-2");
    }

    @Test
    void getWhenItEndsSoonerThanTheBufferThenAskedEachTime() {
        provider.on(TOKEN, request -> next(30));
        assertThat(List.of(get(), get())).containsExactly("at-1", "at-2");
    }

    @Test
    void getWhenRefusedThenAskedAgainTheNextTime() {
        provider.on(TOKEN, Reply.error(403, "access_denied"));
        assertRefused(Auth0ErrorCode.SERVER_ERROR_RESPONSE, this::get);
        provider.on(TOKEN, request -> next(600));
        assertThat(get()).isEqualTo("at-1");
    }

    @Test
    void clearWhenCalledThenAskedAgain() {
        provider.on(TOKEN, request -> next(600));
        get();
        tokens.clear();
        assertThat(get()).isEqualTo("at-2");
    }

    @Test
    void getWhenManyWantTheSameAtOnceThenAskedOnce() {
        CountDownLatch allHaveBegun = new CountDownLatch(1);
        provider.on(TOKEN, request -> {
            allHaveBegun.await();
            return next(600);
        });
        assertThat(Together.call(50, this::get, allHaveBegun::countDown)).containsOnly("at-1");
        assertThat(provider.received(TOKEN)).hasSize(1);
    }

    private record Wanted(
            String audience, String scope, @Nullable String organization) {}

    /** Four APIs, two scopes and three organizations, each from many threads: nobody gets what another asked for. */
    @Test
    @Tag("TC-08")
    void getWhenManyWantDifferentThingsAtOnceThenEachGetsItsOwn() {
        provider.on(TOKEN, ClientCredentialsTest::telling);
        List<Wanted> all = Stream.of("a1", "a2", "a3", "a4")
                .flatMap(audience -> Stream.of("read", "write")
                        .flatMap(scope -> Stream.of("none", "org_1", "org_2")
                                .map(organization -> new Wanted(
                                        audience, scope, organization.equals("none") ? null : organization))))
                .toList();
        AtomicInteger calls = new AtomicInteger();
        List<Boolean> right = Together.call(
                200,
                () -> {
                    Wanted wanted = all.get(calls.getAndIncrement() % all.size());
                    AccessToken token = tokens.get(
                            new TokenPurpose(wanted.audience(), Set.of(wanted.scope())), wanted.organization());
                    return token.value()
                                    .equals(Stream.of(wanted.audience(), wanted.scope(), wanted.organization())
                                            .map(String::valueOf)
                                            .toList()
                                            .toString())
                            && token.audience().orElseThrow().equals(wanted.audience())
                            && token.scopes().equals(Set.of(wanted.scope()));
                },
                () -> {});
        assertThat(right).hasSize(200).containsOnly(true);
        assertThat(provider.received(TOKEN)).hasSize(all.size());
    }

    /** The one grant of which a second request does no harm. */
    @Test
    void getWhenTheConnectionBreaksThenAskedOnceMore() {
        AtomicInteger requests = new AtomicInteger();
        provider.on(TOKEN, request -> {
            if (requests.getAndIncrement() == 0) {
                throw new IOException("the connection breaks");
            }
            return next(600);
        });
        assertThat(get()).isEqualTo("at-1");
        assertThat(requests).hasValue(2);
    }
}
