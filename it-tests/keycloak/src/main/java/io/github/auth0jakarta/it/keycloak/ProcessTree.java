package io.github.auth0jakarta.it.keycloak;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A process and what it started: a start script that is killed leaves the program behind that it waits for. */
final class ProcessTree {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Process root;

    ProcessTree(Process root) {
        this.root = root;
    }

    /** Returns the processes that live now. */
    List<ProcessHandle> alive() {
        return Stream.concat(root.descendants(), Stream.of(root.toHandle()))
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    /** Ends all processes, politely first, and returns when none is left. */
    void end() {
        List<ProcessHandle> processes = alive();
        processes.forEach(ProcessHandle::destroy);
        if (!exited(processes)) {
            processes.forEach(ProcessHandle::destroyForcibly);
            if (!exited(processes)) {
                throw new IllegalStateException("processes that cannot be ended: " + processes);
            }
        }
    }

    private static boolean exited(List<ProcessHandle> processes) {
        CompletableFuture<?>[] exits =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(exits).get(GRACE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
