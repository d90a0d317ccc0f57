package io.github.auth0jakarta.sample.run;

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
record Browser(Path executable, Path driver) {

    /** Finds what {@code sample.chromium} and {@code sample.chromedriver} name, or else stands on the PATH. */
    static Optional<Browser> find() {
        Optional<Path> executable = program("sample.chromium", "chromium", "chromium-browser", "google-chrome");
        Optional<Path> driver = program("sample.chromedriver", "chromedriver");
        return executable.flatMap(browser -> driver.map(found -> new Browser(browser, found)));
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
