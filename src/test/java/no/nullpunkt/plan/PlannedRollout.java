package no.nullpunkt.plan;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import no.nullpunkt.calculation.BenefitType;
import no.nullpunkt.calculation.PlanHeading;

/** Plans of any size, with short texts and with as long ones as are taken. */
final class PlannedRollout {

    private static final String LONG =
            "Ansatte i hjemmetjenesten slutter med de faste rundene og rykker ut når det varsles, "
                    + "og sparer brukerneforunødigforstyrrelseomnattennårdeikketrengerhjelp ";

    private PlannedRollout() {}

    /** A rollout with so many benefits, whose links are drawn by lot. */
    static Plan of(int benefits, boolean longTexts) {
        var random = new Random(60 + benefits);
        var needs = IntStream.range(0, benefits == 0 ? 0 : 4)
                .mapToObj(i -> new Plan.Need(id("need", i), text("Behov " + i, longTexts, 190)))
                .toList();
        var goals = IntStream.range(0, benefits == 0 ? 0 : 3)
                .mapToObj(
                        i -> new Plan.Goal(id("goal", i), text("Mål " + i, longTexts, 190), "Kommuneplanen, mål " + i))
                .toList();
        var all = IntStream.range(0, benefits)
                .mapToObj(i -> benefit(i, random, needs, goals, longTexts))
                .toList();
        var rollout = new Plan.Rollout(
                id("rollout", benefits),
                "Digitalt tilsyn",
                longTexts ? LONG.repeat(15) : null,
                YearMonth.of(2026, 3),
                null,
                List.of("Digitalt tilsyn", "E-lås"),
                List.of("Hjemmetjenesten nord", "Hjemmetjenesten sør"),
                needs,
                all);
        var headings = new ArrayList<Plan.Sum>();
        if (benefits > 0) {
            headings.add(
                    new Plan.Sum(PlanHeading.ALTERNATIVE_USE, benefits, new BigDecimal("1234.5"), BigDecimal.ZERO));
        }
        return new Plan(
                "Demo kommune", Instant.parse("2026-06-15T10:30:00.123456Z"), 2026, List.of(rollout), headings, goals);
    }

    private static Plan.Benefit benefit(
            int place, Random random, List<Plan.Need> needs, List<Plan.Goal> goals, boolean longTexts) {
        var actions = IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> new Plan.Action(
                        i == 0 ? "STOP" : "ADOPT",
                        text("Rutine " + place + "." + i, longTexts, 3900),
                        i == 0 ? "Kari Nordmann" : null,
                        LocalDate.of(2026, 3 + i, 1),
                        i == 0 ? LocalDate.of(2026, 4, 2) : null))
                .toList();
        var series = new Plan.Series(
                "Hjemmetjenesten nord",
                "Ola Nordmann",
                new BigDecimal("90.88"),
                LocalDate.of(2025, 10, 1),
                LocalDate.of(2025, 12, 31),
                text("Telling i logg", longTexts, 500),
                "MEASURED",
                true,
                place % 2 == 0,
                false,
                List.of(new Plan.Target(YearMonth.of(2026, 4), new BigDecimal("60"))));
        return new Plan.Benefit(
                id("benefit", place),
                text("Gevinst nummer " + place, longTexts, 195),
                longTexts ? LONG.repeat(10) : null,
                BenefitType.TIME_SAVED,
                PlanHeading.ALTERNATIVE_USE,
                "PLANNED",
                true,
                random.nextBoolean() ? List.of("Digitalt tilsyn") : List.of("Digitalt tilsyn", "E-lås"),
                "Kari Nordmann",
                null,
                null,
                List.of("brukere", "ansatte"),
                List.of("Nettdekning"),
                needs.stream()
                        .filter(need -> random.nextBoolean())
                        .map(Plan.Need::id)
                        .toList(),
                goals.stream()
                        .filter(goal -> random.nextBoolean())
                        .map(Plan.Goal::id)
                        .toList(),
                null,
                "En halv time i måneden",
                List.of(new Plan.Risk(text("Gammel rutine består", longTexts, 900), "MEDIUM", "HIGH", null)),
                actions,
                List.of(new Plan.Indicator(
                        id("indicator", place),
                        "Utrykninger etter varsel",
                        "utrykninger per måned",
                        1,
                        YearMonth.of(2026, 3),
                        null,
                        List.of(series))),
                new BigDecimal("20.575"),
                BigDecimal.ZERO);
    }

    private static String text(String brief, boolean longTexts, int length) {
        return longTexts ? (brief + " " + LONG.repeat(40)).substring(0, length) : brief;
    }

    private static UUID id(String kind, int place) {
        return UUID.nameUUIDFromBytes((kind + place).getBytes(StandardCharsets.UTF_8));
    }
}
