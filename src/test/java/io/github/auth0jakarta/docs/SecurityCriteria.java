package io.github.auth0jakarta.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The security criteria, each with the tests that carry its id as a JUnit tag. */
final class SecurityCriteria {
    private static final Path CRITERIA = Path.of("src/test/resources/security-criteria.txt");
    private static final List<Path> TESTS = List.of(
            Path.of("src/test/java"),
            Path.of("it-tests/tests/src/main/java"),
            Path.of("it-tests/keycloak/src/test/java"),
            Path.of("it-tests/oidc-provider/src/test/java"),
            Path.of("samples/run/src/test/java"));
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"([A-Z]{1,2}-\\d{2})\"\\)");
    /** What is tagged: the next method, field of an architecture rule, or class. */
    private static final Pattern TAGGED = Pattern.compile("\\b(?:void|class|ArchRule|Stream<DynamicTest>)\\s+(\\w+)");

    /**
     * A criterion.
     *
     * @param level C, H or D
     * @param reason why no test can show it yet, empty where one does
     */
    record Criterion(String id, String level, String text, String reason) {}

    private SecurityCriteria() {}

    static List<Criterion> all() {
        try (Stream<String> lines = Files.lines(CRITERIA)) {
            return lines.filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(SecurityCriteria::criterion)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Criterion criterion(String line) {
        String[] parts = line.split(" \\| ", 4);
        return new Criterion(parts[0], parts[1], parts[2], parts.length > 3 ? parts[3] : "");
    }

    /** Returns the tests of each criterion, as {@code Class#method}. */
    static Map<String, Set<String>> tests() {
        Map<String, Set<String>> tests = new TreeMap<>();
        for (Path folder : TESTS) {
            for (Path file : javaFiles(folder)) {
                collect(file, tests);
            }
        }
        return tests;
    }

    /** Returns the simple names of all test classes. */
    static Set<String> testClasses() {
        return TESTS.stream()
                .flatMap(folder -> javaFiles(folder).stream())
                .map(SecurityCriteria::type)
                .collect(Collectors.toSet());
    }

    private static String type(Path file) {
        return String.valueOf(file.getFileName()).replace(".java", "");
    }

    private static List<Path> javaFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(Path file, Map<String, Set<String>> tests) {
        String type = type(file);
        List<String> waiting = new ArrayList<>();
        for (String line : lines(file)) {
            Matcher tag = TAG.matcher(line);
            while (tag.find()) {
                waiting.add(tag.group(1));
            }
            Matcher tagged = TAGGED.matcher(line);
            if (!waiting.isEmpty() && tagged.find()) {
                String name = tagged.group(1).equals(type) ? type : type + "#" + tagged.group(1);
                waiting.forEach(
                        id -> tests.computeIfAbsent(id, any -> new TreeSet<>()).add(name));
                waiting.clear();
            }
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String page() {
        StringBuilder page = new StringBuilder(ReferencePages.generatedFrom("@Tag"));
        page.append("""
                # Security criteria

                What must hold, and the tests that show it. C is critical, H high, D hardening. A test names the criteria that
                it shows with JUnit's `@Tag`; `mvn test -Dtest=DocsTest -Ddocs.update=true` writes this page anew.

                | Id | Level | What must hold | Shown by |
                |---|---|---|---|
                """);
        Map<String, Set<String>> tests = tests();
        for (Criterion criterion : all()) {
            String shownBy = String.join("<br>", tests.getOrDefault(criterion.id(), Set.of()));
            String last = shownBy.isEmpty() ? criterion.reason() : shownBy;
            page.append(ReferencePages.row(criterion.id(), criterion.level(), criterion.text(), last));
        }
        return page.toString();
    }
}
