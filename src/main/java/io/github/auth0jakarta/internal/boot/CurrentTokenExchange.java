package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.AccessTokenRequest;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Session;
import io.github.auth0jakarta.ConfigurationException;
import io.github.auth0jakarta.ConnectionToken;
import io.github.auth0jakarta.ConnectionTokenRequest;
import io.github.auth0jakarta.ExchangedToken;
import io.github.auth0jakarta.InteractionRequiredException;
import io.github.auth0jakarta.SessionTransferRequest;
import io.github.auth0jakarta.SessionTransferToken;
import io.github.auth0jakarta.TokenExchangeRequest;
import io.github.auth0jakarta.TokenExchangeService;
import io.github.auth0jakarta.TokenSet;
import io.github.auth0jakarta.VerifiedAccessToken;
import io.github.auth0jakarta.internal.caller.Caller;
import io.github.auth0jakarta.internal.exchange.ConnectionTokens;
import io.github.auth0jakarta.internal.exchange.CustomExchange;
import io.github.auth0jakarta.internal.exchange.OnBehalfOf;
import io.github.auth0jakarta.internal.exchange.SessionActor;
import io.github.auth0jakarta.internal.exchange.TokenOwner;
import io.github.auth0jakarta.internal.jose.Sha256;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.session.SessionData;
import io.github.auth0jakarta.internal.web.CurrentResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Exchanges tokens for the current request and its caller. */
final class CurrentTokenExchange implements TokenExchangeService {
    private static final String NO_LOGIN =
            "there is no login: auth0.client-id is missing, or auth0.login.enabled is off";

    private final ExchangeParts parts;
    private final Supplier<@Nullable Caller> caller;
    private final Supplier<HttpServletRequest> request;

    /**
     * @param caller whom the container knows
     * @param request the current one
     */
    CurrentTokenExchange(ExchangeParts parts, Supplier<@Nullable Caller> caller, Supplier<HttpServletRequest> request) {
        this.parts = parts;
        this.caller = caller;
        this.request = request;
    }

    @Override
    public TokenSet exchange(TokenExchangeRequest wanted) {
        return exchanged(wanted).tokens();
    }

    @Override
    public TokenSet login(TokenExchangeRequest wanted) {
        ExchangeParts.OfLogin login = requireLogin();
        Set<String> scopes = new LinkedHashSet<>(wanted.scopes().isEmpty() ? login.scopes() : wanted.scopes());
        scopes.add("openid");
        HttpServletRequest current = request.get();
        CustomExchange.Exchanged exchanged = exchanged(wanted.withScopes(scopes));
        login.start()
                .begin(
                        exchanged.response(),
                        exchanged.purpose(),
                        wanted.organization().orElse(null),
                        current,
                        CurrentResponse.of(current));
        return exchanged.tokens();
    }

    private CustomExchange.Exchanged exchanged(TokenExchangeRequest wanted) {
        return parts.custom().exchange(wanted, subjectOf(wanted.subject()));
    }

    /** Returns who the caller is where a token is the caller's own, else null. */
    private @Nullable String subjectOf(ExchangedToken token) {
        Caller current = caller.get();
        return current != null && isOf(current, token.value()) ? subject(current) : null;
    }

    private boolean isOf(Caller current, String token) {
        if (current.token().equals(token)) {
            return true;
        }
        RequestSession session =
                current.source() == Auth0Session.Source.LOGIN ? RequestSession.of(request.get()) : null;
        if (session == null) {
            return false;
        }
        SessionData data = session.data();
        return data.idToken().equals(token)
                || token.equals(data.refreshToken())
                || data.accessTokens().stream().anyMatch(one -> one.value().equals(token));
    }

    @Override
    public ConnectionToken connectionToken(ConnectionTokenRequest wanted) {
        Caller current = requireCaller();
        return parts.connectionTokens().get(wanted, owner(current), subjectToken(wanted.subject(), current));
    }

    @Override
    public void forgetConnectionTokens(String connection) {
        parts.connectionTokens().forget(owner(requireCaller()), connection);
    }

    private ConnectionTokens.SubjectToken subjectToken(ConnectionTokenRequest.Subject subject, Caller current) {
        return switch (subject) {
            case REFRESH_TOKEN -> exchange -> ofLogin(current).tokens().withRefreshToken(session(), exchange);
            case ACCESS_TOKEN -> exchange -> exchange.apply(accessToken(current));
        };
    }

    private ExchangeParts.OfLogin ofLogin(Caller current) {
        if (current.source() != Auth0Session.Source.LOGIN) {
            throw new InteractionRequiredException(
                    Auth0ErrorCode.SESSION_REFRESH_TOKEN_MISSING,
                    "the caller sent an access token, and has no session");
        }
        return requireLogin();
    }

    private String accessToken(Caller current) {
        return current.source() == Auth0Session.Source.LOGIN
                ? requireLogin()
                        .tokens()
                        .get(session(), AccessTokenRequest.ofLogin())
                        .value()
                : current.token();
    }

    private TokenOwner owner(Caller current) {
        return current.source() == Auth0Session.Source.LOGIN
                ? new TokenOwner(subject(current), "session " + session().data().id())
                : new TokenOwner(subject(current), "token " + Sha256.base64Url(current.token()));
    }

    @Override
    public TokenSet onBehalfOf(String audience, Set<String> scopes) {
        return onBehalfOf(
                () -> {
                    Caller current = requireCaller();
                    return new OnBehalfOf.CallersToken(accessToken(current), subject(current));
                },
                audience,
                scopes);
    }

    @Override
    public TokenSet onBehalfOf(VerifiedAccessToken accessToken, String audience, Set<String> scopes) {
        return onBehalfOf(
                () -> new OnBehalfOf.CallersToken(accessToken.token(), accessToken.subject()), audience, scopes);
    }

    private TokenSet onBehalfOf(Supplier<OnBehalfOf.CallersToken> callersToken, String audience, Set<String> scopes) {
        return parts.tokenSet(parts.onBehalfOf().get(callersToken, audience, scopes));
    }

    @Override
    public SessionTransferToken sessionTransferToken(SessionTransferRequest wanted) {
        return parts.sessionTransfer().get(wanted, this::actor);
    }

    private ExchangedToken actor() {
        Caller current = caller.get();
        if (current == null || current.source() != Auth0Session.Source.LOGIN) {
            throw SessionActor.unavailable("nobody is logged in", null);
        }
        return requireLogin().actor().of(session());
    }

    private ExchangeParts.OfLogin requireLogin() {
        ExchangeParts.OfLogin login = parts.ofLogin();
        if (login == null) {
            throw new ConfigurationException(Auth0ErrorCode.CONFIG_INVALID, NO_LOGIN);
        }
        return login;
    }

    private Caller requireCaller() {
        Caller current = caller.get();
        if (current == null) {
            throw nobody();
        }
        return current;
    }

    private RequestSession session() {
        RequestSession session = RequestSession.of(request.get());
        if (session == null) {
            throw nobody();
        }
        return session;
    }

    private static InteractionRequiredException nobody() {
        return new InteractionRequiredException(Auth0ErrorCode.SESSION_MISSING, "nobody is logged in");
    }

    private static String subject(Caller caller) {
        return String.valueOf(caller.claims().get("sub"));
    }
}
