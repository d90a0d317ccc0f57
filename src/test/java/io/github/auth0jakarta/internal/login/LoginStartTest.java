package io.github.auth0jakarta.internal.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.InteractionRequiredException;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.event.LoginFailed;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LoginStartTest {
    private final LoginFlow flow = new LoginFlow();

    @AfterEach
    void stop() {
        flow.close();
    }

    private FakeResponse challenge() {
        FakeResponse response = new FakeResponse();
        try {
            flow.start.beginAndComeBack(
                    FakeRequest.get("/page").cookies(flow.browser.cookies()).servlet(), response.servlet());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        flow.browser.receive(response.setCookies());
        return response;
    }

    private static void assertCode(Auth0ErrorCode code, Runnable begin) {
        assertThatThrownBy(begin::run)
                .isInstanceOfSatisfying(
                        Auth0Exception.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    /** 10,000 logins: nothing twice, no common beginning, and the bytes are spread as chance spreads them. */
    @Test
    @Tag("AR-04")
    void beginWhenTenThousandTimesThenEveryValueIsFresh() {
        Set<String> values = new HashSet<>();
        Set<String> beginnings = new HashSet<>();
        long[] bytes = new long[256];
        for (int i = 0; i < 10_000; i++) {
            LoginFlow.Asked asked = flow.beginOnly(LoginOptions.defaults());
            for (String value : List.of(
                    asked.state(), asked.nonce(), flow.transaction(asked).codeVerifier())) {
                assertThat(value).hasSize(43);
                values.add(value);
                beginnings.add(value.substring(0, 8));
                for (byte b : Base64.getUrlDecoder().decode(value)) {
                    bytes[b & 0xFF]++;
                }
            }
        }
        assertThat(values).hasSize(30_000);
        assertThat(beginnings).hasSizeGreaterThan(29_990);
        double expected = 30_000.0 * 32 / 256;
        double chiSquare = 0;
        for (long count : bytes) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        // 255 degrees of freedom: chance exceeds 375 in one of a million runs.
        assertThat(chiSquare).isLessThan(375);
    }

    @Test
    void beginWhenTheApplicationHasItsOwnStateThenCarriedAndNotSent() {
        LoginFlow.Asked asked = flow.beginBy(LoginOptions.defaults()
                .withAppState(Map.of("basket", "42-secret"))
                .withReturnTo("/basket"));
        assertThat(asked.parameters()).doesNotContainValue("42-secret");
        Transaction.Afterwards afterwards = flow.transaction(asked).afterwards();
        assertThat(afterwards.appState()).isEqualTo(Map.of("basket", "42-secret"));
        assertThat(afterwards.returnTo()).isEqualTo(LoginFlow.APP + "/basket");
    }

    @Test
    void beginWhenTheStateIsTooLongThenRefused() {
        String most = "x".repeat(LoginOptions.MAX_APP_STATE - 1);
        flow.beginBy(LoginOptions.defaults().withAppState(Map.of("a", most)));
        assertCode(
                Auth0ErrorCode.LOGIN_OPTIONS_INVALID,
                () -> flow.beginBy(LoginOptions.defaults().withAppState(Map.of("ab", most))));
    }

    /** Rather no way back than no login. */
    @Test
    @Tag("AR-20")
    void beginWhenTheWayBackDoesNotFitIntoTheCookieThenTheDefaultPage() {
        LoginFlow.Asked asked = flow.beginBy(LoginOptions.defaults()
                .withReturnTo("/" + "x".repeat(2_000))
                .withAppState(Map.of("a", "€".repeat(700))));
        assertThat(flow.transaction(asked).afterwards().returnTo()).isEqualTo(LoginFlow.APP + "/");
        assertThat(flow.browser.cookies().pairs())
                .allMatch(cookie -> cookie.getKey().length() + cookie.getValue().length() <= 4096);
    }

    @Test
    void beginWhenTheOptionsDoNotFitIntoTheCookieThenRefusedWithoutACookie() {
        assertCode(
                Auth0ErrorCode.LOGIN_OPTIONS_INVALID,
                () -> flow.beginBy(LoginOptions.defaults().withScope("x".repeat(4_000))));
        assertThat(flow.transactionsInFlight()).isEmpty();
    }

    @Test
    void beginWhenTheAnswerHasBegunThenRefused() {
        assertCode(
                Auth0ErrorCode.SESSION_NOT_WRITABLE,
                () -> flow.start.begin(
                        FakeRequest.get("/page").servlet(),
                        new FakeResponse().commit().servlet(),
                        LoginOptions.defaults()));
    }

    @Test
    void beginWhenItFailsThenAnEventSaysSo() {
        flow.provider.close();
        assertThatThrownBy(() -> flow.beginBy(LoginOptions.defaults())).isInstanceOf(Auth0Exception.class);
        assertThat(flow.events(LoginFailed.class))
                .containsExactly(new LoginFailed(Auth0ErrorCode.TRANSPORT_FAILED, null, flow.time.instant()));
    }

    @Test
    void beginWhenThereIsACustomizerThenItHasTheLastWord() {
        flow.customizer = (options, request) ->
                options.withParameter("login_hint", request.getRequestURI()).withPrompt("login");
        assertThat(flow.beginBy(LoginOptions.defaults().withPrompt("consent")).parameters())
                .containsEntry("prompt", "login")
                .containsEntry("login_hint", "/page");
        assertThat(LoginFlow.asked(challenge()).parameters()).containsEntry("prompt", "login");
        assertThat(flow.begin("/auth/login").parameters()).containsEntry("prompt", "login");
    }

    @Test
    void beginWhenTheCustomizerRefusesThenAPageThatSaysSo() {
        flow.customizer = (options, request) -> {
            throw new IllegalStateException("closed for today");
        };
        FakeResponse response = challenge();
        assertThat(response.status()).isEqualTo(403);
        assertThat(response.body()).contains("login.refused_by_application").doesNotContain("closed for today");
        assertThat(flow.transactionsInFlight()).isEmpty();
    }

    @Test
    void beginAndComeBackWhenItGoesRoundThenAPageThatNamesTheCauses() {
        for (int i = 0; i < LoginLoopBreaker.MOST; i++) {
            assertThat(challenge().status()).isEqualTo(302);
            flow.logIn();
        }
        FakeResponse response = challenge();
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.header("Location")).isNull();
        assertThat(response.body()).contains("login.loop", "cookies", "https", "auth0.app-base-url");
        assertThat(response.isNoStore()).isTrue();

        flow.time.advance(Duration.ofMinutes(1));
        assertThat(challenge().status()).isEqualTo(302);
    }

    @Test
    void beginAndComeBackWhenManyTabsOpenAtOnceThenNoLoop() {
        for (int i = 0; i < 2 * LoginLoopBreaker.MOST; i++) {
            assertThat(challenge().status()).isEqualTo(302);
        }
    }

    @Test
    void handleWhenAPersonClicksOftenThenNoLoop() {
        for (int i = 0; i < 2 * LoginLoopBreaker.MOST; i++) {
            flow.logIn();
        }
        flow.begin("/auth/login");
    }

    @Nested
    class Linking {
        private final LinkedAccounts accounts = new LinkedAccounts(flow.start);

        private FakeRequest loggedIn() {
            flow.logIn();
            FakeRequest request = FakeRequest.get("/account").cookies(flow.browser.cookies());
            flow.restore(request);
            return request;
        }

        private LoginFlow.Asked link(FakeRequest request, LoginOptions options) {
            FakeResponse response = new FakeResponse();
            String location = accounts.link(request.servlet(), response.servlet(), "github", "repo", options)
                    .toString();
            flow.browser.receive(response.setCookies());
            return LoginFlow.Asked.ofAddress(location);
        }

        @Test
        void linkWhenLoggedInThenTheseParametersWhateverTheOptionsSay() {
            FakeRequest request = loggedIn();
            LoginFlow.Asked asked = link(
                    request, LoginOptions.defaults().withScope("openid evil").withPrompt("login"));
            assertThat(asked.parameters())
                    .containsEntry("requested_connection", "github")
                    .containsEntry("requested_connection_scope", "repo")
                    .containsEntry("scope", "openid link_account offline_access")
                    .containsEntry("id_token_hint", flow.session().orElseThrow().idToken())
                    .containsEntry("prompt", "login");
        }

        @Test
        void unlinkWhenLoggedInThenTheseParameters() {
            FakeRequest request = loggedIn();
            String location = accounts.unlink(
                            request.servlet(), new FakeResponse().servlet(), "github", LoginOptions.defaults())
                    .toString();
            assertThat(LoginFlow.Asked.ofAddress(location).parameters())
                    .containsEntry("requested_connection", "github")
                    .containsEntry("scope", "openid unlink_account")
                    .containsEntry("id_token_hint", flow.session().orElseThrow().idToken())
                    .doesNotContainKey("requested_connection_scope");
        }

        @Test
        void linkWhenNobodyIsLoggedInThenRefused() {
            assertThatThrownBy(() -> link(FakeRequest.get("/account"), LoginOptions.defaults()))
                    .isInstanceOf(InteractionRequiredException.class);
        }

        @Test
        void linkWhenTheConnectionIsBlankThenRefused() {
            FakeRequest request = loggedIn();
            assertThatThrownBy(() -> accounts.unlink(
                            request.servlet(), new FakeResponse().servlet(), " ", LoginOptions.defaults()))
                    .isInstanceOf(LoginException.class);
        }

        @Test
        void linkWhenTheSameUserComesBackThenTheSessionKeepsItsTokens() {
            LoginFlow.Asked asked = link(loggedIn(), LoginOptions.defaults().withReturnTo("/account"));
            flow.issue(Map.of("id_token", flow.idToken(asked.nonce()).build(), "access_token", "linking"));

            assertThat(flow.callback("code=c&state=" + asked.state()).header("Location"))
                    .isEqualTo(LoginFlow.APP + "/account");

            assertThat(flow.session().orElseThrow().accessTokens())
                    .extracting(token -> token.value())
                    .containsExactly("linking", "at");
            assertThat(flow.session().orElseThrow().refreshToken()).isEqualTo("rt");
        }

        @Test
        void linkWhenAnotherUserComesBackThenRefusedAndTheSessionStays() {
            LoginFlow.Asked asked = link(loggedIn(), LoginOptions.defaults());
            flow.issue(flow.idToken(asked.nonce()).claim("sub", "auth0|mallory"));
            List<String> before = new ArrayList<>(tokens());

            FakeResponse response = flow.callback("code=c&state=" + asked.state());

            assertThat(response.status()).isEqualTo(400);
            assertThat(response.body()).contains("id_token.subject_mismatch");
            assertThat(tokens()).isEqualTo(before);
        }

        private List<String> tokens() {
            return flow.session().orElseThrow().accessTokens().stream()
                    .map(token -> token.value())
                    .toList();
        }
    }

    @Test
    @Tag("AR-06")
    void beginWhenBegunThenNothingOfTheCookieIsInClear() {
        LoginFlow.Asked asked = flow.beginBy(LoginOptions.defaults().withReturnTo("/secret-page"));
        Transaction transaction = flow.transaction(asked);
        String cookie = flow.browser.cookies().first("__txn_" + asked.state()).orElseThrow();
        StringBuilder readings = new StringBuilder(cookie);
        for (String part : cookie.split("[^A-Za-z0-9_-]")) {
            readings.append(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.ISO_8859_1));
        }
        assertThat(readings.toString())
                .doesNotContain(transaction.codeVerifier(), transaction.nonce(), "secret-page", "return_to");
    }
}
