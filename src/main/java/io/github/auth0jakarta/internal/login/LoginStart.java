package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.event.LoginFailed;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.http.FormBody;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.internal.web.Answers;
import io.github.auth0jakarta.internal.web.ApplicationAddress;
import io.github.auth0jakarta.internal.web.ErrorPage;
import io.github.auth0jakarta.internal.web.RandomValues;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Begins a login: remembers it in a cookie and sends the browser to the provider. */
public final class LoginStart {
    private static final Logger LOGGER = System.getLogger(LoginStart.class.getName());

    private final Auth0Config.Login config;
    private final ApplicationAddress address;
    private final LoginPlaces places;
    private final Function<FormBody, String> endpoint;
    private final TransactionCookies transactions;
    private final AuthorizationRequest authorizationRequest;
    private final LoginLoopBreaker breaker;
    private final LoginExtensions extensions;
    private final RandomValues random;
    private final InstantSource clock;

    /**
     * @param endpoint makes the address that the browser is sent to of the request's parameters
     */
    public LoginStart(
            Auth0Config.Login config,
            ApplicationAddress address,
            Function<FormBody, String> endpoint,
            TransactionCookies transactions,
            LoginLoopBreaker breaker,
            LoginExtensions extensions,
            RandomValues random,
            InstantSource clock) {
        this.config = config;
        this.address = address;
        this.places = new LoginPlaces(config);
        this.endpoint = endpoint;
        this.transactions = transactions;
        this.authorizationRequest = new AuthorizationRequest(config.requests().responseMode());
        this.breaker = breaker;
        this.extensions = extensions;
        this.random = random;
        this.clock = clock;
    }

    /**
     * A login that links another account to the caller's, or takes one off.
     *
     * @param subject the caller, who has to come back
     * @param parameters what the request has to have, whatever the options say
     */
    record Linking(String subject, LinkParameters parameters) {}

    /**
     * Begins a login and returns where the browser has to go for it.
     *
     * @throws Auth0Exception where it cannot begin; no cookie has been set then
     */
    public URI begin(HttpServletRequest request, HttpServletResponse response, LoginOptions options) {
        return begin(request, response, options, false, null);
    }

    /** Answers with the redirect to the provider, or with an error page. */
    void answer(HttpServletRequest request, HttpServletResponse response, LoginOptions options) throws IOException {
        answer(request, response, options, false);
    }

    /** Answers the restart of a login that could not be matched, which the browser makes by itself. */
    void answerRestart(HttpServletRequest request, HttpServletResponse response, LoginOptions options)
            throws IOException {
        if (!isLoop(request, response)) {
            answer(request, response, options, true);
        }
    }

    /** Answers a request for a page that needs a login; afterwards the browser comes back to this very request. */
    public void beginAndComeBack(HttpServletRequest request, HttpServletResponse response) throws IOException {
        beginAndComeBack(request, response, LoginOptions.defaults());
    }

    /** Answers a request for a page that needs such a login; afterwards the browser comes back to this very request. */
    public void beginAndComeBack(HttpServletRequest request, HttpServletResponse response, LoginOptions options)
            throws IOException {
        if (!isLoop(request, response)) {
            answer(request, response, here(request, options), false);
        }
    }

    /** Returns options by which the browser comes back to this very request. */
    LoginOptions here(HttpServletRequest request, LoginOptions options) {
        String baseUrl = address.baseUrl(request);
        return baseUrl == null ? options : options.withReturnTo(ApplicationAddress.pathAndQuery(request, baseUrl));
    }

    private boolean isLoop(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean loop = breaker.isLoop(RequestCookies.of(request.getCookies()));
        if (loop) {
            LOGGER.log(Level.WARNING, "A login was not begun: {0}", Auth0ErrorCode.LOGIN_LOOP.text());
            announce(Auth0ErrorCode.LOGIN_LOOP, null);
            ErrorPage.sendWithCause(request, response, Auth0ErrorCode.LOGIN_LOOP);
        }
        return loop;
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, LoginOptions options, boolean restarted)
            throws IOException {
        try {
            Answers.redirect(
                    request,
                    response,
                    begin(request, response, options, restarted, null).toString());
        } catch (Auth0Exception e) {
            LOGGER.log(Level.WARNING, "A login could not begin: {0}", e.getMessage());
            Answers.retryAfter(response, e);
            ErrorPage.send(request, response, e.code(), null);
        }
    }

    /** Begins what {@link LinkedAccounts} wants. */
    URI begin(HttpServletRequest request, HttpServletResponse response, LoginOptions options, Linking linking) {
        return begin(request, response, options, false, linking);
    }

    private URI begin(
            HttpServletRequest request,
            HttpServletResponse response,
            LoginOptions options,
            boolean restarted,
            @Nullable Linking linking) {
        try {
            return send(request, response, extensions.customized(options, request), restarted, linking);
        } catch (Auth0Exception e) {
            announce(e);
            throw e;
        }
    }

    private void announce(Auth0Exception reason) {
        announce(
                reason.code(),
                reason instanceof AuthorizationServerException refused
                        ? refused.error().orElse(null)
                        : null);
    }

    private void announce(Auth0ErrorCode code, @Nullable String error) {
        extensions.events().announce(new LoginFailed(code, error, clock.instant()));
    }

    /**
     * Begins a login by a link that the provider mails to somebody; the login is completed by the callback route as others are.
     * There is no challenge (RFC 7636): the link does not begin at the authorization endpoint. State and nonce bind the answer
     * to this browser all the same.
     *
     * @param mail has the link be sent, given the parameters of the authorization request
     * @throws Auth0Exception where it cannot begin; no cookie has been set then
     */
    public void beginByMail(
            HttpServletRequest request, HttpServletResponse response, LoginOptions options, Consumer<FormBody> mail) {
        try {
            mailed(request, response, extensions.customized(options, request), mail);
        } catch (Auth0Exception e) {
            announce(e);
            throw e;
        }
    }

    private void mailed(
            HttpServletRequest request, HttpServletResponse response, LoginOptions options, Consumer<FormBody> mail) {
        if (options.isPopup()) {
            throw RequestedLogin.invalid("a link in a mail does not open in a window of ours");
        }
        String baseUrl = baseUrl(request, response);
        RequestedLogin requested = RequestedLogin.of(config.client().redirects(), options);
        Transaction transaction =
                transaction(baseUrl, requested, LoginKind.USUAL, afterwards(baseUrl, options, null), false);
        List<String> cookies = cookies(transaction, baseUrl, RequestCookies.of(request.getCookies()));
        mail.accept(authorizationRequest.parameters(requested, transaction.state(), transaction.secrets()));
        Answers.setCookies(request, response, cookies);
    }

    private String baseUrl(HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw new LoginException(Auth0ErrorCode.SESSION_NOT_WRITABLE, "the answer has begun already");
        }
        String baseUrl = address.baseUrl(request);
        if (baseUrl == null) {
            throw new LoginException(Auth0ErrorCode.LOGIN_ORIGIN_UNKNOWN, "the request came to an origin not listed");
        }
        return baseUrl;
    }

    private URI send(
            HttpServletRequest request,
            HttpServletResponse response,
            LoginOptions options,
            boolean restarted,
            @Nullable Linking linking) {
        String baseUrl = baseUrl(request, response);
        RequestedLogin requested = RequestedLogin.of(
                config.client().redirects(),
                linking == null ? options : linking.parameters().over(options));
        Transaction transaction = transaction(
                baseUrl, requested, kind(options, requested, restarted), afterwards(baseUrl, options, linking), true);
        List<String> cookies = cookies(transaction, baseUrl, RequestCookies.of(request.getCookies()));
        URI location = URI.create(
                endpoint.apply(authorizationRequest.parameters(requested, transaction.state(), transaction.secrets())));
        Answers.setCookies(request, response, cookies);
        return location;
    }

    private static LoginKind kind(LoginOptions options, RequestedLogin requested, boolean restarted) {
        if (options.isPopup()) {
            return LoginKind.POPUP;
        }
        if (requested.isSilent()) {
            return LoginKind.SILENT;
        }
        return restarted ? LoginKind.RESTARTED : LoginKind.USUAL;
    }

    private Transaction.Afterwards afterwards(String baseUrl, LoginOptions options, @Nullable Linking linking) {
        int length = options.appState().entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
                .sum();
        if (length > LoginOptions.MAX_APP_STATE) {
            throw RequestedLogin.invalid("the application state is too long");
        }
        return new Transaction.Afterwards(
                places.location(baseUrl, options.returnTo().orElse(null)),
                options.appState(),
                linking == null ? null : linking.subject());
    }

    private Transaction transaction(
            String baseUrl, RequestedLogin requested, LoginKind kind, Transaction.Afterwards afterwards, boolean pkce) {
        return new Transaction(
                kind.state(random.next()),
                random.next(),
                pkce ? random.next() : null,
                baseUrl + config.routes().callback(),
                clock.instant(),
                new Transaction.Request(requested.scope(), requested.audience(), requested.expectations()),
                afterwards);
    }

    /** Rather the default page than no login: the page that was asked for may have a very long address. */
    private List<String> cookies(Transaction transaction, String baseUrl, RequestCookies carried) {
        return transactions
                .begin(transaction, carried)
                .or(() -> transactions.begin(transaction.withReturnTo(places.defaultLocation(baseUrl)), carried))
                .orElseThrow(() -> RequestedLogin.invalid("the options do not fit into a cookie"));
    }
}
