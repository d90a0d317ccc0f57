package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.event.ReplayDetected;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.internal.web.Answers;
import io.github.auth0jakarta.internal.web.Query;
import io.github.auth0jakarta.internal.web.Route;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The callback route: matches the answer with a login, or the connection of an account, that this browser began, and
 * completes that once.
 *
 * <p>A refused answer leaves an existing session as it was.
 */
public final class CallbackRoute implements Route {
    private final TransactionCookies transactions;
    private final UsedTransactions used;
    private final Duration lifetime;
    private final LoginCompletion completion;
    private final AccountConnections connections;
    private final CallbackAnswers answers;
    private final LoginLoopBreaker breaker;
    private final LoginExtensions extensions;
    private final InstantSource clock;

    /**
     * @param lifetime how long a login may take
     */
    public CallbackRoute(
            TransactionCookies transactions,
            Duration lifetime,
            LoginCompletion completion,
            AccountConnections connections,
            CallbackAnswers answers,
            LoginLoopBreaker breaker,
            LoginExtensions extensions,
            InstantSource clock) {
        this.transactions = transactions;
        this.used = new UsedTransactions(lifetime);
        this.lifetime = lifetime;
        this.completion = completion;
        this.connections = connections;
        this.answers = answers;
        this.breaker = breaker;
        this.extensions = extensions;
        this.clock = clock;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String state = null;
        Transaction transaction = null;
        try {
            Query query = CallbackParameters.of(request);
            state = query.value("state");
            transaction = transaction(state, RequestCookies.of(request.getCookies()));
            take(transaction, request, response);
            String place = transaction.kind() == LoginKind.CONNECT
                    ? connections.complete(query, transaction, request, response)
                    : completion.complete(query, transaction, request, response);
            answers.completed(request, response, transaction, place);
        } catch (Auth0Exception e) {
            answers.refused(request, response, new CallbackAnswers.Refusal(e, state, transaction));
        }
    }

    /** Uses the login up, whatever becomes of it now. */
    private void take(Transaction transaction, HttpServletRequest request, HttpServletResponse response) {
        String counted = breaker.count(RequestCookies.of(request.getCookies()));
        Answers.setCookies(request, response, List.of(transactions.end(transaction), counted));
        if (!clock.instant().isBefore(transaction.startedAt().plus(lifetime))) {
            throw new LoginException(Auth0ErrorCode.LOGIN_TRANSACTION_EXPIRED, "the login took too long");
        }
        if (!used.use(transaction.state())) {
            extensions
                    .events()
                    .announce(new ReplayDetected(ReplayDetected.Kind.AUTHORIZATION_RESPONSE, clock.instant()));
            throw new LoginException(Auth0ErrorCode.LOGIN_TRANSACTION_USED, "the answer was used before");
        }
    }

    private Transaction transaction(@Nullable String state, RequestCookies cookies) {
        if (state == null) {
            throw new LoginException(Auth0ErrorCode.LOGIN_STATE_MISSING, "the answer has no state");
        }
        Transaction transaction = transactions.find(state, cookies);
        if (transaction == null) {
            throw new LoginException(Auth0ErrorCode.LOGIN_STATE_MISMATCH, "this browser began no such login");
        }
        return transaction;
    }
}
