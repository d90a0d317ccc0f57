package io.github.auth0jakarta.testing;

import io.github.auth0jakarta.spi.SessionStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A store whose content a test can see and change, and that is down when a test says so. */
public final class FakeSessionStore implements SessionStore {
    public final Map<String, Entry> entries = new ConcurrentHashMap<>();
    public volatile boolean down;

    private void ask() {
        if (down) {
            throw new IllegalStateException("the store is down");
        }
    }

    @Override
    public Optional<Entry> find(String key) {
        ask();
        return Optional.ofNullable(entries.get(key));
    }

    @Override
    public void add(String key, Entry entry) {
        ask();
        entries.put(key, entry);
    }

    @Override
    public boolean replace(String key, Entry entry) {
        ask();
        Entry present = entries.get(key);
        return present != null && present.version() == entry.version() - 1 && entries.replace(key, present, entry);
    }

    @Override
    public void delete(String key) {
        ask();
        entries.remove(key);
    }

    @Override
    public int delete(String issuer, @Nullable String subject, @Nullable String sid, Instant notIssuedAfter) {
        throw new UnsupportedOperationException();
    }
}
