package io.github.auth0jakarta.internal.boot;

import static io.github.auth0jakarta.testing.FakeAuthorizationServer.TOKEN;
import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.AccessTokenRequest;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ConnectionToken;
import io.github.auth0jakarta.ConnectionTokenRequest;
import io.github.auth0jakarta.SessionTransferRequest;
import io.github.auth0jakarta.TokenExchangeRequest;
import io.github.auth0jakarta.TokenSet;
import io.github.auth0jakarta.internal.boot.ExchangingApplication.Visit;
import io.github.auth0jakarta.testing.Browser;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Received;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.TestJwts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service as an application has it: for the caller of a request. */
@Timeout(60)
class CurrentTokenExchangeTest {
    private static final String ALICE = "auth0|alice";
    private static final String BOB = "auth0|bob";
    private static final String ONE = "https://one.example";
    private static final ConnectionTokenRequest GOOGLE = ConnectionTokenRequest.byRefreshToken("google-oauth2");

    private final ExchangingApplication application = new ExchangingApplication();
    private int refreshes;

    @BeforeEach
    void issue() {
        application.provider.on(TOKEN, request -> Reply.json(answer(request.form())));
    }

    @AfterEach
    void stop() {
        application.close();
    }

    /** A login brings tokens of the user that the legacy token names; other grants a token that says what for. */
    private Map<String, Object> answer(Map<String, String> form) {
        Map<String, Object> answer = new HashMap<>(Map.of("token_type", "Bearer", "expires_in", 600));
        String legacy = form.getOrDefault("subject_token", "");
        if (ExchangingApplication.LEGACY.equals(form.get("subject_token_type"))) {
            answer.put("access_token", ExchangingApplication.accessToken(legacy));
            answer.put("id_token", application.idToken(legacy));
            answer.put("refresh_token", "rt of " + legacy);
        } else if ("refresh_token".equals(form.get("grant_type"))) {
            answer.put("access_token", "refreshed");
            answer.put("refresh_token", "rt " + ++refreshes);
        } else {
            answer.put("access_token", "for " + legacy);
        }
        return answer;
    }

    private List<Received> sent() {
        return application.provider.received(TOKEN);
    }

    private Received lastSent() {
        return sent().get(sent().size() - 1);
    }

    @Test
    void loginByAnExchangeBeginsASession() {
        Browser browser = application.logIn(ALICE);

        assertThat(Objects.requireNonNull(lastSent().form().get("scope")).split(" "))
                .containsExactlyInAnyOrder("openid", "profile", "email", "offline_access");
        assertThat(Objects.requireNonNull(application.visit(browser).caller).claims())
                .containsEntry("sub", ALICE);
        assertThat(application.visit(browser).session().data().refreshToken()).isEqualTo("rt of " + ALICE);
    }

    @Test
    void loginWithScopesOfItsOwnAsksForAnIdTokenAllTheSame() {
        application
                .visit(new Browser())
                .service
                .login(TokenExchangeRequest.of(ALICE, ExchangingApplication.LEGACY)
                        .withScopes(Set.of("email")));
        assertThat(Objects.requireNonNull(lastSent().form().get("scope")).split(" "))
                .containsExactlyInAnyOrder("email", "openid");
    }

    @Test
    void loginWithoutAnIdTokenIsNone() {
        application.provider.on(TOKEN, Reply.json(Map.of("access_token", "at", "token_type", "Bearer")));
        Visit visit = application.visit(new Browser());
        assertRefused(
                Auth0ErrorCode.ID_TOKEN_MISSING,
                () -> visit.service.login(TokenExchangeRequest.of(ALICE, ExchangingApplication.LEGACY)));
        assertThat(visit.response.setCookies()).isEmpty();
    }

    @Test
    void exchangeLeavesTheSessionAsItIs() {
        Browser browser = application.logIn(ALICE);
        Visit visit = application.visit(browser);
        long version = visit.session().data().version();

        visit.service.exchange(TokenExchangeRequest.of(BOB, ExchangingApplication.LEGACY));

        assertThat(visit.session().data().version()).isEqualTo(version);
        assertThat(visit.response.setCookies()).isEmpty();
    }

    @Test
    @Tag("TC-10")
    void answerToTheCallersOwnTokenHasToBeTheCallers() {
        Visit visit = application.visit(application.logIn(ALICE));
        application.provider.on(
                TOKEN,
                Reply.json(Map.of("access_token", ExchangingApplication.accessToken(BOB), "token_type", "Bearer")));
        String accessToken = visit.session().data().accessTokens().get(0).value();
        String idToken = visit.session().data().idToken();

        for (TokenExchangeRequest request : List.of(
                TokenExchangeRequest.of(accessToken, "urn:ietf:params:oauth:token-type:access_token"),
                TokenExchangeRequest.of(idToken, "urn:ietf:params:oauth:token-type:id_token"))) {
            assertRefused(Auth0ErrorCode.TOKEN_EXCHANGE_SUBJECT_MISMATCH, () -> visit.service.exchange(request));
            assertThat(application
                            .visit(new Browser())
                            .service
                            .exchange(request)
                            .accessToken())
                    .isNotNull();
        }
        String ofProgram = ExchangingApplication.accessToken("auth0|program");
        assertRefused(
                Auth0ErrorCode.TOKEN_EXCHANGE_SUBJECT_MISMATCH,
                () -> application
                        .visit("auth0|program", ofProgram)
                        .service
                        .exchange(TokenExchangeRequest.of(ofProgram, "urn:ietf:params:oauth:token-type:access_token")));
    }

    @Test
    void onBehalfOfExchangesTheTokenOfTheCall() {
        TokenSet tokens = application.visit(ALICE, "token of alice").service.onBehalfOf(ONE, Set.of("read:orders"));
        assertThat(tokens.accessToken().value()).isEqualTo("for token of alice");
        assertThat(tokens.accessToken().audience()).contains(ONE);
        assertThat(tokens.idToken()).isEmpty();
        assertThat(tokens.refreshToken()).isEmpty();
    }

    @Test
    void onBehalfOfExchangesTheTokenOfTheLogin() {
        Visit visit = application.visit(application.logIn(ALICE));
        visit.service.onBehalfOf(ONE, Set.of());
        assertThat(lastSent().form())
                .containsEntry(
                        "subject_token",
                        visit.session().data().accessTokens().get(0).value());
    }

    @Test
    @Tag("TC-10")
    void onBehalfOfTellsTheActors() {
        application.provider.on(
                TOKEN,
                Reply.json(Map.of(
                        "access_token",
                        TestJwts.accessToken()
                                .claim("sub", ALICE)
                                .claim("act", Map.of("sub", "client-1"))
                                .build(),
                        "token_type",
                        "Bearer")));
        assertThat(application
                        .visit(ALICE, "at")
                        .service
                        .onBehalfOf(ONE, Set.of())
                        .actors()
                        .current())
                .hasValueSatisfying(actor -> assertThat(actor.subject()).isEqualTo("client-1"));
    }

    @Test
    @Tag("TC-10")
    void onBehalfOfSomebodyElseIsRefused() {
        application.provider.on(
                TOKEN,
                Reply.json(Map.of("access_token", ExchangingApplication.accessToken(BOB), "token_type", "Bearer")));
        assertRefused(
                Auth0ErrorCode.TOKEN_EXCHANGE_SUBJECT_MISMATCH,
                () -> application
                        .visit(ALICE, ExchangingApplication.accessToken(ALICE))
                        .service
                        .onBehalfOf(ONE, Set.of()));
    }

    @Test
    @Tag("TC-10")
    void onBehalfOfSomebodyElseIsRefusedAlsoWhereTheCallersTokenIsNotAJwt() {
        application.provider.on(
                TOKEN,
                Reply.json(Map.of("access_token", ExchangingApplication.accessToken(BOB), "token_type", "Bearer")));
        assertRefused(
                Auth0ErrorCode.TOKEN_EXCHANGE_SUBJECT_MISMATCH,
                () -> application.visit(ALICE, "opaque").service.onBehalfOf(ONE, Set.of()));
    }

    @Test
    @Tag("TC-10")
    void onBehalfOfIsForTheConfiguredAudiencesOnly() {
        assertRefused(
                Auth0ErrorCode.TOKEN_EXCHANGE_AUDIENCE_REFUSED,
                () -> application.visit(ALICE, "at").service.onBehalfOf("https://other.example", Set.of()));
        assertThat(sent()).isEmpty();
    }

    @Test
    @Tag("TC-09")
    void onBehalfOfWithLessThanIsNeededIsRefused() {
        application.provider.on(
                TOKEN, Reply.json(Map.of("access_token", "x", "token_type", "Bearer", "scope", "read:orders")));
        assertRefused(
                Auth0ErrorCode.SESSION_SCOPES_MISSING,
                () -> application.visit(ALICE, "at").service.onBehalfOf(ONE, Set.of("read:orders", "write:orders")));
    }

    @Test
    @Tag("TC-10")
    void refreshTokenIsSentOnlyWhereItIsAskedFor() {
        Visit visit = application.visit(application.logIn(ALICE));
        visit.service.onBehalfOf(ONE, Set.of());
        visit.service.connectionToken(ConnectionTokenRequest.byAccessToken("google-oauth2"));
        assertThat(sent()).noneMatch(request -> request.body().contains("rt+of"));

        visit.service.connectionToken(GOOGLE);
        assertThat(lastSent().form())
                .containsEntry("subject_token", "rt of " + ALICE)
                .containsEntry("subject_token_type", "urn:ietf:params:oauth:token-type:refresh_token");
    }

    @Test
    @Tag("TC-11")
    void connectionTokenIsInNoCookieAndNoSession() {
        Browser browser = application.logIn(ALICE);
        Visit visit = application.visit(browser);
        long version = visit.session().data().version();

        ConnectionToken token = visit.service.connectionToken(GOOGLE);

        assertThat(token.value()).isEqualTo("for rt of " + ALICE);
        assertThat(visit.response.setCookies()).isEmpty();
        assertThat(visit.session().data().version()).isEqualTo(version);
        assertThat(application.visit(browser).service.connectionToken(GOOGLE)).isSameAs(token);
    }

    @Test
    @Tag("TC-11")
    void connectionTokenOfOneSessionIsNotThatOfAnother() {
        application.visit(application.logIn(ALICE)).service.connectionToken(GOOGLE);
        application.visit(application.logIn(ALICE)).service.connectionToken(GOOGLE);
        assertThat(application
                        .visit(application.logIn(BOB))
                        .service
                        .connectionToken(GOOGLE)
                        .value())
                .isEqualTo("for rt of " + BOB);
        assertThat(sent())
                .filteredOn(request -> request.body().contains("connection="))
                .hasSize(3);
    }

    @Test
    void connectionTokenIsAskedForWithTheNewestRefreshToken() {
        Browser browser = application.logIn(ALICE);
        Visit early = application.visit(browser);
        Visit late = application.visit(browser);
        Objects.requireNonNull(application.login)
                .accessTokens()
                .get(late.session(), AccessTokenRequest.ofLogin().from(AccessTokenRequest.Source.REFRESH));

        early.service.connectionToken(GOOGLE);

        assertThat(lastSent().form()).containsEntry("subject_token", "rt 1");
    }

    @Test
    void connectionTokensCanBeForgotten() {
        Visit visit = application.visit(application.logIn(ALICE));
        ConnectionToken first = visit.service.connectionToken(GOOGLE);
        visit.service.forgetConnectionTokens("github");
        assertThat(visit.service.connectionToken(GOOGLE)).isSameAs(first);
        visit.service.forgetConnectionTokens("google-oauth2");
        assertThat(visit.service.connectionToken(GOOGLE)).isNotSameAs(first);
    }

    @Test
    void programHasNoRefreshToken() {
        assertRefused(
                Auth0ErrorCode.SESSION_REFRESH_TOKEN_MISSING,
                () -> application.visit(ALICE, "at").service.connectionToken(GOOGLE));
        assertThat(application
                        .visit(ALICE, "at")
                        .service
                        .connectionToken(ConnectionTokenRequest.byAccessToken("google-oauth2"))
                        .value())
                .isEqualTo("for at");
    }

    @Test
    void whereNobodyIsThereIsNothingToExchange() {
        Visit visit = application.visit(new Browser());
        assertRefused(Auth0ErrorCode.SESSION_MISSING, () -> visit.service.connectionToken(GOOGLE));
        assertRefused(Auth0ErrorCode.SESSION_MISSING, () -> visit.service.onBehalfOf(ONE, Set.of()));
        assertRefused(Auth0ErrorCode.SESSION_MISSING, () -> visit.service.forgetConnectionTokens("google-oauth2"));
        assertRefused(
                Auth0ErrorCode.SESSION_TRANSFER_ACTOR_UNAVAILABLE,
                () -> visit.service.sessionTransferToken(
                        SessionTransferRequest.of("st", ExchangingApplication.LEGACY)));
        assertThat(sent()).isEmpty();
    }

    @Test
    void actorOfASessionTransferIsTheLoggedInCaller() {
        Visit visit = application.visit(application.logIn(ALICE));
        application.provider.on(
                TOKEN,
                Reply.json(Map.of(
                        "access_token",
                        "stt",
                        "token_type",
                        "N_A",
                        "issued_token_type",
                        "urn:auth0:params:oauth:token-type:session_transfer_token")));
        visit.service.sessionTransferToken(SessionTransferRequest.of("st", ExchangingApplication.LEGACY));
        assertThat(lastSent().form())
                .containsEntry("actor_token", visit.session().data().idToken())
                .containsEntry("actor_token_type", "urn:ietf:params:oauth:token-type:id_token");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withoutLoginTokensOfProgramsAreExchanged(boolean byAccessToken) {
        try (ExchangingApplication api = new ExchangingApplication(
                settings -> settings.with("auth0.login.enabled", "false").without("auth0.secret"))) {
            api.provider.on(TOKEN, Reply.json(Map.of("access_token", "x", "token_type", "Bearer")));
            Visit visit = api.visit(ALICE, "at");
            if (byAccessToken) {
                visit.service.connectionToken(ConnectionTokenRequest.byAccessToken("google-oauth2"));
            } else {
                visit.service.exchange(TokenExchangeRequest.of("st", ExchangingApplication.LEGACY));
            }
            assertThat(api.provider.received(TOKEN)).hasSize(1);
            assertRefused(
                    Auth0ErrorCode.CONFIG_INVALID,
                    () -> visit.service.login(TokenExchangeRequest.of("st", ExchangingApplication.LEGACY)));
        }
    }
}
