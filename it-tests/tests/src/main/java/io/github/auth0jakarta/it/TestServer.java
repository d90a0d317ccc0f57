package io.github.auth0jakarta.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The server under test, as its module describes it in system properties. */
public final class TestServer {

    /** Where browsers find the server. */
    static final String ORIGIN = System.getProperty("it.server.origin");

    /** Where browsers find the test application: below a context path, unlike {@code it-tests/run-app}. */
    public static final String APP = ORIGIN + "/app";

    private TestServer() {}

    static boolean isWildFly() {
        return System.getProperty("it.server.name").startsWith("WildFly");
    }

    /** Returns all that the server has logged. */
    static String log() {
        try {
            return new String(Files.readAllBytes(Path.of(System.getProperty("it.server.log"))), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the server's log", e);
        }
    }
}
