package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.oauth.ProviderMetadataSource;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.internal.web.Answers;
import io.github.auth0jakarta.internal.web.ApplicationAddress;
import io.github.auth0jakarta.internal.web.ErrorPage;
import io.github.auth0jakarta.internal.web.RandomValues;
import io.github.auth0jakarta.internal.web.ReturnTo;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Begins a login: remembers it in a cookie and sends the browser to the provider. */
public final class LoginStart {
    private static final Logger LOGGER = System.getLogger(LoginStart.class.getName());

    private final Auth0Config.Login config;
    private final ApplicationAddress address;
    private final ProviderMetadataSource metadata;
    private final TransactionCookies transactions;
    private final AuthorizationRequest authorizationRequest;
    private final RandomValues random;
    private final InstantSource clock;

    public LoginStart(
            Auth0Config.Login config,
            ApplicationAddress address,
            ProviderMetadataSource metadata,
            TransactionCookies transactions,
            RandomValues random,
            InstantSource clock) {
        this.config = config;
        this.address = address;
        this.metadata = metadata;
        this.transactions = transactions;
        this.authorizationRequest = new AuthorizationRequest(config);
        this.random = random;
        this.clock = clock;
    }

    /**
     * Answers with the redirect, or with an error page where the provider's metadata cannot be had.
     *
     * @param returnTo where the browser goes after the login; anything unsafe, or null, stands for the application's root
     */
    public void begin(HttpServletRequest request, HttpServletResponse response, @Nullable String returnTo)
            throws IOException {
        begin(request, response, address.baseUrl(request), returnTo);
    }

    /** Answers like {@link #begin}; after the login the browser comes back to this very request. */
    public void beginAndComeBack(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String baseUrl = address.baseUrl(request);
        String here = baseUrl == null ? null : ApplicationAddress.pathAndQuery(request, baseUrl);
        begin(request, response, baseUrl, here);
    }

    private void begin(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable String baseUrl,
            @Nullable String returnTo)
            throws IOException {
        if (baseUrl == null) {
            ErrorPage.send(request, response, Auth0ErrorCode.LOGIN_ORIGIN_UNKNOWN, null);
            return;
        }
        try {
            Transaction transaction = transaction(baseUrl, returnTo);
            String location = authorizationRequest.address(metadata.get().authorizationEndpoint(), transaction);
            Answers.setCookies(
                    request, response, transactions.begin(transaction, RequestCookies.of(request.getCookies())));
            Answers.redirect(request, response, location);
        } catch (Auth0Exception e) {
            LOGGER.log(Level.WARNING, "A login could not begin: {0}", e.getMessage());
            ErrorPage.send(request, response, e.code(), null);
        }
    }

    private Transaction transaction(String baseUrl, @Nullable String returnTo) {
        return new Transaction(
                random.next(),
                random.next(),
                random.next(),
                new ReturnTo(URI.create(baseUrl), Set.copyOf(config.routes().all()), Set.of()).location(returnTo),
                baseUrl + config.routes().callback(),
                clock.instant());
    }
}
