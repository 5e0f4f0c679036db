package no.nullpunkt.results;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.nullpunkt.shared.Problem;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The period, instant and filter of an address. */
public class ResultsQuery extends PeriodQuery {

    @Parameter(description = "Only these benefits; may be repeated")
    @QueryParam("benefitId")
    List<String> benefitId;

    @Parameter(description = "Only these units and those below them; may be repeated")
    @QueryParam("unitId")
    List<String> unitId;

    @Parameter(description = "Only these technologies' share of the benefits, by code; may be repeated")
    @QueryParam("technology")
    List<String> technology;

    @Parameter(description = "Only these indicators; may be repeated")
    @QueryParam("indicatorId")
    List<String> indicatorId;

    public Filter filter() {
        return new Filter(
                ids("benefitId", benefitId),
                ids("unitId", unitId),
                written(technology).collect(Collectors.toSet()),
                ids("indicatorId", indicatorId),
                basis());
    }

    private static Set<UUID> ids(String name, List<String> written) {
        return written(written).map(each -> id(name, each)).collect(Collectors.toSet());
    }

    /** A form sends what was not filled in too. */
    private static Stream<String> written(List<String> texts) {
        return Stream.ofNullable(texts).flatMap(List::stream).filter(text -> !text.isEmpty());
    }

    private static UUID id(String name, String written) {
        try {
            return UUID.fromString(written);
        } catch (IllegalArgumentException e) {
            throw Problem.notUnderstood("wrong-type", written, "UUID").at("?" + name, "wrong-type", written, "UUID");
        }
    }
}
