package no.nullpunkt;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the architecture that a compiler does not keep. */
class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("no.nullpunkt");

    /** Joins what the features recorded. */
    private static final String[] READ_SIDE = {
        "no.nullpunkt.results",
        "no.nullpunkt.report",
        "no.nullpunkt.story",
        "no.nullpunkt.overview",
        "no.nullpunkt.portfolio"
    };

    /** What all requests pass, and what reads addresses for several resources. */
    private static final Set<String> HTTP_PLUMBING = Set.of(
            "AddressParameters",
            "AllowedMethods",
            "ColonInPath",
            "CreatesOnce",
            "Language",
            "PageHeaders",
            "PlainAddress",
            "ProblemMappers",
            "ProblemReply",
            "Reply",
            "SameOrigin",
            "SignInRequired",
            "TenantFilter",
            "UploadLimit",
            "Visit");

    private static final Set<String> BINARY_FRACTIONS = Set.of("double", "float", "Double", "Float");

    /** Whose rows are not a municipality's: an e-mail has one account. */
    private static final Set<String> OF_NO_MUNICIPALITY = Set.of("Account");

    @Test
    void packagesFormNoCycles() {
        slices().matching("no.nullpunkt.(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void sharedKnowsNoFeature() {
        noClasses()
                .that()
                .resideInAPackage("no.nullpunkt.shared")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("no.nullpunkt..").and(not(resideInAPackage("no.nullpunkt.shared"))))
                .check(PRODUCT);
    }

    /** Figures are made of all features, so no feature may know them. */
    @Test
    void featuresKnowNoFigures() {
        noClasses()
                .that()
                .resideOutsideOfPackages(READ_SIDE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(READ_SIDE)
                .check(PRODUCT);
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
        noClasses()
                .that()
                .resideInAPackage("no.nullpunkt.calculation")
                .should(useBinaryFractions())
                .check(PRODUCT);
    }

    /** So features refer to each other by id: the compiler keeps entities in their package. */
    @Test
    void entitiesStayInTheirPackage() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(PRODUCT);
    }

    @Test
    void httpIsSpokenByResourcesAndPages() {
        noClasses()
                .that()
                .haveNameNotMatching(".*(Resource|Pages|Query)(\\$.*)?")
                .and(not(named(HTTP_PLUMBING)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .check(PRODUCT);
    }

    @Test
    void addressesAreResourcesOrPages() {
        classes()
                .that()
                .areAnnotatedWith(jakarta.ws.rs.Path.class)
                .should()
                .haveSimpleNameEndingWith("Resource")
                .orShould()
                .haveSimpleNameEndingWith("Pages")
                .check(PRODUCT);
    }

    @Test
    void servicesHoldTheTransactions() {
        methods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .beDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Service")
                .check(PRODUCT);
        noClasses().should().beAnnotatedWith(Transactional.class).check(PRODUCT);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("no.nullpunkt.shared.Time")
                .should()
                .callMethodWhere(readsTheTimeItself())
                .check(PRODUCT);
    }

    /** What a repository inherits asks for no municipality, so only the repository's own package may call it. */
    @Test
    void inheritedQueriesStayInTheirPackage() {
        noClasses().should(callWhatRepositoriesOfOtherPackagesInherit()).check(PRODUCT);
    }

    /** So that what looks a row up by its key names the municipality. */
    @Test
    void keysHoldTheMunicipality() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .and()
                .resideOutsideOfPackage("no.nullpunkt.catalogue")
                .and(not(named(OF_NO_MUNICIPALITY)))
                .should(haveTheMunicipalityInTheirKey())
                .check(PRODUCT);
    }

    private static DescribedPredicate<JavaClass> named(Set<String> names) {
        return DescribedPredicate.describe(
                "are one of " + names,
                type -> names.stream().anyMatch(name -> type.getName().matches(".*\\." + name + "(\\$.*)?")));
    }

    private static DescribedPredicate<JavaCall<?>> readsTheTimeItself() {
        return DescribedPredicate.describe("read the time without a clock", call -> {
            var owner = call.getTargetOwner();
            var ofTime = owner.getPackageName().equals("java.time");
            var withoutClock = call.getName().equals("now")
                    && call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(type -> type.isEquivalentTo(Clock.class));
            var ownClock = owner.isEquivalentTo(Clock.class) && call.getName().startsWith("system");
            var millis = owner.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis");
            return (ofTime && withoutClock) || ownClock || millis;
        });
    }

    private static ArchCondition<JavaClass> callWhatRepositoriesOfOtherPackagesInherit() {
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
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(type, call.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> useBinaryFractions() {
        return new ArchCondition<>("have or call anything of type double or float") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var used = Stream.of(
                                type.getFields().stream().map(JavaField::getRawType),
                                type.getCodeUnits().stream().map(JavaCodeUnit::getRawReturnType),
                                type.getCodeUnits().stream().flatMap(unit -> unit.getRawParameterTypes().stream()),
                                type.getMethodCallsFromSelf().stream()
                                        .map(call -> call.getTarget().getRawReturnType()))
                        .flatMap(types -> types)
                        .map(JavaClass::getSimpleName)
                        .filter(BINARY_FRACTIONS::contains)
                        .distinct();
                used.forEach(
                        name -> events.add(SimpleConditionEvent.satisfied(type, type.getName() + " uses a " + name)));
            }
        };
    }

    private static ArchCondition<JavaClass> haveTheMunicipalityInTheirKey() {
        return new ArchCondition<>("have the municipality in their key") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var found = type.getFields().stream()
                        .anyMatch(field -> field.getName().equals("municipalityId") && field.isAnnotatedWith(Id.class));
                events.add(new SimpleConditionEvent(type, found, type.getName() + " has no municipality in its key"));
            }
        };
    }
}
