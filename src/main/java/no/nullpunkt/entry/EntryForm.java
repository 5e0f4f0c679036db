package no.nullpunkt.entry;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.nullpunkt.shared.Language;

/**
 * The form of a month: its fields, and what there is to tell about all of them.
 *
 * @param all whether other people's values are there too
 * @param choices the months one may choose between
 * @param notice what to tell before anything else, or null
 */
record EntryForm(
        YearMonth month,
        LocalDate due,
        boolean all,
        List<EntryField> fields,
        List<MonthChoice> choices,
        String notice,
        Language language) {

    private static final int RECENT = 4;

    /**
     * A month and how many values are still open in it.
     *
     * @param chosen whether it is the one shown
     */
    record MonthChoice(YearMonth month, long open, boolean chosen) {}

    /** One technology after the other; those without come under their own heading, which is null. */
    public Map<String, List<EntryField>> groups() {
        var groups = new LinkedHashMap<String, List<EntryField>>();
        fields.forEach(field -> {
            var technology = field.series().technology();
            groups.computeIfAbsent(technology == null ? "" : technology.in(language), added -> new ArrayList<>())
                    .add(field);
        });
        return groups;
    }

    /** The latest few months, and the one that is shown. */
    public List<MonthChoice> recent() {
        return choices.stream()
                .filter(choice -> choice.chosen() || choices.indexOf(choice) < RECENT)
                .toList();
    }

    public List<MonthChoice> older() {
        var recent = recent();
        return choices.stream().filter(choice -> !recent.contains(choice)).toList();
    }

    public List<EntryField.FieldError> errors() {
        return fields.stream().flatMap(field -> field.errors().stream()).toList();
    }

    /** Whether there is anything to save. */
    public boolean isOpen() {
        return fields.stream().anyMatch(EntryField::isOpen);
    }
}
