package no.nullpunkt.portfolio;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import no.nullpunkt.results.Missing;
import no.nullpunkt.results.Named;
import no.nullpunkt.results.Snapshot;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Words;

/**
 * What one person owes.
 *
 * @param name null when nobody is named for it
 * @param oldest the first month of a missing value, or null
 * @param things what is owed, in words, as far as a page has room for
 * @param hidden how many there are besides
 */
record Owing(String name, Map<Missing.Kind, Long> counts, YearMonth oldest, List<Thing> things, int hidden) {

    private static final int MOST_THINGS = 12;

    /** One thing, with the benefit it is of. */
    record Thing(String benefitId, String text) {}

    /** Whoever owes the most first. */
    static List<Owing> of(Snapshot snapshot, List<Missing> missing, Words t) {
        var people = new LinkedHashMap<Optional<Named>, List<Missing>>();
        missing.forEach(each -> people.computeIfAbsent(Optional.ofNullable(each.who()), added -> new ArrayList<>())
                .add(each));
        return people.entrySet().stream()
                .sorted(Comparator.comparing(person -> -person.getValue().size()))
                .map(person -> of(person.getKey().map(Named::name).orElse(null), person.getValue(), snapshot, t))
                .toList();
    }

    private static Owing of(String name, List<Missing> owed, Snapshot snapshot, Words t) {
        var counts = new EnumMap<Missing.Kind, Long>(Missing.Kind.class);
        owed.forEach(each -> counts.merge(each.kind(), 1L, Long::sum));
        return new Owing(
                name,
                counts,
                owed.stream()
                        .filter(each -> each.kind() == Missing.Kind.VALUE)
                        .map(Missing::due)
                        .filter(Objects::nonNull)
                        .min(YearMonth::compareTo)
                        .orElse(null),
                owed.stream()
                        .limit(MOST_THINGS)
                        .map(each -> new Thing(each.benefitId().toString(), said(each, snapshot, t.language())))
                        .toList(),
                Math.max(0, owed.size() - MOST_THINGS));
    }

    private static String said(Missing each, Snapshot snapshot, Language language) {
        var said = new ArrayList<String>();
        said.add(snapshot.benefits().get(each.benefitId()).title());
        if (each.series() != null) {
            said.add(snapshot.indicators().get(each.series().indicatorId()).name());
            said.add(snapshot.units().get(each.series().unitId()).name());
        }
        if (each.kind() == Missing.Kind.VALUE) {
            said.add(language.month(each.due()));
        }
        return kind(each.kind(), language) + ": " + String.join(", ", said);
    }

    /** What is owed, in words. */
    static String kind(Missing.Kind kind, Language language) {
        return language.text("workbook", "owed." + kind.name());
    }

    /** How much of what, such as {@code Måling 3, Mål 1}. */
    public String said(Language language) {
        return counts.entrySet().stream()
                .map(count -> kind(count.getKey(), language) + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }
}
