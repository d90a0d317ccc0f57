package io.github.auth0jakarta.it;

import io.github.auth0jakarta.spi.SessionStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** An application's own store of sessions, which can be made to fail. */
@ApplicationScoped
public class SwitchableSessionStore implements SessionStore {

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private volatile boolean down;

    void setDown(boolean now) {
        down = now;
    }

    /** Returns all that somebody sees who reads the store. */
    Map<String, Entry> dump() {
        return Map.copyOf(entries);
    }

    private Map<String, Entry> reachable() {
        if (down) {
            throw new IllegalStateException("connection refused");
        }
        return entries;
    }

    @Override
    public Optional<Entry> find(String key) {
        return Optional.ofNullable(reachable().get(key))
                .filter(entry -> Instant.now().isBefore(entry.expiresAt()));
    }

    @Override
    public void add(String key, Entry entry) {
        if (reachable().putIfAbsent(key, entry) != null) {
            throw new IllegalStateException("the key is in use");
        }
    }

    @Override
    public boolean replace(String key, Entry entry) {
        AtomicBoolean replaced = new AtomicBoolean();
        reachable().computeIfPresent(key, (same, present) -> {
            replaced.set(present.version() == entry.version() - 1);
            return replaced.get() ? entry : present;
        });
        return replaced.get();
    }

    @Override
    public void delete(String key) {
        reachable().remove(key);
    }

    @Override
    public int delete(String issuer, @Nullable String subject, @Nullable String sid, Instant notIssuedAfter) {
        int before = reachable().size();
        entries.values()
                .removeIf(entry -> entry.issuer().equals(issuer)
                        && (subject == null || subject.equals(entry.subject()))
                        && (sid == null || sid.equals(entry.sid()))
                        && !entry.issuedAt().isAfter(notIssuedAfter));
        return before - entries.size();
    }
}
