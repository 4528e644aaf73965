package org.zhaoshang;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * The house rules that bytecode can tell. Plain tests with {@code check(…)}: ArchUnit's annotated fields run nothing here and
 * stay green.
 */
class ArchitectureTest {
    private static final String ROOT = "org.zhaoshang.";
    private static final JavaClasses CODE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.zhaoshang");

    /** From the first that may be used by all to the last that uses the rest. */
    private static final List<String> FEATURES = lines("src/test/resources/features.txt");

    @Test
    void seesTheCode() {
        assertThat(CODE.size()).isGreaterThan(100);
    }

    @Test
    void everyFeatureStandsInTheList() {
        assertThat(CODE.stream().map(ArchitectureTest::topic).collect(Collectors.toSet()))
                .isSubsetOf(union(FEATURES, "", "shared"));
    }

    @Test
    void aFeatureUsesSharedAndTheFeaturesAboveIt() {
        for (int place = 0; place < FEATURES.size(); place++) {
            String[] below = FEATURES.subList(place + 1, FEATURES.size()).stream()
                    .map(ArchitectureTest::in)
                    .toArray(String[]::new);
            noClasses()
                    .that(resideInAPackage(in(FEATURES.get(place))))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(below))
                    .because("features.txt lists them below " + FEATURES.get(place)
                            + ", which they reach by events only")
                    // A feature of the list may still be to come.
                    .allowEmptyShould(true)
                    .check(CODE);
        }
    }

    @Test
    void sharedKnowsNoFeature() {
        noClasses()
                .that(resideInAPackage(in("shared")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        FEATURES.stream().map(ArchitectureTest::in).toArray(String[]::new)))
                .check(CODE);
    }

    @Test
    void aPackageDoesNotUseItsSubPackages() {
        for (String feature : FEATURES) {
            noClasses()
                    .that(resideInAPackage(ROOT + feature))
                    .should()
                    .dependOnClassesThat(resideInAPackage(ROOT + feature + ".*.."))
                    .allowEmptyShould(true)
                    .check(CODE);
        }
    }

    @Test
    void noPackagesDependOnOneAnotherInACircle() {
        slices().matching("org.zhaoshang.(**)").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void resourcesArePackagePrivate() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .bePackagePrivate()
                .check(CODE);
    }

    @Test
    void noEntityLeavesItsResource() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .and()
                .areNotPrivate()
                .should()
                .notHaveRawReturnType(describe("an entity", type -> type.isAnnotatedWith(Entity.class)))
                .check(CODE);
    }

    @Test
    void entitiesChangeByVerbsAndNotBySetters() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameMatching("set[A-Z].*")
                .check(CODE);
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses().should().haveSimpleNameEndingWith("Service").check(CODE);
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|DTO|Dto|Utils?|Helpers?)")
                .check(CODE);
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..helper..")
                .check(CODE);
    }

    @Test
    void onlyTheStartSpeaksToTheConsole() {
        noClasses()
                .that()
                .areNotAssignableTo(Main.class)
                .should(ACCESS_STANDARD_STREAMS)
                .check(CODE);
    }

    @Test
    void everyPackageSaysWhatItIsAndWhereNullMayBe() {
        assertThat(CODE.stream().map(JavaClass::getPackage).distinct())
                .allSatisfy(place -> assertThat(place.isAnnotatedWith(NullMarked.class))
                        .as(place.getName())
                        .isTrue());
    }

    private static String in(String topic) {
        return ROOT + topic + "..";
    }

    /** The feature of a class, "shared", or nothing at the top. */
    private static String topic(JavaClass type) {
        String name = type.getPackageName() + ".";
        return name.equals(ROOT) ? "" : name.substring(ROOT.length(), name.indexOf('.', ROOT.length()));
    }

    private static List<String> union(List<String> names, String... more) {
        return Stream.concat(names.stream(), Stream.of(more)).toList();
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(java.nio.file.Path.of(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
