package io.github.auth0jakarta.internal.exchange;

import static io.github.auth0jakarta.internal.exchange.ExchangeFixture.ACCESS_TOKEN;
import static io.github.auth0jakarta.internal.exchange.ExchangeFixture.API;
import static io.github.auth0jakarta.internal.exchange.ExchangeFixture.SUBJECT_TYPE;
import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.ActorChain;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.TokenExchangeRequest;
import io.github.auth0jakarta.TokenSet;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.TestJwts;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomExchangeTest {
    private static final String OTHER_SUBJECT = "auth0|somebody-else";

    private final ExchangeFixture fixture = new ExchangeFixture();
    private final CustomExchange exchange = fixture.custom();

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static TokenExchangeRequest request() {
        return TokenExchangeRequest.of("st", SUBJECT_TYPE);
    }

    private TokenSet exchange(TokenExchangeRequest request) {
        return exchange.exchange(request, null).tokens();
    }

    private void assertNotSent(Auth0ErrorCode code, TokenExchangeRequest request) {
        assertRefused(code, () -> exchange(request));
        assertThat(fixture.exchanges()).isZero();
        assertThat(fixture.provider.received(FakeAuthorizationServer.METADATA)).isEmpty();
    }

    private TestJwts idToken() {
        return TestJwts.idToken().claim("iss", fixture.provider.issuer()).without("nonce");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t", " st", "st\n", "Bearer st", "bearer\tst", "BEARER  st"})
    @SuppressWarnings("NullAway") // null is one of what is refused
    void subjectTokenThatIsNoneIsNotSent(@Nullable String token) {
        assertNotSent(
                Auth0ErrorCode.TOKEN_EXCHANGE_SUBJECT_TOKEN_INVALID, TokenExchangeRequest.of(token, SUBJECT_TYPE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer", "Bearerst", "a bearer st"})
    void subjectTokenThatOnlyLooksLikeASchemeIsSent(String token) {
        fixture.issue();
        exchange(TokenExchangeRequest.of(token, SUBJECT_TYPE));
        assertThat(fixture.sent().form()).containsEntry("subject_token", token);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "urn:a:bcd", "legacy-token", "urn:example:", "urn:-x:abcdef", "urn:example:with space"})
    @SuppressWarnings("NullAway") // null is one of what is refused
    void typeThatIsNoUrlOrUrnIsNotSent(@Nullable String type) {
        assertNotSent(Auth0ErrorCode.TOKEN_EXCHANGE_TYPE_INVALID, TokenExchangeRequest.of("st", type));
        assertNotSent(Auth0ErrorCode.TOKEN_EXCHANGE_TYPE_INVALID, request().withRequestedTokenType("token"));
        assertNotSent(Auth0ErrorCode.TOKEN_EXCHANGE_TYPE_INVALID, request().withActor("at", "agent"));
    }

    @Test
    void typeOfMoreThanAHundredCharactersIsNotSent() {
        assertNotSent(
                Auth0ErrorCode.TOKEN_EXCHANGE_TYPE_INVALID,
                TokenExchangeRequest.of("st", "urn:example:" + "x".repeat(89)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:example:another-token",
                "URN:EXAMPLE:LEGACY-TOKEN",
                "urn:ietf:params:oauth:token-type:refresh_token",
                "urn:ietf:params:oauth:token-type:id_token"
            })
    @Tag("TC-10")
    void typeThatIsNotConfiguredIsNotSent(String type) {
        assertNotSent(Auth0ErrorCode.TOKEN_EXCHANGE_SUBJECT_TOKEN_TYPE_REFUSED, TokenExchangeRequest.of("st", type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://api.example/", "https://API.example", "https://other.example", ""})
    @Tag("TC-10")
    void audienceThatIsNotConfiguredIsNotSent(String audience) {
        assertNotSent(Auth0ErrorCode.TOKEN_EXCHANGE_AUDIENCE_REFUSED, request().withAudience(audience));
    }

    @ParameterizedTest
    @CsvSource({"'',urn:example:agent", "' ',urn:example:agent", "Bearer at,urn:example:agent", "at,''", "at,"})
    @SuppressWarnings("NullAway") // null is one of what is refused
    void actorThatIsNoneOrHasNoTypeIsNotSent(String token, @Nullable String type) {
        assertNotSent(
                Auth0ErrorCode.TOKEN_EXCHANGE_ACTOR_TOKEN_INVALID, request().withActor(token, type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void organizationThatIsBlankIsNotSent(String organization) {
        assertNotSent(
                Auth0ErrorCode.TOKEN_EXCHANGE_ORGANIZATION_INVALID, request().withOrganization(organization));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant_type",
                "client_id",
                "client_secret",
                "client_assertion",
                "client_assertion_type",
                "subject_token",
                "subject_token_type",
                "requested_token_type",
                "actor_token",
                "actor_token_type",
                "audience",
                "aud",
                "resource",
                "resources",
                "resource_indicator",
                "scope",
                "connection",
                "login_hint",
                "organization",
                "assertion",
                "Audience",
                "SCOPE",
                " scope ",
                "",
                " "
            })
    @Tag("TC-10")
    void parameterOfTheProtocolIsRefusedAndNotDropped(String name) {
        assertNotSent(Auth0ErrorCode.TOKEN_EXCHANGE_PARAMETER_REFUSED, request().withParameter(name, "x"));
    }

    @Test
    void parameterHasAtMostTwentyValues() {
        fixture.issue();
        exchange(request().withParameter("device", values(20)));
        assertThat(Collections.frequency(List.of(fixture.sent().body().split("&")), "device=x"))
                .isEqualTo(20);

        assertRefused(
                Auth0ErrorCode.TOKEN_EXCHANGE_PARAMETER_REFUSED,
                () -> exchange(request().withParameter("device", values(21))));
        assertRefused(
                Auth0ErrorCode.TOKEN_EXCHANGE_PARAMETER_REFUSED,
                () -> exchange(request().withParameter("device")));
        assertThat(fixture.exchanges()).isEqualTo(1);
    }

    private static String[] values(int count) {
        return IntStream.range(0, count).mapToObj(i -> "x").toArray(String[]::new);
    }

    @Test
    void answerIsTyped() {
        String idToken = idToken().build();
        fixture.issue("id_token", idToken, "refresh_token", "rt", "scope", "openid", "issued_token_type", ACCESS_TOKEN);

        TokenSet tokens = exchange(request().withAudience(API).withScopes(Set.of("openid", "read:orders")));

        assertThat(tokens.accessToken().value()).isEqualTo("issued");
        assertThat(tokens.accessToken().type()).isEqualTo("Bearer");
        assertThat(tokens.accessToken().audience()).contains(API);
        assertThat(tokens.accessToken().scopes()).containsExactly("openid");
        assertThat(tokens.accessToken().expiresAt())
                .isEqualTo(fixture.provider.time().instant().plusSeconds(600));
        assertThat(tokens.idToken()).contains(idToken);
        assertThat(tokens.claims()).containsEntry("sub", TestJwts.SUBJECT);
        assertThat(tokens.refreshToken()).contains("rt");
        assertThat(tokens.issuedTokenType()).contains(ACCESS_TOKEN);
        assertThat(tokens.actors().isEmpty()).isTrue();
        assertThat(tokens.toString())
                .doesNotContain("issued,")
                .doesNotContain(idToken)
                .doesNotContain("rt,");
    }

    @Test
    @Tag("TC-10")
    void actorIsThatOfTheIdToken() {
        fixture.issue(
                "id_token",
                idToken()
                        .claim("act", Map.of("sub", "agent-1", "act", Map.of("sub", "agent-0")))
                        .build(),
                "access_token",
                TestJwts.accessToken().claim("act", Map.of("sub", "other")).build());
        assertThat(exchange(request()).actors().actors().stream().map(ActorChain.Actor::subject))
                .containsExactly("agent-1", "agent-0");
    }

    @Test
    @Tag("TC-10")
    void actorIsThatOfTheAccessTokenWhereThereIsNoOther() {
        fixture.issue(
                "access_token",
                TestJwts.accessToken().claim("act", Map.of("sub", "agent-2")).build());
        assertThat(exchange(request()).actors().current())
                .hasValueSatisfying(actor -> assertThat(actor.subject()).isEqualTo("agent-2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b.c", "a.b.c.d.e", "..", "e30.e30.", "x.W10.x", "x.bnVsbA.x"})
    void accessTokenThatCannotBeReadNamesNoActor(String token) {
        fixture.issue("access_token", token);
        assertThat(exchange(request()).actors().isEmpty()).isTrue();
    }

    @Test
    void actorOfAnAccessTokenThatIsMalformedIsNone() {
        fixture.issue(
                "access_token", TestJwts.accessToken().claim("act", "agent").build());
        assertThat(exchange(request()).actors().isEmpty()).isTrue();
    }

    @Test
    @Tag("TC-10")
    void answerForSomebodyElseThanTheCallerIsRefused() {
        fixture.issue("id_token", idToken().claim("sub", OTHER_SUBJECT).build());
        assertRefused(
                Auth0ErrorCode.TOKEN_EXCHANGE_SUBJECT_MISMATCH, () -> exchange.exchange(request(), TestJwts.SUBJECT));

        fixture.issue(
                "access_token",
                TestJwts.accessToken().claim("sub", OTHER_SUBJECT).build());
        assertRefused(
                Auth0ErrorCode.TOKEN_EXCHANGE_SUBJECT_MISMATCH, () -> exchange.exchange(request(), TestJwts.SUBJECT));

        fixture.issue(
                "id_token",
                idToken().build(),
                "access_token",
                TestJwts.accessToken().build());
        assertThat(exchange.exchange(request(), TestJwts.SUBJECT).tokens().claims())
                .containsEntry("sub", TestJwts.SUBJECT);
        fixture.issue();
        assertThat(exchange.exchange(request(), TestJwts.SUBJECT)
                        .tokens()
                        .accessToken()
                        .value())
                .isEqualTo("issued");
    }

    @Test
    void answerWhoseIdTokenIsForgedIsRefused() {
        fixture.issue("id_token", idToken().claim("aud", "another-client").build());
        assertRefused(Auth0ErrorCode.ID_TOKEN_AUDIENCE_MISMATCH, () -> exchange(request()));
    }

    @ParameterizedTest
    @CsvSource({
        "org_acme,org_acme,acme,true",
        "org_other,org_acme,acme,false",
        "ORG_acme,org_acme,acme,false",
        "acme,org_acme,acme,true",
        "ACME,org_acme,acme,true",
        "other,org_acme,acme,false"
    })
    @Tag("TC-10")
    void organizationIsTheOneThatWasAskedFor(String asked, String id, String name, boolean accepted) {
        fixture.issue(
                "id_token",
                idToken().claim("org_id", id).claim("org_name", name).build());
        if (accepted) {
            assertThat(exchange(request().withOrganization(asked)).idToken()).isPresent();
        } else {
            assertRefused(
                    Auth0ErrorCode.ID_TOKEN_ORGANIZATION_MISMATCH,
                    () -> exchange(request().withOrganization(asked)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,-,Bearer,true",
                "-,urn:ietf:params:oauth:token-type:access_token,bearer,true",
                "-,urn:ietf:params:oauth:token-type:jwt,Bearer,true",
                "-,urn:ietf:params:oauth:token-type:id_token,N_A,false",
                "-,urn:ietf:params:oauth:token-type:access_token,N_A,false",
                "urn:ietf:params:oauth:token-type:id_token,urn:ietf:params:oauth:token-type:id_token,N_A,true",
                "urn:ietf:params:oauth:token-type:id_token,urn:ietf:params:oauth:token-type:id_token,n_a,true",
                "urn:ietf:params:oauth:token-type:id_token,urn:ietf:params:oauth:token-type:id_token,Bearer,true",
                "urn:ietf:params:oauth:token-type:id_token,urn:ietf:params:oauth:token-type:id_token,DPoP,false",
                "urn:ietf:params:oauth:token-type:id_token,urn:ietf:params:oauth:token-type:access_token,Bearer,false",
                "urn:ietf:params:oauth:token-type:id_token,-,N_A,true",
                "urn:ietf:params:oauth:token-type:access_token,-,N_A,false"
            })
    @Tag("TC-10")
    @SuppressWarnings("NullAway") // the answer lacks what is null
    void issuedTokenIsOfTheTypeThatWasAskedFor(
            @Nullable String requested, @Nullable String issued, String tokenType, boolean accepted) {
        fixture.issue("issued_token_type", issued, "token_type", tokenType);
        TokenExchangeRequest request = requested == null ? request() : request().withRequestedTokenType(requested);
        if (accepted) {
            assertThat(exchange(request).accessToken().type()).isEqualToIgnoringCase(tokenType);
        } else {
            assertThatThrownBy(() -> exchange(request)).isInstanceOf(AuthorizationServerException.class);
        }
    }

    @Test
    void whenTokensAreBoundThenWithAProofAndForABoundToken() {
        try (ExchangeFixture bound = new ExchangeFixture(true)) {
            bound.issue("token_type", "DPoP");
            assertThat(bound.custom()
                            .exchange(request(), null)
                            .tokens()
                            .accessToken()
                            .type())
                    .isEqualTo("DPoP");
            assertThat(bound.sent().header("Dpop")).isNotNull();
            bound.issue();
            assertRefused(
                    Auth0ErrorCode.SERVER_TOKEN_TYPE_MISMATCH,
                    () -> bound.custom().exchange(request(), null));
        }
    }

    @Test
    @Tag("TC-15")
    void valuesArriveAsTheyWere() {
        fixture.issue();
        String hostile = "a+b&scope=admin%20=ü\u0000";
        exchange(TokenExchangeRequest.of(hostile, SUBJECT_TYPE).withParameter("x&y", hostile));
        assertThat(fixture.sent().form())
                .containsEntry("subject_token", hostile)
                .containsEntry("x&y", hostile)
                .doesNotContainKey("scope");
    }

    @Test
    void refusalOfTheProviderIsOne() {
        fixture.provider.on(FakeAuthorizationServer.TOKEN, Reply.error(400, "invalid_grant"));
        assertRefused(Auth0ErrorCode.SERVER_INVALID_GRANT, () -> exchange(request()));
    }

    @Test
    void requestSaysNothingOfItsTokens() {
        assertThat(TokenExchangeRequest.of("secret-1", SUBJECT_TYPE)
                        .withActor("secret-2", SUBJECT_TYPE)
                        .withParameter("x", "secret-3")
                        .toString())
                .doesNotContain("secret");
    }
}
