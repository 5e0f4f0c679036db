package no.nullpunkt;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Set;

/** The rules of the architecture that a compiler does not keep. */
@AnalyzeClasses(packages = "no.nullpunkt", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** What all requests pass, and what reads addresses for several resources. */
    private static final Set<String> HTTP_PLUMBING = Set.of(
            "AddressParameters",
            "AllowedMethods",
            "ColonInPath",
            "CreatesOnce",
            "Language",
            "PlainAddress",
            "ProblemMappers",
            "Reply",
            "TenantFilter",
            "UploadLimit");

    /** Whose rows are not a municipality's: an e-mail has one account. */
    private static final Set<String> OF_NO_MUNICIPALITY = Set.of("Account");

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("no.nullpunkt.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule sharedKnowsNoFeature = noClasses()
            .that()
            .resideInAPackage("..shared..")
            .should()
            .dependOnClassesThat(resideInAPackage("no.nullpunkt..").and(not(resideInAPackage("..shared.."))));

    @ArchTest
    static final ArchRule calculationStandsOnTheJdkAlone = classes()
            .that()
            .resideInAPackage("..calculation..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "no.nullpunkt.calculation..");

    @ArchTest
    static final ArchRule calculationKnowsNoBinaryFractions = noClasses()
            .that()
            .resideInAPackage("..calculation..")
            .should()
            .dependOnClassesThat(are(assignableTo(Double.class)
                    .or(assignableTo(Float.class))
                    .or(assignableTo(double.class))
                    .or(assignableTo(float.class))));

    /** So features refer to each other by id: the compiler keeps entities in their package. */
    @ArchTest
    static final ArchRule entitiesStayInTheirPackage =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule httpIsSpokenByResourcesAndPages = noClasses()
            .that()
            .haveNameNotMatching(".*(Resource|Pages|Query)(\\$.*)?")
            .and(not(named(HTTP_PLUMBING)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule servicesHoldTheTransactions = methods()
            .that()
            .areAnnotatedWith(Transactional.class)
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Service");

    @ArchTest
    static final ArchRule transactionsAreNotOfWholeClasses =
            noClasses().should().beAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("no.nullpunkt.shared.Time")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(YearMonth.class, "now")
            .orShould()
            .callMethod(Year.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethodWhere(inClassAndNamed(Clock.class, "system"));

    /** What a repository inherits asks for no municipality, so only the repository's own package may call it. */
    @ArchTest
    static final ArchRule inheritedQueriesStayInTheirPackage = classes().should(callNoForeignRepository());

    /** So that what looks a row up by its key names the municipality. */
    @ArchTest
    static final ArchRule keysHoldTheMunicipality = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .and()
            .resideOutsideOfPackage("..catalogue..")
            .and(not(named(OF_NO_MUNICIPALITY)))
            .should(haveTheMunicipalityInTheirKey());

    private static DescribedPredicate<JavaClass> named(Set<String> names) {
        return DescribedPredicate.describe("are one of " + names, type -> names.stream()
                .anyMatch(name -> type.getName().matches(".*\\." + name + "(\\$.*)?")));
    }

    private static DescribedPredicate<JavaClass> not(DescribedPredicate<JavaClass> predicate) {
        return DescribedPredicate.not(predicate);
    }

    private static DescribedPredicate<JavaCall<?>> inClassAndNamed(Class<?> owner, String beginning) {
        return DescribedPredicate.describe(
                owner.getSimpleName() + "." + beginning + "…",
                call -> call.getTargetOwner().isEquivalentTo(owner)
                        && call.getName().startsWith(beginning));
    }

    private static ArchCondition<JavaClass> callNoForeignRepository() {
        return new ArchCondition<>("call what repositories of other packages inherit") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().isAssignableTo(PanacheRepositoryBase.class))
                        .filter(call -> !call.getTargetOwner().getPackageName().equals(type.getPackageName()))
                        .filter(call -> call.getTarget()
                                .resolveMember()
                                .filter(method -> !method.getOwner().equals(call.getTargetOwner()))
                                .isPresent())
                        .forEach(call -> events.add(SimpleConditionEvent.violated(type, call.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> haveTheMunicipalityInTheirKey() {
        return new ArchCondition<>("have the municipality in their key") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var found = type.getFields().stream()
                        .anyMatch(field ->
                                field.getName().equals("municipalityId") && field.isAnnotatedWith(Id.class));
                events.add(new SimpleConditionEvent(type, found, type.getName() + " has no municipality in its key"));
            }
        };
    }
}
