package io.github.auth0jakarta.internal.login;

import static io.github.auth0jakarta.testing.FakeAuthorizationServer.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.event.LoggedOut;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.internal.session.SessionData;
import io.github.auth0jakarta.internal.session.StoredAccessToken;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.FakeHttpSession;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.TestJwts;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link CallbackRoute} and {@link LoginCompletion}. */
class CallbackRouteTest {
    private final LoginFlow flow = new LoginFlow();

    @AfterEach
    void stop() {
        flow.close();
    }

    private void assertRefused(FakeResponse response, Auth0ErrorCode code) {
        assertThat(response.body()).contains("<code>" + code.text() + "</code>");
        assertThat(response.status()).isEqualTo(code.status());
        assertThat(response.isNoStore()).isTrue();
        assertThat(response.header("Location")).isNull();
    }

    @Nested
    class Success {
        @Tag("CB-18")
        @Tag("CB-25")
        @Tag("HC-04")
        @Test
        void handleWhenEverythingIsRightThenASessionAndBackToThePage() {
            LoginFlow.Asked asked = flow.begin("/auth/login?returnTo=/page");
            TestJwts idToken = flow.idToken(asked.nonce()).claim("sid", "sid-1");
            flow.issue(idToken);
            String verifier = flow.transaction(asked).codeVerifier();

            FakeResponse response = flow.callback("code=c-1&state=" + asked.state());

            assertThat(response.status()).isEqualTo(302);
            assertThat(response.header("Location")).isEqualTo(LoginFlow.APP + "/page");
            assertThat(response.isNoStore()).isTrue();
            assertThat(flow.transactionsInFlight()).isEmpty();
            assertThat(flow.provider.received(TOKEN))
                    .singleElement()
                    .satisfies(request -> assertThat(request.form())
                            .containsEntry("code", "c-1")
                            .containsEntry("code_verifier", verifier)
                            .containsEntry("redirect_uri", LoginFlow.APP + "/auth/callback"));
            SessionData session = flow.session().orElseThrow();
            assertThat(session.callerName()).isEqualTo(TestJwts.SUBJECT);
            assertThat(session.groups()).containsExactly("admin");
            assertThat(session.sid()).isEqualTo("sid-1");
            assertThat(session.refreshToken()).isEqualTo("rt");
            assertThat(session.createdAt()).isEqualTo(flow.time.instant());
            Set<String> scopes = Set.of("openid", "profile", "email", "offline_access");
            assertThat(session.accessTokens())
                    .containsExactly(new StoredAccessToken(
                            "at",
                            "Bearer",
                            null,
                            scopes,
                            scopes,
                            flow.time.instant().plusSeconds(600)));
        }

        @Test
        void handleWhenLessIsGrantedThenTheSessionKnowsBoth() {
            LoginFlow.Asked asked = flow.begin("/auth/login");
            flow.issue(Map.of("id_token", flow.idToken(asked.nonce()).build(), "scope", "openid email"));
            flow.callback("code=c&state=" + asked.state());
            StoredAccessToken token =
                    flow.session().orElseThrow().accessTokens().get(0);
            assertThat(token.requestedScopes()).contains("offline_access");
            assertThat(token.grantedScopes()).containsExactlyInAnyOrder("openid", "email");
        }

        @Test
        @Tag("CB-27")
        void handleWhenThreeTabsLogInThenAllSucceedInWhateverOrder() {
            List<LoginFlow.Asked> tabs = List.of(
                    flow.begin("/auth/login?returnTo=/1"),
                    flow.begin("/auth/login?returnTo=/2"),
                    flow.begin("/auth/login?returnTo=/3"));

            for (int tab : new int[] {2, 3, 1}) {
                LoginFlow.Asked asked = tabs.get(tab - 1);
                flow.issue(flow.idToken(asked.nonce()));
                assertThat(flow.callback("code=c&state=" + asked.state()).header("Location"))
                        .isEqualTo(LoginFlow.APP + "/" + tab);
            }
        }

        @Test
        void handleWhenIssIsPromisedAndRightThenASession() {
            promiseIss();
            assertThat(flow.callback("code=c&state=" + flow.begin() + "&iss=" + flow.provider.issuer())
                            .status())
                    .isEqualTo(302);
        }
    }

    private void promiseIss() {
        Map<String, Object> document = flow.provider.metadataDocument();
        document.put("authorization_response_iss_parameter_supported", true);
        flow.provider.on(FakeAuthorizationServer.METADATA, Reply.json(document));
    }

    @Nested
    class State {
        @Test
        @Tag("CB-02")
        void handleWhenThereIsNoneThenRefused() {
            flow.begin();
            assertRefused(flow.callback("code=c"), Auth0ErrorCode.LOGIN_STATE_MISSING);
            assertRefused(flow.callback("code=c&state="), Auth0ErrorCode.LOGIN_STATE_MISSING);
        }

        @ParameterizedTest
        @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "../x", "%00"})
        @Tag("CB-01")
        void handleWhenThisBrowserBeganNoSuchLoginThenRefused(String state) {
            flow.begin();
            assertRefused(flow.callback("code=c&state=" + state), Auth0ErrorCode.LOGIN_STATE_MISMATCH);
            assertThat(flow.transactionsInFlight()).hasSize(1);
            assertThat(flow.provider.received(TOKEN)).isEmpty();
        }

        /** Login CSRF: the attacker's answer, in the victim's browser. */
        @Test
        @Tag("CB-03")
        @Tag("CS-01")
        void handleWhenAnotherBrowserBeganItThenRefused() {
            String state = flow.begin();
            flow.setCookies(RequestCookies.NONE);
            assertRefused(flow.callback("code=c&state=" + state), Auth0ErrorCode.LOGIN_STATE_MISMATCH);
            assertThat(flow.provider.received(TOKEN)).isEmpty();
        }

        @Test
        @Tag("CB-07")
        void handleWhenItTookTooLongThenRefused() {
            String state = flow.begin();
            flow.time.advance(Duration.ofMinutes(10));
            assertRefused(flow.callback("code=c&state=" + state), Auth0ErrorCode.LOGIN_TRANSACTION_EXPIRED);
            assertThat(flow.provider.received(TOKEN)).isEmpty();
        }

        @Test
        void handleWhenItIsTheLastMomentThenTaken() {
            String state = flow.begin();
            flow.time.advance(Duration.ofMinutes(10).minusNanos(1));
            assertThat(flow.callback("code=c&state=" + state).status()).isEqualTo(302);
        }

        @Test
        @Tag("CB-05")
        void handleWhenUsedBeforeThenRefusedThoughTheCookieWasKept() {
            String state = flow.begin();
            RequestCookies kept = flow.browser.cookies();
            flow.callback("code=c&state=" + state);
            flow.setCookies(kept);

            assertRefused(flow.callback("code=c&state=" + state), Auth0ErrorCode.LOGIN_TRANSACTION_USED);

            assertThat(flow.provider.received(TOKEN)).hasSize(1);
        }

        @Test
        @Tag("CB-16")
        void handleWhenStateIsThereTwiceThenRefused() {
            String state = flow.begin();
            assertRefused(
                    flow.callback("code=c&state=" + state + "&state=" + state),
                    Auth0ErrorCode.LOGIN_RESPONSE_MALFORMED);
        }
    }

    @Nested
    class Methods {
        @ParameterizedTest
        @ValueSource(strings = {"HEAD", "POST", "PUT", "OPTIONS"})
        @Tag("CB-22")
        void handleWhenNotGetThenNotAllowedAndNothingIsConsumed(String method) {
            String state = flow.begin();
            FakeResponse response =
                    flow.visit(flow.callbackRoute, FakeRequest.of(method, "/auth/callback?code=c&state=" + state));
            assertThat(response.status()).isEqualTo(405);
            assertThat(response.header("Allow")).isEqualTo("GET");
            assertThat(flow.provider.received(TOKEN)).isEmpty();
            assertThat(flow.callback("code=c&state=" + state).status()).isEqualTo(302);
        }

        @Test
        @Tag("CB-24")
        void handleWhenPrefetchedThenNothingIsConsumed() {
            String state = flow.begin();
            FakeResponse response = flow.visit(
                    flow.callbackRoute,
                    FakeRequest.get("/auth/callback?code=c&state=" + state).header("Sec-Purpose", "prefetch"));
            assertThat(response.status()).isEqualTo(204);
            assertThat(response.setCookies()).isEmpty();
            assertThat(flow.provider.received(TOKEN)).isEmpty();
            assertThat(flow.callback("code=c&state=" + state).status()).isEqualTo(302);
        }
    }

    @Nested
    class Refused {
        @Test
        @Tag("CB-12")
        @Tag("CB-13")
        void handleWhenTheProviderDeniesThenRefusedAndTheLoginIsOver() {
            String state = flow.begin();
            FakeResponse response =
                    flow.callback("error=access_denied&error_description=<script>reflected&state=" + state);
            assertRefused(response, Auth0ErrorCode.LOGIN_DENIED);
            assertThat(response.body()).doesNotContain("reflected");
            assertThat(flow.transactionsInFlight()).isEmpty();
            assertThat(flow.session()).isEmpty();
        }

        @Test
        @Tag("CB-09")
        void handleWhenIssIsPromisedAndMissingThenTheCodeIsNotSent() {
            promiseIss();
            assertRefused(flow.callback("code=c&state=" + flow.begin()), Auth0ErrorCode.LOGIN_ISSUER_MISSING);
            assertThat(flow.provider.received(TOKEN)).isEmpty();
        }

        /** Mix-up: the answer of another provider. */
        @Test
        @Tag("CB-11")
        @Tag("CB-08")
        void handleWhenIssIsAnotherThenTheCodeIsNotSent() {
            String query = "code=c&state=" + flow.begin() + "&iss=https://evil.example/";
            assertRefused(flow.callback(query), Auth0ErrorCode.LOGIN_ISSUER_MISMATCH);
            assertThat(flow.provider.received(TOKEN)).isEmpty();
        }

        @Test
        void handleWhenTheCodeIsRefusedThenNotRepeated() {
            String state = flow.begin();
            flow.provider.on(TOKEN, Reply.error(403, "invalid_grant"));
            assertRefused(flow.callback("code=c&state=" + state), Auth0ErrorCode.SERVER_INVALID_GRANT);
            assertThat(flow.provider.received(TOKEN)).hasSize(1);
        }

        @Test
        void handleWhenThereIsNoIdTokenThenRefused() {
            String state = flow.begin();
            flow.issue(Map.of());
            assertRefused(flow.callback("code=c&state=" + state), Auth0ErrorCode.ID_TOKEN_MISSING);
        }

        @Test
        @Tag("CS-02")
        void handleWhenTheIdTokenIsOfAnotherLoginThenRefused() {
            String state = flow.begin();
            flow.issue(flow.idToken("nonce-of-another-login"));
            assertRefused(flow.callback("code=c&state=" + state), Auth0ErrorCode.ID_TOKEN_NONCE_MISMATCH);
            assertThat(flow.session()).isEmpty();
        }

        @Test
        void handleWhenAtHashIsOfAnotherAccessTokenThenRefused() {
            LoginFlow.Asked asked = flow.begin("/auth/login");
            flow.issue(flow.idToken(asked.nonce()).claim("at_hash", "AAAAAAAAAAAAAAAAAAAAAA"));
            assertRefused(
                    flow.callback("code=c&state=" + asked.state()), Auth0ErrorCode.ID_TOKEN_ACCESS_TOKEN_HASH_MISMATCH);
        }

        @Test
        void handleWhenAnIdentityStoreRefusesThenRefused() {
            for (CredentialValidationResult refusal : new CredentialValidationResult[] {
                CredentialValidationResult.INVALID_RESULT, CredentialValidationResult.NOT_VALIDATED_RESULT
            }) {
                flow.callerResult = refusal;
                assertRefused(flow.callback("code=c&state=" + flow.begin()), Auth0ErrorCode.LOGIN_CALLER_REFUSED);
                assertThat(flow.session()).isEmpty();
            }
        }

        @Test
        void handleWhenTheTokensDoNotFitIntoCookiesThenRefused() {
            LoginFlow.Asked asked = flow.begin("/auth/login");
            flow.issue(Map.of("id_token", flow.idToken(asked.nonce()).build(), "refresh_token", "x".repeat(20_000)));
            assertRefused(flow.callback("code=c&state=" + asked.state()), Auth0ErrorCode.LOGIN_SESSION_TOO_LARGE);
        }

        @Test
        void handleWhenTheProviderIsDownThenAPageThatSaysSo() {
            String state = flow.begin();
            flow.provider.close();
            assertRefused(flow.callback("code=c&state=" + state), Auth0ErrorCode.TRANSPORT_FAILED);
        }

        @Test
        @Tag("CB-21")
        void handleWhenSomebodyIsLoggedInThenTheirSessionStays() {
            flow.logIn();
            SessionData before = flow.session().orElseThrow();

            flow.callback("code=c&state=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
            flow.callback("error=access_denied&state=" + flow.begin());
            String state = flow.begin();
            flow.issue(Map.of());
            flow.callback("code=c&state=" + state);
            flow.callback("code=c");

            assertThat(flow.session()).contains(before);
        }

        /** Some servers give the path of the application as the browser wrote it. */
        @Test
        void handleWhenTheBrowserWritesThePathOddlyThenTheLinkDoesNot() {
            FakeResponse response = flow.visit(
                    flow.callbackRoute, FakeRequest.get("/auth/callback?code=c").context("//evil.example/..;/shop"));
            assertThat(response.body())
                    .contains("href=\"" + LoginFlow.APP + "/auth/login\"")
                    .doesNotContain("evil.example");
        }
    }

    /** Session fixation, and what is left of an earlier caller. */
    @Nested
    class ContainerSession {
        private final FakeHttpSession containerSession = new FakeHttpSession();

        private void callback() {
            String state = flow.begin();
            assertThat(flow.visit(
                                    flow.callbackRoute,
                                    FakeRequest.get("/auth/callback?code=c&state=" + state)
                                            .session(containerSession))
                            .status())
                    .isEqualTo(302);
        }

        @Test
        @Tag("CB-19")
        void handleWhenNobodyWasLoggedInThenANewId() {
            callback();
            assertThat(containerSession.idChanges()).isEqualTo(1);
            assertThat(containerSession.isInvalidated()).isFalse();
        }

        @Test
        void handleWhenTheSameCallerWasLoggedInThenANewId() {
            flow.logIn();
            callback();
            assertThat(containerSession.idChanges()).isEqualTo(1);
            assertThat(containerSession.isInvalidated()).isFalse();
        }

        @Test
        @Tag("CB-20")
        void handleWhenAnotherCallerWasLoggedInThenNothingIsLeft() {
            flow.logIn();
            String earlier = flow.session().orElseThrow().id();
            flow.callerResult = new CredentialValidationResult("another", Set.of("user"));
            LoginFlow.Asked asked = flow.begin("/auth/login");
            flow.issue(Map.of(
                    "id_token",
                    flow.idToken(asked.nonce()).claim("sub", "auth0|b").build(),
                    "access_token",
                    "at-b"));
            flow.visit(
                    flow.callbackRoute,
                    FakeRequest.get("/auth/callback?code=c&state=" + asked.state())
                            .session(containerSession));

            assertThat(containerSession.isInvalidated()).isTrue();
            SessionData session = flow.session().orElseThrow();
            assertThat(session.id()).isNotEqualTo(earlier);
            assertThat(session.login().subject()).isEqualTo("auth0|b");
            assertThat(session.groups()).containsExactly("user");
            assertThat(session.refreshToken()).isNull();
            assertThat(session.accessTokens())
                    .extracting(StoredAccessToken::value)
                    .containsExactly("at-b");
            assertThat(flow.events(LoggedOut.class))
                    .singleElement()
                    .satisfies(event -> assertThat(event.reason()).isEqualTo(LoggedOut.Reason.NEW_LOGIN))
                    .satisfies(event -> assertThat(event.subject()).isEqualTo(TestJwts.SUBJECT));
        }

        @Test
        @Tag("CB-21")
        void handleWhenTheLoginIsRefusedThenAsItWas() {
            flow.callerResult = CredentialValidationResult.INVALID_RESULT;
            String state = flow.begin();
            flow.visit(
                    flow.callbackRoute,
                    FakeRequest.get("/auth/callback?code=c&state=" + state).session(containerSession));
            assertThat(containerSession.idChanges()).isZero();
            assertThat(containerSession.isInvalidated()).isFalse();
        }
    }
}
