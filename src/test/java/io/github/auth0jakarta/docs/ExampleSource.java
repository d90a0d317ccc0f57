package io.github.auth0jakarta.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Regions of compiled sources that pages show: what stands between {@code // tag::name} and {@code // end::name}. */
final class ExampleSource {
    private static final List<Path> FOLDERS = List.of(
            Path.of("src/test/java/io/github/auth0jakarta/docs/examples"),
            Path.of("it-tests/tenant/src/test/java/io/github/auth0jakarta/tenant/examples"));

    private ExampleSource() {}

    /**
     * Returns a region without its common indentation.
     *
     * @param name of the form {@code File#region}
     */
    static String region(String name) {
        String[] parts = name.split("#", 2);
        String source = source(parts[0] + ".java");
        String begin = "// tag::" + parts[1] + "\n";
        String end = "// end::" + parts[1] + "\n";
        int from = source.indexOf(begin);
        int to = source.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("There is no region " + name);
        }
        // stripIndent would take an empty last line for one without indentation.
        return source.substring(from + begin.length(), source.lastIndexOf('\n', to))
                        .stripIndent() + "\n";
    }

    private static String source(String file) {
        try {
            for (Path folder : FOLDERS) {
                if (Files.exists(folder.resolve(file))) {
                    return Files.readString(folder.resolve(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException("There is no example " + file);
    }
}
