package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.PendingAuthorization;
import io.github.auth0jakarta.TokenSet;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.config.Origins;
import io.github.auth0jakarta.internal.oauth.AuthorizationEndpoint;
import io.github.auth0jakarta.internal.oauth.IdTokenValidator;
import io.github.auth0jakarta.internal.oauth.ProviderMetadataSource;
import io.github.auth0jakarta.internal.oauth.Scopes;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.oauth.TokenPurpose;
import io.github.auth0jakarta.internal.oauth.TokenSets;
import io.github.auth0jakarta.internal.web.Query;
import io.github.auth0jakarta.internal.web.RandomValues;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The authorization code flow without a session: what has to be remembered of a login goes to the caller, and comes back
 * from there with the answer. The rules are those of a login by the routes; they are the same classes.
 */
public final class CodeFlow {
    /** What the answer is compared with; the rest of a request is of no use any more once it was sent. */
    private static final Set<String> REMEMBERED = Set.of("scope", "audience", "organization", "max_age", "acr_values");

    private final Auth0Config.Redirects config;
    private final boolean insecureAllowed;
    private final AuthorizationRequest request = new AuthorizationRequest(Auth0Config.Requests.ResponseMode.QUERY);
    private final AuthorizationEndpoint endpoint;
    private final CodeExchange exchange;
    private final TokenSets sets;
    private final RandomValues random;

    /**
     * @param insecureAllowed whether a redirect URI may be http, on the loopback interface
     */
    public CodeFlow(
            Auth0Config.Redirects config,
            boolean insecureAllowed,
            AuthorizationEndpoint endpoint,
            Exchange exchange,
            RandomValues random) {
        this.config = config;
        this.insecureAllowed = insecureAllowed;
        this.endpoint = endpoint;
        this.exchange = new CodeExchange(exchange.metadata(), exchange.tokenEndpoint(), exchange.idTokens());
        this.sets = exchange.sets();
        this.random = random;
    }

    /** What exchanges codes. */
    public record Exchange(
            ProviderMetadataSource metadata, TokenEndpoint tokenEndpoint, IdTokenValidator idTokens, TokenSets sets) {}

    /**
     * Begins a login.
     *
     * @throws LoginException {@code login.options_invalid}
     * @throws io.github.auth0jakarta.Auth0Exception as {@link AuthorizationEndpoint#address}
     */
    public PendingAuthorization begin(URI redirectUri, LoginOptions options) {
        checkRedirectUri(redirectUri);
        checkStateless(options);
        RequestedLogin requested = RequestedLogin.of(config, options);
        String nonce = random.next();
        String codeVerifier = random.next();
        CodeExchange.Secrets secrets = new CodeExchange.Secrets(redirectUri.toString(), nonce, codeVerifier);
        String state = random.next();
        String address = endpoint.address(request.parameters(requested, state, secrets));
        return new PendingAuthorization(
                URI.create(address), redirectUri, state, nonce, codeVerifier, remembered(requested.parameters()));
    }

    /** Begins to link an account of a connection to that of an ID token. */
    public PendingAuthorization link(
            URI redirectUri, String connection, String connectionScope, String idToken, LoginOptions options) {
        return begin(
                redirectUri,
                LinkParameters.link(connection, connectionScope, idToken).over(options));
    }

    /** Begins to take the account of a connection off that of an ID token. */
    public PendingAuthorization unlink(URI redirectUri, String connection, String idToken, LoginOptions options) {
        return begin(redirectUri, LinkParameters.unlink(connection, idToken).over(options));
    }

    /**
     * Returns the tokens of a login that has come back.
     *
     * @param callback the address that the browser came to, of which the query alone matters
     * @throws LoginException {@code login.response_malformed}, {@code login.state_missing}, {@code login.state_mismatch} and
     *     what else speaks against the answer
     * @throws io.github.auth0jakarta.Auth0Exception as {@link CodeExchange#exchange}
     */
    public TokenSet complete(URI callback, PendingAuthorization pending) {
        Query response = Query.parse(callback.getRawQuery());
        if (response == null) {
            throw new LoginException(
                    Auth0ErrorCode.LOGIN_RESPONSE_MALFORMED, "the answer cannot be read, or has a parameter twice");
        }
        checkState(response.value("state"), pending.state());
        RequestedLogin requested = RequestedLogin.remembered(pending.checked());
        CodeExchange.Exchanged exchanged = exchange.exchange(
                response,
                new CodeExchange.Secrets(pending.redirectUri().toString(), pending.nonce(), pending.codeVerifier()),
                requested.expectations());
        return sets.of(
                exchanged.tokens(),
                new TokenPurpose(requested.audience(), Scopes.parse(requested.scope())),
                exchanged.idToken());
    }

    private static void checkState(@Nullable String state, String expected) {
        if (state == null) {
            throw new LoginException(Auth0ErrorCode.LOGIN_STATE_MISSING, "the answer has no state");
        }
        if (!MessageDigest.isEqual(state.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8))) {
            throw new LoginException(Auth0ErrorCode.LOGIN_STATE_MISMATCH, "the answer is to another login");
        }
    }

    /** A query would come back among the parameters of the answer, so that nobody could tell them apart. */
    private void checkRedirectUri(URI redirectUri) {
        String fault = Origins.fault(redirectUri, insecureAllowed);
        if (fault != null) {
            throw RequestedLogin.invalid("the redirect URI " + fault);
        }
        if (redirectUri.getHost() == null
                || redirectUri.getRawUserInfo() != null
                || redirectUri.getRawQuery() != null
                || redirectUri.getRawFragment() != null) {
            throw RequestedLogin.invalid("the redirect URI has more or less than scheme, host, port and path");
        }
    }

    /** What only a session could keep would be lost without a word. */
    private static void checkStateless(LoginOptions options) {
        if (options.returnTo().isPresent() || !options.appState().isEmpty() || options.isPopup()) {
            throw RequestedLogin.invalid("a place to return to, application state and a popup are for LoginService");
        }
    }

    private static Map<String, String> remembered(Map<String, String> parameters) {
        Map<String, String> remembered = new TreeMap<>(parameters);
        remembered.keySet().retainAll(REMEMBERED);
        return remembered;
    }
}
