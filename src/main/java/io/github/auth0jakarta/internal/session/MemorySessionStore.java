package io.github.auth0jakarta.internal.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.spi.SessionStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Sessions in the memory of this process: gone with it, and unknown to other nodes. */
public final class MemorySessionStore implements SessionStore {
    private final int maximum;
    private final Cache<String, Entry> entries;
    private final Map<Name, Set<String>> keysByName = new ConcurrentHashMap<>();
    private final Object adding = new Object();

    /** What a logout token calls sessions by: a session or a subject of an issuer. */
    private record Name(String issuer, boolean session, String text) {}

    /**
     * @param maximum how many sessions there may be; then a further one is refused, and no other caller's session ends for it
     */
    public MemorySessionStore(int maximum, InstantSource clock) {
        this.maximum = maximum;
        this.entries = Caffeine.newBuilder()
                .expireAfter(Expiry.<String, Entry>writing(
                        (key, entry) -> Duration.between(clock.instant(), entry.expiresAt())))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .removalListener(this::removed)
                .build();
    }

    @Override
    public Optional<Entry> find(String key) {
        return Optional.ofNullable(entries.getIfPresent(key));
    }

    @Override
    public void add(String key, Entry entry) {
        // Only logins wait for one another here.
        synchronized (adding) {
            requireRoom();
            if (entries.asMap().putIfAbsent(key, entry) != null) {
                throw new IllegalStateException("the key is in use");
            }
        }
        remember(new Name(entry.issuer(), false, entry.subject()), key);
        if (entry.sid() != null) {
            remember(new Name(entry.issuer(), true, entry.sid()), key);
        }
    }

    private void requireRoom() {
        if (entries.estimatedSize() >= maximum) {
            entries.cleanUp(); // of those that have expired
            if (entries.estimatedSize() >= maximum) {
                throw new LoginException(
                        Auth0ErrorCode.SESSION_STORE_FULL, "there are " + maximum + " sessions in memory");
            }
        }
    }

    @Override
    public boolean replace(String key, Entry entry) {
        AtomicBoolean replaced = new AtomicBoolean();
        entries.asMap().computeIfPresent(key, (same, present) -> {
            replaced.set(present.version() == entry.version() - 1);
            return replaced.get() ? entry : present;
        });
        return replaced.get();
    }

    @Override
    public void delete(String key) {
        entries.invalidate(key);
    }

    @Override
    public int delete(String issuer, @Nullable String subject, @Nullable String sid, Instant notIssuedAfter) {
        Name name = name(issuer, subject, sid);
        int deleted = 0;
        for (String key : Set.copyOf(keysByName.getOrDefault(name, Set.of()))) {
            AtomicBoolean ended = new AtomicBoolean();
            entries.asMap().computeIfPresent(key, (same, entry) -> {
                ended.set((subject == null || subject.equals(entry.subject()))
                        && !entry.issuedAt().isAfter(notIssuedAfter));
                return ended.get() ? null : entry;
            });
            deleted += ended.get() ? 1 : 0;
        }
        return deleted;
    }

    private static Name name(String issuer, @Nullable String subject, @Nullable String sid) {
        if (sid != null) {
            return new Name(issuer, true, sid);
        }
        if (subject == null) {
            throw new IllegalArgumentException("neither subject nor sid");
        }
        return new Name(issuer, false, subject);
    }

    private void remember(Name name, String key) {
        keysByName.compute(name, (same, keys) -> {
            Set<String> all = keys == null ? ConcurrentHashMap.newKeySet() : keys;
            all.add(key);
            return all;
        });
    }

    private void removed(@Nullable String key, @Nullable Entry entry, RemovalCause cause) {
        if (key == null || entry == null || cause == RemovalCause.REPLACED) {
            return;
        }
        forget(new Name(entry.issuer(), false, entry.subject()), key);
        if (entry.sid() != null) {
            forget(new Name(entry.issuer(), true, entry.sid()), key);
        }
    }

    private void forget(Name name, String key) {
        keysByName.computeIfPresent(name, (same, keys) -> {
            keys.remove(key);
            return keys.isEmpty() ? null : keys;
        });
    }
}
