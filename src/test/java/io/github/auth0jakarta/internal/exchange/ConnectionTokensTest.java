package io.github.auth0jakarta.internal.exchange;

import static io.github.auth0jakarta.testing.FakeAuthorizationServer.TOKEN;
import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ConnectionToken;
import io.github.auth0jakarta.ConnectionTokenRequest;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.Together;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Auth0's Token Vault: what is remembered, for whom, and for how long. */
@Timeout(60)
class ConnectionTokensTest {
    private static final TokenOwner ALICE = new TokenOwner("auth0|alice", "session a");
    private static final TokenOwner BOB = new TokenOwner("auth0|bob", "session b");
    private static final ConnectionTokenRequest GOOGLE = ConnectionTokenRequest.byRefreshToken("google-oauth2");

    private final ExchangeFixture fixture = new ExchangeFixture();
    private final ConnectionTokens tokens = fixture.connectionTokens();
    private final AtomicInteger issued = new AtomicInteger();

    @BeforeEach
    void issue() {
        issue(600);
    }

    /** Each token names the account that it is for, and is another one than all before. */
    private void issue(long seconds) {
        fixture.provider.on(
                TOKEN,
                request -> Reply.json(ExchangeFixture.answer(
                        "access_token",
                        request.form().get("subject_token") + " "
                                + request.form().get("login_hint") + " " + issued.incrementAndGet(),
                        "expires_in",
                        seconds)));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private ConnectionToken get(TokenOwner owner, ConnectionTokenRequest request) {
        return tokens.get(request, owner, exchange -> exchange.apply("of " + owner.subject()));
    }

    @Test
    void tokenSaysWhatIsKnown() {
        ConnectionToken token = get(ALICE, GOOGLE.withLoginHint("g-1").withScopes(Set.of("calendar")));
        assertThat(token.value()).isEqualTo("of auth0|alice g-1 1");
        assertThat(token.connection()).isEqualTo("google-oauth2");
        assertThat(token.loginHint()).contains("g-1");
        assertThat(token.scopes()).containsExactly("calendar");
        assertThat(token.expiresAt())
                .isEqualTo(fixture.provider.time().instant().plusSeconds(600));
    }

    @Test
    void askedAgainOneExchange() {
        assertThat(get(ALICE, GOOGLE)).isEqualTo(get(ALICE, GOOGLE));
        assertThat(fixture.exchanges()).isEqualTo(1);
    }

    @Test
    @Tag("TC-11")
    @Tag("TC-08")
    void whateverDiffersHasATokenOfItsOwn() {
        get(ALICE, GOOGLE);
        assertThat(get(BOB, GOOGLE).value()).startsWith("of auth0|bob");
        get(new TokenOwner("auth0|alice", "another session"), GOOGLE);
        get(new TokenOwner("auth0|bob", "session a"), GOOGLE);
        assertThat(get(ALICE, GOOGLE.withLoginHint("g-1")).value()).contains(" g-1 ");
        assertThat(get(ALICE, GOOGLE.withLoginHint("g-2")).value()).contains(" g-2 ");
        get(ALICE, GOOGLE.withScopes(Set.of("calendar")));
        get(ALICE, ConnectionTokenRequest.byAccessToken("google-oauth2"));
        get(ALICE, ConnectionTokenRequest.byRefreshToken("github"));
        assertThat(fixture.exchanges()).isEqualTo(9);
    }

    /** The provider decides whether the account is the caller's; our memory of another caller does not help. */
    @Test
    @Tag("TC-11")
    void hintOfAnotherUsersAccountBringsNothing() {
        get(BOB, GOOGLE.withLoginHint("bobs-account"));
        fixture.provider.on(TOKEN, Reply.error(400, "invalid_grant"));
        assertRefused(Auth0ErrorCode.SERVER_INVALID_GRANT, () -> get(ALICE, GOOGLE.withLoginHint("bobs-account")));
        assertThat(get(BOB, GOOGLE.withLoginHint("bobs-account")).value()).startsWith("of auth0|bob");
    }

    @Test
    void tokenThatIsAboutToEndIsNotGivenAgain() {
        get(ALICE, GOOGLE);
        fixture.provider.time().advance(Duration.ofSeconds(539));
        get(ALICE, GOOGLE);
        assertThat(fixture.exchanges()).isEqualTo(1);
        fixture.provider.time().advance(Duration.ofSeconds(1));
        get(ALICE, GOOGLE);
        assertThat(fixture.exchanges()).isEqualTo(2);
    }

    @Test
    void tokenThatIsShortIsNotRemembered() {
        issue(60);
        get(ALICE, GOOGLE);
        get(ALICE, GOOGLE);
        assertThat(fixture.exchanges()).isEqualTo(2);
    }

    @Test
    void renewedTokenTakesThePlaceOfTheOld() {
        ConnectionToken first = get(ALICE, GOOGLE);
        ConnectionToken second = get(ALICE, GOOGLE.renewed());
        assertThat(second).isNotEqualTo(first);
        assertThat(get(ALICE, GOOGLE)).isEqualTo(second);
    }

    @Test
    @Tag("TC-11")
    void whenAnExchangeFailsThenNothingIsRemembered() {
        get(ALICE, GOOGLE);
        fixture.provider.on(TOKEN, Reply.error(401, "federated_connection_refresh_token_flow_failed"));
        assertRefused(Auth0ErrorCode.SERVER_ERROR_RESPONSE, () -> get(ALICE, GOOGLE.renewed()));
        assertRefused(Auth0ErrorCode.SERVER_ERROR_RESPONSE, () -> get(ALICE, GOOGLE));
        issue(600);
        assertThat(get(ALICE, GOOGLE).value()).isEqualTo("of auth0|alice null 2");
    }

    @Test
    void forgottenAreOnlyThoseOfTheOwnerAndTheConnection() {
        get(ALICE, GOOGLE);
        get(ALICE, GOOGLE.withLoginHint("g-1"));
        get(ALICE, ConnectionTokenRequest.byRefreshToken("github"));
        get(BOB, GOOGLE);
        tokens.forget(ALICE, "google-oauth2");
        get(ALICE, ConnectionTokenRequest.byRefreshToken("github"));
        get(BOB, GOOGLE);
        assertThat(fixture.exchanges()).isEqualTo(4);
        get(ALICE, GOOGLE);
        get(ALICE, GOOGLE.withLoginHint("g-1"));
        assertThat(fixture.exchanges()).isEqualTo(6);
    }

    @Test
    void whenAConnectionIsNoMoreThenItsTokensOfTheUserAreForgotten() {
        get(ALICE, GOOGLE);
        get(BOB, GOOGLE);
        tokens.forget(ALICE.subject(), "google-oauth2");
        get(BOB, GOOGLE);
        assertThat(fixture.exchanges()).isEqualTo(2);
        get(ALICE, GOOGLE);
        assertThat(fixture.exchanges()).isEqualTo(3);
    }

    @Test
    void manyAtOnceCauseOneExchange() {
        List<ConnectionToken> all = Together.call(30, () -> get(ALICE, GOOGLE), () -> {});
        assertThat(all).hasSize(30).containsOnly(all.get(0));
        assertThat(fixture.exchanges()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"'',a", "' ',a", "google-oauth2,''", "google-oauth2,' '"})
    void blankConnectionOrAccountIsNotSent(String connection, String hint) {
        assertRefused(
                Auth0ErrorCode.TOKEN_EXCHANGE_CONNECTION_MISSING,
                () -> get(
                        ALICE, ConnectionTokenRequest.byRefreshToken(connection).withLoginHint(hint)));
        assertThat(fixture.exchanges()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:ietf:params:oauth:token-type:access_token",
                "urn:ietf:params:oauth:token-type:refresh_token",
                "http://auth0.com/oauth/token-type/FEDERATED"
            })
    void answerOfAnotherTypeIsRefused(String type) {
        fixture.issue("issued_token_type", type);
        assertRefused(Auth0ErrorCode.SERVER_RESPONSE_MALFORMED, () -> get(ALICE, GOOGLE));
    }

    /** The token is one of another provider's, which knows nothing of our key. */
    @Test
    void whenTokensAreBoundThenThisOneIsNot() {
        try (ExchangeFixture bound = new ExchangeFixture(true)) {
            bound.issue("issued_token_type", "http://auth0.com/oauth/token-type/federated-connection-access-token");
            assertThat(bound.connectionTokens()
                            .get(GOOGLE, ALICE, exchange -> exchange.apply("rt"))
                            .value())
                    .isEqualTo("issued");
            assertThat(bound.sent().header("Dpop")).isNotNull();
        }
    }

    @Test
    @Tag("TC-11")
    void nothingSaysTheTokenOrTheAccount() {
        ConnectionToken token = get(ALICE, GOOGLE.withLoginHint("hint-1"));
        assertThat(token.toString()).doesNotContain(token.value()).doesNotContain("hint-1");
        assertThat(GOOGLE.withLoginHint("hint-1").toString()).doesNotContain("hint-1");
        assertThat(ALICE.toString()).doesNotContain("alice");
    }
}
