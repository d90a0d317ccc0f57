package io.github.auth0jakarta.internal.session;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.AccessTokenRequest;
import io.github.auth0jakarta.AccessTokenRequest.Source;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.InteractionRequiredException;
import io.github.auth0jakarta.TransportException;
import io.github.auth0jakarta.event.LoggedOut;
import io.github.auth0jakarta.event.RefreshFailed;
import io.github.auth0jakarta.event.TokenRefreshed;
import io.github.auth0jakarta.internal.oauth.TokenPurpose;
import io.github.auth0jakarta.internal.oauth.TokenResponse;
import io.github.auth0jakarta.internal.web.Events;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens of a session: found by audience and scope, or got by the refresh token.
 *
 * <p>A refresh token is used once, however many requests of the session need a token at the same time: with rotation a second
 * use would end the session. Who wants the same gets the same; who wants something else waits and uses the rotated one.
 */
public final class SessionAccessTokens {
    private final SessionRefresh refresh;
    private final Audiences audiences;
    private final Duration refreshBuffer;
    private final String issuer;
    private final Events events;
    private final InstantSource clock;
    private final RefreshTurns turns = new RefreshTurns();
    private final RefreshFailures failures;

    /**
     * What is configured about APIs.
     *
     * @param ofLogin the API that login asks a token for, null where it names none
     * @param scopes what is always asked for beside, by audience
     */
    public record Audiences(@Nullable String ofLogin, Map<String, Set<String>> scopes) {

        TokenQuestion question(AccessTokenRequest request) {
            String named = request.audience().orElse(null);
            String audience = named == null ? ofLogin : named;
            Set<String> asked = new HashSet<>(request.scopes());
            if (request.addsConfiguredScopes() && audience != null) {
                asked.addAll(scopes.getOrDefault(audience, Set.of()));
            }
            return new TokenQuestion(named, audience, request.scopes(), Set.copyOf(asked));
        }
    }

    /**
     * @param refreshBuffer how long before its end a token counts as ended
     * @param issuer whose sessions these are
     */
    public SessionAccessTokens(
            SessionRefresh refresh,
            Audiences audiences,
            Duration refreshBuffer,
            String issuer,
            Events events,
            InstantSource clock) {
        this.refresh = refresh;
        this.audiences = audiences;
        this.refreshBuffer = refreshBuffer;
        this.issuer = issuer;
        this.events = events;
        this.clock = clock;
        this.failures = new RefreshFailures(clock);
    }

    /**
     * Returns a token as it is wanted.
     *
     * @throws Auth0Exception as {@code AccessTokenService} says
     */
    public AccessToken get(RequestSession session, AccessTokenRequest request) {
        TokenQuestion question = audiences.question(request);
        StoredAccessToken token = request.source() == Source.REFRESH ? null : find(session, question, refreshBuffer);
        if (token == null) {
            token = otherwise(session, question, request.source());
        }
        if (!question.isGranted(token)) {
            throw new InteractionRequiredException(
                    Auth0ErrorCode.SESSION_SCOPES_MISSING, "the provider granted less than is needed");
        }
        return token.toAccessToken();
    }

    private @Nullable StoredAccessToken find(RequestSession session, TokenQuestion question, Duration buffer) {
        StoredAccessToken token = question.find(session.data());
        return token != null && TokenQuestion.isValid(token, clock.instant().plus(buffer)) ? token : null;
    }

    /** A token that is about to end is still good where there is no way to a newer one, now. */
    private StoredAccessToken otherwise(RequestSession session, TokenQuestion question, Source source) {
        StoredAccessToken last = source == Source.REFRESH ? null : find(session, question, Duration.ZERO);
        boolean refreshable = source != Source.SESSION && session.data().refreshToken() != null;
        if (last != null && (!refreshable || !session.isWritable())) {
            return last;
        }
        if (!refreshable) {
            throw new InteractionRequiredException(
                    Auth0ErrorCode.SESSION_REFRESH_TOKEN_MISSING, "no access token, and no refresh token to get one");
        }
        session.requireWritable();
        try {
            return refreshed(session, question, source == Source.REFRESH);
        } catch (AuthorizationServerException | TransportException e) {
            if (last != null) {
                return last;
            }
            throw e;
        }
    }

    private StoredAccessToken refreshed(RequestSession session, TokenQuestion question, boolean forced) {
        List<Object> happened = new ArrayList<>();
        try {
            return inTurn(session, question, forced, happened);
        } finally {
            // Not before others have their turn: an observer may take its time, or ask for a token.
            happened.forEach(events::fire);
        }
    }

    private StoredAccessToken inTurn(
            RequestSession session, TokenQuestion question, boolean forced, List<Object> happened) {
        while (true) {
            RefreshTurns.Result result =
                    turns.takeOrAwait(session.data().id(), question, () -> turn(session, question, forced, happened));
            if (result.own() != null) {
                return result.own();
            }
            session.refresh();
            RefreshTurns.Others others = Objects.requireNonNull(result.others());
            if (others.sameQuestion() && others.failure() != null) {
                throw others.failure();
            }
            StoredAccessToken token = others.sameQuestion() ? others.token() : found(session, question, forced);
            if (token != null) {
                return token;
            }
        }
    }

    private @Nullable StoredAccessToken found(RequestSession session, TokenQuestion question, boolean forced) {
        return forced ? null : find(session, question, refreshBuffer);
    }

    /** Another request may have had its turn between the look into the session and this one. */
    private StoredAccessToken turn(
            RequestSession session, TokenQuestion question, boolean forced, List<Object> happened) {
        session.refresh();
        StoredAccessToken token = found(session, question, forced);
        if (token != null) {
            return token;
        }
        String id = session.data().id();
        String subject = session.data().login().subject();
        failures.throwRecent(id, question);
        try {
            token = refreshedOrEnded(session, question, happened);
        } catch (Auth0Exception e) {
            failures.remember(id, question, e);
            happened.add(new RefreshFailed(subject, question.audience(), e.code(), clock.instant()));
            throw e;
        }
        failures.forget(id);
        happened.add(new TokenRefreshed(subject, question.audience(), token.grantedScopes(), clock.instant()));
        return token;
    }

    private StoredAccessToken refreshedOrEnded(RequestSession session, TokenQuestion question, List<Object> happened) {
        String used = refreshToken(session);
        try {
            return refresh.refresh(session, question, used);
        } catch (AuthorizationServerException e) {
            if (e.code() != Auth0ErrorCode.SERVER_INVALID_GRANT) {
                throw e;
            }
            return afterRefusal(session, question, used, e, happened);
        }
    }

    /** Where another node was faster, its refresh token is the one to use; once, because a third one is no race any more. */
    private StoredAccessToken afterRefusal(
            RequestSession session,
            TokenQuestion question,
            String used,
            AuthorizationServerException refusal,
            List<Object> happened) {
        session.refresh();
        if (!used.equals(refreshToken(session))) {
            StoredAccessToken token = find(session, question, refreshBuffer);
            try {
                return token != null ? token : refresh.refresh(session, question, refreshToken(session));
            } catch (AuthorizationServerException again) {
                if (again.code() != Auth0ErrorCode.SERVER_INVALID_GRANT) {
                    throw again;
                }
            }
        }
        SessionData ended = session.data();
        session.end();
        happened.add(new LoggedOut(
                LoggedOut.Reason.REFRESH_REFUSED, issuer, ended.login().subject(), ended.sid(), clock.instant()));
        throw new InteractionRequiredException(
                Auth0ErrorCode.SERVER_INVALID_GRANT, "the provider refuses the refresh token", refusal);
    }

    /**
     * Uses the refresh token for something else than a refresh: the newest one, and while no other request of the session
     * rotates it. Where the provider refuses one that another node has rotated meanwhile, its successor is tried, once.
     *
     * @param use sends it to the provider
     * @throws Auth0Exception what the use throws; {@code session.missing}, {@code session.refresh_token_missing}
     */
    public <T> T withRefreshToken(RequestSession session, Function<String, T> use) {
        return turns.takeAlone(session.data().id(), () -> {
            session.refresh();
            String used = refreshToken(session);
            try {
                return use.apply(used);
            } catch (AuthorizationServerException e) {
                return use.apply(successor(session, used, e));
            }
        });
    }

    private static String successor(RequestSession session, String used, AuthorizationServerException refusal) {
        if (refusal.code() == Auth0ErrorCode.SERVER_INVALID_GRANT) {
            session.refresh();
            String newest = refreshToken(session);
            if (!newest.equals(used)) {
                return newest;
            }
        }
        throw refusal;
    }

    private static String refreshToken(RequestSession session) {
        String refreshToken = session.data().refreshToken();
        if (refreshToken == null) {
            throw new InteractionRequiredException(
                    Auth0ErrorCode.SESSION_REFRESH_TOKEN_MISSING, "the session has no refresh token any more");
        }
        return refreshToken;
    }

    /**
     * Has a session keep what a grant brings that goes on where a refresh has stopped; nobody else uses the refresh token
     * meanwhile.
     *
     * @param purpose that the refresh had
     * @throws Auth0Exception what the grant throws; and where its answer is not for this session, which is as it was then
     */
    public AccessToken keep(RequestSession session, TokenPurpose purpose, Supplier<TokenResponse> grant) {
        session.requireWritable();
        String audience = purpose.audience() == null ? audiences.ofLogin() : purpose.audience();
        TokenQuestion question = new TokenQuestion(purpose.audience(), audience, purpose.scopes(), purpose.scopes());
        StoredAccessToken token = turns.takeAlone(session.data().id(), () -> {
            session.refresh();
            return refresh.keep(session, question, grant.get());
        });
        events.fire(
                new TokenRefreshed(session.data().login().subject(), audience, token.grantedScopes(), clock.instant()));
        return token.toAccessToken();
    }

    /**
     * Revokes the refresh token and takes it out of the session.
     *
     * @throws Auth0Exception as {@code AccessTokenService} says
     */
    public void revokeRefreshToken(RequestSession session) {
        refresh.revoke(session);
    }

    /** Forgets what has failed a moment ago. */
    public void dropCache() {
        failures.clear();
    }
}
