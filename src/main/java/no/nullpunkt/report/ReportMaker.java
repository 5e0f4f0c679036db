package no.nullpunkt.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import no.nullpunkt.access.People;
import no.nullpunkt.report.ReportContent.NullPoint;
import no.nullpunkt.report.ReportContent.Told;
import no.nullpunkt.report.ReportContent.WithoutDeviation;
import no.nullpunkt.results.BenefitStory;
import no.nullpunkt.results.GroupBy;
import no.nullpunkt.results.Reading;
import no.nullpunkt.results.Results;
import no.nullpunkt.results.ResultsHash;
import no.nullpunkt.results.Snapshot;
import no.nullpunkt.results.Snapshots;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the files of a report. The same snapshot gives the same bytes. */
@ApplicationScoped
class ReportMaker {

    /** A report of the same period that it comes instead of, with its JSON as it was issued. */
    record Superseded(Report report, byte[] json) {}

    /** A report whose JSON is made; its workbooks are made when they are asked for. */
    final class Made {

        private final byte[] json;
        private final ReportContent content;
        private final WorkbookContent workbook;

        private Made(ReportContent content, WorkbookContent workbook) {
            this.json = write(content);
            this.content = content;
            this.workbook = workbook.of(content, Sha256.hex(Sha256.of(json)));
        }

        byte[] file(ReportFile.Kind kind) {
            return switch (kind) {
                case JSON -> json;
                case WORKBOOK -> workbook(false);
                case ACCESSIBLE_WORKBOOK -> workbook(true);
            };
        }

        private byte[] workbook(boolean accessible) {
            try (var book = Workbook.of(workbook, content.language(), accessible)) {
                var out = new ByteArrayOutputStream();
                book.write(out);
                return out.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final DataSource dataSource;
    private final Snapshots snapshots;
    private final People people;
    private final ObjectMapper json;
    private final ResultsHash hash;
    private final String version;

    ReportMaker(
            DataSource dataSource,
            Snapshots snapshots,
            People people,
            ObjectMapper json,
            ResultsHash hash,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.dataSource = dataSource;
        this.snapshots = snapshots;
        this.people = people;
        this.json = json;
        this.hash = hash;
        this.version = version;
    }

    /**
     * Makes a report of a snapshot.
     *
     * @param superseded empty for the first of its period
     */
    Made make(
            Report report,
            Snapshot snapshot,
            List<WithoutDeviation> withoutDeviation,
            Optional<Superseded> superseded) {
        var stories = snapshots.stories(report.municipalityId, snapshot);
        var results = results(report, snapshot);
        var content = new ReportContent(
                report.id,
                report.kind,
                report.period,
                snapshot.period().from(),
                snapshot.period().to(),
                report.basis,
                report.status,
                report.language,
                report.number(),
                snapshot.asOf(),
                report.issuedBy,
                report.issuedBy == null ? null : people.nameOf(report.municipalityId, report.issuedBy),
                results,
                nullPoints(snapshot),
                told(snapshot, stories),
                withoutDeviation,
                superseded
                        .map(earlier -> differences(report, snapshot, results, earlier))
                        .orElse(null));
        return new Made(content, WorkbookContent.of(snapshot, stories, report.language, hash::of, version));
    }

    private static Map<String, Results> results(Report report, Snapshot snapshot) {
        var rollup = snapshot.rollup();
        var results = new LinkedHashMap<String, Results>();
        for (var groupBy : GroupBy.values()) {
            results.put(groupBy.parameter(), Results.of(snapshot, rollup, groupBy, report.language));
        }
        return results;
    }

    private static List<NullPoint> nullPoints(Snapshot snapshot) {
        return snapshot.series().entrySet().stream()
                .map(series -> {
                    var baseline = series.getValue().baseline();
                    return new NullPoint(
                            series.getKey().indicatorId(),
                            series.getKey().unitId(),
                            baseline == null ? null : baseline.version(),
                            baseline == null ? null : baseline.approved(),
                            baseline == null ? null : baseline.late());
                })
                .toList();
    }

    private static List<Told> told(Snapshot snapshot, Map<UUID, BenefitStory> stories) {
        return snapshot.benefits().values().stream()
                .map(benefit -> {
                    var story = stories.get(benefit.id());
                    return new Told(
                            benefit.id(),
                            benefit.title(),
                            benefit.step(),
                            story.deviations(),
                            story.decisions(),
                            story.waivers(),
                            benefit.unaccountedNote(),
                            benefit.conclusion());
                })
                .toList();
    }

    private Differences differences(
            Report report, Snapshot snapshot, Map<String, Results> results, Superseded superseded) {
        return Differences.of(
                superseded.report(),
                read(superseded.json()).get("results"),
                read(write(results)),
                inputs(report, snapshot, superseded.report().asOf));
    }

    private List<Differences.Input> inputs(Report report, Snapshot snapshot, Instant since) {
        try (var reading = new Reading(dataSource, report.municipalityId, snapshot.asOf())) {
            return new InputRows(reading, snapshot, since).list();
        }
    }

    private byte[] write(Object content) {
        try {
            return json.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode read(byte[] written) {
        try {
            return json.readTree(written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
