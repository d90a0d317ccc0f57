package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ConnectAccountRequest;
import io.github.auth0jakarta.ConnectedAccount;
import io.github.auth0jakarta.InteractionRequiredException;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.connect.ConnectBinding;
import io.github.auth0jakarta.internal.connect.ConnectCompletion;
import io.github.auth0jakarta.internal.connect.ConnectTicket;
import io.github.auth0jakarta.internal.connect.ConnectedAccounts;
import io.github.auth0jakarta.internal.oauth.OAuthErrors;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.web.Answers;
import io.github.auth0jakarta.internal.web.ApplicationAddress;
import io.github.auth0jakarta.internal.web.Query;
import io.github.auth0jakarta.internal.web.RandomValues;
import io.github.auth0jakarta.spi.CallbackHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Connects accounts by way of the browser: remembers each in a cookie as a login in flight, and completes it when the browser
 * comes back to the callback route.
 */
public final class AccountConnections {
    private final String callbackPath;
    private final ApplicationAddress address;
    private final LoginPlaces places;
    private final ConnectedAccounts accounts;
    private final SessionAuthentication sessions;
    private final TransactionCookies transactions;
    private final LoginExtensions extensions;
    private final RandomValues random;
    private final InstantSource clock;

    public AccountConnections(
            Auth0Config.Login config,
            ApplicationAddress address,
            ConnectedAccounts accounts,
            SessionAuthentication sessions,
            TransactionCookies transactions,
            LoginExtensions extensions,
            RandomValues random,
            InstantSource clock) {
        this.callbackPath = config.routes().callback();
        this.address = address;
        this.places = new LoginPlaces(config);
        this.accounts = accounts;
        this.sessions = sessions;
        this.transactions = transactions;
        this.extensions = extensions;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Begins to connect an account to the caller's and returns where the browser has to go for it.
     *
     * @throws io.github.auth0jakarta.Auth0Exception where it cannot begin; no cookie of it has been set then
     */
    public URI begin(HttpServletRequest request, HttpServletResponse response, ConnectAccountRequest wanted) {
        if (response.isCommitted()) {
            throw new LoginException(Auth0ErrorCode.SESSION_NOT_WRITABLE, "the answer has begun already");
        }
        RequestSession session = session(request, response);
        if (session == null) {
            throw new InteractionRequiredException(Auth0ErrorCode.SESSION_MISSING, "nobody is logged in");
        }
        String baseUrl = address.baseUrl(request);
        if (baseUrl == null) {
            throw new LoginException(Auth0ErrorCode.LOGIN_ORIGIN_UNKNOWN, "the request came to an origin not listed");
        }
        Transaction.Afterwards afterwards = new Transaction.Afterwards(
                places.location(baseUrl, wanted.returnTo().orElse(null)),
                wanted.appState(),
                session.data().login().subject());
        String state = LoginKind.CONNECT.state(random.next());
        Pkce pkce = Pkce.generate(random);
        String redirectUri = baseUrl + callbackPath;
        ConnectTicket ticket =
                accounts.start(session, wanted, new ConnectBinding(redirectUri, state, pkce.challenge()));
        Transaction transaction = new Transaction(
                state,
                random.next(),
                pkce.verifier(),
                redirectUri,
                clock.instant(),
                new Transaction.Request("", null, Expectations.NONE),
                afterwards,
                ticket.authSession());
        Answers.setCookies(request, response, cookies(transaction, baseUrl, RequestCookies.of(request.getCookies())));
        return ticket.address();
    }

    private @Nullable RequestSession session(HttpServletRequest request, HttpServletResponse response) {
        return sessions.caller(request, response) == null ? null : RequestSession.of(request);
    }

    private List<String> cookies(Transaction transaction, String baseUrl, RequestCookies carried) {
        return transactions
                .begin(transaction, carried)
                .or(() -> transactions.begin(transaction.withReturnTo(places.defaultLocation(baseUrl)), carried))
                .orElseThrow(() -> new LoginException(
                        Auth0ErrorCode.CONNECT_REQUEST_INVALID, "the request does not fit into a cookie"));
    }

    /** Returns whether a request to the callback route answers a connection, which never comes by a form. */
    public static boolean isAnswer(HttpServletRequest request) {
        Query query = request.getMethod().equals("GET") ? Query.parse(request.getQueryString()) : null;
        String state = query == null ? null : query.value("state");
        return state != null
                && LoginKind.of(state).filter(LoginKind.CONNECT::equals).isPresent();
    }

    /** Completes the connection and returns where the browser goes now. */
    String complete(Query query, Transaction transaction, HttpServletRequest request, HttpServletResponse response) {
        String code = connectCode(query);
        RequestSession session = session(request, response);
        if (session == null
                || !session.data()
                        .login()
                        .subject()
                        .equals(transaction.afterwards().subject())) {
            throw new LoginException(
                    Auth0ErrorCode.CONNECT_CALLER_CHANGED, "the session is not that of the caller who began");
        }
        ConnectedAccount account = accounts.complete(session, completion(transaction, code));
        return place(transaction.afterwards(), account, request);
    }

    private static ConnectCompletion completion(Transaction transaction, String code) {
        String authSession = transaction.authSession();
        String verifier = transaction.codeVerifier();
        if (authSession == null || verifier == null) {
            throw new LoginException(Auth0ErrorCode.CONNECT_RESPONSE_MALFORMED, "it is the state of something else");
        }
        return new ConnectCompletion(authSession, code, transaction.redirectUri(), verifier);
    }

    private static String connectCode(Query query) {
        String error = query.value("error");
        if (error != null) {
            String shown = OAuthErrors.valid(error);
            throw new LoginException(
                    Auth0ErrorCode.CONNECT_DENIED,
                    "the provider answered " + (shown == null ? "an error that is not a code" : shown),
                    shown);
        }
        String code = query.value("connect_code");
        if (code == null) {
            throw new LoginException(Auth0ErrorCode.CONNECT_RESPONSE_MALFORMED, "there is no connect_code");
        }
        return code;
    }

    private String place(Transaction.Afterwards afterwards, ConnectedAccount account, HttpServletRequest request) {
        String place = extensions.connected(
                new CallbackHandler.CompletedConnection(account, afterwards.appState(), afterwards.returnTo()),
                request);
        String baseUrl = address.baseUrl(request);
        return place.equals(afterwards.returnTo()) || baseUrl == null
                ? afterwards.returnTo()
                : places.location(baseUrl, place);
    }
}
