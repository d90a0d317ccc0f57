package io.github.auth0jakarta.internal.mfa;

import static io.github.auth0jakarta.internal.mfa.SecondFactorFlow.PROVIDER_TOKEN;
import static io.github.auth0jakarta.internal.mfa.SecondFactorFlow.factors;
import static io.github.auth0jakarta.testing.FakeAuthorizationServer.TOKEN;
import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.MfaRequiredException;
import io.github.auth0jakarta.internal.jose.Base64Url;
import io.github.auth0jakarta.internal.oauth.SecondFactorDemand;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.testing.Browser;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestSecrets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the token of a second factor is good, and where not. */
class MfaTokensTest {
    private final SecondFactorFlow flow = new SecondFactorFlow();
    private final Browser browser = flow.loggedIn();

    @AfterEach
    void stop() {
        flow.close();
    }

    private MfaContext open(Browser sender, String token) {
        return flow.tokens.open(token, flow.visit(sender).servlet());
    }

    private void assertInvalid(Browser sender, String token) {
        assertRefused(Auth0ErrorCode.MFA_TOKEN_INVALID, () -> open(sender, token));
    }

    @Test
    void openWhenOfTheSameSessionThenAllOfTheContext() {
        String token = flow.mfaToken(browser, factors("challenge", "otp", "phone"));
        MfaContext context = open(browser, token);
        assertThat(context.providerToken()).isEqualTo(PROVIDER_TOKEN);
        assertThat(context.purpose().audience()).isEqualTo(SecondFactorFlow.API);
        assertThat(context.purpose().scopes()).containsExactly("pay");
        assertThat(context.purpose().ofSession()).isTrue();
        assertThat(context.requirements().challenge()).containsExactlyInAnyOrder("otp", "phone");
        assertThat(context.requirements().enroll()).isEmpty();
        assertThat(context.createdAt()).isEqualTo(flow.time.instant());
        assertThat(context.toString()).doesNotContain(PROVIDER_TOKEN);
    }

    @Test
    @Tag("TC-12")
    @Tag("LG-01")
    void requiredWhenThrownThenTheProvidersTokenIsNotToBeRead() {
        flow.demand(Map.of());
        SecondFactorFlow.Visit visit = flow.visit(browser);
        MfaRequiredException thrown = catchThrowableOfType(MfaRequiredException.class, () -> visit.get("pay"));
        assertThat(thrown.mfaToken()).matches("[A-Za-z0-9_-]+").doesNotContain(PROVIDER_TOKEN);
        String decoded = new String(Base64Url.decode(thrown.mfaToken()).orElseThrow(), StandardCharsets.ISO_8859_1);
        assertThat(decoded).doesNotContain(PROVIDER_TOKEN, SecondFactorFlow.API, "session-1");
        assertThat(thrown.toString()).doesNotContain(PROVIDER_TOKEN, thrown.mfaToken());
        assertThat(thrown.status()).isEqualTo(403);
        assertThat(thrown.error()).contains("mfa_required");
        assertThat(flow.data(browser).refreshToken()).isEqualTo("rt-1");
    }

    @Test
    @Tag("TC-12")
    void openWhenOfAnotherSessionThenRefused() {
        String token = flow.mfaToken(browser);
        assertInvalid(flow.loggedIn("session-2", TestJwts.SUBJECT), token);
        assertInvalid(new Browser(), token);
    }

    @Test
    @Tag("TC-12")
    void openWhenOfAnotherUserThenRefused() {
        String token = flow.mfaToken(browser);
        assertInvalid(flow.loggedIn("session-1", "auth0|somebody-else"), token);
    }

    @Test
    @Tag("TC-12")
    void openWhenTheSessionHasEndedThenRefused() {
        String token = flow.mfaToken(browser);
        SecondFactorFlow.Visit visit = flow.visit(browser);
        RequestSession.end(flow.sessions, visit.servlet(), visit.response.servlet());
        visit.end();
        assertInvalid(browser, token);
    }

    @Test
    @Tag("TC-12")
    void openWhenItsTimeIsOverThenRefused() {
        String token = flow.mfaToken(browser);
        flow.time.advance(SecondFactorFlow.LIFETIME.minusMillis(1));
        assertThat(open(browser, token)).isNotNull();
        flow.time.advance(Duration.ofMillis(1));
        assertRefused(Auth0ErrorCode.MFA_TOKEN_EXPIRED, () -> open(browser, token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "mfa-token-of-the-provider", "AAAA"})
    @Tag("TC-12")
    void openWhenNotOursThenRefused(String token) {
        assertInvalid(browser, token);
    }

    @Test
    @Tag("TC-12")
    void openWhenChangedOrOfAnotherCookieThenRefused() {
        String token = flow.mfaToken(browser);
        for (int i = 0; i < token.length(); i += 7) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            assertInvalid(browser, token.substring(0, i) + other + token.substring(i + 1));
        }
        assertInvalid(browser, token + "A");
        assertInvalid(browser, browser.cookies().first("__session").orElseThrow());
        assertInvalid(browser, "A".repeat(MfaTokens.LONGEST + 1));
    }

    @Test
    void openWhenSealedByAnOlderSecretThenStillGood() {
        try (SecondFactorFlow old = new SecondFactorFlow(TestSecrets.OLD)) {
            Browser visitor = old.loggedIn();
            String token = old.mfaToken(visitor);
            MfaTokens rotated = old.tokens(TestSecrets.NEW, TestSecrets.OLD);
            MfaTokens others = old.tokens(TestSecrets.NEW);
            assertThat(rotated.open(token, old.visit(visitor).servlet()).providerToken())
                    .isEqualTo(PROVIDER_TOKEN);
            assertRefused(
                    Auth0ErrorCode.MFA_TOKEN_INVALID,
                    () -> others.open(token, old.visit(visitor).servlet()));
        }
    }

    @Test
    @Tag("TC-12")
    void requiredWhenThereIsNoSessionThenBoundToTheBrowser() {
        Browser anonymous = new Browser();
        SecondFactorFlow.Visit visit = flow.visit(anonymous);
        String token = flow.refusedGrant().mfaToken();
        assertThat(visit.response.setCookies())
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .startsWith("__mfa=")
                        .contains("; Max-Age=300;", "; HttpOnly;", "; SameSite=Lax"));
        assertThat(visit.response.isNoStore()).isTrue();
        visit.end();

        assertThat(open(anonymous, token).purpose().ofSession()).isFalse();
        assertInvalid(new Browser(), token);
        assertInvalid(browser, token);
        Browser other = new Browser();
        SecondFactorFlow.Visit otherVisit = flow.visit(other);
        flow.refusedGrant();
        otherVisit.end();
        assertInvalid(other, token);
    }

    @Test
    void requiredWhenABrowserHasSeveralThenAllAreGood() {
        Browser anonymous = new Browser();
        SecondFactorFlow.Visit first = flow.visit(anonymous);
        String one = flow.refusedGrant().mfaToken();
        String two = flow.refusedGrant().mfaToken();
        first.end();
        SecondFactorFlow.Visit second = flow.visit(anonymous);
        String three = flow.refusedGrant().mfaToken();
        second.end();
        for (String token : List.of(one, two, three)) {
            assertThat(open(anonymous, token)).isNotNull();
        }
    }

    @Test
    @Tag("TC-12")
    void openWhenTheCookieOfTheBrowserIsNotSealedThenRefused() {
        Browser anonymous = new Browser();
        SecondFactorFlow.Visit visit = flow.visit(anonymous);
        String token = flow.refusedGrant().mfaToken();
        visit.end();
        FakeRequest forged =
                FakeRequest.get("/page").cookies(new RequestCookies(List.of(Map.entry("__mfa", "forged-secret"))));
        assertRefused(Auth0ErrorCode.MFA_TOKEN_INVALID, () -> flow.tokens.open(token, forged.servlet()));
    }

    @Test
    void requiredWhenThereIsNothingToBindItToThenThereIsNoToken() {
        flow.leaveRequest();
        assertThat(flow.refusedGrant().mfaToken()).isEmpty();

        SecondFactorFlow.Visit api =
                flow.new Visit(new Browser(), FakeRequest.get("/api").header("Authorization", "Bearer of-a-caller"));
        assertThat(flow.refusedGrant().mfaToken()).isEmpty();
        assertThat(api.response.setCookies()).isEmpty();

        SecondFactorFlow.Visit late = flow.visit(new Browser());
        commit(late);
        assertThat(flow.refusedGrant().mfaToken()).isEmpty();
    }

    private static void commit(SecondFactorFlow.Visit visit) {
        try {
            visit.response.servlet().flushBuffer();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void requiredWhenTheProviderSendsNoUsableTokenThenThereIsNone() {
        flow.visit(browser);
        for (String useless : List.of("", "x".repeat(8 * 1024 + 1))) {
            flow.provider.on(TOKEN, SecondFactorFlow.demanded(useless, Map.of()));
            MfaRequiredException thrown = catchThrowableOfType(MfaRequiredException.class, flow::grant);
            assertThat(thrown.mfaToken()).isEmpty();
        }
        flow.provider.on(TOKEN, SecondFactorFlow.demanded("x".repeat(8 * 1024), Map.of()));
        MfaRequiredException thrown = catchThrowableOfType(MfaRequiredException.class, flow::grant);
        assertThat(open(browser, thrown.mfaToken()).providerToken()).hasSize(8 * 1024);
    }

    @Test
    void demandWhenShownThenWithoutItsToken() {
        SecondFactorDemand demand = new SecondFactorDemand(
                403, PROVIDER_TOKEN, new io.github.auth0jakarta.MfaRequirements(Set.of("otp"), Set.of()));
        assertThat(demand.toString()).contains("otp").doesNotContain(PROVIDER_TOKEN);
    }
}
