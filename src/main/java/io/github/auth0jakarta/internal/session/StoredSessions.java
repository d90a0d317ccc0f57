package io.github.auth0jakarta.internal.session;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.internal.jose.Sha256;
import io.github.auth0jakarta.spi.SessionStore;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Sessions in a store on the server; the browser has the session's id only, sealed.
 *
 * <p>The store's key is a digest of the id, and the content is sealed for its key: what stands in the store makes no cookie,
 * and the content of one session is refused under the key of another.
 */
public final class StoredSessions implements Sessions {
    /** How much of a session a store is given; the JSON in it must be readable again. */
    public static final int MAX_CHARACTERS = 1_000_000;

    private static final Logger LOGGER = System.getLogger(StoredSessions.class.getName());
    /** So often another request of the same session was faster; more of them at once is not use. */
    private static final int MOST_ATTEMPTS = 100;

    private final ChunkedCookie cookie;
    private final CookieSeal idSeal;
    private final CookieSeal contentSeal;
    private final SessionCodec codec;
    private final SessionRules rules;
    private final Supplier<SessionStore> store;
    private final String issuer;

    /**
     * @param idSeal seals what is in the cookie
     * @param contentSeal seals what is in the store
     * @param issuer whose sessions these are
     */
    public StoredSessions(
            ChunkedCookie cookie,
            CookieSeal idSeal,
            CookieSeal contentSeal,
            SessionCodec codec,
            SessionRules rules,
            Supplier<SessionStore> store,
            String issuer) {
        this.cookie = cookie;
        this.idSeal = idSeal;
        this.contentSeal = contentSeal;
        this.codec = codec;
        this.rules = rules;
        this.store = store;
        this.issuer = issuer;
    }

    /** What was found of an id. */
    private record Found(SessionData data, boolean byOldSecret) {}

    @Override
    public Optional<Restored> restore(RequestCookies carried) {
        CookieSeal.Opened id = id(carried).orElse(null);
        if (id == null) {
            return Optional.empty();
        }
        return find(text(id)).flatMap(found -> rules.restored(found.data(), found.byOldSecret() || id.byOldSecret()));
    }

    private Optional<CookieSeal.Opened> id(RequestCookies carried) {
        return cookie.read(carried).flatMap(value -> idSeal.open(cookie.name(), value));
    }

    private static String text(CookieSeal.Opened id) {
        return new String(id.plaintext(), StandardCharsets.UTF_8);
    }

    private static String key(String id) {
        return Sha256.base64Url("auth0-jakarta session " + id);
    }

    private Optional<Found> find(String id) {
        String key = key(id);
        SessionStore.Entry entry = ask(() -> store.get().find(key)).orElse(null);
        if (entry == null) {
            return Optional.empty();
        }
        Optional<Found> found = contentSeal
                .open(key, entry.content())
                .flatMap(opened -> codec.decode(opened.plaintext()).map(data -> new Found(data, opened.byOldSecret())))
                .filter(opened -> opened.data().id().equals(id) && opened.data().version() == entry.version());
        if (found.isEmpty()) {
            LOGGER.log(
                    Level.WARNING,
                    "The session store has an entry that was not made for its key, or by another secret");
        }
        return found;
    }

    @Override
    public List<String> begin(SessionData data, RequestCookies carried) {
        SessionData first = data.withVersion(1);
        SessionStore.Entry entry = entry(first);
        ask(() -> {
            store.get().add(key(first.id()), entry);
            return true;
        });
        id(carried).ifPresent(earlier -> delete(text(earlier)));
        return headers(first, carried);
    }

    @Override
    public Optional<Written> write(SessionData current, UnaryOperator<SessionData> change, RequestCookies carried) {
        return replace(current, change, false, carried);
    }

    @Override
    public Optional<Written> reissue(SessionData current, RequestCookies carried) {
        return replace(current, UnaryOperator.identity(), true, carried);
    }

    @Override
    public Optional<Written> roll(SessionData current, RequestCookies carried) {
        return replace(current, rules::used, true, carried);
    }

    private Optional<Written> replace(
            SessionData current, UnaryOperator<SessionData> change, boolean always, RequestCookies carried) {
        String key = key(current.id());
        SessionData base = current;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            SessionData changed = change.apply(base);
            if (!always && changed.equals(base)) {
                return Optional.of(new Written(base, List.of()));
            }
            SessionData next = changed.withVersion(base.version() + 1);
            SessionStore.Entry entry = entry(next);
            if (ask(() -> store.get().replace(key, entry))) {
                return Optional.of(new Written(next, headers(next, carried)));
            }
            Optional<SessionData> newest = newest(base);
            if (newest.isEmpty()) {
                return Optional.empty();
            }
            base = newest.get();
        }
        throw new LoginException(Auth0ErrorCode.SESSION_STORE_UNAVAILABLE, "the session changes all the time");
    }

    @Override
    public Optional<SessionData> newest(SessionData current) {
        return find(current.id()).map(Found::data).filter(rules::isAlive);
    }

    private SessionStore.Entry entry(SessionData data) {
        String content = contentSeal.seal(key(data.id()), codec.encode(data));
        if (content.length() > contentSeal.longest()) {
            throw new LoginException(Auth0ErrorCode.LOGIN_SESSION_TOO_LARGE, "the session is too large for a store");
        }
        return new SessionStore.Entry(
                content,
                data.version(),
                rules.endOf(data),
                issuer,
                data.login().subject(),
                data.sid(),
                data.login().issuedAt());
    }

    private List<String> headers(SessionData data, RequestCookies carried) {
        String value = idSeal.seal(cookie.name(), data.id().getBytes(StandardCharsets.UTF_8));
        return cookie.write(value, rules.maxAge(data), carried);
    }

    /** Where the store is down the browser is logged out all the same; the entry, which nobody has a cookie of, expires. */
    @Override
    public List<String> end(RequestCookies carried) {
        try {
            id(carried).ifPresent(id -> delete(text(id)));
        } catch (LoginException e) {
            LOGGER.log(Level.WARNING, "The session of a logout stays in the store: {0}", e.getMessage());
        }
        return clear(carried);
    }

    private void delete(String id) {
        ask(() -> {
            store.get().delete(key(id));
            return true;
        });
    }

    /** Whatever a store throws means that it cannot answer, unless it says itself what is wrong. */
    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (Auth0Exception e) {
            throw e;
        } catch (RuntimeException e) {
            throw new LoginException(Auth0ErrorCode.SESSION_STORE_UNAVAILABLE, "the session store does not answer", e);
        }
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
        return false;
    }

    /** Requests carry no more than its id. */
    @Override
    public boolean isSmall(SessionData data) {
        return true;
    }
}
