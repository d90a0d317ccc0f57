package io.github.auth0jakarta.internal.session;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.testing.Browser;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestSessionCookies;
import io.github.auth0jakarta.testing.TestSessions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestSessionTest {
    private final FixedTime time = new FixedTime();
    private final SessionCookies cookies = TestSessionCookies.of(time);
    private final Browser browser = new Browser();

    private SessionData session(int idTokenLength) {
        return TestSessions.of(
                "x".repeat(idTokenLength), List.of(), null, "ada", Set.of(), null, time.instant(), time.instant());
    }

    private FakeRequest request() {
        return FakeRequest.get("/page").cookies(browser.cookies());
    }

    private void logIn(SessionData data) {
        FakeResponse response = new FakeResponse();
        RequestSession.begin(cookies, request().servlet(), response.servlet(), data);
        browser.receive(response.setCookies());
    }

    private SessionData restored() {
        return cookies.restore(browser.cookies()).orElseThrow().data();
    }

    @Test
    void restoreWhenThereIsNoSessionThenNullAndNothingOnTheRequest() {
        FakeRequest request = request();
        assertThat(RequestSession.restore(cookies, request.servlet(), new FakeResponse().servlet(), any -> true))
                .isNull();
        assertThat(RequestSession.of(request.servlet())).isNull();
    }

    @Test
    void restoreWhenThereIsOneThenOnTheRequestAndNoCookieIsSet() {
        logIn(session(100));
        FakeRequest request = request();
        FakeResponse response = new FakeResponse();

        RequestSession.restore(cookies, request.servlet(), response.servlet(), any -> true);

        assertThat(Objects.requireNonNull(RequestSession.of(request.servlet())).data())
                .isEqualTo(session(100));
        assertThat(response.setCookies()).isEmpty();
        assertThat(response.header("Cache-Control")).isNull();
    }

    @Test
    void restoreWhenAWriteIsDueThenWrittenAndKeptOutOfCaches() {
        logIn(session(100));
        time.advance(Duration.ofHours(1));
        FakeResponse response = new FakeResponse();

        RequestSession.restore(cookies, request().servlet(), response.servlet(), any -> true);
        browser.receive(response.setCookies());

        assertThat(restored().updatedAt()).isEqualTo(time.instant());
        assertThat(response.isNoStore()).isTrue();
    }

    @Test
    void restoreWhenAWriteIsDueButTheAnswerHasBegunThenRestoredOnly() {
        logIn(session(100));
        time.advance(Duration.ofHours(1));
        FakeRequest request = request();
        FakeResponse response = new FakeResponse().commit();

        assertThat(RequestSession.restore(cookies, request.servlet(), response.servlet(), any -> true))
                .isNotNull();
        assertThat(Objects.requireNonNull(RequestSession.of(request.servlet())).isWritable())
                .isFalse();
        assertThat(response.setCookies()).isEmpty();
    }

    @Test
    void beginWhenAnotherSessionWasCarriedThenReplacedWithoutLeftovers() {
        logIn(session(9_000));
        SessionData next =
                new SessionData("another-id", session(100).login(), session(100).tokens(), Map.of(), time.instant());
        logIn(next);
        assertThat(restored()).isEqualTo(next);
        assertThat(browser.cookies().namesBeginningWith("")).containsExactly(TestSessionCookies.NAME);
    }

    @Test
    void endWhenCalledThenGoneFromBrowserAndRequest() {
        logIn(session(9_000));
        FakeRequest request = request();
        FakeResponse response = new FakeResponse();
        RequestSession.restore(cookies, request.servlet(), response.servlet(), any -> true);

        RequestSession.end(cookies, request.servlet(), response.servlet());
        browser.receive(response.setCookies());

        assertThat(RequestSession.of(request.servlet())).isNull();
        assertThat(browser.cookies()).isEqualTo(RequestCookies.NONE);
        assertThat(response.isNoStore()).isTrue();
    }

    @Test
    void endWhenTheSessionCannotBeRestoredThenGoneAllTheSame() {
        FakeRequest request = FakeRequest.get("/")
                .cookies(new RequestCookies(List.of(Map.entry(TestSessionCookies.NAME, "garbage"))));
        FakeResponse response = new FakeResponse();
        RequestSession.end(cookies, request.servlet(), response.servlet());
        assertThat(response.setCookies()).singleElement().asString().contains("Max-Age=0");
    }

    @Test
    void writeWhenTooLargeThenRefusedAndAsItWas() {
        logIn(session(100));
        FakeRequest request = request();
        FakeResponse response = new FakeResponse();
        RequestSession.restore(cookies, request.servlet(), response.servlet(), any -> true);
        RequestSession session = Objects.requireNonNull(RequestSession.of(request.servlet()));

        assertRefused(Auth0ErrorCode.LOGIN_SESSION_TOO_LARGE, () -> session.write(old -> session(20_000)));

        assertThat(session.data()).isEqualTo(session(100));
        assertThat(response.setCookies()).isEmpty();
    }

    @Test
    void writeWhenTheSessionShrinksAndGrowsInOneRequestThenTheBrowserHasTheLastOne() {
        logIn(session(9_000));
        FakeRequest request = request();
        FakeResponse response = new FakeResponse();
        RequestSession.restore(cookies, request.servlet(), response.servlet(), any -> true);
        RequestSession session = Objects.requireNonNull(RequestSession.of(request.servlet()));

        session.write(old -> session(100));
        session.write(old -> session(8_000));
        browser.receive(response.setCookies());

        assertThat(restored()).isEqualTo(session(8_000).withVersion(3));
    }

    @Test
    void toStringWhenCalledThenNoToken() {
        logIn(session(100));
        FakeRequest request = request();
        RequestSession.restore(cookies, request.servlet(), new FakeResponse().servlet(), any -> true);
        assertThat(Objects.requireNonNull(RequestSession.of(request.servlet())).toString())
                .startsWith("RequestSession[")
                .doesNotContain("xxx", "ada");
    }
}
