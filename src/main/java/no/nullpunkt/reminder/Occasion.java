package no.nullpunkt.reminder;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.nullpunkt.entry.EntrySeries;
import no.nullpunkt.entry.Owed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a person is written to for.
 *
 * @param due the latest due date that it is about
 */
record Occasion(UUID personId, Kind kind, LocalDate due) {

    @Schema(name = "ReminderKind")
    enum Kind {
        /** Values are due soon. */
        BEFORE,
        /** Values were due some days ago. */
        AFTER,
        /** A series that the person asks for has missed several periods. */
        ESCALATION
    }

    /** A series that has missed so many periods that whoever asks for it is told. */
    record Missed(EntrySeries series, List<YearMonth> months, LocalDate lastDue) {}

    /**
     * What there is to tell on a day, told before or not: of each kind at most one for a person, the latest.
     *
     * @param owed by everybody, also by nobody in particular
     */
    static List<Occasion> on(LocalDate today, List<Owed> owed, Schedule schedule) {
        var ofOwners = owed.stream()
                .filter(each -> each.series().responsible() != null && isEnterable(each, today))
                .flatMap(each -> ofOwner(each, today, schedule));
        var ofAskers = missed(today, owed, schedule).stream()
                .map(each -> new Occasion(each.series().asker().id(), Kind.ESCALATION, each.lastDue()));
        return Stream.concat(ofOwners, ofAskers)
                .collect(Collectors.toMap(
                        occasion -> Map.entry(occasion.personId, occasion.kind),
                        occasion -> occasion,
                        BinaryOperator.maxBy(Comparator.comparing(Occasion::due))))
                .values()
                .stream()
                .toList();
    }

    /** Whether the cycle has ended, so that there is something to enter. */
    static boolean isEnterable(Owed owed, LocalDate today) {
        return owed.hasEnded(YearMonth.from(today));
    }

    /** The series that someone else than who owes them asks for, and that have missed too many periods. */
    static List<Missed> missed(LocalDate today, List<Owed> owed, Schedule schedule) {
        return owed.stream()
                .filter(each -> isAskedFor(each.series()) && isMissed(each, today, schedule))
                .collect(Collectors.groupingBy(each -> each.series().id()))
                .values()
                .stream()
                .filter(ofSeries -> ofSeries.size() >= schedule.missedPeriods)
                .map(ofSeries -> new Missed(
                        ofSeries.get(0).series(),
                        ofSeries.stream().map(Owed::month).sorted().toList(),
                        ofSeries.stream()
                                .map(Owed::due)
                                .max(Comparator.naturalOrder())
                                .orElseThrow()))
                .sorted(Comparator.comparing(each -> each.series().id()))
                .toList();
    }

    private static Stream<Occasion> ofOwner(Owed owed, LocalDate today, Schedule schedule) {
        var owner = owed.series().responsible().id();
        if (isMissed(owed, today, schedule)) {
            return Stream.of(new Occasion(owner, Kind.AFTER, owed.due()));
        }
        var isSoon = !today.isAfter(owed.due()) && !today.isBefore(owed.due().minusDays(schedule.daysBefore));
        return isSoon ? Stream.of(new Occasion(owner, Kind.BEFORE, owed.due())) : Stream.empty();
    }

    private static boolean isMissed(Owed owed, LocalDate today, Schedule schedule) {
        return !today.isBefore(owed.due().plusDays(schedule.daysAfter));
    }

    private static boolean isAskedFor(EntrySeries series) {
        return series.asker() != null
                && (series.responsible() == null
                        || !series.asker().id().equals(series.responsible().id()));
    }
}
