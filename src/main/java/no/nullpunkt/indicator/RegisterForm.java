package no.nullpunkt.indicator;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.nullpunkt.access.People;
import no.nullpunkt.calculation.ValuationKind;
import no.nullpunkt.catalogue.Catalogue;
import no.nullpunkt.indicator.IndicatorResource.AmountPerUnit;
import no.nullpunkt.indicator.IndicatorResource.ValuationRequest;
import no.nullpunkt.indicator.ReadyBenefitResource.ReadyValuation;
import no.nullpunkt.indicator.SeriesResource.BaselineRequest;
import no.nullpunkt.municipality.Units;
import no.nullpunkt.rollout.RolloutResource;
import no.nullpunkt.shared.Form;
import no.nullpunkt.shared.Formats;
import no.nullpunkt.shared.MonthText;
import no.nullpunkt.shared.NumberText;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Words;

/**
 * What was typed of a registration, whichever step it belongs to, and what is wrong with it. A field is named by what it
 * holds, followed where there are several by the indicator's code and the unit: {@code value-DH1-<unit>}.
 */
final class RegisterForm {

    static final int ROLLOUT = 1;
    static final int INDICATORS = 2;
    static final int NULL_POINTS = 3;
    static final int SUMMARY = 4;

    /** The fields of each step but the last, in the order they are shown. */
    private static final List<List<String>> STEPS = List.of(
            List.of("teknologi", "enhet", "navn", "planlagt", "drift"),
            List.of("indikator", "eier", "overordnet", "maler"),
            List.of(
                    "from",
                    "to",
                    "method",
                    "quality",
                    "reason",
                    "value",
                    "weight",
                    "numerator",
                    "denominator",
                    "verdsett",
                    "belop"));

    /** Where the API places an error, and the field that it is shown at. */
    private static final Map<String, String> FIELDS = Map.of(
            "/rollout/name", "navn",
            "/rollout/technologies", "teknologi",
            "/rollout/unitIds", "enhet",
            "/rollout/plannedGoLive", "planlagt",
            "/rollout/goLive", "drift",
            "/benefits/measureFrom", "planlagt",
            "/benefits/indicatorCodes", "indikator",
            "/benefits/ownerId", "eier",
            "/benefits/overallOwnerId", "overordnet",
            "/measurerId", "maler");

    /** What is told once of all null-points, and of one indicator's where it was measured otherwise. */
    private static final List<String> OF_MEASURING = List.of("from", "to", "method", "quality", "reason");

    /** What there is to choose between. */
    record Choices(List<Catalogue.Technology> technologies, List<Units.Named> units, List<People.Known> people) {}

    /** A technology that is rolled out, and its ready indicators. */
    record Ready(String name, List<Catalogue.Indicator> indicators) {}

    /** A field for a number. */
    record NumberPart(String name, String label) {}

    /** What is wrong, and the field it is wrong in. */
    record FieldError(String id, String title, String message) {}

    private final Form form;
    private final Choices choices;
    private final List<Ready> ready;
    private final Words t;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private String notice;

    RegisterForm(Form form, Choices choices, List<Ready> ready, Words t) {
        this.form = form;
        this.choices = choices;
        this.ready = ready;
        this.t = t;
    }

    static List<String> chosenTechnologies(Form form, Choices choices) {
        return choices.technologies().stream()
                .map(Catalogue.Technology::code)
                .filter(code -> has(form, "teknologi", code))
                .toList();
    }

    public Choices choices() {
        return choices;
    }

    public List<Ready> ready() {
        return ready;
    }

    public String text(String name) {
        return form.text(name);
    }

    public boolean isChosen(String name, Object value) {
        return has(form, name, value.toString());
    }

    private static boolean has(Form form, String name, String value) {
        return form.has(name) && form.fields().get(name).contains(value);
    }

    public List<Catalogue.Indicator> indicators() {
        return ready.stream()
                .flatMap(each -> each.indicators().stream())
                .filter(each -> isChosen("indikator", each.code()))
                .toList();
    }

    public List<Units.Named> units() {
        return choices.units().stream()
                .filter(unit -> isChosen("enhet", unit.id()))
                .toList();
    }

    /** Who is named in a field; null for nobody. */
    public People.Known person(String name) {
        return choices.people().stream()
                .filter(person -> person.id().toString().equals(form.text(name)))
                .findFirst()
                .orElse(null);
    }

    public String personSaid(String name) {
        return Optional.ofNullable(person(name)).map(People.Known::name).orElse(t.of("nobody"));
    }

    public String said(Catalogue.Indicator indicator) {
        return indicator.names().in(t.language());
    }

    public String unit(Catalogue.Indicator indicator) {
        return indicator.unit().in(t.language());
    }

    /** The numbers a null-point is made of. */
    public List<NumberPart> parts(Catalogue.Indicator indicator, Units.Named unit) {
        var of = "-" + indicator.code() + "-" + unit.id();
        var language = t.language();
        var value = new NumberPart("value" + of, indicator.unit().in(language));
        return switch (indicator.aggregation()) {
            case SUM, LATEST -> List.of(value);
            case MEAN ->
                List.of(
                        value,
                        new NumberPart(
                                "weight" + of,
                                indicator.denominator() == null
                                        ? t.of("weight")
                                        : indicator.denominator().in(language)));
            case RATIO ->
                List.of(
                        new NumberPart("numerator" + of, indicator.numerator().in(language)),
                        new NumberPart(
                                "denominator" + of, indicator.denominator().in(language)));
        };
    }

    /** The fields of the other steps, which this one carries along: names and what was typed. */
    public List<Map.Entry<String, String>> carried(int step) {
        return form.fields().entrySet().stream()
                .filter(field -> stepOf(field.getKey()) != step && stepOf(field.getKey()) > 0)
                .flatMap(field -> field.getValue().stream().map(value -> Map.entry(field.getKey(), value)))
                .filter(field -> !field.getValue().isBlank())
                .toList();
    }

    private static int stepOf(String name) {
        return 1
                + IntStream.range(0, STEPS.size())
                        .filter(step -> STEPS.get(step).contains(kindOf(name)))
                        .findFirst()
                        .orElse(-1);
    }

    private static String kindOf(String name) {
        return name.split("-", 2)[0];
    }

    /** The first step with something wrong in it, or the one given. */
    int stepWithError(int otherwise) {
        return errors.keySet().stream()
                .mapToInt(RegisterForm::stepOf)
                .filter(step -> step > 0)
                .min()
                .orElse(otherwise);
    }

    public String error(String name) {
        return errors.get(name);
    }

    /** In the order of the fields. */
    public List<FieldError> errors() {
        var order = STEPS.stream().flatMap(List::stream).toList();
        return errors.entrySet().stream()
                .map(error -> new FieldError(error.getKey(), title(error.getKey()), error.getValue()))
                .sorted(Comparator.comparing(error -> order.indexOf(kindOf(error.id()))))
                .toList();
    }

    private String title(String name) {
        var of = indicators().stream()
                .filter(indicator -> (name + "-").contains("-" + indicator.code() + "-"))
                .map(indicator -> ", " + said(indicator))
                .findFirst()
                .orElse("");
        return switch (kindOf(name)) {
            case "teknologi" -> t.of("register-technologies");
            case "enhet" -> t.of("register-units");
            case "navn" -> t.of("register-name");
            case "planlagt" -> t.of("register-planned-said");
            case "drift" -> t.of("register-live-said");
            case "indikator" -> t.of("register-indicators");
            case "eier" -> t.of("owner");
            case "overordnet" -> t.of("overall-owner");
            case "maler" -> t.of("register-measurer-said");
            case "from" -> t.of("register-from") + of;
            case "to" -> t.of("register-to") + of;
            case "method" -> t.of("register-method") + of;
            case "quality" -> t.of("register-quality") + of;
            case "reason" -> t.of("register-reason") + of;
            case "belop" -> t.of("register-amount") + of;
            case "content" -> t.of("register");
            default -> t.of("baseline") + of;
        };
    }

    public boolean isRefused() {
        return !errors.isEmpty();
    }

    /** Whether anything in the part of a step that is folded is filled in, or wrong. */
    public boolean isUnfolded(Catalogue.Indicator indicator) {
        return OF_MEASURING.stream()
                .map(part -> part + "-" + indicator.code())
                .anyMatch(name -> !form.text(name).isEmpty() || errors.containsKey(name));
    }

    public String notice() {
        return notice;
    }

    void tell(String what) {
        this.notice = what;
    }

    /** The requests of the API that the steps so far make; what cannot be read of them is an error of its field. */
    Registration until(int step) {
        var rollout = new RolloutResource.Request(
                form.text("navn"),
                chosenTechnologies(form, choices),
                units().stream().map(Units.Named::id).toList(),
                month("planlagt"),
                month("drift"),
                null,
                null,
                null);
        if (step == ROLLOUT) {
            return new Registration(rollout, null, null, List.of());
        }
        var valuations = step == INDICATORS ? List.<ReadyValuation>of() : valuations(rollout);
        var benefits = new ReadyBenefitResource.Request(
                indicators().stream().map(Catalogue.Indicator::code).toList(),
                null,
                null,
                null,
                id(person("eier")),
                id(person("overordnet")),
                null,
                null,
                valuations);
        var nullPoints = step == INDICATORS ? List.<Registration.NullPoint>of() : nullPoints();
        return new Registration(rollout, benefits, id(person("maler")), nullPoints);
    }

    private static UUID id(People.Known person) {
        return person == null ? null : person.id();
    }

    /** An amount holds from the month that is measured from. */
    private List<ReadyValuation> valuations(RolloutResource.Request rollout) {
        var from = Optional.ofNullable(rollout.goLive()).orElse(rollout.plannedGoLive());
        var valuations = new ArrayList<ReadyValuation>();
        for (var indicator : indicators()) {
            var name = "belop-" + indicator.code();
            var kind = kind(indicator);
            var amount = number(name);
            if (kind == ValuationKind.NONE && amount != null) {
                errors.putIfAbsent(name, t.of("register-amount-of-what"));
            } else if (kind != ValuationKind.NONE && amount == null) {
                errors.putIfAbsent(name, t.of("register-amount-missing"));
            } else if (kind != ValuationKind.NONE) {
                valuations.add(new ReadyValuation(
                        indicator.code(), new ValuationRequest(kind, List.of(new AmountPerUnit(from, amount)))));
            }
        }
        return valuations;
    }

    public ValuationKind kind(Catalogue.Indicator indicator) {
        return Stream.of(ValuationKind.HOURS, ValuationKind.NOK)
                .filter(kind -> kind.name().equals(form.text("verdsett-" + indicator.code())))
                .findFirst()
                .orElse(ValuationKind.NONE);
    }

    /** Those of which a number was typed. */
    private List<Registration.NullPoint> nullPoints() {
        var nullPoints = new ArrayList<Registration.NullPoint>();
        for (var indicator : indicators()) {
            for (var unit : units()) {
                if (isTyped(indicator, unit)) {
                    nullPoints.add(new Registration.NullPoint(indicator.code(), unit.id(), baseline(indicator, unit)));
                }
            }
        }
        return nullPoints;
    }

    /** Whether a null-point is entered. */
    public boolean isTyped(Catalogue.Indicator indicator, Units.Named unit) {
        return parts(indicator, unit).stream()
                .anyMatch(part -> !form.text(part.name()).isEmpty());
    }

    private BaselineRequest baseline(Catalogue.Indicator indicator, Units.Named unit) {
        var of = "-" + indicator.code() + "-" + unit.id();
        var from = month(own("from", indicator.code()));
        var to = month(own("to", indicator.code()));
        return new BaselineRequest(
                number("value" + of),
                number("weight" + of),
                number("numerator" + of),
                number("denominator" + of),
                from == null ? null : from.atDay(1),
                to == null ? null : to.atEndOfMonth(),
                form.text(own("method", indicator.code())),
                quality(indicator),
                form.text(own("reason", indicator.code())));
    }

    public Baseline.Quality quality(Catalogue.Indicator indicator) {
        var typed = form.text(own("quality", indicator.code()));
        return Stream.of(Baseline.Quality.values())
                .filter(quality -> quality.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    public List<Baseline.Quality> qualities() {
        return List.of(Baseline.Quality.values());
    }

    public String said(Baseline.Quality quality) {
        return Formats.label("quality-" + quality);
    }

    /** The field that holds for the indicator: its own, or where that is empty the one of all. */
    public String own(String part, String code) {
        var own = part + "-" + code;
        return form.text(own).isEmpty() ? part : own;
    }

    private YearMonth month(String name) {
        var typed = form.text(name);
        var month = MonthText.of(typed).orElse(null);
        if (month == null && !typed.isEmpty()) {
            errors.putIfAbsent(name, t.language().text("problems", "not-a-month", typed));
        }
        return month;
    }

    private BigDecimal number(String name) {
        var typed = form.text(name);
        if (typed.isEmpty()) {
            return null;
        }
        var read = NumberText.of(typed).orElse(null);
        if (read == null) {
            errors.putIfAbsent(name, t.of("not-a-number", typed));
            return null;
        }
        if (read.isAmbiguous()) {
            errors.putIfAbsent(
                    name,
                    t.of("register-two-numbers", typed, Formats.said(read.ifComma()), Formats.said(read.ifPoint())));
            return null;
        }
        return read.number(null);
    }

    /** A month as it was understood, in words. */
    public String monthSaid(String name) {
        return MonthText.of(form.text(name)).map(t.language()::month).orElse("");
    }

    /** A number as it was understood. */
    public String numberSaid(String name) {
        return Formats.said(number(name));
    }

    /** What the API says of a part of the registration is shown at the field it was made of. */
    void refuse(Registration registration, Problem problem) {
        var language = t.language();
        problem.errors().forEach(error -> {
            var message = error.code().equals("number-missing")
                    ? t.of("register-number-missing")
                    : language.text("problems", error.code(), error.arguments());
            refuse(registration, error.pointer(), message);
        });
        if (errors.size() > 1) {
            errors.remove("content");
        } else if (errors.isEmpty()) {
            errors.put("content", problem.detail(language));
        }
    }

    void refuse(Registration registration, String pointer, String message) {
        errors.putIfAbsent(Objects.requireNonNullElse(fieldOf(registration, pointer), "content"), message);
    }

    private String fieldOf(Registration registration, String pointer) {
        var path = pointer.split("/");
        if (pointer.startsWith("/nullPoints/")) {
            var nullPoint = registration.nullPoints().get(Integer.parseInt(path[2]));
            var part = path[path.length - 1];
            return OF_MEASURING.contains(part)
                    ? own(part, nullPoint.code())
                    : part + "-" + nullPoint.code() + "-" + nullPoint.unitId();
        }
        if (pointer.startsWith("/benefits/valuations/") && !pointer.endsWith("/from")) {
            var valued = registration.benefits().valuations().get(Integer.parseInt(path[3]));
            return "belop-" + valued.code();
        }
        if (pointer.startsWith("/benefits/indicatorCodes/")
                && !registration.benefits().valuations().isEmpty()) {
            return "belop-" + registration.benefits().indicatorCodes().get(Integer.parseInt(path[3]));
        }
        return FIELDS.entrySet().stream()
                .filter(field -> pointer.startsWith(field.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
