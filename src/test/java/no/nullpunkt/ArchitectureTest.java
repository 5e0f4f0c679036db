package no.nullpunkt;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** The few rules that keep the packages apart. */
class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("no.nullpunkt");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("no.nullpunkt.(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void calculationIsPure() {
        classes()
                .that()
                .resideInAPackage("no.nullpunkt.calculation")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "no.nullpunkt.calculation")
                .check(PRODUCT);
    }

    @Test
    void calculationIsExact() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage("no.nullpunkt.calculation")
                .should()
                .notHaveRawType(double.class)
                .andShould()
                .notHaveRawType(float.class)
                .check(PRODUCT);
    }

    @Test
    void entitiesStayAtHome() {
        classes().that().areAnnotatedWith(Entity.class).should().notBePublic().check(PRODUCT);
    }

    @Test
    void httpIsSpokenByResources() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .haveSimpleNameEndingWith("Resource")
                .check(PRODUCT);
    }

    @Test
    void rulesDoNotSpeakHttp() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Service")
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta.ws.rs.."))
                .check(PRODUCT);
    }

    @Test
    void transactionsAreServices() {
        methods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .beDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Service")
                .check(PRODUCT);
    }

    @Test
    void onlyReportKnowsAllFeatures() {
        noClasses()
                .that(not(resideInAPackage("no.nullpunkt.report")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("no.nullpunkt.report")
                .check(PRODUCT);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(YearMonth.class, "now")
                .check(PRODUCT);
    }
}
