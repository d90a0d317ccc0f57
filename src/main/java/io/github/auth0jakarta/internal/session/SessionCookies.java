package io.github.auth0jakarta.internal.session;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.LoginException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Sessions that the browser keeps for us, sealed, in one or several cookies. */
public final class SessionCookies implements Sessions {
    private final ChunkedCookie cookie;
    private final CookieSeal seal;
    private final SessionCodec codec;
    private final SessionRules rules;
    private final RecentSessions recent;
    private final int preferredSize;

    /**
     * @param preferredSize how many characters of cookies the server takes beside all other headers; it answers 400 to what
     *     has more, and would do so to this browser from then on
     */
    public SessionCookies(
            ChunkedCookie cookie,
            CookieSeal seal,
            SessionCodec codec,
            SessionRules rules,
            RecentSessions recent,
            int preferredSize) {
        this.preferredSize = preferredSize;
        this.cookie = cookie;
        this.seal = seal;
        this.codec = codec;
        this.rules = rules;
        this.recent = recent;
    }

    /** What the browser sent. */
    private record Read(SessionData data, boolean byOldSecret) {}

    private Optional<Read> read(RequestCookies carried) {
        return cookie.read(carried)
                .flatMap(value -> seal.open(cookie.name(), value))
                .flatMap(opened -> codec.decode(opened.plaintext()).map(data -> new Read(data, opened.byOldSecret())));
    }

    @Override
    public Optional<Restored> restore(RequestCookies carried) {
        return read(carried).flatMap(read -> {
            SessionData newest = recent.newest(read.data());
            return rules.restored(
                    newest,
                    read.byOldSecret() || newest.version() != read.data().version());
        });
    }

    @Override
    public List<String> begin(SessionData data, RequestCookies carried) {
        List<String> headers = headers(data, carried);
        revoke(carried);
        return headers;
    }

    @Override
    public Optional<Written> write(SessionData current, UnaryOperator<SessionData> change, RequestCookies carried) {
        while (true) {
            SessionData base = recent.newest(current);
            if (!rules.isAlive(base)) {
                return Optional.empty();
            }
            SessionData changed = change.apply(base);
            if (changed.equals(base)) {
                return Optional.of(new Written(base, List.of()));
            }
            SessionData next = changed.withVersion(base.version() + 1);
            List<String> headers = headers(next, carried);
            if (recent.replace(base, next)) {
                return Optional.of(new Written(next, headers));
            }
        }
    }

    @Override
    public Optional<Written> reissue(SessionData current, RequestCookies carried) {
        return newest(current).map(newest -> new Written(newest, headers(newest, carried)));
    }

    /** Need not be remembered: whoever carries the content of before has lost nothing by it. */
    @Override
    public Optional<Written> roll(SessionData current, RequestCookies carried) {
        return newest(current).map(rules::used).map(used -> new Written(used, headers(used, carried)));
    }

    private List<String> headers(SessionData data, RequestCookies carried) {
        String value = seal.seal(cookie.name(), codec.encode(data));
        if (!ChunkedCookie.fits(value)) {
            throw new LoginException(Auth0ErrorCode.LOGIN_SESSION_TOO_LARGE, "the session does not fit into cookies");
        }
        return cookie.write(value, rules.maxAge(data), carried);
    }

    @Override
    public Optional<SessionData> newest(SessionData current) {
        return Optional.of(recent.newest(current)).filter(rules::isAlive);
    }

    @Override
    public List<String> end(RequestCookies carried) {
        revoke(carried);
        return clear(carried);
    }

    /** Whoever has a copy of the cookie would have the session otherwise. */
    private void revoke(RequestCookies carried) {
        read(carried).map(Read::data).ifPresent(data -> {
            rules.revoke(data);
            recent.forget(data);
        });
    }

    @Override
    public List<String> clear(RequestCookies carried) {
        return cookie.clear(carried);
    }

    @Override
    public Instant endOf(SessionData session) {
        return rules.endOf(session);
    }

    @Override
    public Instant latestEndOf(SessionData session) {
        return rules.latestEndOf(session);
    }

    @Override
    public boolean areInCookies() {
        return true;
    }

    @Override
    public boolean isSmall(SessionData data) {
        return seal.seal(cookie.name(), codec.encode(data)).length() <= preferredSize;
    }
}
