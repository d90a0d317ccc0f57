package io.github.auth0jakarta.sample.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The directory that a WildFly writes to, apart from its installation, so that every start is a first start. */
final class ServerDirectory {
    private ServerDirectory() {}

    /** Makes the directory anew, with the installation's configuration and the applications. */
    static Path create(Path directory, Path wildflyHome, Path applications) throws IOException {
        delete(directory);
        Path configuration = Files.createDirectories(directory.resolve("configuration"));
        Path deployments = Files.createDirectories(directory.resolve("deployments"));
        for (Path file : list(wildflyHome.resolve("standalone/configuration"))) {
            if (Files.isRegularFile(file)) {
                Files.copy(file, configuration.resolve(file.getFileName().toString()));
            }
        }
        for (Path file : list(applications)) {
            Files.copy(file, deployments.resolve(file.getFileName().toString()));
        }
        return directory;
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(directory)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
