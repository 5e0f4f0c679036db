package no.nullpunkt.report;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.stream.Stream;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.BenefitType;
import no.nullpunkt.calculation.IndicatorRole;
import no.nullpunkt.calculation.PlanHeading;
import no.nullpunkt.calculation.PointState;
import no.nullpunkt.calculation.Status;
import no.nullpunkt.shared.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabelsTest {

    @ParameterizedTest
    @EnumSource
    void everyCodeHasAName(Language language) {
        Stream.of(
                        codes("status", Status.values()),
                        codes("type", BenefitType.values()),
                        codes("planHeading", PlanHeading.values()),
                        codes("role", IndicatorRole.values()),
                        codes("aggregation", Aggregation.values()),
                        codes("state", PointState.values()),
                        Stream.of("type-none", "planHeading-none", "technology-none"))
                .flatMap(each -> each)
                .forEach(key -> assertFalse(language.text("labels", key).isBlank(), key));
    }

    private static Stream<String> codes(String kind, Enum<?>[] values) {
        return Arrays.stream(values).map(each -> kind + "-" + each.name());
    }
}
