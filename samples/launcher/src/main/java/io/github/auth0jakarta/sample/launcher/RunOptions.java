package io.github.auth0jakarta.sample.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What a sample starts, and where.
 *
 * @param wildflyHome an unpacked WildFly, which stays as it is
 * @param deployments the directory with the applications, each a WAR that is named after its context path; {@code ROOT.war} has none
 * @param directory where the server may write
 * @param port the applications' port; 0 takes a free one
 * @param tenantPort the tenant's port; 0 takes a free one
 * @param settings configuration keys of the library, which win over what the applications set themselves
 */
public record RunOptions(
        Path wildflyHome, Path deployments, Path directory, int port, int tenantPort, Map<String, String> settings) {

    public RunOptions {
        settings = Map.copyOf(settings);
    }

    /**
     * Returns what the build sets: {@code sample.wildfly.home}, {@code sample.deployments}, {@code sample.directory} and the
     * ports; and every key of the library that the command line sets, such as {@code -Dauth0.login.silent=true}.
     */
    public static RunOptions ofSystemProperties() {
        return new RunOptions(
                Path.of(required("sample.wildfly.home")),
                Path.of(required("sample.deployments")),
                Path.of(required("sample.directory")),
                Integer.getInteger("sample.port", 0),
                Integer.getInteger("tenant.port", 0),
                settings(System.getProperties()));
    }

    /** Returns options with a further setting. */
    public RunOptions with(String key, String value) {
        Map<String, String> more = new TreeMap<>(settings);
        more.put(key, value);
        return new RunOptions(wildflyHome, deployments, directory, port, tenantPort, more);
    }

    /** Returns options with a port that is known: a free one in place of 0. */
    public RunOptions withKnownPort() {
        return port == 0 ? new RunOptions(wildflyHome, deployments, directory, freePort(), tenantPort, settings) : this;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> settings(Properties properties) {
        Map<String, String> settings = new TreeMap<>();
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith("auth0."))
                .forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }

    private static String required(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("The system property " + name + " is missing");
        }
        return value;
    }
}
