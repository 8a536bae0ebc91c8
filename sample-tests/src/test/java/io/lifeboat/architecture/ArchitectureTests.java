package io.lifeboat.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.lifeboat.engine.history.Truth;
import io.lifeboat.fault.FaultException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the main classes of all published modules. */
class ArchitectureTests {

    private static final String ENGINE = "io.lifeboat.engine..";
    private static final String FAULT = "io.lifeboat.fault..";
    private static final String REPORT = "io.lifeboat.report..";
    private static final String EXTENSION = "io.lifeboat.junit..";

    private static final DescribedPredicate<JavaClass> IS_ANNOTATION =
            DescribedPredicate.describe("annotations and their containers", PackageSlices::isAnnotation);

    private static final JavaClasses LIFEBOAT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.lifeboat");

    @ParameterizedTest
    @ValueSource(strings = {ENGINE, FAULT, REPORT, EXTENSION})
    void seesTheClassesOfEveryModule(String module) {
        assertThat(LIFEBOAT.that(JavaClass.Predicates.resideInAPackage(module)).size())
                .isGreaterThan(30);
    }

    /** A predictor that could see the injected fault would have its label in its input. */
    @Test
    void theEngineKnowsNothingButItself() {
        check(noClasses()
                .that()
                .resideInAPackage(ENGINE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FAULT, REPORT, EXTENSION));
    }

    @Test
    void injectorsKnowNothingButThemselves() {
        check(noClasses()
                .that()
                .resideInAPackage(FAULT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ENGINE, REPORT, EXTENSION));
    }

    /** Everything that a report shows comes from the journal. */
    @Test
    void reportsKnowNothingButThemselves() {
        check(noClasses()
                .that()
                .resideInAPackage(REPORT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ENGINE, FAULT, EXTENSION));
    }

    @Test
    void onlyTheExtensionKnowsJunit() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(EXTENSION)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.junit.."));
    }

    @Test
    void noPackageDependsOnItselfThroughOthers() {
        check(slices().assignedFrom(new PackageSlices())
                .should()
                .beFreeOfCycles()
                // Annotations name the extension that reads them (@ExtendWith): only a name, and JUnit's way.
                .ignoreDependency(IS_ANNOTATION, alwaysTrue())
                // One exception for all that goes wrong with a fault, its undoing included.
                .ignoreDependency(alwaysTrue(), equivalentTo(FaultException.class)));
    }

    /**
     * Telemetry is the only road from a fault to a prediction, and predictions do not know what is done with them. What adapts is held to
     * the same: outcomes are told to it, as the platform sees them and after the fact.
     */
    @Test
    void predictorsReadTelemetryAlone() {
        check(classes()
                .that()
                .resideInAnyPackage(
                        "io.lifeboat.engine.prediction..",
                        "io.lifeboat.engine.adapt..",
                        "io.lifeboat.engine.telemetry..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "io.lifeboat.engine.adapt..",
                        "io.lifeboat.engine.cluster..",
                        "io.lifeboat.engine.files..",
                        "io.lifeboat.engine.model..",
                        "io.lifeboat.engine.prediction..",
                        "io.lifeboat.engine.telemetry.."));
    }

    /** A recorded run keeps what happened apart from what was measured, and only training may bring them together. */
    @Test
    void whatPredictsNeverSeesTheTruth() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "io.lifeboat.engine",
                        "io.lifeboat.engine.agent..",
                        "io.lifeboat.engine.alert..",
                        "io.lifeboat.engine.local..",
                        "io.lifeboat.engine.model..",
                        "io.lifeboat.engine.prediction..",
                        "io.lifeboat.engine.simulation..",
                        "io.lifeboat.engine.telemetry..",
                        "io.lifeboat.engine..features..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Truth.class));
    }

    @Test
    void timeAndChanceAreParameters() {
        check(classes().should(new NoHiddenInputs()));
    }

    @Test
    void everyNamedAdapterIsStillThereAndNeedsToBeNamed() {
        Set<String> needed = LIFEBOAT.stream()
                .filter(NoHiddenInputs::hasAny)
                .map(NoHiddenInputs::outermost)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(needed).containsAll(NoHiddenInputs.ADAPTERS.keySet());
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked = LIFEBOAT.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(javaPackage -> !javaPackage.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .sorted()
                .toList();
        assertThat(unmarked)
                .as("packages without a @NullMarked package-info.java")
                .isEmpty();
    }

    private static void check(ArchRule rule) {
        rule.check(LIFEBOAT);
    }
}
