package no.nullpunkt.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import no.nullpunkt.access.Caller;
import no.nullpunkt.indicator.Indicators;
import no.nullpunkt.measurement.Measurements.Point;
import no.nullpunkt.measurement.ValueResource.Request;
import no.nullpunkt.municipality.ClosedMonths;
import no.nullpunkt.municipality.ReportedMonths;
import no.nullpunkt.shared.ConstraintCode;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Tally;

/**
 * Enters many values at once, each by the rules of one. The database is asked and written to for thousands at a time,
 * in one transaction.
 */
@ApplicationScoped
public class BulkService {

    /** More than this in one request is refused. */
    public static final int MOST_VALUES = 50_000;

    /** How many are compared and written at a time, so that no more than these are in memory twice. */
    private static final int PART = 10_000;

    /** What becomes of the others when some are rejected. */
    public enum Mode {
        /** Nothing is written unless everything can be. */
        ATOMIC,
        /** What can be written is. */
        PARTIAL
    }

    private final Indicators indicators;
    private final Measurements measurements;
    private final ClosedMonths closedMonths;
    private final ValueRules rules;
    private final Validator validator;
    private final Tally tally;

    BulkService(
            Indicators indicators,
            Measurements measurements,
            ClosedMonths closedMonths,
            ValueRules rules,
            Validator validator,
            Tally tally) {
        this.indicators = indicators;
        this.measurements = measurements;
        this.closedMonths = closedMonths;
        this.rules = rules;
        this.validator = validator;
        this.tally = tally;
    }

    /**
     * Enters the values, or says what would come of it.
     *
     * @param dryRun to write nothing
     * @throws Problem 413 when there are more than {@link #MOST_VALUES}
     */
    @Transactional
    public BulkOutcome enter(Caller caller, List<EnteredRow> rows, Mode mode, boolean dryRun) {
        mustBeFewEnough(rows.size());
        if (!dryRun) {
            caller.beginChange();
        }
        var judged = new Judged(caller, rows);
        judged.findPoints();
        judged.rejectTwins();
        judged.compare(!dryRun);
        if (!dryRun && (mode == Mode.PARTIAL || judged.rejections.isEmpty())) {
            judged.write();
        }
        return new BulkOutcome(judged.effects, judged.rejections);
    }

    /** @throws Problem 413 when one request brings more than {@link #MOST_VALUES} */
    static void mustBeFewEnough(int values) {
        if (values > MOST_VALUES) {
            throw Problem.tooLarge("too-many-values", MOST_VALUES);
        }
    }

    /** The rows of one request, and what is found out of each. */
    private final class Judged {

        private final Caller caller;
        private final List<EnteredRow> rows;
        private final Point[] points;
        private final List<Effect> effects;
        private final Map<Integer, Rejection> rejections = new TreeMap<>();

        /** Those that have a point, by it, so that two who write at once never wait for each other. */
        private List<Integer> inOrder;

        Judged(Caller caller, List<EnteredRow> rows) {
            this.caller = caller;
            this.rows = rows;
            this.points = new Point[rows.size()];
            this.effects = new ArrayList<>(Collections.nCopies(rows.size(), null));
        }

        /** Which series and month each value is of, where it may be entered there. */
        void findPoints() {
            var series = indicators.listMeasured(
                    caller.municipalityId(),
                    rows.stream()
                            .map(EnteredRow::value)
                            .filter(Objects::nonNull)
                            .map(EnteredValue::seriesName)
                            .toList());
            for (int i = 0; i < points.length; i++) {
                var row = rows.get(i);
                try {
                    if (row.fault() != null) {
                        throw row.fault();
                    }
                    var value = row.value();
                    if (value.month() == null) {
                        throw Problem.ruleAt("/month", "field-missing");
                    }
                    var found = series.get(value.seriesName());
                    if (isValid(i, value.request())) {
                        rules.measure(caller, found.measured(), found.unitId(), value.month(), value.request());
                        points[i] = new Point(found.measured().seriesId(), value.month());
                    }
                } catch (Problem problem) {
                    reject(i, problem);
                }
            }
        }

        private boolean isValid(int i, Request request) {
            var violation = validator.validate(request).stream().findFirst();
            violation.ifPresent(found -> {
                var template = found.getMessageTemplate();
                var message = found.getMessage();
                rejections.put(
                        i,
                        new Rejection(
                                rows.get(i).place().of("/" + found.getPropertyPath()),
                                Rejection.Kind.AGAINST_RULE,
                                ConstraintCode.of(template.substring(1, template.length() - 1)),
                                language -> message));
            });
            return violation.isEmpty();
        }

        /** Of two values for the same month of a series neither is the right one until someone says so. */
        void rejectTwins() {
            inOrder = IntStream.range(0, points.length)
                    .filter(i -> points[i] != null)
                    .boxed()
                    .sorted(Comparator.comparing(i -> points[i]))
                    .toList();
            Integer first = null;
            for (var i : inOrder) {
                if (first != null && points[i].equals(points[first])) {
                    rejectTwin(first, i);
                    rejectTwin(i, first);
                } else {
                    first = i;
                }
            }
            inOrder = inOrder.stream().filter(i -> !rejections.containsKey(i)).toList();
        }

        private void rejectTwin(int i, int twin) {
            rejections.putIfAbsent(
                    i,
                    Rejection.of(
                            rows.get(i).place(),
                            Problem.ruleAt(
                                    "",
                                    "twice-in-request",
                                    rows.get(twin).place().of("").pointer())));
        }

        /** What each does to the value that stands. */
        void compare(boolean forChange) {
            var reported = closedMonths.of(caller.municipalityId());
            forEachPart(part -> {
                var present = measurements.list(caller.municipalityId(), points(part), forChange);
                part.forEach(i -> compare(i, reported, present.get(points[i])));
            });
        }

        private void compare(int i, ReportedMonths reported, Measurement present) {
            var value = rows.get(i).value();
            try {
                effects.set(i, rules.effect(caller, reported, value.month(), value.request(), present, seen -> {
                    if (!value.hasSeen(seen)) {
                        throw Problem.conflict("conflict", seen.version).at("", "conflict", seen.version);
                    }
                }));
            } catch (Problem problem) {
                reject(i, problem);
            }
        }

        void write() {
            forEachPart(part -> {
                var created = those(part, Effect.CREATED);
                measurements.insert(caller.municipalityId(), caller.isMachine(), points(created), requests(created));
                var updated = those(part, Effect.UPDATED);
                measurements.update(caller.municipalityId(), caller.isMachine(), points(updated), requests(updated));
                tally.add("values", Effect.CREATED.counted(), created.size());
                tally.add("values", Effect.UPDATED.counted(), updated.size());
            });
        }

        private void forEachPart(Consumer<List<Integer>> task) {
            for (int from = 0; from < inOrder.size(); from += PART) {
                task.accept(inOrder.subList(from, Math.min(from + PART, inOrder.size())));
            }
        }

        private List<Integer> those(List<Integer> part, Effect effect) {
            return part.stream().filter(i -> effects.get(i) == effect).toList();
        }

        private List<Point> points(List<Integer> part) {
            return part.stream().map(i -> points[i]).toList();
        }

        private List<Request> requests(List<Integer> part) {
            return part.stream().map(i -> rows.get(i).value().request()).toList();
        }

        private void reject(int i, Problem problem) {
            rejections.put(i, Rejection.of(rows.get(i).place(), problem));
        }
    }
}
