package io.github.auth0jakarta.it.oidcprovider;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * oidc-provider as a process that serves on loopback until it is closed. It keeps nothing: all that it knows is in its
 * memory. It ends with this virtual machine, even with one that is killed, because its standard input ends then.
 */
public final class OidcProviderServer implements AutoCloseable {

    /** Far more than a start takes on an idle machine (1 s): builds share their cores. */
    private static final Duration START_TIMEOUT = Duration.ofMinutes(1);

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

    private final Process process;
    private final String issuer;

    private OidcProviderServer(Process process, String issuer) {
        this.process = process;
        this.issuer = issuer;
    }

    /**
     * Starts the provider on a free port, and returns when it answers.
     *
     * @param home where {@code server.mjs} and its packages are
     * @param log where the output goes
     * @param application the address of the application that is registered
     * @param clientKey the public key of the registered client that signs, as PEM
     */
    public static OidcProviderServer start(Path home, Path log, String application, String clientKey) {
        ProcessBuilder builder = new ProcessBuilder("node", "server.mjs")
                .directory(home.toFile())
                .redirectError(log.toFile());
        builder.environment().put("APPLICATION", application);
        builder.environment().put("CLIENT_PUBLIC_KEY", clientKey);
        try {
            Process process = builder.start();
            return new OidcProviderServer(process, issuerOf(process, log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String issuerOf(Process process, Path log) {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        try {
            return CompletableFuture.supplyAsync(
                            () -> output.lines().findFirst().orElseThrow())
                    .get(START_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            end(process);
            throw new IllegalStateException("oidc-provider did not start; its output is in " + log, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(process);
            throw new IllegalStateException("interrupted while oidc-provider started", e);
        }
    }

    /** Returns the issuer. */
    public String issuer() {
        return issuer;
    }

    /** Returns the processes that this server consists of, none after it was closed. */
    public List<ProcessHandle> processes() {
        return alive(process);
    }

    /** Ends the server and returns when none of its processes is left; a second call does nothing. */
    @Override
    public void close() {
        end(process);
    }

    private static List<ProcessHandle> alive(Process process) {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    private static void end(Process process) {
        for (ProcessHandle each : alive(process)) {
            each.destroyForcibly();
            each.onExit().orTimeout(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
        }
    }
}
