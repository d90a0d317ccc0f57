package io.github.auth0jakarta.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** The layers of the library and who may use what from outside; the order here is that of the design. */
@AnalyzeClasses(packages = "io.github.auth0jakarta", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String INTERNAL = "io.github.auth0jakarta.internal.";
    private static final String[] GROUND_PACKAGES = {INTERNAL + "config..", INTERNAL + "http..", INTERNAL + "json.."};
    private static final String ALL_INTERNAL = "io.github.auth0jakarta.internal..";

    /** Each knows those below it, and none of those in its own line. */
    private static final List<List<String>> LINES = List.of(
            List.of("boot"),
            List.of("login", "authorization", "logout"),
            List.of("api"),
            List.of("exchange", "mfa", "ciba", "passwordless"),
            List.of("connect"),
            List.of("session"),
            List.of("caller", "web"),
            List.of("oauth"),
            List.of("dpop"),
            List.of("jose"));

    private static final String[] PUBLIC = {
        "io.github.auth0jakarta",
        "io.github.auth0jakarta.spi..",
        "io.github.auth0jakarta.event..",
        "io.github.auth0jakarta.client.."
    };

    @ArchTest
    static void packagesKnowThoseBelowThem(JavaClasses classes) {
        for (int line = 0; line < LINES.size(); line++) {
            for (String name : LINES.get(line)) {
                noClasses()
                        .that()
                        .resideInAPackage(INTERNAL + name + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(besideAndAbove(line, name))
                        .allowEmptyShould(true)
                        .check(classes);
            }
        }
    }

    private static String[] besideAndAbove(int line, String name) {
        return LINES.subList(0, line + 1).stream()
                .flatMap(List::stream)
                .filter(other -> !other.equals(name))
                .map(other -> INTERNAL + other + "..")
                .toArray(String[]::new);
    }

    @ArchTest
    static final ArchRule PUBLIC_TYPES =
            noClasses().that().resideInAnyPackage(PUBLIC).should().dependOnClassesThat(resideInAPackage(ALL_INTERNAL));

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.github.auth0jakarta.(**)").should().beFreeOfCycles();

    /** What all others stand on knows none of them. */
    @ArchTest
    static final ArchRule GROUND = noClasses()
            .that()
            .resideInAnyPackage(GROUND_PACKAGES)
            .should()
            .dependOnClassesThat(resideInAPackage(ALL_INTERNAL).and(not(resideInAnyPackage(GROUND_PACKAGES))));

    @ArchTest
    static final ArchRule NIMBUS = onlyIn("com.nimbusds..", INTERNAL + "jose..");

    @ArchTest
    static final ArchRule HTTP_CLIENT = onlyIn("java.net.http..", INTERNAL + "http..");

    @ArchTest
    static final ArchRule MICROPROFILE_CONFIG = onlyIn("org.eclipse.microprofile.config..", INTERNAL + "config..");

    @ArchTest
    static final ArchRule JSON_P = noClasses()
            .that()
            .resideOutsideOfPackage(INTERNAL + "json..")
            // Injection points of claims have these types.
            .and()
            .doNotHaveFullyQualifiedName(INTERNAL + "boot.ClaimProducer")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.json..");

    @ArchTest
    static final ArchRule MICROPROFILE_JWT =
            onlyIn("org.eclipse.microprofile.jwt..", INTERNAL + "caller..", INTERNAL + "boot..");

    /** The rules of the protocol are plain Java; servlets and beans are for the edges. */
    @ArchTest
    static final ArchRule PROTOCOL_WITHOUT_CONTAINER = noClasses()
            .that()
            .resideInAnyPackage(
                    INTERNAL + "oauth..",
                    INTERNAL + "dpop..",
                    INTERNAL + "jose..",
                    INTERNAL + "http..",
                    INTERNAL + "json..",
                    INTERNAL + "config..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.servlet..",
                    "jakarta.enterprise..",
                    "jakarta.security..",
                    "jakarta.ws..",
                    "jakarta.inject..");

    @ArchTest
    static final ArchRule PUBLIC_WITHOUT_INTERNAL = noClasses()
            .that(not(resideInAPackage(ALL_INTERNAL)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ALL_INTERNAL);

    @ArchTest
    static final ArchRule NAMES = noClasses().should().haveNameMatching(".*(Utils?|Helper|Common|Misc|Manager|Impl)");

    @ArchTest
    static final ArchRule NULL_MARKED = classes().should(beInANullMarkedPackage());

    @ArchTest
    static final ArchRule NO_FIELD_INJECTION =
            fields().should().notBeAnnotatedWith(Inject.class).andShould().notBeAnnotatedWith(Context.class);

    private static ArchRule onlyIn(String library, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
                }
            }
        };
    }
}
