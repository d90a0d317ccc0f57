package io.github.auth0jakarta.sample.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What {@link RunSample} starts, and where.
 *
 * @param wildflyHome an unpacked WildFly, which stays as it is
 * @param war the application
 * @param directory where the server may write
 * @param port the application's port; 0 takes a free one
 * @param tenantPort the tenant's port; 0 takes a free one
 * @param settings configuration keys of the library, which win over what the sample sets itself
 */
public record RunOptions(
        Path wildflyHome, Path war, Path directory, int port, int tenantPort, Map<String, String> settings) {

    public RunOptions {
        settings = Map.copyOf(settings);
    }

    /**
     * Returns what the build sets: {@code sample.wildfly.home}, {@code sample.war}, {@code sample.directory} and the ports;
     * and every key of the library that the command line sets, such as {@code -Dauth0.login.silent=true}.
     */
    public static RunOptions ofSystemProperties() {
        return new RunOptions(
                Path.of(required("sample.wildfly.home")),
                Path.of(required("sample.war")),
                Path.of(required("sample.directory")),
                Integer.getInteger("sample.port", 0),
                Integer.getInteger("tenant.port", 0),
                settings(System.getProperties()));
    }

    /** Returns options with a further setting. */
    public RunOptions with(String key, String value) {
        Map<String, String> more = new TreeMap<>(settings);
        more.put(key, value);
        return new RunOptions(wildflyHome, war, directory, port, tenantPort, more);
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
