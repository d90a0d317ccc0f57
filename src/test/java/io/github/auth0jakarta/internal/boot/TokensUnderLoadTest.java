package io.github.auth0jakarta.internal.boot;

import static io.github.auth0jakarta.testing.FakeAuthorizationServer.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.AccessTokenRequest;
import io.github.auth0jakarta.ConnectionTokenRequest;
import io.github.auth0jakarta.internal.boot.ExchangingApplication.Visit;
import io.github.auth0jakarta.testing.Browser;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.Together;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two hundred calls at once, for four APIs, two scopes and two users, at a provider that rotates refresh tokens. */
@Timeout(120)
class TokensUnderLoadTest {
    private static final int CALLS = 200;
    private static final List<String> USERS = List.of("auth0|alice", "auth0|bob");
    private static final List<String> APIS =
            List.of("https://a.example", "https://b.example", "https://c.example", "https://d.example");
    private static final List<String> SCOPES = List.of("read", "write");

    private final ExchangingApplication application = new ExchangingApplication(
            settings -> settings.with("auth0.token-exchange.audiences", String.join(",", APIS)));
    private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();
    private final AtomicInteger issued = new AtomicInteger();

    @AfterEach
    void stop() {
        application.close();
    }

    /** What a call is about, and how the token for it has to read. */
    private record Wish(String user, String api, String scope) {

        static Wish of(int number) {
            return new Wish(USERS.get(number % 2), APIS.get(number / 2 % 4), SCOPES.get(number / 8 % 2));
        }

        String token() {
            return user + " " + api + " " + scope;
        }
    }

    /** A way to get a token. */
    @FunctionalInterface
    private interface Way {
        String token(Visit visit, Wish wish);
    }

    private Reply answer(Map<String, String> form) {
        Map<String, Object> answer = new HashMap<>(Map.of("token_type", "Bearer", "expires_in", 600));
        boolean refresh = "refresh_token".equals(form.get("grant_type"));
        String subjectToken = Objects.requireNonNull(form.get(refresh ? "refresh_token" : "subject_token"));
        if (ExchangingApplication.LEGACY.equals(form.get("subject_token_type"))) {
            answer.put("access_token", "at of " + subjectToken);
            answer.put("id_token", application.idToken(subjectToken));
            answer.put("refresh_token", refreshToken(subjectToken));
            return Reply.json(answer);
        }
        String user = subjectToken.startsWith("at of ") ? subjectToken.substring(6) : refreshTokens.get(subjectToken);
        if (user == null) {
            return Reply.error(400, "invalid_grant");
        }
        if (refresh) {
            refreshTokens.remove(subjectToken);
            answer.put("refresh_token", refreshToken(user));
        }
        String api = form.getOrDefault("audience", form.get("connection"));
        answer.put("access_token", user + " " + api + " " + form.get("scope"));
        return Reply.json(answer);
    }

    private String refreshToken(String user) {
        String token = "rt " + issued.incrementAndGet();
        refreshTokens.put(token, user);
        return token;
    }

    private void assertNobodyGetsAnothersToken(Way way) {
        application.provider.on(TOKEN, request -> answer(request.form()));
        Map<String, Browser> browsers = new HashMap<>();
        USERS.forEach(user -> browsers.put(user, application.logIn(user)));
        AtomicInteger next = new AtomicInteger();

        List<String> wrong = new ArrayList<>(Together.call(
                CALLS,
                () -> {
                    Wish wish = Wish.of(next.getAndIncrement());
                    Visit visit = application.visit(Objects.requireNonNull(browsers.get(wish.user())));
                    String token = way.token(visit, wish);
                    return token.equals(wish.token()) ? "" : "wanted " + wish + ", got " + token;
                },
                () -> {}));

        wrong.removeIf(String::isEmpty);
        assertThat(wrong).isEmpty();
    }

    @Test
    @Tag("TC-08")
    void accessTokensOfTheSession() {
        assertNobodyGetsAnothersToken((visit, wish) -> Objects.requireNonNull(application.login)
                .accessTokens()
                .get(visit.session(), AccessTokenRequest.of(wish.api(), Set.of(wish.scope())))
                .value());
        assertThat(application.provider.received(TOKEN)).hasSize(2 + 16);
    }

    @Test
    @Tag("TC-08")
    void tokensOnBehalfOfTheCaller() {
        assertNobodyGetsAnothersToken((visit, wish) -> visit.service
                .onBehalfOf(wish.api(), Set.of(wish.scope()))
                .accessToken()
                .value());
        assertThat(application.provider.received(TOKEN)).hasSize(2 + 16);
    }

    @Test
    @Tag("TC-08")
    @Tag("TC-11")
    void tokensOfConnections() {
        assertNobodyGetsAnothersToken((visit, wish) -> visit.service
                .connectionToken(
                        ConnectionTokenRequest.byRefreshToken(wish.api()).withScopes(Set.of(wish.scope())))
                .value());
        assertThat(application.provider.received(TOKEN)).hasSize(2 + 16);
    }

    /** Connection tokens by a refresh token that other calls rotate all the time. */
    @Test
    @Tag("TC-08")
    @Tag("TC-06")
    void allOfThemTogether() {
        AtomicInteger ways = new AtomicInteger();
        assertNobodyGetsAnothersToken((visit, wish) -> switch (ways.getAndIncrement() % 3) {
            case 0 ->
                Objects.requireNonNull(application.login)
                        .accessTokens()
                        .get(visit.session(), AccessTokenRequest.of(wish.api(), Set.of(wish.scope())))
                        .value();
            case 1 ->
                visit.service
                        .onBehalfOf(wish.api(), Set.of(wish.scope()))
                        .accessToken()
                        .value();
            default ->
                visit.service
                        .connectionToken(ConnectionTokenRequest.byRefreshToken(wish.api())
                                .withScopes(Set.of(wish.scope())))
                        .value();
        });
    }
}
