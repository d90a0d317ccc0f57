package io.github.auth0jakarta.sample.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** A WildFly in a process of its own with its applications; it ends when it is closed, or with this process. */
public final class WildFly implements AutoCloseable {
    private static final long START_SECONDS = 180;
    private static final long STOP_SECONDS = 30;

    private final Process process;
    private final Path log;
    private final Thread stopWithThisProcess = new Thread(this::stop, "stop-wildfly");

    private WildFly(Process process, Path log) {
        this.process = process;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(stopWithThisProcess);
    }

    /**
     * Starts it on a port of the loopback interface and returns when the applications are deployed.
     *
     * @param options with a known port
     * @param environment what the applications are configured with
     * @throws IllegalStateException where it does not start; the message names its log
     */
    public static WildFly start(RunOptions options, Map<String, String> environment) {
        try {
            Path base = ServerDirectory.create(
                    options.directory().resolve("server-" + options.port()),
                    options.wildflyHome(),
                    options.deployments());
            Path log = base.resolve("console.log");
            WildFly server = new WildFly(launch(options, base, environment), log);
            server.awaitStart();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process launch(RunOptions options, Path base, Map<String, String> environment) throws IOException {
        StandaloneCommandBuilder command = StandaloneCommandBuilder.of(options.wildflyHome())
                .setBaseDirectory(base)
                .setBindAddressHint("127.0.0.1")
                .addServerArgument("-Djboss.http.port=" + options.port())
                // Nobody needs these two; any free port will do.
                .addServerArgument("-Djboss.https.port=0")
                .addServerArgument("-Djboss.management.http.port=0");
        options.settings().forEach((key, value) -> command.addServerArgument("-D" + key + "=" + value));
        ProcessBuilder builder = new ProcessBuilder(command.build()).redirectErrorStream(true);
        // A visitor's own settings for a real tenant must not mix with those of the embedded one.
        builder.environment().keySet().removeIf(name -> name.startsWith("AUTH0_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private void awaitStart() {
        ServerConsole console = new ServerConsole(process.getInputStream(), log);
        Thread reader = new Thread(console, "wildfly-console");
        reader.setDaemon(true);
        reader.start();
        try {
            if (!console.started().get(START_SECONDS, TimeUnit.SECONDS)) {
                throw failure(null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(e);
        } catch (ExecutionException | TimeoutException e) {
            throw failure(e);
        }
    }

    private IllegalStateException failure(@Nullable Exception cause) {
        close();
        return new IllegalStateException("WildFly did not start the applications; its log says why: " + log, cause);
    }

    /** Returns the file with everything that the server said. */
    public Path log() {
        return log;
    }

    /** Returns when the server has ended, for whatever reason. */
    public void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(stopWithThisProcess);
        } catch (IllegalStateException e) {
            // This process is ending, so the hook does what remains to be done.
            return;
        }
    }

    private void stop() {
        process.destroy();
        try {
            if (process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
