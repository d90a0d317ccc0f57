package io.github.auth0jakarta.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.docs.MarkdownPage.CodeBlock;
import io.github.auth0jakarta.docs.SecurityCriteria.Criterion;
import io.github.auth0jakarta.internal.config.ConfigKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documentation says what the code says; {@code -Ddocs.update=true} writes the generated pages anew. */
class DocsTest {
    /** A key of ours, and no part of a host, a package or a file name. */
    private static final Pattern KEY = Pattern.compile("(?<![\\w./-])auth0\\.[a-z][a-z-]*(?:\\.[a-z*-]+)*(?![\\w(])");

    private static final Pattern ERROR_CODE = Pattern.compile(
            "`(?!server\\.xml)((?:config|login|id_token|access_token|session|server|transport)\\.[a-z_]+)`");

    static Stream<MarkdownPage> pages() {
        return MarkdownPage.all().stream();
    }

    @Test
    void configurationPageIsGeneratedFromConfigKey() throws IOException {
        checkGenerated(Path.of("docs/configuration.md"), ReferencePages.configuration());
    }

    @Test
    void errorsPageIsGeneratedFromAuth0ErrorCode() throws IOException {
        checkGenerated(Path.of("docs/errors.md"), ReferencePages.errors());
    }

    @Test
    void securityCriteriaPageIsGeneratedFromTags() throws IOException {
        checkGenerated(Path.of("docs/security-criteria.md"), SecurityCriteria.page());
    }

    /** Critical and high criteria all, of the others nine in ten. */
    @Test
    void criteriaAreShownByTests() {
        Map<String, Set<String>> tests = SecurityCriteria.tests();
        Map<Boolean, List<Criterion>> shown = SecurityCriteria.all().stream()
                .collect(Collectors.partitioningBy(criterion -> tests.containsKey(criterion.id())));
        List<Criterion> missing = shown.get(false);
        assertThat(missing)
                .filteredOn(criterion -> !criterion.level().equals("D"))
                .allSatisfy(criterion -> assertThat(criterion.reason()).isNotEmpty());
        assertThat(missing)
                .filteredOn(criterion -> criterion.level().equals("D"))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void testsThatTheCoveragePageNamesExist() {
        Matcher named = Pattern.compile("\\b[A-Z][A-Za-z0-9]+(?:Test|IT)\\b")
                .matcher(MarkdownPage.of(Path.of("docs/coverage.md")).text());
        Set<String> existing = SecurityCriteria.testClasses();
        while (named.find()) {
            assertThat(existing).contains(named.group());
        }
    }

    private static void checkGenerated(Path page, String expected) throws IOException {
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(page, expected);
        }
        assertThat(page)
                .as("generated; write it anew with mvn test -Dtest=DocsTest -Ddocs.update=true")
                .hasContent(expected);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void javaExamplesAreRegionsOfCompiledSources(MarkdownPage page) {
        for (CodeBlock block : page.codeBlocks()) {
            if (block.language().equals("java")) {
                assertThat(block.example()).as("name of " + block.code()).isNotNull();
                assertThat(block.code()).isEqualTo(ExampleSource.region(String.valueOf(block.example())));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(MarkdownPage page) {
        List<String> broken = new ArrayList<>(page.localLinks());
        broken.removeIf(link -> leadsSomewhere(page, link));
        assertThat(broken).isEmpty();
    }

    private static boolean leadsSomewhere(MarkdownPage page, String link) {
        String[] parts = link.split("#", 2);
        Path folder = page.file().toAbsolutePath().getParent();
        Path target = parts[0].isEmpty() || folder == null ? page.file() : folder.resolve(parts[0]);
        return Files.exists(target)
                && (parts.length == 1 || MarkdownPage.of(target).anchors().contains(parts[1]));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void namedConfigurationKeysExist(MarkdownPage page) {
        assertThat(KEY.matcher(page.text()).results().map(found -> found.group()))
                .allMatch(DocsTest::isConfigurationKey);
    }

    private static boolean isConfigurationKey(String name) {
        String beginning = name.endsWith("*") ? name.substring(0, name.length() - 1) : null;
        return Arrays.stream(ConfigKey.values()).map(ConfigKey::key).anyMatch(key -> {
            boolean named = key.equals(name) || (key.endsWith(".*") && name.startsWith(key.replace("*", "")));
            return named || (beginning != null && key.startsWith(beginning));
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void namedErrorCodesExist(MarkdownPage page) {
        List<String> codes =
                Arrays.stream(Auth0ErrorCode.values()).map(Auth0ErrorCode::text).toList();
        assertThat(ERROR_CODE.matcher(page.text()).results().map(found -> found.group(1)))
                .allMatch(codes::contains);
    }

    @Test
    void readmeNamesTheCommandThatContinuousIntegrationRuns() throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains("mvn -f it-tests/pom.xml verify\n");
        assertThat(Files.readString(Path.of(".ci/run"))).endsWith("mvn -B -f it-tests/pom.xml verify\n");
    }
}
