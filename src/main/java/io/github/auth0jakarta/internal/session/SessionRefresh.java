package io.github.auth0jakarta.internal.session;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.InteractionRequiredException;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.internal.oauth.Scopes;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.oauth.TokenPurpose;
import io.github.auth0jakarta.internal.oauth.TokenResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One use of a session's refresh token, from the provider's answer to the session that has it. */
public final class SessionRefresh {
    private static final Logger LOGGER = System.getLogger(SessionRefresh.class.getName());

    private final TokenEndpoint endpoint;
    private final LoginRenewal renewal;
    private final InstantSource clock;

    public SessionRefresh(TokenEndpoint endpoint, LoginRenewal renewal, InstantSource clock) {
        this.endpoint = endpoint;
        this.renewal = renewal;
        this.clock = clock;
    }

    /**
     * Returns a new token, which the session has from then on, with the new refresh token and claims if there are any.
     *
     * @throws AuthorizationServerException {@code server.invalid_grant} and others; the session is as it was
     */
    StoredAccessToken refresh(RequestSession session, TokenQuestion question, String refreshToken) {
        return keep(
                session,
                question,
                endpoint.refreshToken(
                        refreshToken, new TokenPurpose(question.namedAudience(), question.asked(), true)));
    }

    /**
     * Returns the token of an answer, which the session has from then on, with what else came.
     *
     * @throws Auth0Exception where the answer cannot be that for this session; the session is as it was
     */
    StoredAccessToken keep(RequestSession session, TokenQuestion question, TokenResponse response) {
        try {
            StoredAccessToken token = token(session.data(), question, response);
            save(session, token, renewed(session.data(), response), response.refreshToken());
            return token;
        } catch (Auth0Exception e) {
            if (e.code() != Auth0ErrorCode.LOGIN_SESSION_TOO_LARGE) {
                discard(response.refreshToken());
            }
            throw e;
        }
    }

    /** What stands in for an ended token keeps its place, so that the session does not grow with each refresh. */
    private StoredAccessToken token(SessionData session, TokenQuestion question, TokenResponse response) {
        StoredAccessToken predecessor = question.asked().isEmpty() ? question.find(session) : null;
        return new StoredAccessToken(
                response.accessToken(),
                response.tokenType(),
                question.audience(),
                predecessor == null ? question.asked() : predecessor.requestedScopes(),
                granted(question, predecessor, response),
                clock.instant().plus(response.expiresIn()));
    }

    /**
     * RFC 6749, 5.1: an answer without scopes has granted those that were asked for, or by 6 those of before; and no answer
     * grants more than was asked for, then or now.
     */
    private static Set<String> granted(
            TokenQuestion question, @Nullable StoredAccessToken predecessor, TokenResponse response) {
        Set<String> asked = predecessor == null ? question.asked() : predecessor.requestedScopes();
        return response.scopes() == null && predecessor != null
                ? predecessor.grantedScopes()
                : Scopes.granted(asked, response.scopes());
    }

    private LoginRenewal.Renewed renewed(SessionData session, TokenResponse response) {
        String idToken = response.idToken();
        return idToken == null ? unchanged -> unchanged : renewal.verify(session, idToken, response.accessToken());
    }

    /**
     * The rotated refresh token must not be lost because the session has become too large: other access tokens, which can be
     * got again, give way, the largest first, and in the end the new one does.
     */
    private void save(
            RequestSession session, StoredAccessToken token, LoginRenewal.Renewed renewed, @Nullable String rotated) {
        for (int dropped = 0; ; dropped++) {
            int others = dropped;
            try {
                session.write(data -> smaller(
                        session,
                        others,
                        more -> renewed.applyTo(withTokens(data, merged(data.accessTokens(), token, more), rotated))));
                return;
            } catch (LoginException e) {
                if (e.code() != Auth0ErrorCode.LOGIN_SESSION_TOO_LARGE) {
                    throw e;
                }
                if (dropped >= session.data().accessTokens().size()) {
                    session.write(data -> renewed.applyTo(withTokens(data, List.of(), rotated)));
                    throw e;
                }
            }
        }
    }

    /** Where more other tokens are dropped than have to be, the session is small with it; else nothing would be gained. */
    private SessionData smaller(RequestSession session, int dropped, IntFunction<SessionData> withDropped) {
        int most = session.data().accessTokens().size();
        return IntStream.rangeClosed(dropped, most)
                .mapToObj(withDropped)
                .filter(session::isSmall)
                .findFirst()
                .orElseGet(() -> withDropped.apply(dropped));
    }

    private static SessionData withTokens(SessionData data, List<StoredAccessToken> tokens, @Nullable String rotated) {
        return data.withTokens(tokens, rotated == null ? data.refreshToken() : rotated);
    }

    /** The new one first, then the others but for those that have ended and the largest ones. */
    private List<StoredAccessToken> merged(List<StoredAccessToken> tokens, StoredAccessToken token, int dropped) {
        Instant now = clock.instant();
        List<StoredAccessToken> others = tokens.stream()
                .filter(other -> !TokenQuestion.isSame(other, token) && TokenQuestion.isValid(other, now))
                .toList();
        List<StoredAccessToken> largest = others.stream()
                .sorted(Comparator.comparing(
                                (StoredAccessToken other) -> other.value().length())
                        .reversed())
                .limit(dropped)
                .toList();
        List<StoredAccessToken> merged = new ArrayList<>();
        merged.add(token);
        others.stream().filter(other -> !largest.contains(other)).forEach(merged::add);
        return merged;
    }

    /** Nobody has it; so that nobody ever will, it is revoked where the provider can be reached. */
    private void discard(@Nullable String refreshToken) {
        if (refreshToken == null) {
            return;
        }
        try {
            endpoint.revokeRefreshToken(refreshToken);
        } catch (Auth0Exception e) {
            LOGGER.log(Level.WARNING, "A refresh token that is not used was not revoked: {0}", e.getMessage());
        }
    }

    /**
     * Revokes the refresh token and takes it out of the session.
     *
     * @throws InteractionRequiredException {@code session.refresh_token_missing}
     */
    void revoke(RequestSession session) {
        String refreshToken = session.data().refreshToken();
        if (refreshToken == null) {
            throw new InteractionRequiredException(
                    Auth0ErrorCode.SESSION_REFRESH_TOKEN_MISSING, "the session has no refresh token");
        }
        session.requireWritable();
        endpoint.revokeRefreshToken(refreshToken);
        session.write(
                data -> refreshToken.equals(data.refreshToken()) ? data.withTokens(data.accessTokens(), null) : data);
    }
}
