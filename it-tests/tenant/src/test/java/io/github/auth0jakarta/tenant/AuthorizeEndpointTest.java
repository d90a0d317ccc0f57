package io.github.auth0jakarta.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizeEndpointTest {

    private static final TestClock CLOCK = new TestClock();
    private static final Tenant TENANT =
            Tenant.builder().clock(CLOCK).demo(Application.URL).start();

    private final Application application = new Application(TENANT);

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/auth/callback/",
                "http://localhost:8080/auth/callback?x=1",
                "http://LOCALHOST:8080/auth/callback",
                "http://127.0.0.1:8080/auth/callback",
                "http://localhost:8080/auth/callback/../callback",
                "https://attacker.example/"
            })
    void redirectUriMustBeExactAndIsNotUsedOtherwise(String uri) throws Exception {
        Answer answer = application.authorize(Map.of("redirect_uri", uri));
        assertThat(answer.pageError()).isEqualTo("403 unauthorized_client");
        assertThat(answer.location()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"client_id,nobody", "client_id,''", "redirect_uri,''"})
    void whoeverIsUnknownIsNotRedirected(String parameter, String value) throws Exception {
        assertThat(application.authorize(Map.of(parameter, value)).pageError()).isEqualTo("400 invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&redirect_uri=https://attacker.example/", "&client_id=other", "&state=2"})
    void repeatedReturnAddressIsNotUsed(String addition) throws Exception {
        String query = Browser.encode(Application.authorizationParameters(Map.of())) + addition;
        assertThat(application
                        .browser
                        .get(application.at("/authorize") + "?" + query)
                        .pageError())
                .isEqualTo("400 invalid_request");
    }

    @ParameterizedTest
    @CsvSource({
        "response_type,'',invalid_request",
        "response_type,token,unsupported_response_type",
        "response_type,code id_token,unsupported_response_type",
        "response_mode,fragment,invalid_request",
        "scope,'',invalid_scope",
        "scope,profile email,invalid_scope",
        "audience,https://unknown.example,access_denied",
        "code_challenge,'',invalid_request",
        "code_challenge,short,invalid_request",
        "code_challenge_method,'',invalid_request",
        "code_challenge_method,plain,invalid_request",
        "prompt,none login,invalid_request",
        "prompt,sometimes,invalid_request",
        "max_age,-1,invalid_request",
        "max_age,1.5,invalid_request",
        "request,e30.e30.,request_not_supported",
        "request_uri,urn:x,request_uri_not_supported",
        "registration,{},registration_not_supported"
    })
    void otherErrorsGoToTheClientWithStateAndIssuer(String parameter, String value, String error) throws Exception {
        Answer answer = application.authorize(Map.of(parameter, value));
        assertThat(answer.redirectError()).isEqualTo("302 " + error);
        assertThat(answer.location()).startsWith(Application.CALLBACK + "?");
        assertThat(answer.redirected("state")).isEqualTo("state-1");
        assertThat(answer.redirected("iss")).isEqualTo(TENANT.issuer());
        assertThat(answer.redirected("code")).isNull();
    }

    @Test
    void repeatedParameterIsRefused() throws Exception {
        String query = Browser.encode(Application.authorizationParameters(Map.of())) + "&scope=openid";
        assertThat(application
                        .browser
                        .get(application.at("/authorize") + "?" + query)
                        .redirectError())
                .isEqualTo("302 invalid_request");
    }

    @Test
    void stateIsReturnedOnlyWhenSent() throws Exception {
        assertThat(application.logIn(Map.of("state", "")).redirected("state")).isNull();
        assertThat(application.authorize(Map.of("state", "a b&c=d#e")).redirected("state"))
                .isEqualTo("a b&c=d#e");
    }

    @Test
    void requestMayBePosted() throws Exception {
        Answer answer =
                application.browser.post(application.at("/authorize"), Application.authorizationParameters(Map.of()));
        assertThat(answer.hidden("ticket")).isNotBlank();
    }

    @Test
    void promptNoneWithoutSessionAsksForLogin() throws Exception {
        assertThat(application.authorize(Map.of("prompt", "none")).redirectError())
                .isEqualTo("302 login_required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "select_account", "login consent"})
    void promptShowsTheFormInSpiteOfASession(String prompt) throws Exception {
        application.code();
        assertThat(application.authorize(Map.of("prompt", prompt)).hidden("ticket"))
                .isNotBlank();
    }

    @Test
    void maxAgeIsCountedFromTheLogin() throws Exception {
        application.code();
        CLOCK.advance(Duration.ofSeconds(60));
        assertThat(application.authorize(Map.of("max_age", "60")).code()).isNotBlank();
        CLOCK.advance(Duration.ofSeconds(1));
        assertThat(application.authorize(Map.of("max_age", "60")).hidden("ticket"))
                .isNotBlank();
        assertThat(application
                        .authorize(Map.of("max_age", "60", "prompt", "none"))
                        .redirectError())
                .isEqualTo("302 login_required");
    }

    @Test
    void maxAgeZeroAlwaysAsks() throws Exception {
        application.code();
        assertThat(application.authorize(Map.of("max_age", "0")).hidden("ticket"))
                .isNotBlank();
    }

    @Test
    void sessionEndsWithItsLifetime() throws Exception {
        application.code();
        CLOCK.advance(Duration.ofDays(3));
        assertThat(application.authorize(Map.of("prompt", "none")).redirectError())
                .isEqualTo("302 login_required");
    }

    @Test
    void wrongPasswordShowsTheFormAgainAndTheRightOneStillWorks() throws Exception {
        Answer form = application.authorize(Map.of());
        Answer again = application.submit(form, Demo.ALICE_EMAIL, "wrong");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body()).contains("Wrong email or password", "value=\"" + Demo.ALICE_EMAIL + "\"");
        assertThat(again.header("Set-Cookie")).isEmpty();
        assertThat(application
                        .submit(again, Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD)
                        .code())
                .isNotBlank();
    }

    @Test
    void anotherUsersPasswordIsWrong() throws Exception {
        Answer again = application.submit(application.authorize(Map.of()), Demo.ALICE_EMAIL, Demo.BOB_PASSWORD);
        assertThat(again.body()).contains("Wrong email or password");
    }

    @Test
    void denyGoesBackWithAccessDenied() throws Exception {
        Answer form = application.authorize(Map.of());
        Answer answer = application.browser.post(
                application.at("/u/login"), Map.of("ticket", form.hidden("ticket"), "deny", "1"));
        assertThat(answer.redirectError()).isEqualTo("302 access_denied");
        assertThat(answer.redirected("state")).isEqualTo("state-1");
    }

    @Test
    void formWorksOnceAndForTenMinutes() throws Exception {
        Answer form = application.authorize(Map.of());
        application.submit(form, Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD);
        assertThat(application
                        .submit(form, Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD)
                        .pageError())
                .isEqualTo("400 invalid_request");
        Answer late = new Application(TENANT).authorize(Map.of());
        CLOCK.advance(Duration.ofMinutes(10));
        assertThat(application
                        .submit(late, Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD)
                        .pageError())
                .isEqualTo("400 invalid_request");
    }

    @Test
    void loginReplacesTheSessionOfTheBrowser() throws Exception {
        String first = application.logIn(Map.of()).header("Set-Cookie");
        Answer form = application.authorize(Map.of("prompt", "login"));
        String second =
                application.submit(form, Demo.BOB_EMAIL, Demo.BOB_PASSWORD).header("Set-Cookie");
        assertThat(second).isNotEqualTo(first);
        Answer old = new Browser()
                .send(Browser.request(application.at("/authorize") + "?"
                                + Browser.encode(Application.authorizationParameters(Map.of("prompt", "none"))))
                        .header("Cookie", first.substring(0, first.indexOf(';'))));
        assertThat(old.redirectError()).isEqualTo("302 login_required");
    }
}
