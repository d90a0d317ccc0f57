package io.github.auth0jakarta.internal.session;

import io.github.auth0jakarta.internal.jose.Base64Url;
import io.github.auth0jakarta.internal.jose.Sha256;
import io.github.auth0jakarta.spi.RevocationStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions have ended before their time: by a logout here, or because the provider said so.
 *
 * <p>A sealed cookie cannot be taken back, and a login may be completed while the logout token for it arrives; so each
 * session is looked up here when it is restored.
 */
public final class Revocations {
    /** The provider's clock and ours may differ, and a login takes a while. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private final Supplier<RevocationStore> store;
    private final String issuer;
    private final Duration longestSession;
    private final InstantSource clock;

    /**
     * @param issuer whose sessions these are
     * @param longestSession after which every session has ended
     */
    public Revocations(Supplier<RevocationStore> store, String issuer, Duration longestSession, InstantSource clock) {
        this.store = store;
        this.issuer = issuer;
        this.longestSession = longestSession;
        this.clock = clock;
    }

    /** Returns whether a session has ended. */
    public boolean isRevoked(SessionData session) {
        SessionData.Login login = session.login();
        String sid = login.sid();
        return isRevoked(key("id", session.id()), login.issuedAt())
                || isRevoked(key("sub", login.subject()), login.issuedAt())
                || (sid != null
                        && (isRevoked(key("sid", sid), login.issuedAt())
                                || isRevoked(key("both", login.subject(), sid), login.issuedAt())));
    }

    private boolean isRevoked(String key, Instant issuedAt) {
        return store.get().isRevoked(key, issuedAt);
    }

    /** Ends this one session. */
    public void revoke(SessionData session) {
        Instant end = session.createdAt().plus(longestSession).plus(MARGIN);
        store.get().revoke(key("id", session.id()), session.login().issuedAt(), end);
    }

    /**
     * Ends what a logout token names: the provider's session if it names one, else all sessions of the subject.
     *
     * @param subject null where {@code sid} alone says which
     * @param sid null for all sessions of the subject
     * @param notIssuedAfter when the token was issued; later logins live on
     */
    public void revoke(@Nullable String subject, @Nullable String sid, Instant notIssuedAfter) {
        String key;
        if (sid == null) {
            if (subject == null) {
                throw new IllegalArgumentException("neither subject nor sid");
            }
            key = key("sub", subject);
        } else {
            key = subject == null ? key("sid", sid) : key("both", subject, sid);
        }
        store.get()
                .revoke(
                        key,
                        notIssuedAfter,
                        clock.instant().plus(longestSession).plus(MARGIN));
    }

    /** Returns whether the {@code jti} of a logout token is new, and remembers it. */
    public boolean isFirstUse(String jti, Instant until) {
        return store.get().addIfAbsent(key("jti", jti), until);
    }

    /** Lengths go before the texts, so that no two names give the same key. */
    private String key(String kind, String... names) {
        StringBuilder text = new StringBuilder(kind)
                .append(' ')
                .append(issuer.length())
                .append(' ')
                .append(issuer);
        for (String name : names) {
            text.append(' ').append(name.length()).append(' ').append(name);
        }
        return Base64Url.encode(Sha256.hash(text.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
