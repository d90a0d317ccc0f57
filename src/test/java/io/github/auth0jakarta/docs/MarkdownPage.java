package io.github.auth0jakarta.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of the documentation.
 *
 * @param file relative to the root of the repository
 */
record MarkdownPage(Path file, String text) {
    private static final Pattern CODE_BLOCK = Pattern.compile(
            "(?:<!-- example: (?<example>\\S+) -->\\n)?```(?<language>\\w*)\\n(?<code>.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\((?<target>[^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (?<title>.+)$", Pattern.MULTILINE);

    /**
     * A block of code.
     *
     * @param example what the comment before it names, null where there is none
     */
    record CodeBlock(@Nullable String example, String language, String code) {}

    /** Returns all pages: those at the top and those in {@code docs}. */
    static List<MarkdownPage> all() {
        List<MarkdownPage> pages = new ArrayList<>();
        for (Path folder : List.of(Path.of(""), Path.of("docs"), Path.of("docs", "decisions"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".md"))
                        .sorted()
                        .map(MarkdownPage::of)
                        .forEach(pages::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return pages;
    }

    static MarkdownPage of(Path file) {
        try {
            return new MarkdownPage(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<CodeBlock> codeBlocks() {
        return CODE_BLOCK
                .matcher(text)
                .results()
                .map(block -> new CodeBlock(block.group(1), block.group(2), block.group(3)))
                .toList();
    }

    /** Returns the targets of all links that lead to another place in the repository. */
    List<String> localLinks() {
        return LINK.matcher(withoutCode())
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.startsWith("https://"))
                .toList();
    }

    /** Returns what can be linked to, as GitHub names it. */
    Set<String> anchors() {
        return HEADING.matcher(withoutCode())
                .results()
                .map(MarkdownPage::anchor)
                .collect(Collectors.toSet());
    }

    private static String anchor(MatchResult heading) {
        return heading.group(1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private String withoutCode() {
        return CODE_BLOCK.matcher(text).replaceAll("");
    }

    /** Names the page without its text. */
    @Override
    public String toString() {
        return file.toString();
    }
}
