package io.github.auth0jakarta.it.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Keycloak that serves one imported realm on loopback until it is closed. It keeps nothing: its database is in memory.
 * One installation runs one server at a time, because Keycloak rewrites its own files at each start.
 */
public final class KeycloakServer implements AutoCloseable {

    /** Who administers it. */
    public static final KeycloakRealm.User ADMIN = new KeycloakRealm.User("admin", "admin-password");

    /** Far more than a start takes on an idle machine (10 s): builds share their cores. */
    private static final Duration START_TIMEOUT = Duration.ofMinutes(4);

    private static final String DEVICE_OPTION =
            "--spi-ciba-auth-channel--ciba-http-auth-channel--http-authentication-channel-uri=";

    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

    private final ProcessTree processes;
    private final Process process;
    private final int port;
    private final Thread atExit = new Thread(this::end, "stop-keycloak");

    private KeycloakServer(Process process, int port) {
        this.process = process;
        this.processes = new ProcessTree(process);
        this.port = port;
    }

    /**
     * Starts the installation in {@code home} on a free port, and returns when the realm answers.
     *
     * @param device where Keycloak posts what users are asked to approve (CIBA)
     */
    public static KeycloakServer start(Path home, Path log, String realm, URI device) {
        return start(home, log, realm, freePort(), List.of(DEVICE_OPTION + device));
    }

    /**
     * Starts the installation in {@code home}, and returns when the realm answers.
     *
     * @param log where the output goes
     * @param realm the realm {@link KeycloakRealm#NAME} as JSON
     */
    public static KeycloakServer start(Path home, Path log, String realm, int port) {
        return start(home, log, realm, port, List.of());
    }

    private static KeycloakServer start(Path home, Path log, String realm, int port, List<String> options) {
        try {
            Path imported = Files.createDirectories(home.resolve("data/import"));
            Files.writeString(imported.resolve(KeycloakRealm.NAME + "-realm.json"), realm);
            Files.createDirectories(log.toAbsolutePath().getParent());
            KeycloakServer server = new KeycloakServer(launch(home, log, port, options), port);
            Runtime.getRuntime().addShutdownHook(server.atExit);
            server.awaitDiscovery(log);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process launch(Path home, Path log, int port, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=http://localhost:" + port,
                "--db=dev-mem",
                "--cache=local"));
        command.addAll(options);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx640m",
                        "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN.name(),
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN.password()));
        return builder.start();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitDiscovery(Path log) {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(REQUEST_TIMEOUT).build();
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!answers(client)) {
            if (exitedWithinPollInterval() || System.nanoTime() > deadline) {
                close();
                throw new IllegalStateException("Keycloak did not start; its output is in " + log);
            }
        }
    }

    private boolean answers(HttpClient client) {
        HttpRequest discovery = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                .timeout(REQUEST_TIMEOUT)
                .build();
        try {
            return client.send(discovery, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new IllegalStateException("interrupted while Keycloak started", e);
        }
    }

    private boolean exitedWithinPollInterval() {
        try {
            return process.waitFor(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Returns the address that all others of this server begin with. */
    public String origin() {
        return "http://localhost:" + port;
    }

    /** Returns the realm's issuer. */
    public String issuer() {
        return origin() + "/realms/" + KeycloakRealm.NAME;
    }

    /** Returns the processes that this server consists of, none after it was closed. */
    public List<ProcessHandle> processes() {
        return processes.alive();
    }

    /** Waits until the server is closed or ends by itself, and returns its exit status. */
    int await() throws InterruptedException {
        return process.waitFor();
    }

    /** Ends the server and returns when none of its processes is left; a second call does nothing. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The virtual machine is going down already, and its hook is what ended the server.
            return;
        }
    }

    private void end() {
        processes.end();
    }
}
