package io.github.auth0jakarta.sample.launcher;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An installed Chromium and its driver.
 *
 * @param executable the browser
 * @param driver the program that remote-controls it
 */
public record Browser(Path executable, Path driver) {
    private static final String LEFT_OUT = """

            ************************************************************************
            *  NO CHROMIUM OR NO CHROMEDRIVER FOUND: THE BROWSER TEST IS LEFT OUT. *
            *  To have it too: apt-get install chromium chromium-driver            *
            ************************************************************************
            """;

    /** Finds what {@code sample.chromium} and {@code sample.chromedriver} name, or else stands on the PATH. */
    private static Optional<Browser> find() {
        Optional<Path> executable = program("sample.chromium", "chromium", "chromium-browser", "google-chrome");
        Optional<Path> driver = program("sample.chromedriver", "chromedriver");
        return executable.flatMap(browser -> driver.map(found -> new Browser(browser, found)));
    }

    /** Finds a browser, or says loudly that there is none and leaves the test out. */
    public static Browser findOrLeaveOut() {
        Optional<Browser> found = findOrSay();
        assumeTrue(found.isPresent(), "NO CHROMIUM FOUND");
        return found.orElseThrow();
    }

    /** Finds a browser, or says loudly that there is none. */
    public static Optional<Browser> findOrSay() {
        Optional<Browser> found = find();
        if (found.isEmpty()) {
            System.out.println(LEFT_OUT);
        }
        return found;
    }

    private static Optional<Path> program(String property, String... names) {
        String given = System.getProperty(property);
        if (given != null) {
            return Optional.of(Path.of(given)).filter(Files::isExecutable);
        }
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
