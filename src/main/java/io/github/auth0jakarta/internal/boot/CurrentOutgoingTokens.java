package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.AccessTokenRequest;
import io.github.auth0jakarta.AccessTokenService;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Session;
import io.github.auth0jakarta.ConfigurationException;
import io.github.auth0jakarta.InteractionRequiredException;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.client.OutgoingTokens;
import io.github.auth0jakarta.internal.caller.Caller;
import io.github.auth0jakarta.internal.dpop.DpopClient;
import io.github.auth0jakarta.internal.exchange.OnBehalfOf;
import io.github.auth0jakarta.internal.http.HttpAnswer;
import io.github.auth0jakarta.internal.oauth.Scopes;
import io.github.auth0jakarta.internal.oauth.TokenType;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tokens for outgoing requests on behalf of the caller whom the container knows. */
final class CurrentOutgoingTokens implements OutgoingTokens {
    private final PropagationOrigins origins;
    private final Supplier<@Nullable Caller> caller;
    private final AccessTokenService ofLogin;
    private final @Nullable OnBehalfOf onBehalfOf;
    private final @Nullable DpopClient dpop;

    /**
     * @param ofLogin the tokens of the session
     * @param onBehalfOf null where the application is no client of the provider
     * @param dpop what tokens are bound with, null where they are not
     */
    CurrentOutgoingTokens(
            PropagationOrigins origins,
            Supplier<@Nullable Caller> caller,
            AccessTokenService ofLogin,
            @Nullable OnBehalfOf onBehalfOf,
            @Nullable DpopClient dpop) {
        this.origins = origins;
        this.caller = caller;
        this.ofLogin = ofLogin;
        this.onBehalfOf = onBehalfOf;
        this.dpop = dpop;
    }

    @Override
    public boolean isAllowed(URI address) {
        return origins.isAllowed(address);
    }

    @Override
    public AccessToken ofCaller() {
        Caller current = requireCaller();
        if (current.source() == Auth0Session.Source.LOGIN) {
            return ofLogin.accessToken();
        }
        if (current.claims().containsKey("cnf")) {
            throw bound("the caller's access token is bound to the caller's key");
        }
        Object scope = current.claims().get("scope");
        return new AccessToken(
                current.token(),
                TokenType.BEARER.text(),
                null,
                scope instanceof String text ? Scopes.parse(text) : Set.of(),
                current.expiresAt());
    }

    @Override
    public AccessToken forAudience(String audience, Set<String> scopes) {
        Caller current = requireCaller();
        if (current.source() == Auth0Session.Source.LOGIN) {
            return ofLogin.accessToken(AccessTokenRequest.of(audience, scopes));
        }
        if (onBehalfOf == null) {
            throw new ConfigurationException(
                    Auth0ErrorCode.PROPAGATION_CLIENT_MISSING, "an access token cannot be exchanged without a client");
        }
        return onBehalfOf.get(
                () -> new OnBehalfOf.CallersToken(
                        current.token(), String.valueOf(current.claims().get("sub"))),
                audience,
                scopes);
    }

    @Override
    public Map<String, String> headers(AccessToken token, String method, URI address) {
        if (!isAllowed(address)) {
            return Map.of();
        }
        return isBound(token)
                ? boundHeaders(token, requireDpop().proof(method, address, token.value()))
                : Map.of("Authorization", TokenType.BEARER.text() + " " + token.value());
    }

    @Override
    public Optional<Map<String, String>> headersAfter(
            int status, Map<String, List<String>> answerHeaders, AccessToken token, String method, URI address) {
        if (!isBound(token) || !isAllowed(address)) {
            return Optional.empty();
        }
        Map<String, List<String>> inAnyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        inAnyCase.putAll(answerHeaders);
        HttpAnswer answer = new HttpAnswer(status, inAnyCase, new byte[0], null);
        return requireDpop()
                .proofAfter(answer, method, address, token.value())
                .map(proof -> boundHeaders(token, proof));
    }

    private Caller requireCaller() {
        Caller current = caller.get();
        if (current == null) {
            throw new InteractionRequiredException(Auth0ErrorCode.SESSION_MISSING, "nobody is logged in");
        }
        return current;
    }

    private DpopClient requireDpop() {
        if (dpop == null) {
            throw bound("the access token is bound to a key, and there is none to prove it with");
        }
        return dpop;
    }

    private static boolean isBound(AccessToken token) {
        return token.type().equalsIgnoreCase(TokenType.DPOP.text());
    }

    private static Map<String, String> boundHeaders(AccessToken token, String proof) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", TokenType.DPOP.text() + " " + token.value());
        headers.put("DPoP", proof);
        return headers;
    }

    private static TokenValidationException bound(String what) {
        return new TokenValidationException(Auth0ErrorCode.PROPAGATION_TOKEN_BOUND, what);
    }
}
