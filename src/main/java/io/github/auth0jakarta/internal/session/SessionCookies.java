package io.github.auth0jakarta.internal.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Sessions that the browser keeps for us, sealed, in one or several cookies. */
public final class SessionCookies {
    private final ChunkedCookie cookie;
    private final CookieSeal seal;
    private final SessionCodec codec;
    private final SessionLifetime lifetime;
    private final InstantSource clock;

    public SessionCookies(
            ChunkedCookie cookie, CookieSeal seal, SessionCodec codec, SessionLifetime lifetime, InstantSource clock) {
        this.cookie = cookie;
        this.seal = seal;
        this.codec = codec;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /**
     * A session that a request carried.
     *
     * @param endsAt if it is not used again
     * @param writeDue whether it has to be written again: because it rolls, or because an old secret sealed it
     */
    public record Restored(SessionData data, Instant endsAt, boolean writeDue) {}

    /** Returns the session that the request carries; empty where it carries none that is ours, unchanged and alive. */
    public Optional<Restored> restore(RequestCookies cookies) {
        return cookie.read(cookies)
                .flatMap(value -> seal.open(cookie.name(), value))
                .flatMap(opened -> codec.decode(opened.plaintext()).flatMap(data -> alive(data, opened.byOldSecret())));
    }

    private Optional<Restored> alive(SessionData data, boolean byOldSecret) {
        Instant now = clock.instant();
        return lifetime.isAlive(data, now)
                ? Optional.of(new Restored(data, lifetime.endOf(data), byOldSecret || lifetime.isWriteDue(data, now)))
                : Optional.empty();
    }

    /** Returns the {@code Set-Cookie} headers that carry a session; empty where it is too large for cookies. */
    public Optional<List<String>> write(SessionData data, RequestCookies carried) {
        Instant now = clock.instant();
        SessionData written = data.withUpdatedAt(now);
        String value = seal.seal(cookie.name(), codec.encode(written));
        return ChunkedCookie.fits(value)
                ? Optional.of(cookie.write(value, lifetime.maxAge(written, now), carried))
                : Optional.empty();
    }

    /** Returns the {@code Set-Cookie} headers that delete the session. */
    public List<String> clear(RequestCookies carried) {
        return cookie.clear(carried);
    }
}
