package io.github.auth0jakarta.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.TokenSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** RFC 9700, 2.4: no application gets a user's password to log in with, so none can offer to. */
class NoPasswordGrantTest {
    private static final Pattern BY_PASSWORD = Pattern.compile("password(?!less)", Pattern.CASE_INSENSITIVE);
    private static final Pattern GRANT = Pattern.compile("\"grant_type\",\\s*\"password\"|grant-type/password-realm");

    private static boolean isByPassword(JavaMethod method) {
        return Stream.concat(
                        Stream.of(method.getName()),
                        method.getRawParameterTypes().stream().map(JavaClass::getSimpleName))
                .anyMatch(name -> BY_PASSWORD.matcher(name).find());
    }

    private static boolean givesTokens(JavaMethod method) {
        return method.getRawReturnType().isEquivalentTo(TokenSet.class)
                || method.getRawReturnType().isEquivalentTo(AccessToken.class);
    }

    @Test
    @Tag("TC-16")
    void publicTypesGiveNoTokensForAPassword() {
        List<JavaMethod> giving = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.github.auth0jakarta")
                        .stream()
                        .filter(type -> !type.getPackageName().contains(".internal"))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(NoPasswordGrantTest::givesTokens)
                        .toList();
        assertThat(giving).isNotEmpty().noneMatch(NoPasswordGrantTest::isByPassword);
    }

    @Test
    @Tag("TC-16")
    void noRequestHasTheGrant() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(path -> path.toString().endsWith(".java")))
                    .isNotEmpty()
                    .noneMatch(path -> GRANT.matcher(text(path)).find());
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
