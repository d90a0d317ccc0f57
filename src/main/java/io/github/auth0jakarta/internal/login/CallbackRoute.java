package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.internal.web.Answers;
import io.github.auth0jakarta.internal.web.ApplicationAddress;
import io.github.auth0jakarta.internal.web.ErrorPage;
import io.github.auth0jakarta.internal.web.Query;
import io.github.auth0jakarta.internal.web.Route;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The callback route: matches the answer with a login of this browser, and completes that login once.
 *
 * <p>A refused answer leaves an existing session as it was.
 */
public final class CallbackRoute implements Route {
    private static final Logger LOGGER = System.getLogger(CallbackRoute.class.getName());

    private final TransactionCookies transactions;
    private final UsedTransactions used;
    private final Duration lifetime;
    private final LoginCompletion completion;
    private final ApplicationAddress address;
    private final @Nullable String loginPath;
    private final InstantSource clock;

    /**
     * @param lifetime how long a login may take
     * @param loginPath where the error page's link leads, null for no link
     */
    public CallbackRoute(
            TransactionCookies transactions,
            Duration lifetime,
            LoginCompletion completion,
            ApplicationAddress address,
            @Nullable String loginPath,
            InstantSource clock) {
        this.transactions = transactions;
        this.used = new UsedTransactions(lifetime);
        this.lifetime = lifetime;
        this.completion = completion;
        this.address = address;
        this.loginPath = loginPath;
        this.clock = clock;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Answers.redirect(request, response, complete(request, response));
        } catch (Auth0Exception e) {
            LOGGER.log(Level.WARNING, "A login was not completed: {0}", e.getMessage());
            ErrorPage.send(request, response, e.code(), loginAddress(request));
        }
    }

    private @Nullable String loginAddress(HttpServletRequest request) {
        String baseUrl = address.baseUrl(request);
        return loginPath == null || baseUrl == null ? null : baseUrl + loginPath;
    }

    /** Returns where the browser goes now. */
    private String complete(HttpServletRequest request, HttpServletResponse response) {
        Query query = Query.parse(request.getQueryString());
        if (query == null) {
            throw new LoginException(Auth0ErrorCode.LOGIN_RESPONSE_MALFORMED, "the query cannot be read");
        }
        Transaction transaction = transaction(query, RequestCookies.of(request.getCookies()));
        Answers.setCookies(request, response, List.of(transactions.end(transaction)));
        if (!used.use(transaction.state())) {
            throw new LoginException(Auth0ErrorCode.LOGIN_TRANSACTION_USED, "the answer was used before");
        }
        completion.complete(query, transaction, request, response);
        return transaction.returnTo();
    }

    private Transaction transaction(Query query, RequestCookies cookies) {
        String state = query.value("state");
        if (state == null) {
            throw new LoginException(Auth0ErrorCode.LOGIN_STATE_MISSING, "the answer has no state");
        }
        Transaction transaction = transactions.find(state, cookies);
        if (transaction == null) {
            throw new LoginException(Auth0ErrorCode.LOGIN_STATE_MISMATCH, "this browser began no such login");
        }
        if (!clock.instant().isBefore(transaction.startedAt().plus(lifetime))) {
            throw new LoginException(Auth0ErrorCode.LOGIN_TRANSACTION_EXPIRED, "the login took too long");
        }
        return transaction;
    }
}
