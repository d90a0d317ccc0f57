package io.github.auth0jakarta.tenant;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The latest ten thousand requests, each there before its answer is sent. */
public final class RequestLog {

    private static final int CAPACITY = 10_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private final Deque<LoggedRequest> entries = new ArrayDeque<>();

    RequestLog() {}

    void add(LoggedRequest request) {
        lock.lock();
        try {
            if (entries.size() == CAPACITY) {
                entries.removeFirst();
            }
            entries.addLast(request);
            added.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns all requests, oldest first. */
    public List<LoggedRequest> all() {
        lock.lock();
        try {
            return List.copyOf(entries);
        } finally {
            lock.unlock();
        }
    }

    /** Returns the requests to one path such as {@code /oauth/token}, oldest first. */
    public List<LoggedRequest> to(String path) {
        return all().stream().filter(request -> request.path().equals(path)).toList();
    }

    /** Returns how many requests came to one path. */
    public int count(String path) {
        return to(path).size();
    }

    /** Returns the latest request to one path. */
    public LoggedRequest last(String path) {
        List<LoggedRequest> found = to(path);
        if (found.isEmpty()) {
            throw new IllegalStateException("no request to " + path + " in " + all());
        }
        return found.get(found.size() - 1);
    }

    /** Forgets everything. */
    public void clear() {
        lock.lock();
        try {
            entries.clear();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until at least that many requests to the path are in the log, and returns them.
     *
     * @throws IllegalStateException when they have not come in time
     */
    public List<LoggedRequest> await(String path, int count, Duration timeout) throws InterruptedException {
        long remaining = timeout.toNanos();
        lock.lock();
        try {
            while (count(path) < count) {
                if (remaining <= 0) {
                    throw new IllegalStateException("waited for " + count + " requests to " + path + ", saw " + all());
                }
                remaining = added.awaitNanos(remaining);
            }
            return to(path);
        } finally {
            lock.unlock();
        }
    }
}
