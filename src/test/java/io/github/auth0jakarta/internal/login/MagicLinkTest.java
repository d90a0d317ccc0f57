package io.github.auth0jakarta.internal.login;

import static io.github.auth0jakarta.testing.FakeAuthorizationServer.TOKEN;
import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.event.LoginFailed;
import io.github.auth0jakarta.internal.http.FormBody;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.Parameters;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A login by a link in a mail: state and nonce as ever, and no challenge. */
class MagicLinkTest {
    private final LoginFlow flow = new LoginFlow();

    @AfterEach
    void stop() {
        flow.close();
    }

    private FakeResponse begin(LoginOptions options, Consumer<FormBody> mail) {
        FakeResponse response = new FakeResponse();
        flow.start.beginByMail(
                FakeRequest.get("/page").cookies(flow.browser.cookies()).servlet(), response.servlet(), options, mail);
        flow.browser.receive(response.setCookies());
        return response;
    }

    private Map<String, String> mailed(LoginOptions options) {
        AtomicReference<FormBody> mail = new AtomicReference<>(new FormBody());
        begin(options, mail::set);
        return Parameters.of(Objects.requireNonNull(mail.get()).encoded());
    }

    @Test
    void parametersWhenMailedThenTheseAndNoChallenge() {
        Map<String, String> parameters = mailed(LoginOptions.defaults().withAudience("https://api.example"));
        assertThat(parameters)
                .containsOnlyKeys("response_type", "redirect_uri", "state", "nonce", "scope", "audience")
                .containsEntry("response_type", "code")
                .containsEntry("redirect_uri", LoginFlow.APP + "/auth/callback")
                .containsEntry("scope", "openid profile email offline_access");
    }

    @Test
    void callbackWhenTheLinkIsFollowedThenLoggedInWithoutAVerifier() {
        Map<String, String> parameters = mailed(LoginOptions.defaults().withReturnTo("/inbox"));
        flow.issue(flow.idToken(String.valueOf(parameters.get("nonce"))));
        FakeResponse done = flow.callback("code=c&state=" + parameters.get("state"));
        assertThat(done.header("Location")).isEqualTo(LoginFlow.APP + "/inbox");
        assertThat(flow.provider.received(TOKEN).get(0).form())
                .containsEntry("code", "c")
                .doesNotContainKey("code_verifier");
        assertThat(flow.session()).isPresent();
    }

    @Test
    @Tag("IT-10")
    void callbackWhenTheNonceIsOfAnotherLoginThenRefused() {
        Map<String, String> parameters = mailed(LoginOptions.defaults());
        flow.issue(flow.idToken("another"));
        flow.callback("code=c&state=" + parameters.get("state"));
        assertThat(flow.session()).isEmpty();
    }

    @Test
    void beginWhenNothingWasMailedThenNoCookie() {
        AuthorizationServerException refusal =
                new AuthorizationServerException(Auth0ErrorCode.PASSWORDLESS_REFUSED, "no", 400, null);
        assertRefused(
                Auth0ErrorCode.PASSWORDLESS_REFUSED,
                () -> begin(LoginOptions.defaults(), parameters -> {
                    throw refusal;
                }));
        assertThat(flow.browser.cookies().namesBeginningWith("")).isEmpty();
        assertThat(flow.events(LoginFailed.class)).hasSize(1);
    }

    @Test
    void beginWhenItIsToOpenInAWindowOfItsOwnThenRefused() {
        assertRefused(
                Auth0ErrorCode.LOGIN_OPTIONS_INVALID,
                () -> begin(LoginOptions.defaults().inPopup(), parameters -> {}));
    }
}
