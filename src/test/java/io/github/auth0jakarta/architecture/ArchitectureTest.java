package io.github.auth0jakarta.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import org.jspecify.annotations.NullMarked;

/** The layers of the library and who may use what from outside; the order here is that of the design. */
@AnalyzeClasses(packages = "io.github.auth0jakarta", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String INTERNAL = "io.github.auth0jakarta.internal.";
    private static final String[] GROUND_PACKAGES = {INTERNAL + "config..", INTERNAL + "http..", INTERNAL + "json.."};
    private static final String ALL_INTERNAL = "io.github.auth0jakarta.internal..";

    /** The three edges do not know one another. */
    @ArchTest
    static final ArchRule LAYERS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("boot")
            .definedBy(INTERNAL + "boot..")
            .layer("login")
            .definedBy(INTERNAL + "login..")
            .optionalLayer("authorization")
            .definedBy(INTERNAL + "authorization..")
            .layer("api")
            .definedBy(INTERNAL + "api..")
            .layer("logout")
            .definedBy(INTERNAL + "logout..")
            .layer("connect")
            .definedBy(INTERNAL + "connect..")
            .layer("passwordless")
            .definedBy(INTERNAL + "passwordless..")
            .layer("session")
            .definedBy(INTERNAL + "session..")
            .layer("caller")
            .definedBy(INTERNAL + "caller..")
            .layer("web")
            .definedBy(INTERNAL + "web..")
            .layer("oauth")
            .definedBy(INTERNAL + "oauth..")
            .layer("dpop")
            .definedBy(INTERNAL + "dpop..")
            .layer("jose")
            .definedBy(INTERNAL + "jose..")
            .layer("http")
            .definedBy(INTERNAL + "http..")
            .layer("json")
            .definedBy(INTERNAL + "json..")
            .layer("config")
            .definedBy(INTERNAL + "config..")
            .layer("public")
            .definedBy(
                    "io.github.auth0jakarta",
                    "io.github.auth0jakarta.spi..",
                    "io.github.auth0jakarta.event..",
                    "io.github.auth0jakarta.client..")
            .whereLayer("boot")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("login")
            .mayOnlyBeAccessedByLayers("boot")
            .whereLayer("authorization")
            .mayOnlyBeAccessedByLayers("boot")
            .whereLayer("api")
            .mayOnlyBeAccessedByLayers("boot", "authorization")
            .whereLayer("logout")
            .mayOnlyBeAccessedByLayers("boot")
            .whereLayer("connect")
            .mayOnlyBeAccessedByLayers("boot", "login", "passwordless")
            .whereLayer("passwordless")
            .mayOnlyBeAccessedByLayers("boot", "login")
            .whereLayer("session")
            .mayOnlyBeAccessedByLayers("boot", "login", "authorization", "api", "logout", "connect", "passwordless")
            .whereLayer("caller")
            .mayOnlyBeAccessedByLayers(
                    "boot", "login", "authorization", "api", "logout", "session", "connect", "passwordless")
            .whereLayer("web")
            .mayOnlyBeAccessedByLayers(
                    "boot", "login", "authorization", "api", "logout", "session", "connect", "passwordless")
            .whereLayer("oauth")
            .mayOnlyBeAccessedByLayers(
                    "boot",
                    "login",
                    "authorization",
                    "api",
                    "logout",
                    "session",
                    "connect",
                    "passwordless",
                    "caller",
                    "web")
            .whereLayer("dpop")
            .mayOnlyBeAccessedByLayers(
                    "boot",
                    "login",
                    "authorization",
                    "api",
                    "logout",
                    "session",
                    "connect",
                    "passwordless",
                    "caller",
                    "web",
                    "oauth")
            .whereLayer("jose")
            .mayOnlyBeAccessedByLayers(
                    "boot",
                    "login",
                    "authorization",
                    "api",
                    "logout",
                    "session",
                    "connect",
                    "passwordless",
                    "caller",
                    "web",
                    "oauth",
                    "dpop")
            .whereLayer("public")
            .mayNotAccessAnyLayer();

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
