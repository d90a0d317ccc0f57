package io.github.auth0jakarta.internal.exchange;

import static io.github.auth0jakarta.internal.exchange.ExchangeFixture.API;
import static io.github.auth0jakarta.internal.exchange.ExchangeFixture.SUBJECT_TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.ConnectionTokenRequest;
import io.github.auth0jakarta.ExchangedToken;
import io.github.auth0jakarta.SessionTransferRequest;
import io.github.auth0jakarta.TokenExchangeRequest;
import io.github.auth0jakarta.testing.TestConfigs;
import io.github.auth0jakarta.testing.TestJwts;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each parameter that is sent, in its order, as the wire document has it (1.1.6); those of the client come last. */
class TokenExchangeWireTest {
    private static final String EXCHANGE = "grant_type=urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String VAULT =
            "grant_type=urn:auth0:params:oauth:grant-type:token-exchange:federated-connection-access-token";
    private static final String VAULT_TYPE =
            "requested_token_type=http://auth0.com/oauth/token-type/federated-connection-access-token";
    private static final String OF_REFRESH_TOKEN = "subject_token_type=urn:ietf:params:oauth:token-type:refresh_token";
    private static final String OF_ACCESS_TOKEN = "subject_token_type=urn:ietf:params:oauth:token-type:access_token";
    private static final TokenOwner OWNER = new TokenOwner("auth0|alice", "session 1");

    private final ExchangeFixture fixture = new ExchangeFixture();

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static TokenExchangeRequest custom() {
        return TokenExchangeRequest.of("st", SUBJECT_TYPE);
    }

    private static Arguments custom(String when, TokenExchangeRequest request, String... more) {
        return row(
                when,
                fixture -> {
                    fixture.issue();
                    fixture.custom().exchange(request, null);
                },
                EXCHANGE,
                "subject_token_type=" + SUBJECT_TYPE,
                "subject_token=st",
                more);
    }

    private static Arguments vault(String when, ConnectionTokenRequest request, String... all) {
        return row(
                when,
                fixture -> {
                    fixture.issue();
                    fixture.connectionTokens().get(request, OWNER, exchange -> exchange.apply("callers"));
                },
                VAULT,
                "connection=google-oauth2",
                "subject_token=callers",
                all);
    }

    private static Arguments transfer(String when, SessionTransferRequest request, String... more) {
        return row(
                when,
                fixture -> {
                    fixture.issue(
                            "token_type",
                            "N_A",
                            "issued_token_type",
                            "urn:auth0:params:oauth:token-type:session_transfer_token");
                    fixture.sessionTransfer()
                            .get(request, () -> new ExchangedToken("idt", "urn:ietf:params:oauth:token-type:id_token"));
                },
                EXCHANGE,
                "subject_token_type=" + SUBJECT_TYPE,
                "subject_token=st",
                more);
    }

    private static Arguments row(
            String when, Consumer<ExchangeFixture> act, String first, String second, String third, String... more) {
        return Arguments.of(
                when,
                act,
                Stream.concat(Stream.of(first, second, third), Arrays.stream(more))
                        .toList());
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                custom("nothing is named", custom()),
                custom("an API is named", custom().withAudience(API), "audience=" + API),
                custom("scopes are named", custom().withScopes(Set.of("read:orders")), "scope=read:orders"),
                custom(
                        "a type is asked for",
                        custom().withRequestedTokenType(ExchangeFixture.ACCESS_TOKEN),
                        "requested_token_type=" + ExchangeFixture.ACCESS_TOKEN),
                custom("an organization is named", custom().withOrganization(" org_acme "), "organization=org_acme"),
                custom(
                        "somebody acts",
                        custom().withActor("at", "urn:example:agent"),
                        "actor_token=at",
                        "actor_token_type=urn:example:agent"),
                custom(
                        "everything is named",
                        custom().withParameter("device", "one", "two")
                                .withActor("at", "urn:example:agent")
                                .withOrganization("acme")
                                .withRequestedTokenType(ExchangeFixture.ACCESS_TOKEN)
                                .withScopes(Set.of("read:orders"))
                                .withAudience(API)
                                .withParameter("reason", "support"),
                        "audience=" + API,
                        "scope=read:orders",
                        "requested_token_type=" + ExchangeFixture.ACCESS_TOKEN,
                        "organization=acme",
                        "actor_token=at",
                        "actor_token_type=urn:example:agent",
                        "device=one",
                        "device=two",
                        "reason=support"),
                vault(
                        "the refresh token says for whom",
                        ConnectionTokenRequest.byRefreshToken("google-oauth2"),
                        OF_REFRESH_TOKEN,
                        VAULT_TYPE),
                vault(
                        "the access token says for whom",
                        ConnectionTokenRequest.byAccessToken("google-oauth2"),
                        OF_ACCESS_TOKEN,
                        VAULT_TYPE),
                vault(
                        "one of several accounts is meant",
                        ConnectionTokenRequest.byRefreshToken("google-oauth2").withLoginHint("108251222085688410292"),
                        OF_REFRESH_TOKEN,
                        VAULT_TYPE,
                        "login_hint=108251222085688410292"),
                vault(
                        "scopes of the connection are named",
                        ConnectionTokenRequest.byRefreshToken("google-oauth2").withScopes(Set.of("calendar")),
                        OF_REFRESH_TOKEN,
                        VAULT_TYPE,
                        "scope=calendar"),
                transfer(
                        "the caller acts",
                        SessionTransferRequest.of("st", SUBJECT_TYPE),
                        "audience=urn:{domain}:session_transfer",
                        "scope=openid profile email",
                        "actor_token=idt",
                        "actor_token_type=urn:ietf:params:oauth:token-type:id_token"),
                transfer(
                        "everything is named",
                        SessionTransferRequest.of("st", SUBJECT_TYPE)
                                .withReason("ticket 7")
                                .withOrganization("org_acme")
                                .withScopes(Set.of("read:orders"))
                                .withActor("at", "urn:example:agent"),
                        "audience=urn:{domain}:session_transfer",
                        "scope=openid profile email read:orders",
                        "organization=org_acme",
                        "actor_token=at",
                        "actor_token_type=urn:example:agent",
                        "reason=ticket 7"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void requestHasTheseParametersInThisOrder(String when, Consumer<ExchangeFixture> act, List<String> parameters) {
        act.accept(fixture);

        String domain = URI.create(fixture.provider.issuer()).getAuthority();
        assertThat(Arrays.stream(fixture.sent().body().split("&"))
                        .map(parameter -> URLDecoder.decode(parameter, StandardCharsets.UTF_8)))
                .containsExactlyElementsOf(Stream.concat(
                                parameters.stream().map(parameter -> parameter.replace("{domain}", domain)),
                                Stream.of(
                                        "client_id=" + TestJwts.CLIENT_ID,
                                        "client_secret=" + TestConfigs.CLIENT_SECRET))
                        .toList());
        assertThat(fixture.sent().header("Dpop")).isNull();
    }
}
