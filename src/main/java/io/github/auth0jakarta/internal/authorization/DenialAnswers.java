package io.github.auth0jakarta.internal.authorization;

import io.github.auth0jakarta.AccessDeniedException;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.Auth0Session;
import io.github.auth0jakarta.InteractionRequiredException;
import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.internal.api.Challenge;
import io.github.auth0jakarta.internal.api.Challenges;
import io.github.auth0jakarta.internal.caller.Caller;
import io.github.auth0jakarta.internal.web.Challenger;
import io.github.auth0jakarta.internal.web.ErrorPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers requests that were not let in: people by a login or a page, programs by a challenge. */
public final class DenialAnswers {
    private static final int DEEPEST_CAUSE = 16;

    private final Supplier<Optional<Caller>> caller;
    private final @Nullable Challenger challenger;
    private final DenialChallenges challenges;

    DenialAnswers(Supplier<Optional<Caller>> caller, @Nullable Challenger challenger, Challenges challenges) {
        this.caller = caller;
        this.challenger = challenger;
        this.challenges = new DenialChallenges(challenges);
    }

    /** Returns the refusal that a failure is or was caused by; empty where it is another failure. */
    public static Optional<Auth0Exception> refusal(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (isRefusal(cause)) {
                return Optional.of((Auth0Exception) cause);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof AccessDeniedException
                || (failure instanceof InteractionRequiredException interaction
                        && interaction.code() == Auth0ErrorCode.SESSION_MISSING);
    }

    /** Answers a request, whoever it comes from. */
    public void send(Auth0Exception refusal, boolean page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!sendToPerson(refusal, page, request, response)) {
            challenge(refusal, request).send(request, response);
        }
    }

    /**
     * Answers a request that a person waits for, and returns whether it was one. One with an access token never is.
     *
     * @param page whether what was asked for is a page, for requests that do not tell
     */
    boolean sendToPerson(Auth0Exception refusal, boolean page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (challenger == null || isByAccessToken() || !challenger.redirects(request, page)) {
            return false;
        }
        if (!(refusal instanceof AccessDeniedException denied)) {
            challenger.redirect(request, response);
        } else if (denied.code() == Auth0ErrorCode.AUTHORIZATION_STEP_UP_REQUIRED) {
            challenger.redirect(request, response, stepUp(denied));
        } else {
            ErrorPage.sendDenied(request, response, denied.code());
        }
        return true;
    }

    private static LoginOptions stepUp(AccessDeniedException denied) {
        LoginOptions options = LoginOptions.defaults();
        if (!denied.acrValues().isEmpty()) {
            options = options.withAcrValues(denied.acrValues().toArray(String[]::new));
        }
        return denied.maxAge().map(options::withMaxAge).orElse(options);
    }

    /** Returns the answer to a program. */
    Challenge challenge(Auth0Exception refusal, HttpServletRequest request) {
        return refusal instanceof AccessDeniedException denied
                ? challenges.denial(request, denied, isByAccessToken())
                : challenges.missingCredentials(request);
    }

    private boolean isByAccessToken() {
        return caller.get()
                .filter(current -> current.source() == Auth0Session.Source.ACCESS_TOKEN)
                .isPresent();
    }
}
