package no.nullpunkt.kommit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.nullpunkt.access.People.Known;
import no.nullpunkt.kommit.Finding.Kind;
import no.nullpunkt.kommit.KommitReport.PersonPart;
import no.nullpunkt.kommit.KommitReport.PersonPart.Match;
import no.nullpunkt.kommit.KommitResource.PersonAnswer;

/** The people that a sheet names, and who each of them is found to be. */
final class PeopleInSheet {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;:()<>]+@[^\\s@,;:()<>]+\\.[^\\s@,;:()<>]+");

    private final Map<String, List<Given<String>>> cellsByName = new LinkedHashMap<>();
    private final Map<String, PersonPart> people = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    PeopleInSheet(Tool tool) {
        named(tool)
                .filter(Objects::nonNull)
                .forEach(name -> cellsByName
                        .computeIfAbsent(Layout.normalised(name.value()), key -> new ArrayList<>())
                        .add(name));
    }

    private static Stream<Given<String>> named(Tool tool) {
        return Stream.concat(
                Stream.of(tool.project().serviceOwner(), tool.project().projectLeader()),
                tool.benefits().stream()
                        .flatMap(benefit -> Stream.concat(
                                Stream.of(benefit.owner, benefit.measurer),
                                benefit.actions.stream().map(Tool.Action::responsible))));
    }

    /** Every name and e-mail to look people up by, in lower case. */
    Set<String> keys() {
        var keys = new LinkedHashSet<String>();
        cellsByName.keySet().forEach(name -> {
            keys.add(nameIn(name));
            EMAIL.matcher(name).results().forEach(email -> keys.add(email.group()));
        });
        return keys;
    }

    /**
     * Says who everyone is.
     *
     * @param known those found by {@link #keys()}
     * @param answered who an answer of the request stands for, with whether the person was made for it
     */
    void recognise(List<Known> known, List<PersonAnswer> answers, Function<PersonAnswer, PersonPart> answered) {
        cellsByName.forEach((name, cells) -> people.put(
                name,
                answers.stream()
                        .filter(answer -> Layout.normalised(answer.name()).equals(name))
                        .findFirst()
                        .map(answered)
                        .map(part -> part(cells, part.personId(), part.match()))
                        .orElseGet(() -> recognised(name, cells, known))));
    }

    private PersonPart recognised(String name, List<Given<String>> cells, List<Known> known) {
        var bare = nameIn(name);
        var matches = known.stream()
                .filter(person -> name.contains(person.email())
                        || Layout.normalised(person.name()).equals(bare))
                .toList();
        if (matches.size() == 1) {
            return part(cells, matches.get(0).id(), Match.RECOGNISED);
        }
        var code = matches.isEmpty() ? "person-unknown" : "person-ambiguous";
        var first = cells.get(0);
        findings.add(new Finding(Kind.NOT_USED, code, first.place(), first.value()));
        return part(cells, null, Match.UNKNOWN);
    }

    private static PersonPart part(List<Given<String>> cells, UUID personId, Match match) {
        var places = cells.stream().map(cell -> cell.place().toString()).toList();
        return new PersonPart(cells.get(0).value(), places, personId, match);
    }

    /** {@code kari nordmann (kari@kommune.no)} is {@code kari nordmann}. */
    private static String nameIn(String text) {
        return EMAIL.matcher(text)
                .replaceAll("")
                .replaceAll("[()<>,;:]", " ")
                .strip()
                .replaceAll(" +", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** What an e-mail is looked up by. */
    static String key(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** The person meant by a cell; null where the cell is empty or nobody is recognised. */
    UUID idOf(Given<String> name) {
        return name == null ? null : people.get(Layout.normalised(name.value())).personId();
    }

    List<PersonPart> all() {
        return List.copyOf(people.values());
    }

    List<Finding> findings() {
        return findings;
    }
}
