package no.nullpunkt.report;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.Benefit;
import no.nullpunkt.calculation.BenefitType;
import no.nullpunkt.calculation.Dated;
import no.nullpunkt.calculation.Direction;
import no.nullpunkt.calculation.Indicator;
import no.nullpunkt.calculation.IndicatorRole;
import no.nullpunkt.calculation.Measure;
import no.nullpunkt.calculation.Parameters;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.calculation.PlanHeading;
import no.nullpunkt.calculation.Portfolio;
import no.nullpunkt.calculation.Series;
import no.nullpunkt.calculation.Valuation;
import no.nullpunkt.calculation.ValuationKind;
import no.nullpunkt.calculation.Value;
import no.nullpunkt.results.BenefitFacts;
import no.nullpunkt.results.BenefitStory;
import no.nullpunkt.results.Booking;
import no.nullpunkt.results.Filter;
import no.nullpunkt.results.IndicatorFacts;
import no.nullpunkt.results.Named;
import no.nullpunkt.results.Names;
import no.nullpunkt.results.Overdraft;
import no.nullpunkt.results.SeriesFacts;
import no.nullpunkt.results.SeriesFacts.BaselineFacts;
import no.nullpunkt.results.SeriesKey;
import no.nullpunkt.results.Snapshot;
import no.nullpunkt.results.Suppression;
import no.nullpunkt.results.UnitFacts;

/**
 * A small municipality in its first half-year: every aggregation and state, shared technologies, a loss, an overdrawn
 * benefit, one with nothing yet, and names that would be formulas.
 */
final class WorkbookFixture {

    static final Instant AS_OF = Instant.parse("2026-06-15T10:30:00.123456Z");
    static final Period HALF_YEAR = new Period(YearMonth.of(2026, 1), YearMonth.of(2026, 6));
    static final String HASH = "0123456789abcdef".repeat(4);

    private static final YearMonth START = YearMonth.of(2026, 1);
    private static final Named KARI = new Named(id("kari"), "Kari Åsheim");
    private static final Named OLA = new Named(id("ola"), "Ola Nordmann");
    private static final Named ROLLOUT = new Named(id("rollout"), "Trygg hjemme 2026");

    private final Map<UUID, BenefitFacts> benefitFacts = new LinkedHashMap<>();
    private final Map<UUID, IndicatorFacts> indicatorFacts = new LinkedHashMap<>();
    private final Map<SeriesKey, SeriesFacts> seriesFacts = new LinkedHashMap<>();
    private final Map<UUID, UnitFacts> units = new LinkedHashMap<>();
    private final Map<UUID, BenefitStory> stories = new LinkedHashMap<>();
    private final List<Benefit> benefits = new ArrayList<>();
    private final List<Booking> bookings = new ArrayList<>();

    private WorkbookFixture() {
        unit("north", "Hjemmetjenesten nord");
        unit("south", "Hjemmetjenesten sør");
        unit("night", "+Nattjenesten");
        medicines();
        nights();
        admissions();
        survey();
        users();
        idea();
    }

    static Snapshot snapshot() {
        return new WorkbookFixture().made(HALF_YEAR);
    }

    static Snapshot snapshot(Period period) {
        return new WorkbookFixture().made(period);
    }

    /**
     * A municipality with as many benefits, of long names, and figures from the tiniest to the largest.
     *
     * @param benefits 1 or more
     */
    static WorkbookFixture crowd(int benefits) {
        var crowd = new WorkbookFixture();
        crowd.benefits.clear();
        crowd.benefitFacts.clear();
        crowd.indicatorFacts.clear();
        crowd.seriesFacts.clear();
        crowd.stories.clear();
        crowd.bookings.clear();
        for (int i = 0; i < benefits; i++) {
            crowd.crowded(i);
        }
        return crowd;
    }

    private void crowded(int i) {
        var scale = List.of("1", "0.0001", "1000000").get(i % 3);
        var values = new TreeMap<Integer, Value>();
        for (int month = 1; month <= 5; month++) {
            if (month != 3) {
                values.put(
                        month,
                        Value.measured(Measure.of(number(scale).multiply(number(String.valueOf(50 + i - 3 * month))))));
            }
        }
        var indicator = indicator(
                "crowd" + i,
                "crowded" + i,
                "Gjennomsnittlig tidsbruk til dokumentasjon og oppfølging av vedtak om velferdsteknologi, måling " + i,
                "minutter per tjenestemottaker per døgn",
                i % 4 == 3 ? IndicatorRole.QUALITY : IndicatorRole.TIME_SAVED,
                Direction.LOWER_IS_BETTER,
                Aggregation.SUM,
                1,
                i % 4 == 1 ? new Valuation(ValuationKind.NOK, Dated.from(START, number("1250000"))) : hours("1.25"),
                List.of(series(
                        "crowded" + i,
                        List.of("north", "south", "night").get(i % 3),
                        i % 5 == 0 ? null : OLA,
                        Measure.of(number(scale).multiply(number("60"))),
                        number(scale).multiply(number("40")).toPlainString(),
                        values)));
        benefit(
                "crowd" + i,
                "Redusert tidsbruk i hjemmetjenesten ved innføring av velferdsteknologiske løsninger, gevinst " + i,
                i % 4 == 1 ? BenefitType.AVOIDED_COST : BenefitType.TIME_SAVED,
                PlanHeading.values()[i % 4],
                "1",
                i % 7 == 0 ? null : KARI,
                Map.of(
                        List.of("medicine-dispenser", "digital-supervision-home", "electronic-door-lock")
                                .get(i % 3),
                        "1"),
                List.of(indicator),
                new BenefitStory(
                        List.of(),
                        List.of(new BenefitStory.Deviation(
                                "VOLUME",
                                "Det ble flere tjenestemottakere enn planlagt, og tidsbruken fordeler seg ulikt mellom "
                                        + "tjenestestedene i arbeidsmiljøutvalgets ansvarsområde.",
                                null,
                                AS_OF)),
                        List.of(),
                        1,
                        2,
                        null));
    }

    Map<UUID, BenefitStory> told() {
        return stories;
    }

    Snapshot made() {
        return made(HALF_YEAR);
    }

    /** A municipality that has nothing yet. */
    static Snapshot empty() {
        var full = snapshot();
        return new Snapshot(
                full.number(),
                full.municipality(),
                full.asOf(),
                full.now(),
                new Period(YearMonth.of(2026, 5), YearMonth.of(2026, 5)),
                Filter.NONE,
                new Portfolio(List.of(), new Parameters(Dated.NEVER, Dated.NEVER)),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                full.technologies(),
                List.of(),
                List.of(),
                Suppression.NOTHING);
    }

    static Map<UUID, BenefitStory> stories() {
        return new WorkbookFixture().stories;
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private Snapshot made(Period period) {
        var parameters = new Parameters(
                Dated.from(YearMonth.of(2025, 1), number("1750")), Dated.from(YearMonth.of(2025, 1), number("432.5")));
        var portfolio = new Portfolio(benefits, parameters);
        var now = YearMonth.of(2026, 6);
        return new Snapshot(
                "9901",
                "Storvik & Lillevik",
                AS_OF,
                now,
                period,
                Filter.NONE,
                portfolio,
                benefitFacts,
                indicatorFacts,
                seriesFacts,
                units,
                technologies(),
                bookings,
                Overdraft.in(portfolio.over(period, now).points(), bookings),
                Suppression.NOTHING);
    }

    private static Map<String, Names> technologies() {
        var names = new LinkedHashMap<String, Names>();
        names.put(
                "medicine-dispenser",
                new Names(
                        "Elektronisk medisindispenser",
                        "Elektronisk medisindispensar",
                        "Electronic medicine dispenser"));
        names.put(
                "digital-supervision-home",
                new Names("Digitalt tilsyn hjemme", "Digitalt tilsyn heime", "Digital supervision at home"));
        names.put(
                "electronic-door-lock",
                new Names("Elektronisk dørlås (e-lås)", "Elektronisk dørlås (e-lås)", "Electronic door lock"));
        return names;
    }

    private void medicines() {
        var visits = indicator(
                "medicines",
                "visits",
                "Hjemmebesøk per bruker per uke",
                "besøk per brukeruke",
                IndicatorRole.TIME_SAVED,
                Direction.LOWER_IS_BETTER,
                Aggregation.RATIO,
                1,
                hours("0.35"),
                List.of(
                        series(
                                "visits",
                                "north",
                                KARI,
                                Measure.ratio(number("1420"), number("130")),
                                "7.5",
                                Map.of(
                                        1, ratio("1350", "128"),
                                        2, ratio("1130", "131"),
                                        3, ratio("1002", "133"),
                                        4, ratio("911.5", "129"),
                                        5, ratio("900", "131"))),
                        series(
                                "visits",
                                "south",
                                OLA,
                                Measure.ratio(number("801"), number("77")),
                                "7.5",
                                Map.of(
                                        1, ratio("803", "76"),
                                        2, Value.NOT_MEASURED,
                                        4, ratio("640", "75")))));
        benefit(
                "medicines",
                "Færre hjemmebesøk for å gi medisiner",
                BenefitType.TIME_SAVED,
                PlanHeading.OWN_BUDGET,
                "0.8",
                KARI,
                Map.of("medicine-dispenser", "1"),
                List.of(visits),
                new BenefitStory(
                        List.of(new BenefitStory.Waiver(
                                "ADOPTING_ACTION", "Tiltaket kom med anskaffelsen.", "Liv Leder")),
                        List.of(new BenefitStory.Deviation(
                                "ROUTINE_NOT_ENDED",
                                "Sør kjører fortsatt de faste rundene klokka åtte, fordi apoteket leverer multidose dit "
                                        + "bare annenhver uke. Det er avtalt ny levering fra september.",
                                "Ny avtale med apoteket",
                                AS_OF.minusSeconds(3600))),
                        List.of(new BenefitStory.Decision(
                                "ADJUST", LocalDate.of(2026, 5, 20), "Sak 26/123", "Rundene legges om.")),
                        1,
                        0,
                        new BenefitStory.Success(
                                "Kveldene ble roligere",
                                "Brukerne tar medisinene selv, og kveldsvakta rekker et besøk til hos dem som trenger det.",
                                AS_OF)));
        bookings.add(new Booking(
                id("medicines"), id("north"), YearMonth.of(2026, 3), "BUDGET_REDUCED", number("120"), number("0")));
        bookings.add(new Booking(
                id("medicines"), id("north"), YearMonth.of(2026, 4), "MORE_USERS", number("90.25"), number("0")));
    }

    private void nights() {
        var rounds = indicator(
                "nights",
                "rounds",
                "Timer til tilsyn om natten",
                "timer per måned",
                IndicatorRole.TIME_SAVED,
                Direction.LOWER_IS_BETTER,
                Aggregation.SUM,
                1,
                hours("1"),
                List.of(series(
                        "rounds",
                        "night",
                        null,
                        Measure.of(number("310")),
                        "200",
                        Map.of(1, value("305"), 2, value("261.5"), 3, value("240"), 4, value("0"), 5, value("233")))));
        var alarms = indicator(
                "nights",
                "alarms",
                "Timer til å svare på varsler",
                "timer per måned",
                IndicatorRole.DISBENEFIT,
                Direction.LOWER_IS_BETTER,
                Aggregation.SUM,
                1,
                hours("1"),
                List.of(series(
                        "alarms",
                        "night",
                        null,
                        Measure.of(number("0")),
                        "20",
                        Map.of(1, value("12"), 2, value("18"), 3, value("31"), 4, value("44")))));
        var users = indicator(
                "nights",
                "users",
                "Brukere med digitalt tilsyn",
                "brukere",
                IndicatorRole.DRIVER,
                Direction.HIGHER_IS_BETTER,
                Aggregation.LATEST,
                1,
                Valuation.NONE,
                List.of(
                        series(
                                "users",
                                "north",
                                KARI,
                                Measure.of(number("0")),
                                "40",
                                Map.of(1, value("8"), 2, value("14"), 3, value("22"), 4, value("31"), 5, value("35"))),
                        series(
                                "users",
                                "south",
                                OLA,
                                Measure.of(number("2")),
                                "30",
                                Map.of(1, value("2"), 3, value("9"), 4, Value.NOT_APPLICABLE))));
        benefit(
                "nights",
                "Roligere netter og færre unødige tilsyn",
                BenefitType.TIME_SAVED,
                PlanHeading.ALTERNATIVE_USE,
                "1",
                OLA,
                ordered("digital-supervision-home", "0.6", "electronic-door-lock", "0.4"),
                List.of(rounds, alarms, users),
                BenefitStory.NOTHING);
        bookings.add(new Booking(
                id("nights"), id("night"), YearMonth.of(2026, 5), "BETTER_QUALITY", number("900"), number("0")));
    }

    private void admissions() {
        var avoided = indicator(
                "admissions",
                "avoided",
                "Innleggelser per tertial",
                "innleggelser per måned",
                IndicatorRole.AVOIDED_COST,
                Direction.LOWER_IS_BETTER,
                Aggregation.SUM,
                4,
                new Valuation(ValuationKind.NOK, Dated.from(START, number("48500"))),
                List.of(series("avoided", "north", KARI, Measure.of(number("6.5")), "5", Map.of(4, value("21")))));
        benefit(
                "admissions",
                "Unngåtte innleggelser",
                BenefitType.AVOIDED_COST,
                PlanHeading.OTHER_PUBLIC,
                "0.5",
                KARI,
                ordered("digital-supervision-home", "0.333", "medicine-dispenser", "0.667"),
                List.of(avoided),
                BenefitStory.NOTHING);
        bookings.add(new Booking(
                id("admissions"), id("north"), YearMonth.of(2026, 4), "BUDGET_REDUCED", number("0"), number("60000")));
    }

    private void survey() {
        var safe = indicator(
                "survey",
                "safe",
                "@Opplevd trygghet",
                "poeng 1–5",
                IndicatorRole.QUALITY,
                Direction.HIGHER_IS_BETTER,
                Aggregation.MEAN,
                3,
                Valuation.NONE,
                List.of(series(
                        "safe",
                        "south",
                        null,
                        Measure.weighted(number("3.9"), number("40")),
                        null,
                        Map.of(3, Value.measured(Measure.weighted(number("3.6"), number("44")))))));
        benefit(
                "survey",
                "=HYPERLINK(\"http://example.com\";\"Tryggere brukere\")",
                BenefitType.QUALITY,
                PlanHeading.NON_PRICED,
                "1",
                null,
                Map.of("digital-supervision-home", "1"),
                List.of(safe),
                BenefitStory.NOTHING);
    }

    private void users() {
        var doors = indicator(
                "doors",
                "keys",
                "Nøkler i omløp",
                "nøkler",
                IndicatorRole.QUALITY,
                Direction.LOWER_IS_BETTER,
                Aggregation.LATEST,
                1,
                Valuation.NONE,
                List.of(series("keys", "north", OLA, null, "20", Map.of(2, value("140"), 3, value("88")))));
        benefit(
                "doors",
                "Færre nøkler på avveie",
                BenefitType.QUALITY,
                PlanHeading.NON_PRICED,
                "1",
                OLA,
                Map.of("electronic-door-lock", "1"),
                List.of(doors),
                BenefitStory.NOTHING);
    }

    private void idea() {
        benefit("idea", "Mindre kjøring", null, null, "1", null, Map.of(), List.of(), BenefitStory.NOTHING);
    }

    private void unit(String key, String name) {
        units.put(id(key), new UnitFacts(id(key), name, null, null, null, null));
    }

    private void benefit(
            String key,
            String title,
            BenefitType type,
            PlanHeading heading,
            String attribution,
            Named owner,
            Map<String, String> technologies,
            List<Indicator> indicators,
            BenefitStory story) {
        var shares = new LinkedHashMap<String, BigDecimal>();
        technologies.forEach((code, share) -> shares.put(code, number(share)));
        benefits.add(new Benefit(id(key), type, heading, number(attribution), shares, indicators));
        benefitFacts.put(
                id(key),
                new BenefitFacts(
                        id(key),
                        title,
                        ROLLOUT,
                        null,
                        START,
                        type,
                        heading,
                        type == null ? "IDENTIFIED" : "EXECUTING",
                        !key.equals("doors"),
                        owner,
                        owner != null,
                        null,
                        null,
                        List.of(),
                        key.equals("medicines")
                                ? List.of("Alle brukere får opplæring før de tar dispenseren i bruk.")
                                : List.of(),
                        null,
                        null,
                        null,
                        null));
        stories.put(id(key), story);
    }

    private Indicator indicator(
            String benefit,
            String key,
            String name,
            String unit,
            IndicatorRole role,
            Direction direction,
            Aggregation aggregation,
            int frequency,
            Valuation valuation,
            List<Series> series) {
        indicatorFacts.put(
                id(key),
                new IndicatorFacts(
                        id(key), id(benefit), name, unit, null, null, "Fagsystemet", null, key.equals("users")));
        return new Indicator(
                id(key),
                role,
                direction,
                aggregation,
                BigDecimal.ONE,
                frequency,
                START,
                null,
                BigDecimal.ZERO,
                valuation,
                series);
    }

    private Series series(
            String indicator,
            String unit,
            Named measurer,
            Measure baseline,
            String target,
            Map<Integer, Value> values) {
        var byMonth = new TreeMap<YearMonth, Value>();
        values.forEach((month, value) -> byMonth.put(YearMonth.of(2026, month), value));
        var facts = baseline == null
                ? null
                : new BaselineFacts(
                        unit.equals("south") ? 2 : 1,
                        !unit.equals("south"),
                        unit.equals("night"),
                        LocalDate.of(2025, 10, 1),
                        LocalDate.of(2025, 12, 31),
                        "Telling i fagsystemet",
                        "MEASURED",
                        null);
        seriesFacts.put(
                new SeriesKey(id(indicator), id(unit)), new SeriesFacts(seriesFacts.size() + 1L, measurer, facts));
        return new Series(
                id(unit), baseline, target == null ? Dated.NEVER : Dated.from(START, number(target)), byMonth);
    }

    private static Map<String, String> ordered(String one, String its, String other, String others) {
        var shares = new LinkedHashMap<String, String>();
        shares.put(one, its);
        shares.put(other, others);
        return shares;
    }

    private static Valuation hours(String perUnit) {
        return new Valuation(ValuationKind.HOURS, Dated.from(START, number(perUnit)));
    }

    private static Value value(String value) {
        return Value.measured(Measure.of(number(value)));
    }

    private static Value ratio(String numerator, String denominator) {
        return Value.measured(Measure.ratio(number(numerator), number(denominator)));
    }

    static BigDecimal number(String number) {
        return new BigDecimal(number);
    }
}
