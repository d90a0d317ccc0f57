package io.github.auth0jakarta.sample.run;

import java.nio.file.Path;

/**
 * What {@link RunSample} starts, and where.
 *
 * @param wildflyHome an unpacked WildFly, which stays as it is
 * @param war the application
 * @param directory where the server may write
 * @param port the application's port; 0 takes a free one
 * @param tenantPort the tenant's port; 0 takes a free one
 */
public record RunOptions(Path wildflyHome, Path war, Path directory, int port, int tenantPort) {

    /** Returns what the build sets: {@code sample.wildfly.home}, {@code sample.war}, {@code sample.directory} and the ports. */
    public static RunOptions ofSystemProperties() {
        return new RunOptions(
                Path.of(required("sample.wildfly.home")),
                Path.of(required("sample.war")),
                Path.of(required("sample.directory")),
                Integer.getInteger("sample.port", 0),
                Integer.getInteger("tenant.port", 0));
    }

    private static String required(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("The system property " + name + " is missing");
        }
        return value;
    }
}
