package no.nullpunkt.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import no.nullpunkt.access.Caller;
import no.nullpunkt.imports.ImportResource.Saved;
import no.nullpunkt.imports.Mapping.Part;
import no.nullpunkt.imports.Mapping.Take;
import no.nullpunkt.indicator.Indicators;
import no.nullpunkt.indicator.NamedSeries;
import no.nullpunkt.indicator.SeriesName;
import no.nullpunkt.measurement.BulkOutcome;
import no.nullpunkt.measurement.BulkService;
import no.nullpunkt.measurement.BulkService.Mode;
import no.nullpunkt.shared.CsvFile;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.NumberText.DecimalSign;
import no.nullpunkt.shared.Problem;

/** Saves mappings, and makes values of files by them. */
@ApplicationScoped
class ImportService {

    /** The mapping that stands after a PUT, and whether it was new. */
    record Outcome(boolean created, Saved saved) {}

    /** What the file came to, and what became of the values. */
    record Imported(RawCounts counts, BulkOutcome outcome) {}

    private final SavedMappings mappings;
    private final Indicators indicators;
    private final BulkService values;
    private final ObjectMapper mapper;
    private final Clock clock;

    ImportService(SavedMappings mappings, Indicators indicators, BulkService values, ObjectMapper mapper, Clock clock) {
        this.mappings = mappings;
        this.indicators = indicators;
        this.values = values;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Saves a mapping under a name, or changes the one that stands.
     *
     * @throws Problem 404 when nothing is measured where it says, 422 when it does not say all that is needed
     */
    @Transactional
    Outcome save(Caller caller, String name, IfMatch ifMatch, Mapping mapping) {
        caller.mustLeadProjects();
        caller.beginChange();
        mustBeWhole(mapping);
        mustBeMeasured(mapping, series(caller, mapping));
        var present = mappings.findForChange(caller.municipalityId(), name).orElse(null);
        if (present == null) {
            var saved = new SavedMapping(caller.municipalityId(), name, write(mapping));
            mappings.persistAndFlush(saved);
            return new Outcome(true, read(saved));
        }
        if (!read(present).mapping().equals(mapping)) {
            ifMatch.check(present.version, () -> read(present));
            present.mapping = write(mapping);
            mappings.flush();
        }
        return new Outcome(false, read(present));
    }

    Saved read(SavedMapping saved) {
        try {
            return new Saved(saved.name, mapper.readValue(saved.mapping, Mapping.class), saved.version);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(saved.name, e);
        }
    }

    private String write(Mapping mapping) {
        try {
            return mapper.writeValueAsString(mapping);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Makes values of a file, and enters them. One row that cannot be read makes every sum uncertain, and nothing is
     * written then.
     *
     * @param from months before are left out; null for none
     * @throws Problem 404 when nothing is saved under the name, 400 when the file lacks a column
     */
    Imported run(Caller caller, String name, byte[] file, YearMonth from, DecimalSign sign, Mode mode, boolean dryRun) {
        var mapping = read(mappings.get(caller.municipalityId(), name)).mapping();
        var counts =
                RawCounts.of(new CsvFile(file), mapping, series(caller, mapping), from, YearMonth.now(clock), sign);
        return new Imported(counts, values.enter(caller, counts.rows(), mode, dryRun));
    }

    private NamedSeries series(Caller caller, Mapping mapping) {
        return indicators.listMeasured(
                caller.municipalityId(),
                mapping.indicators().stream()
                        .map(indicator -> new SeriesName(null, indicator.indicatorId(), null))
                        .toList());
    }

    private static void mustBeWhole(Mapping mapping) {
        for (int i = 0; i < mapping.units().size(); i++) {
            mustSayWhich(
                    mapping.unitColumn(),
                    mapping.units().get(i).code(),
                    mapping.units().size(),
                    "/units/" + i);
        }
        for (int i = 0; i < mapping.indicators().size(); i++) {
            var indicator = mapping.indicators().get(i);
            var pointer = "/indicators/" + i;
            if (mapping.codeColumn() == null && indicator.code() != null) {
                throw Problem.ruleAt("/codeColumn", "field-missing");
            }
            var parts = List.of("value", "weight", "numerator", "denominator");
            var given =
                    new Part[] {indicator.value(), indicator.weight(), indicator.numerator(), indicator.denominator()};
            for (int part = 0; part < given.length; part++) {
                if (given[part] != null && given[part].take() != Take.COUNT && given[part].column() == null) {
                    throw Problem.ruleAt(pointer + "/" + parts.get(part) + "/column", "field-missing");
                }
            }
        }
    }

    private static void mustSayWhich(String column, String code, int choices, String pointer) {
        if (column != null && code == null) {
            throw Problem.ruleAt(pointer + "/code", "field-missing");
        }
        if (column == null && (code != null || choices > 1)) {
            throw Problem.ruleAt("/unitColumn", "field-missing");
        }
    }

    /** Every unit has something measured in it, and every indicator is measured in one of the units. */
    private static void mustBeMeasured(Mapping mapping, NamedSeries series) {
        for (int i = 0; i < mapping.indicators().size(); i++) {
            var id = mapping.indicators().get(i).indicatorId();
            if (mapping.units().stream()
                    .noneMatch(unit ->
                            series.find(new SeriesName(null, id, unit.unitId())).isPresent())) {
                throw Problem.unknown("/indicators/" + i + "/indicatorId", id);
            }
        }
        for (int i = 0; i < mapping.units().size(); i++) {
            var id = mapping.units().get(i).unitId();
            if (mapping.indicators().stream()
                    .map(indicator -> series.find(new SeriesName(null, indicator.indicatorId(), id)))
                    .noneMatch(found -> found.isPresent())) {
                throw Problem.unknown("/units/" + i + "/unitId", id);
            }
        }
    }
}
