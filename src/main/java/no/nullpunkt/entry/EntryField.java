package no.nullpunkt.entry;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.Measure;
import no.nullpunkt.calculation.ValueStatus;
import no.nullpunkt.entry.NumberField.Part;
import no.nullpunkt.entry.OpenMonth.Field;
import no.nullpunkt.entry.OpenMonth.Recorded;
import no.nullpunkt.measurement.ValueResource.Request;
import no.nullpunkt.shared.Form;
import no.nullpunkt.shared.Formats;
import no.nullpunkt.shared.Line;
import no.nullpunkt.shared.Words;

/**
 * One value of the form: what was typed, what is understood of it, and what there is to ask before it is saved. It is
 * saved once the browser has shown what is understood.
 */
final class EntryField {

    private static final int POINTS = 12;
    private static final int WIDTH = 240;
    private static final int HEIGHT = 56;

    /** A value in the unit shown, and when it was. */
    record Point(YearMonth month, BigDecimal shown) {}

    private final Field field;
    private final YearMonth month;
    private final Words t;
    private final String locked;
    private final ValueStatus choice;
    private final List<NumberField> numbers;
    private final String reason;
    private final String explanation;
    private final String shownBefore;
    private final String seenVersion;
    private final String decision;
    private final boolean inConflictBefore;
    private final boolean correcting;
    private String error;
    private boolean conflict;
    private boolean asks;

    /**
     * A field as it was posted, or as it is opened.
     *
     * @param locked why the month takes no values, or null
     * @param form what was typed; empty where the page is opened
     * @param correcting whether what is recorded is to be changed
     */
    EntryField(Field field, YearMonth month, Words t, String locked, Form form, boolean correcting) {
        this.field = field;
        this.month = month;
        this.t = t;
        this.locked = locked;
        var posted = form.has("valg-" + key());
        var present = field.present();
        this.correcting = posted ? form.has("retter-" + key()) : correcting && present != null;
        this.choice = posted
                ? ValueStatus.valueOf(form.get("valg-" + key()))
                : present == null || !this.correcting ? ValueStatus.MEASURED : ValueStatus.valueOf(present.status());
        this.numbers = parts().stream()
                .map(part -> number(part, form, posted || !this.correcting ? null : present.measure()))
                .toList();
        this.reason = form.text("grunn-" + key());
        this.explanation = form.text("merknad-" + key());
        this.shownBefore = form.text("forstatt-" + key());
        this.decision = form.text("velger-" + key());
        this.inConflictBefore = form.has("konflikt-" + key());
        this.seenVersion =
                posted ? form.text("versjon-" + key()) : present == null ? "" : String.valueOf(present.version());
    }

    private List<Part> parts() {
        return switch (series().aggregation()) {
            case SUM, LATEST -> List.of(Part.VALUE);
            case MEAN -> List.of(Part.VALUE, Part.WEIGHT);
            case RATIO -> List.of(Part.NUMERATOR, Part.DENOMINATOR);
        };
    }

    private NumberField number(Part part, Form form, Measure present) {
        var name = part.field + "-" + key();
        var number = present == null ? null : part(part, present);
        return new NumberField(
                part,
                name,
                switch (part) {
                    case VALUE -> series().name();
                    case WEIGHT -> Objects.requireNonNullElse(series().denominator(), t.of("weight"));
                    case NUMERATOR -> series().numerator();
                    case DENOMINATOR -> series().denominator();
                },
                part == Part.VALUE ? series().measuredIn() : null,
                number == null ? form.get(name) : Formats.typed(number),
                form.get("tegn-" + name));
    }

    private static BigDecimal part(Part part, Measure measure) {
        return switch (part) {
            case VALUE -> measure.value();
            case WEIGHT -> measure.weight();
            case NUMERATOR -> measure.numerator();
            case DENOMINATOR -> measure.denominator();
        };
    }

    public String key() {
        return String.valueOf(field.series().id());
    }

    public EntrySeries series() {
        return field.series();
    }

    public YearMonth month() {
        return month;
    }

    /** The first month of a cycle of several; null for a month. */
    public YearMonth firstMonth() {
        return series().frequencyMonths() == 1 ? null : series().cycleStart(month);
    }

    /** Who recorded what stands. */
    public String author() {
        return Objects.requireNonNullElse(present().by(), t.of("the-service"));
    }

    /** What stands, in words. */
    public String recorded() {
        return switch (ValueStatus.valueOf(present().status())) {
            case MEASURED -> said(present().measure());
            case NOT_MEASURED -> t.of("not-measured") + ": " + present().reason();
            case NOT_APPLICABLE -> t.of("not-applicable");
        };
    }

    public Recorded present() {
        return field.present();
    }

    public String locked() {
        return locked;
    }

    public boolean isCorrecting() {
        return correcting;
    }

    /** Whether there is something to fill in, and not only what is recorded to be read. */
    public boolean isOpen() {
        return locked == null && (present() == null || correcting || conflict || error != null || isTouched());
    }

    public List<NumberField> numbers() {
        return numbers;
    }

    public boolean isChosen(String status) {
        return choice.name().equals(status);
    }

    public String reason() {
        return reason;
    }

    public String explanation() {
        return explanation;
    }

    /** The version that the browser has been shown; empty where nothing was recorded. */
    public String seenVersion() {
        return conflict ? String.valueOf(present().version()) : seenVersion;
    }

    public String error() {
        return error;
    }

    public boolean isConflict() {
        return conflict;
    }

    /** Whether anything was filled in. */
    boolean isTouched() {
        return choice != ValueStatus.MEASURED || numbers.stream().anyMatch(number -> !number.isEmpty());
    }

    /** Whether whoever typed would rather have what stands. */
    boolean isGivenUp() {
        return decision.equals("deres");
    }

    /** Whether a conflict was shown, and neither value chosen. */
    boolean isUndecided() {
        return inConflictBefore && decision.isEmpty() && present() != null;
    }

    /** Whether it is understood, and to be saved once it has been looked at. */
    boolean isToBeLookedOver() {
        return isOpen() && isTouched() && !hasError();
    }

    private boolean isMeasured() {
        return choice == ValueStatus.MEASURED;
    }

    private boolean isWhole() {
        return isMeasured() && numbers.stream().allMatch(number -> number.number() != null || isOptional(number));
    }

    private boolean isOptional(NumberField number) {
        return number.part() == Part.WEIGHT && !series().valued() && number.isEmpty();
    }

    /** What is understood, in words; empty where there is nothing yet. */
    public String understood() {
        return switch (choice) {
            case MEASURED -> isWhole() ? said(measure()) : "";
            case NOT_MEASURED -> t.of("not-measured");
            case NOT_APPLICABLE -> t.of("not-applicable");
        };
    }

    /** A value in words: what a ratio comes to stands behind what it is made of. */
    public String said(Measure measure) {
        if (series().aggregation() == Aggregation.RATIO) {
            var parts = Formats.said(measure.numerator()) + " / " + Formats.said(measure.denominator());
            return measure.denominator().signum() <= 0
                    ? parts
                    : parts + " = " + Formats.said(series().shown(measure)) + " " + series().measuredIn();
        }
        var value = Formats.said(measure.value()) + " " + series().measuredIn();
        return measure.weight() == null ? value : value + " (" + Formats.said(measure.weight()) + ")";
    }

    private Measure measure() {
        return new Measure(
                number(Part.VALUE), positive(Part.WEIGHT), number(Part.NUMERATOR), positive(Part.DENOMINATOR));
    }

    private BigDecimal number(Part part) {
        return numbers.stream()
                .filter(number -> number.part() == part)
                .map(NumberField::number)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private BigDecimal positive(Part part) {
        var number = number(part);
        return number == null || number.signum() <= 0 ? null : number;
    }

    /** What is understood, to be compared with what the browser has shown. */
    public String understoodKey() {
        return choice
                + numbers.stream()
                        .map(NumberField::number)
                        .map(number -> number == null ? "-" : number.toPlainString())
                        .collect(Collectors.joining(" ", " ", ""));
    }

    boolean isShownBefore() {
        return understoodKey().equals(shownBefore);
    }

    /** What is worth a question, in words; empty where nothing is. A word on why answers it. */
    public String question() {
        if (!isWhole() || hasNoExposure()) {
            return "";
        }
        return Unusual.of(
                        series().shown(measure()),
                        measured().stream()
                                .map(point -> new Unusual.Earlier(point.month(), point.shown()))
                                .toList())
                .map(unusual -> {
                    var than = Formats.said(unusual.compared());
                    var when = Formats.said(unusual.month());
                    return switch (unusual.kind()) {
                        case TEN_TIMES_MORE -> t.of("ten-times-more", than, when);
                        case TEN_TIMES_LESS -> t.of("ten-times-less", than, when);
                        case FAR_ABOVE -> t.of("far-above", than, when);
                        case FAR_BELOW -> t.of("far-below", than, when);
                    };
                })
                .orElse("");
    }

    private boolean hasNoExposure() {
        return series().aggregation() == Aggregation.RATIO && positive(Part.DENOMINATOR) == null;
    }

    /** Finds what cannot be saved as it is, and says so where it stands. */
    void check() {
        if (isMeasured()) {
            for (var number : numbers) {
                if (number.isUnreadable()) {
                    number.refuse(t.of("not-a-number", number.typed()));
                } else if (number.isUndecided()) {
                    number.refuse(t.of("two-numbers", number.typed()));
                } else if (number.isEmpty() && !isOptional(number)) {
                    number.refuse(t.of("number-missing"));
                }
            }
            asks = !hasError() && explanation.isEmpty() && !question().isEmpty();
        } else {
            numbers.stream()
                    .filter(number -> !number.isEmpty())
                    .forEach(number -> number.refuse(t.of("number-or-not", number.typed())));
        }
    }

    boolean hasError() {
        return error != null || conflict || asks || numbers.stream().anyMatch(number -> number.error() != null);
    }

    /** The fields that the error summary leads to, each with what is wrong there. */
    List<FieldError> errors() {
        var errors = new ArrayList<FieldError>();
        numbers.stream()
                .filter(number -> number.error() != null)
                .forEach(number -> errors.add(new FieldError(number.id(), title(), number.error())));
        if (asks) {
            errors.add(new FieldError("merknad-" + key(), title(), question()));
        }
        if (error != null) {
            errors.add(new FieldError("felt-" + key(), title(), error));
        }
        return errors;
    }

    /** What a summary says of a field, and where it leads. */
    record FieldError(String id, String title, String message) {}

    public String title() {
        return series().name() + " (" + series().unit() + ")";
    }

    /** Puts what the service refused where it stands. */
    void refuse(String pointer, String why) {
        numbers.stream()
                .filter(number -> number.part().pointer.equals(pointer))
                .findFirst()
                .ifPresentOrElse(number -> number.refuse(why), () -> error = why);
    }

    /** Someone else has entered the value meanwhile; both are shown, and one is chosen. */
    EntryField inConflict() {
        conflict = true;
        error = t.of("conflict");
        return this;
    }

    Request request() {
        var measured = isMeasured();
        var why = Stream.of(reason, explanation).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
        return new Request(
                choice,
                measured ? number(Part.VALUE) : null,
                measured ? number(Part.WEIGHT) : null,
                measured ? number(Part.NUMERATOR) : null,
                measured ? number(Part.DENOMINATOR) : null,
                null,
                null,
                why.isEmpty() ? null : why);
    }

    public Point last() {
        return field.last().map(this::point).orElse(null);
    }

    public Point lastYear() {
        return field.lastYear(month).map(this::point).orElse(null);
    }

    public BigDecimal baseline() {
        return series().shown(series().baseline());
    }

    public BigDecimal target() {
        return field.target();
    }

    private Point point(Recorded recorded) {
        return new Point(recorded.month(), series().shown(recorded.measure()));
    }

    /** Those measured before the month, the latest first. */
    private List<Point> measured() {
        return field.earlier().stream()
                .filter(Recorded::isMeasured)
                .map(this::point)
                .toList();
    }

    /** The last twelve cycles before the month, the earliest first; a point without a figure where none was measured. */
    public List<Point> points() {
        var known = measured().stream().collect(Collectors.toMap(Point::month, Point::shown));
        var months = new YearMonth[POINTS];
        Arrays.setAll(months, i -> month.minusMonths((long) (POINTS - i) * series().frequencyMonths()));
        return Arrays.stream(months)
                .map(each -> new Point(each, known.get(each)))
                .toList();
    }

    /** Null where there is nothing to draw. */
    public Line line() {
        var points = points();
        return points.stream().allMatch(point -> point.shown() == null)
                ? null
                : Line.of(
                        WIDTH,
                        HEIGHT,
                        points.stream().map(Point::shown).toList(),
                        isComparable() ? baseline() : null,
                        isComparable() ? target() : null);
    }

    /** A flow's null-point and target are per month, and so are not comparable with the value of a longer cycle. */
    public boolean isComparable() {
        return series().aggregation() != Aggregation.SUM || series().frequencyMonths() == 1;
    }

    /** The line in words. */
    public String lineInWords() {
        return points().stream()
                .filter(point -> point.shown() != null)
                .map(point -> Formats.said(point.month()) + ": " + Formats.said(point.shown()))
                .collect(Collectors.joining(", "));
    }
}
