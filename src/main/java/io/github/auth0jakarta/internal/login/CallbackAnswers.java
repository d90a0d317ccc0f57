package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.event.LoginFailed;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.internal.session.Sessions;
import io.github.auth0jakarta.internal.web.Answers;
import io.github.auth0jakarta.internal.web.ApplicationAddress;
import io.github.auth0jakarta.internal.web.ErrorPage;
import io.github.auth0jakarta.internal.web.PopupPage;
import io.github.auth0jakarta.internal.web.RandomValues;
import io.github.auth0jakarta.spi.CallbackHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the browser gets when a login is completed or refused. */
public final class CallbackAnswers {
    private static final Logger LOGGER = System.getLogger(CallbackAnswers.class.getName());

    /** The login is lost, for the back button, a bookmark or a pause; the person has done nothing wrong. */
    private static final Set<Auth0ErrorCode> LOST = Set.of(
            Auth0ErrorCode.LOGIN_STATE_MISMATCH,
            Auth0ErrorCode.LOGIN_TRANSACTION_EXPIRED,
            Auth0ErrorCode.LOGIN_TRANSACTION_USED);

    private final ApplicationAddress address;
    private final LoginPlaces places;
    private final @Nullable String loginPath;
    private final Sessions sessions;
    private final LoginExtensions extensions;
    private final RandomValues random;
    private final InstantSource clock;

    public CallbackAnswers(
            Auth0Config.Login config,
            ApplicationAddress address,
            Sessions sessions,
            LoginExtensions extensions,
            RandomValues random,
            InstantSource clock) {
        this.address = address;
        this.places = new LoginPlaces(config);
        this.loginPath = config.routes().login();
        this.sessions = sessions;
        this.extensions = extensions;
        this.random = random;
        this.clock = clock;
    }

    /**
     * A login that was refused.
     *
     * @param state what the answer brought, null where it brought none
     * @param transaction the login, null where it is not known
     */
    record Refusal(
            Auth0Exception reason,
            @Nullable String state,
            @Nullable Transaction transaction) {

        Auth0ErrorCode code() {
            return reason.code();
        }

        /** Returns the provider's error, where that is the reason. */
        @Nullable
        String error() {
            if (reason instanceof LoginException refused) {
                return refused.error().orElse(null);
            }
            return reason instanceof AuthorizationServerException refused
                    ? refused.error().orElse(null)
                    : null;
        }

        /** Returns the kind of the login; empty where the answer is to none of ours. */
        Optional<LoginKind> kind() {
            return state == null ? Optional.empty() : LoginKind.of(state);
        }

        private CallbackHandler.FailedLogin toFailedLogin() {
            Map<String, String> appState =
                    transaction == null ? Map.of() : transaction.afterwards().appState();
            return new CallbackHandler.FailedLogin(code(), error(), appState);
        }

        @Override
        public String toString() {
            return "Refusal[code=" + code() + "]";
        }
    }

    void completed(HttpServletRequest request, HttpServletResponse response, Transaction transaction, String place)
            throws IOException {
        String baseUrl = address.baseUrl(request);
        if (transaction.kind() == LoginKind.POPUP && baseUrl != null) {
            PopupPage.succeeded(request, response, baseUrl, place, random.next());
        } else {
            Answers.redirect(request, response, place);
        }
    }

    void refused(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        if (isNobodyKnown(refusal)) {
            Answers.redirect(request, response, place(request, refusal));
            return;
        }
        boolean login = !isOf(refusal, LoginKind.CONNECT);
        LOGGER.log(
                Level.WARNING,
                login ? "A login was not completed: {0}" : "An account was not connected: {0}",
                refusal.reason().getMessage());
        if (login) {
            extensions.events().announce(new LoginFailed(refusal.code(), refusal.error(), clock.instant()));
        }
        Answers.retryAfter(response, refusal.reason());
        String baseUrl = address.baseUrl(request);
        if (isOf(refusal, LoginKind.POPUP) && baseUrl != null) {
            PopupPage.failed(request, response, baseUrl, refusal.code(), place(request, refusal), random.next());
        } else if (!extensions.isAnswered(refusal.toFailedLogin(), request, response)) {
            page(request, response, refusal);
        }
    }

    /** The provider's answer to a silent login of somebody it does not know: no failure. */
    private static boolean isNobodyKnown(Refusal refusal) {
        return refusal.code() == Auth0ErrorCode.LOGIN_DENIED && isOf(refusal, LoginKind.SILENT);
    }

    private static boolean isOf(Refusal refusal, LoginKind kind) {
        return refusal.kind().filter(kind::equals).isPresent();
    }

    private void page(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        boolean lost = LOST.contains(refusal.code());
        if (isOf(refusal, LoginKind.CONNECT)) {
            ErrorPage.sendNotConnected(request, response, refusal.code(), place(request, refusal));
        } else if (lost && isLoggedIn(request)) {
            ErrorPage.sendLoggedIn(request, response, refusal.code(), defaultPlace(request));
        } else if (isOf(refusal, LoginKind.SILENT)) {
            ErrorPage.sendGoingOn(request, response, refusal.code(), place(request, refusal));
        } else if (lost && isOf(refusal, LoginKind.USUAL) && loginPath != null) {
            ErrorPage.sendRestarting(request, response, refusal.code(), again(request, refusal, true));
        } else {
            ErrorPage.send(request, response, refusal.code(), again(request, refusal, false));
        }
    }

    private boolean isLoggedIn(HttpServletRequest request) {
        try {
            return sessions.restore(RequestCookies.of(request.getCookies())).isPresent();
        } catch (LoginException e) {
            return false; // where sessions are kept cannot be reached: the page must do without
        }
    }

    private @Nullable String again(HttpServletRequest request, Refusal refusal, boolean restarting) {
        String baseUrl = address.baseUrl(request);
        if (loginPath == null || baseUrl == null) {
            return null;
        }
        StringBuilder link = new StringBuilder(baseUrl).append(loginPath);
        char separator = '?';
        if (restarting) {
            link.append(separator).append(LoginRoute.RESTARTED).append("=1");
            separator = '&';
        }
        Transaction transaction = refusal.transaction();
        if (transaction != null) {
            link.append(separator)
                    .append("returnTo=")
                    .append(URLEncoder.encode(transaction.afterwards().returnTo(), StandardCharsets.UTF_8));
        }
        return link.toString();
    }

    private @Nullable String defaultPlace(HttpServletRequest request) {
        String baseUrl = address.baseUrl(request);
        return baseUrl == null ? null : places.defaultLocation(baseUrl);
    }

    private String place(HttpServletRequest request, Refusal refusal) {
        Transaction transaction = refusal.transaction();
        if (transaction != null) {
            return transaction.afterwards().returnTo();
        }
        String place = defaultPlace(request);
        return place == null ? "/" : place;
    }
}
