package io.github.auth0jakarta.internal.login;

import static io.github.auth0jakarta.testing.FakeAuthorizationServer.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.event.LoggedIn;
import io.github.auth0jakarta.event.LoginFailed;
import io.github.auth0jakarta.event.ReplayDetected;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.spi.CallbackHandler;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.RecordedLog;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.Together;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser gets at the end of a login, and where the application takes part. */
class CallbackAnswersTest {
    private static final String REFRESH = "<meta http-equiv=\"refresh\"";
    private static final String UNKNOWN_STATE = "A".repeat(43);

    private final LoginFlow flow = new LoginFlow();

    @AfterEach
    void stop() {
        flow.close();
    }

    @Nested
    class Lost {
        @Test
        @Tag("CB-05")
        @Tag("CB-21")
        void refusedWhenAnsweredBeforeAndLoggedInThenThePageGoesOn() {
            String state = flow.begin();
            String query = "code=c&state=" + state;
            RequestCookies before = flow.browser.cookies();
            flow.callback(query);
            List<Map.Entry<String, String>> both = new ArrayList<>(before.pairs());
            both.addAll(flow.browser.cookies().pairs());
            flow.setCookies(new RequestCookies(both));

            FakeResponse response = flow.callback(query);

            assertThat(response.status()).isEqualTo(400);
            assertThat(response.body())
                    .contains("You are logged in", "login.transaction_used")
                    .contains(REFRESH + " content=\"1;url=" + LoginFlow.APP + "/\">")
                    .contains("<a href=\"" + LoginFlow.APP + "/\">");
            assertThat(flow.provider.received(TOKEN)).hasSize(1);
            assertThat(flow.session()).isPresent();
            assertThat(flow.events(ReplayDetected.class))
                    .extracting(ReplayDetected::what)
                    .containsExactly(ReplayDetected.Kind.AUTHORIZATION_RESPONSE);
        }

        /** The back button: the cookie of the login is gone, the session is there. */
        @Test
        void refusedWhenTheLoginIsGoneAndLoggedInThenThePageGoesOn() {
            flow.logIn();
            FakeResponse response = flow.callback("code=c&state=" + UNKNOWN_STATE);
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.body()).contains("You are logged in", REFRESH);
        }

        @Test
        @Tag("CB-07")
        void refusedWhenTheLoginIsGoneThenItBeginsAnewOnce() {
            FakeResponse first = flow.callback("code=c&state=" + UNKNOWN_STATE);
            assertThat(first.status()).isEqualTo(400);
            assertThat(first.body())
                    .contains(REFRESH + " content=\"1;url=" + LoginFlow.APP + "/auth/login?restarted=1\">");

            String state = flow.begin("/auth/login?restarted=1").state();
            flow.setCookies(RequestCookies.NONE);
            FakeResponse second = flow.callback("code=c&state=" + state);

            assertThat(state).hasSize(44);
            assertThat(second.status()).isEqualTo(400);
            assertThat(second.body())
                    .contains("login.state_mismatch", "<a href=\"" + LoginFlow.APP + "/auth/login\">")
                    .doesNotContain(REFRESH);
        }

        @Test
        @Tag("CB-07")
        void refusedWhenItTookTooLongThenItBeginsAnewForTheSamePage() {
            String state = flow.begin("/auth/login?returnTo=/a%3Fb%3D%2526%26c").state();
            flow.time.advance(Duration.ofMinutes(10));
            FakeResponse response = flow.callback("code=c&state=" + state);
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.body())
                    .contains("login.transaction_expired")
                    .contains("/auth/login?restarted=1&amp;returnTo=http%3A%2F%2Flocalhost%3A8080%2Fa%3Fb%3D%2526%26c");
        }

        @Test
        void refusedWhenARestartedLoginSucceedsThenASession() {
            String state = flow.begin("/auth/login?restarted=1").state();
            assertThat(flow.callback("code=c&state=" + state).status()).isEqualTo(302);
        }

        @Test
        void refusedWhenItIsNoStateOfOursThenOnlyALink() {
            assertThat(flow.callback("code=c&state=x").body()).doesNotContain(REFRESH);
            assertThat(flow.callback("code=c").body()).doesNotContain(REFRESH);
        }

        @Test
        void handleWhenRestartedAgainAndAgainThenTheLoopIsBroken() {
            for (int i = 0; i < LoginLoopBreaker.MOST; i++) {
                flow.callback("error=access_denied&state="
                        + flow.begin("/auth/login?restarted=1").state());
            }
            FakeResponse response = flow.visit(flow.loginRoute, FakeRequest.get("/auth/login?restarted=1"));
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.body()).contains("login.loop");
        }
    }

    @Nested
    class OneUse {
        @Test
        @Tag("CB-06")
        void handleWhenTwentyAtOnceThenOneTokenCall() throws Exception {
            String state = flow.begin();
            RequestCookies cookies = flow.browser.cookies();
            List<Integer> statuses = Together.call(
                    20,
                    () -> {
                        FakeResponse response = new FakeResponse();
                        flow.callbackRoute.handle(
                                FakeRequest.get("/auth/callback?code=c&state=" + state)
                                        .cookies(cookies)
                                        .servlet(),
                                response.servlet());
                        return response.status();
                    },
                    () -> {});
            assertThat(statuses).filteredOn(status -> status == 302).hasSize(1);
            assertThat(statuses).filteredOn(status -> status == 400).hasSize(19);
            assertThat(flow.provider.received(TOKEN)).hasSize(1);
        }
    }

    @Nested
    class Malformed {
        private void assertRefused(String query) {
            FakeResponse response = flow.callback(query);
            assertThat(response.status()).isBetween(400, 499);
            assertThat(flow.session()).isEmpty();
            assertThat(flow.provider.received(TOKEN)).isEmpty();
        }

        @Test
        @Tag("CB-15")
        void refusedWhenBothCodeAndErrorThenTheError() {
            assertRefused("code=c&error=access_denied&state=" + flow.begin());
        }

        @Test
        @Tag("CB-16")
        void refusedWhenTheCodeIsThereTwiceThenMalformed() {
            assertRefused("code=c&code=d&state=" + flow.begin());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "access_token=t",
                    "id_token=t",
                    "access_token=t&id_token=t",
                    "response=t",
                    "code=c&id_token=t"
                })
        @Tag("CB-17")
        void refusedWhenTokensComeByTheBrowserThenMalformed(String parameters) {
            assertRefused(parameters + "&state=" + flow.begin());
        }

        @Test
        @Tag("CB-10")
        void refusedWhenIssIsNotExactlyTheIssuerThenRefused() {
            String issuer = flow.provider.issuer();
            for (String iss : List.of(
                    issuer.toUpperCase(java.util.Locale.ROOT),
                    issuer.substring(0, issuer.length() - 1),
                    issuer.replace("/", "%252F"),
                    issuer + "&iss=" + issuer)) {
                assertRefused("code=c&iss=" + iss + "&state=" + flow.begin());
            }
        }

        @Test
        @Tag("CB-26")
        void refusedWhenTheCodeIsHugeThenMalformed() {
            assertRefused("code=" + "c".repeat(100 * 1024) + "&state=" + flow.begin());
        }

        @Test
        @Tag("CB-13")
        @Tag("CB-14")
        @Tag("HC-05")
        void refusedWhenTheErrorIsMarkupThenNothingOfItIsShown() {
            FakeResponse response;
            try (RecordedLog log = new RecordedLog(CallbackAnswers.class)) {
                response = flow.callback("error=x%0d%0aSet-Cookie:a=b&error_description="
                        + "%3Cscript%3Ealert(1)%3C/script%3E&state=" + flow.begin());
                assertThat(log.messages())
                        .singleElement()
                        .asString()
                        .contains("login.denied")
                        .doesNotContain("\r", "\n", "Set-Cookie", "alert");
            }
            assertThat(response.status()).isEqualTo(403);
            assertThat(response.body()).doesNotContain("alert", "Set-Cookie", "script");
            assertThat(response.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
            assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(response.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'");
            assertThat(response.setCookies()).noneMatch(cookie -> cookie.startsWith("a="));
        }
    }

    @Nested
    class Application {
        @Test
        void completedWhenTheHandlerWantsAnotherPlaceThenThere() {
            List<CallbackHandler.CompletedLogin> seen = new ArrayList<>();
            flow.callbackHandler = new CallbackHandler() {
                @Override
                public String completed(CompletedLogin login, HttpServletRequest request) {
                    seen.add(login);
                    return "/welcome";
                }
            };
            LoginFlow.Asked asked =
                    flow.beginBy(LoginOptions.defaults().withReturnTo("/page").withAppState(Map.of("a", "b")));
            assertThat(flow.callback("code=c&state=" + asked.state()).header("Location"))
                    .isEqualTo(LoginFlow.APP + "/welcome");
            assertThat(seen).singleElement().satisfies(login -> {
                assertThat(login.claims()).containsEntry("sub", TestJwts.SUBJECT);
                assertThat(login.appState()).isEqualTo(Map.of("a", "b"));
                assertThat(login.returnTo()).isEqualTo(LoginFlow.APP + "/page");
            });
        }

        @Test
        @Tag("OR-05")
        void completedWhenTheHandlerWantsAnUnsafePlaceThenTheDefault() {
            flow.callbackHandler = new CallbackHandler() {
                @Override
                public String completed(CompletedLogin login, HttpServletRequest request) {
                    return "https://evil.example/";
                }
            };
            assertThat(flow.callback("code=c&state=" + flow.begin()).header("Location"))
                    .isEqualTo(LoginFlow.APP + "/");
        }

        @Test
        void completedWhenLoggedInThenAnEventBeforeTheSession() {
            flow.observer = event -> assertThat(flow.session()).isEmpty();
            LoginFlow.Asked asked = flow.beginBy(LoginOptions.defaults().withAppState(Map.of("a", "b")));
            flow.issue(flow.idToken(asked.nonce()).claim("sid", "sid-1"));
            flow.callback("code=c&state=" + asked.state());
            assertThat(flow.events)
                    .containsExactly(new LoggedIn(
                            flow.provider.issuer(),
                            TestJwts.SUBJECT,
                            TestJwts.SUBJECT,
                            "sid-1",
                            Map.of("a", "b"),
                            flow.time.instant()));
        }

        @Test
        void completedWhenTheApplicationRefusesThenNoSessionAndNotItsReason() {
            List<Runnable> refusals = List.of(
                    () -> flow.observer = event -> {
                        if (event instanceof LoggedIn) {
                            throw new IllegalStateException("private reason");
                        }
                    },
                    () -> flow.callbackHandler = new CallbackHandler() {
                        @Override
                        public String completed(CompletedLogin login, HttpServletRequest request) {
                            throw new IllegalStateException("private reason");
                        }
                    });
            for (Runnable refusal : refusals) {
                refusal.run();
                FakeResponse response = flow.callback("code=c&state=" + flow.begin());
                assertThat(response.status()).isEqualTo(403);
                assertThat(response.body())
                        .contains("login.refused_by_application")
                        .doesNotContain("private reason");
                assertThat(flow.session()).isEmpty();
            }
        }

        @Test
        void refusedWhenTheHandlerAnswersThenItsAnswer() {
            List<CallbackHandler.FailedLogin> seen = new ArrayList<>();
            flow.callbackHandler = new CallbackHandler() {
                @Override
                public boolean failed(FailedLogin login, HttpServletRequest request, HttpServletResponse response)
                        throws IOException {
                    seen.add(login);
                    response.setStatus(418);
                    response.flushBuffer();
                    return true;
                }
            };
            LoginFlow.Asked asked = flow.beginBy(LoginOptions.defaults().withAppState(Map.of("a", "b")));
            FakeResponse response = flow.callback("error=access_denied&state=" + asked.state());
            assertThat(response.status()).isEqualTo(418);
            assertThat(response.body()).isEmpty();
            assertThat(seen)
                    .containsExactly(new CallbackHandler.FailedLogin(
                            Auth0ErrorCode.LOGIN_DENIED, "access_denied", Map.of("a", "b")));
        }

        @Test
        void refusedWhenTheHandlerFailsThenTheUsualPage() {
            flow.callbackHandler = new CallbackHandler() {
                @Override
                public boolean failed(FailedLogin login, HttpServletRequest request, HttpServletResponse response) {
                    throw new IllegalStateException();
                }
            };
            assertThat(flow.callback("code=c").body()).contains("login.state_missing");
        }

        @Test
        void refusedWhenTheProviderDeniesThenAnEventWithItsError() {
            flow.callback("error=access_denied&state=" + flow.begin());
            flow.callback("code=c");
            assertThat(flow.events)
                    .containsExactly(
                            new LoginFailed(Auth0ErrorCode.LOGIN_DENIED, "access_denied", flow.time.instant()),
                            new LoginFailed(Auth0ErrorCode.LOGIN_STATE_MISSING, null, flow.time.instant()));
        }
    }

    @Nested
    class Popup {
        private static final String POSTED = "window.opener.postMessage(";

        private void assertOwnPage(FakeResponse response) {
            String policy = response.header("Content-Security-Policy");
            String nonce = policy.replaceAll(".*'nonce-([A-Za-z0-9_-]{43})'.*", "$1");
            assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'");
            assertThat(response.body())
                    .contains("<script nonce=\"" + nonce + "\">")
                    .contains(",\"" + LoginFlow.APP + "\");window.close()");
            assertThat(response.isNoStore()).isTrue();
        }

        @Test
        @Tag("CS-09")
        void completedWhenInAPopupThenAMessageForTheOpenerAndNoToken() {
            LoginFlow.Asked asked = flow.begin("/auth/login?challengeMode=popup&returnTo=/page");
            FakeResponse response = flow.callback("code=c&state=" + asked.state());
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.header("Location")).isNull();
            assertOwnPage(response);
            assertThat(response.body())
                    .contains(POSTED + "{\"type\":\"auth0:login\",\"success\":true},")
                    .contains("<a href=\"" + LoginFlow.APP + "/page\">")
                    .doesNotContain(TestJwts.SUBJECT, "\"at\"");
            assertThat(flow.session()).isPresent();
        }

        @Test
        void refusedWhenInAPopupThenAMessageThatSaysSo() {
            LoginFlow.Asked asked = flow.beginBy(LoginOptions.defaults().inPopup());
            FakeResponse response = flow.callback("error=access_denied&state=" + asked.state());
            assertThat(response.status()).isEqualTo(403);
            assertOwnPage(response);
            assertThat(response.body())
                    .contains(POSTED
                            + "{\"type\":\"auth0:login\",\"success\":false,\"error\":{\"code\":\"login.denied\"}},");
        }

        @Test
        void refusedWhenThePopupsLoginIsGoneThenAMessageAllTheSame() {
            String state = flow.beginBy(LoginOptions.defaults().inPopup()).state();
            flow.setCookies(RequestCookies.NONE);
            FakeResponse response = flow.callback("code=c&state=" + state);
            assertThat(response.status()).isEqualTo(400);
            assertOwnPage(response);
            assertThat(response.body()).contains("\"success\":false", "login.state_mismatch");
        }
    }

    /** OAuth 2.0 Form Post Response Mode. */
    @Nested
    class FormPost {
        private final LoginFlow posting = new LoginFlow(settings -> settings.with("auth0.response-mode", "form_post"));

        @AfterEach
        void stopPosting() {
            posting.close();
        }

        private FakeResponse post(String contentType, String form) {
            return posting.visit(
                    posting.callbackRoute,
                    FakeRequest.of("POST", "/auth/callback").body(contentType, form));
        }

        private FakeResponse post(String form) {
            return post("application/x-www-form-urlencoded; charset=utf-8", form);
        }

        @Test
        @Tag("CB-23")
        void handleWhenPostedThenASessionAndTheBrowserGoesOnByGet() {
            LoginFlow.Asked asked = posting.begin("/auth/login?returnTo=/page");
            assertThat(asked.parameters()).containsEntry("response_mode", "form_post");
            FakeResponse response = post("code=c&state=" + asked.state());
            assertThat(response.status()).isEqualTo(303);
            assertThat(response.header("Location")).isEqualTo(LoginFlow.APP + "/page");
            assertThat(posting.session()).isPresent();
        }

        @Test
        @Tag("CB-23")
        void handleWhenByGetThenNotAllowedAndNothingIsConsumed() {
            String state = posting.begin();
            FakeResponse response = posting.callback("code=c&state=" + state);
            assertThat(response.status()).isEqualTo(405);
            assertThat(response.header("Allow")).isEqualTo("POST");
            assertThat(post("code=c&state=" + state).status()).isEqualTo(303);
        }

        @Test
        @Tag("CB-23")
        void handleWhenPostedWithoutTheCookieThenRefused() {
            String state = posting.begin();
            posting.setCookies(RequestCookies.NONE);
            assertThat(post("code=c&state=" + state).status()).isEqualTo(400);
            assertThat(posting.provider.received(TOKEN)).isEmpty();
        }

        @Test
        @Tag("CB-16")
        @Tag("CB-17")
        @Tag("CB-26")
        void handleWhenTheFormIsNoneThenRefused() {
            String state = posting.begin();
            for (FakeResponse response : List.of(
                    post("text/plain", "code=c&state=" + state),
                    post("application/json", "{\"code\":\"c\"}"),
                    post("code=c&state=" + state + "&state=" + state),
                    post("code=" + "c".repeat(64 * 1024) + "&state=" + state),
                    post("id_token=t&access_token=t&state=" + state))) {
                assertThat(response.status()).isEqualTo(400);
                assertThat(response.header("Location")).isNull();
            }
            assertThat(posting.session()).isEmpty();
            assertThat(posting.provider.received(TOKEN)).isEmpty();
        }

        @Test
        @Tag("CB-12")
        void handleWhenTheErrorIsPostedThenThePage() {
            assertThat(post("error=access_denied&state=" + posting.begin()).status())
                    .isEqualTo(403);
        }
    }
}
