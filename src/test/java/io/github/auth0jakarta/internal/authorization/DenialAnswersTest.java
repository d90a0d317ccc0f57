package io.github.auth0jakarta.internal.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.AccessDeniedException;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.Auth0Session;
import io.github.auth0jakarta.InteractionRequiredException;
import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.internal.api.Challenges;
import io.github.auth0jakarta.internal.caller.Caller;
import io.github.auth0jakarta.internal.config.Auth0Config.ApiDpop.Mode;
import io.github.auth0jakarta.internal.web.Challenger;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.FixedTime;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is answered how, once it is clear that the request is not let in. */
class DenialAnswersTest {
    private final AccessDeniedException scopes = new AccessDeniedException(
            Auth0ErrorCode.AUTHORIZATION_SCOPE_MISSING,
            "",
            new LinkedHashSet<>(List.of("read:items")),
            List.of(),
            null);
    private final AccessDeniedException permission =
            new AccessDeniedException(Auth0ErrorCode.AUTHORIZATION_PERMISSION_MISSING, "", Set.of(), List.of(), null);
    private final AccessDeniedException stepUp = new AccessDeniedException(
            Auth0ErrorCode.AUTHORIZATION_STEP_UP_REQUIRED,
            "",
            Set.of(),
            List.of("gold", "platinum"),
            Duration.ofMinutes(5));
    private final InteractionRequiredException anonymous =
            new InteractionRequiredException(Auth0ErrorCode.SESSION_MISSING, "");

    private final FakeResponse response = new FakeResponse();
    private @Nullable LoginOptions begun;

    /** Redirects all but what says that it is a script's. */
    private final class RecordingChallenger implements Challenger {
        @Override
        public boolean redirects(HttpServletRequest request, boolean page) {
            return request.getHeader("X-Requested-With") == null;
        }

        @Override
        public void redirect(HttpServletRequest request, HttpServletResponse answer) {
            redirect(request, answer, LoginOptions.defaults());
        }

        @Override
        public void redirect(HttpServletRequest request, HttpServletResponse answer, LoginOptions options) {
            begun = options;
        }
    }

    private void answer(Auth0Exception refusal, Auth0Session.@Nullable Source source, FakeRequest request)
            throws IOException {
        Optional<Caller> caller = Optional.ofNullable(source)
                .map(known -> new Caller(known, "ada", Set.of(), Map.of(), "token", FixedTime.START));
        new DenialAnswers(() -> caller, new RecordingChallenger(), new Challenges(Mode.ALLOWED, null, any -> null))
                .send(refusal, true, request.servlet(), response.servlet());
    }

    private static FakeRequest script() {
        return FakeRequest.get("/").header("X-Requested-With", "fetch");
    }

    private static FakeRequest navigation() {
        return FakeRequest.get("/");
    }

    @Test
    void sendWhenAnonymousThenLoginOrBareChallenge() throws IOException {
        answer(anonymous, null, navigation());
        assertThat(begun).isEqualTo(LoginOptions.defaults());

        answer(anonymous, null, script());
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.headers("WWW-Authenticate")).containsExactly("Bearer realm=\"api\"", "DPoP algs=\"ES256\"");
    }

    @Test
    @Tag("AC-06")
    void sendWhenAScopeIsMissingThenTheChallengeNamesIt() throws IOException {
        answer(scopes, Auth0Session.Source.ACCESS_TOKEN, navigation().header("Authorization", "Bearer x"));

        assertThat(begun).isNull();
        assertThat(response.status()).isEqualTo(403);
        assertThat(response.headers("WWW-Authenticate"))
                .containsExactly("Bearer realm=\"api\", error=\"insufficient_scope\", scope=\"read:items\"");
        assertThat(response.isNoStore()).isTrue();
    }

    @Test
    @Tag("AC-06")
    void sendWhenTheTokenCameByDpopThenThatScheme() throws IOException {
        answer(scopes, Auth0Session.Source.ACCESS_TOKEN, navigation().header("Authorization", "dpop x"));

        assertThat(response.headers("WWW-Authenticate"))
                .containsExactly("DPoP error=\"insufficient_scope\", scope=\"read:items\", algs=\"ES256\"");
    }

    @Test
    void sendWhenAPermissionIsMissingThenNoChallenge() throws IOException {
        answer(permission, Auth0Session.Source.ACCESS_TOKEN, script());

        assertThat(response.status()).isEqualTo(403);
        assertThat(response.header("WWW-Authenticate")).isNull();
        assertThat(response.body())
                .isEqualTo("{\"error\":\"forbidden\",\"code\":\"authorization.permission_missing\"}");
    }

    @Test
    void sendWhenSomebodyWithASessionWaitsThenAPageWithTheCode() throws IOException {
        answer(scopes, Auth0Session.Source.LOGIN, navigation());

        assertThat(begun).isNull();
        assertThat(response.status()).isEqualTo(403);
        assertThat(response.header("WWW-Authenticate")).isNull();
        assertThat(response.body()).startsWith("<!DOCTYPE html>").contains("authorization.scope_missing");
    }

    @Test
    @Tag("AC-17")
    void sendWhenAStepUpIsNeededThenTheLoginThatWouldDo() throws IOException {
        answer(stepUp, Auth0Session.Source.LOGIN, navigation());

        LoginOptions options = Objects.requireNonNull(begun);
        assertThat(options.acrValues()).containsExactly("gold", "platinum");
        assertThat(options.maxAge()).hasValue(Duration.ofMinutes(5));
    }

    @Test
    @Tag("AC-17")
    void sendWhenAStepUpIsNeededAndAProgramAsksThenAChallenge() throws IOException {
        answer(stepUp, Auth0Session.Source.LOGIN, script());

        assertThat(begun).isNull();
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.headers("WWW-Authenticate"))
                .containsExactly(
                        "Bearer realm=\"api\", error=\"insufficient_user_authentication\","
                                + " acr_values=\"gold platinum\", max_age=\"300\"",
                        "DPoP algs=\"ES256\"");
    }

    @Test
    void refusalWhenWrappedThenFoundAndOtherFailuresAreNot() {
        assertThat(DenialAnswers.refusal(new ServletException(new IllegalStateException(scopes))))
                .hasValue(scopes);
        assertThat(DenialAnswers.refusal(anonymous)).hasValue(anonymous);
        assertThat(DenialAnswers.refusal(
                        new InteractionRequiredException(Auth0ErrorCode.SESSION_REFRESH_TOKEN_MISSING, "")))
                .isEmpty();
        assertThat(DenialAnswers.refusal(new IllegalStateException())).isEmpty();
    }
}
