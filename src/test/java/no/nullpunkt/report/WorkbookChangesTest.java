package no.nullpunkt.report;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.nullpunkt.results.Results;
import no.nullpunkt.shared.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkbookChangesTest {

    /** A figure that results come to have later must be named before it can change between two reports. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void everyFigureOfTheResultsHasAName(Language language) {
        var words = new WorkbookWords(language);
        Stream.of(Results.Line.class, Results.Sum.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(component -> !List.of(Results.Line.class, Map.class).contains(component.getType()))
                .map(RecordComponent::getName)
                .forEach(figure -> assertFalse(words.of("figure", figure).isEmpty(), figure));
    }
}
