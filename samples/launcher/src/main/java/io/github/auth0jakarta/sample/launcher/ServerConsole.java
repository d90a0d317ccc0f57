package io.github.auth0jakarta.sample.launcher;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** Writes what a server says to a file, and hears from it whether it has started. */
final class ServerConsole implements Runnable {
    private static final String STARTED = "WFLYSRV0025";
    private static final String STARTED_WITH_ERRORS = "WFLYSRV0026";

    private final InputStream output;
    private final Path log;
    private final CompletableFuture<Boolean> started = new CompletableFuture<>();

    ServerConsole(InputStream output, Path log) {
        this.output = output;
        this.log = log;
    }

    /** Returns true when the server and its application have started, false when they will not. */
    Future<Boolean> started() {
        return started;
    }

    @Override
    public void run() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
                BufferedWriter file = Files.newBufferedWriter(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                file.write(line);
                file.newLine();
                file.flush();
                listen(line);
            }
            started.complete(false);
        } catch (IOException e) {
            started.completeExceptionally(e);
        }
    }

    private void listen(String line) {
        if (line.contains(STARTED)) {
            started.complete(true);
        } else if (line.contains(STARTED_WITH_ERRORS)) {
            started.complete(false);
        }
    }
}
