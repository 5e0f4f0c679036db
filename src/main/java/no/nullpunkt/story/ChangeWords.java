package no.nullpunkt.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import no.nullpunkt.results.Names;
import no.nullpunkt.shared.Language;
import no.nullpunkt.story.BenefitChange.Change;
import no.nullpunkt.story.BenefitChange.Kind;
import no.nullpunkt.story.ChangeLog.Event;
import no.nullpunkt.story.Told.Field;

/** Tells events in the words of a language. */
final class ChangeWords {

    /** The columns that make up what a value, null-point, target, amount or share is. */
    private static final Set<String> OF_NUMBER =
            Set.of("status", "value", "weight", "numerator", "denominator", "amount", "share");

    private final Language language;
    private final Map<UUID, String> people;
    private final Map<String, Names> technologies;
    private final NumberFormat numbers;

    ChangeWords(Language language, Map<UUID, String> people, Map<String, Names> technologies) {
        this.language = language;
        this.people = people;
        this.technologies = technologies;
        this.numbers = NumberFormat.getNumberInstance(language.locale());
        numbers.setMaximumFractionDigits(40);
    }

    BenefitChange tell(Event event) {
        var before = standing(event.before());
        var after = standing(event.after());
        var kind = event.approval()
                ? Kind.APPROVED
                : before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
        var changes = event.suppressed() ? List.<Change>of() : changes(event.thing(), before, after);
        return new BenefitChange(
                event.at(),
                event.byId(),
                people.get(event.byId()),
                event.machine(),
                event.thing(),
                kind,
                event.indicator() == null ? null : event.indicator().id(),
                event.indicator() == null ? null : event.indicator().name(),
                event.unit() == null ? null : event.unit().id(),
                event.unit() == null ? null : event.unit().name(),
                event.month(),
                changes,
                event.suppressed() ? null : event.reason(),
                sentence(event, kind, changes),
                event.suppressed());
    }

    /** A value taken back is not there. */
    private static JsonNode standing(JsonNode state) {
        return state == null || state.path("status").asText().equals("WITHDRAWN") ? null : state;
    }

    private List<Change> changes(Told thing, JsonNode before, JsonNode after) {
        var changes = new ArrayList<Change>();
        if (thing.isNumber()) {
            add(changes, "value", before == null ? null : number(before), after == null ? null : number(after));
        }
        thing.fields.stream()
                .filter(field -> !thing.isNumber() || !OF_NUMBER.contains(field.column()))
                .forEach(field -> add(changes, field.column(), said(field, before), said(field, after)));
        return changes;
    }

    private void add(List<Change> changes, String field, String before, String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(camelCase(field), text("field." + field), before, after));
        }
    }

    private String number(JsonNode state) {
        var status = state.path("status").asText("MEASURED");
        if (!status.equals("MEASURED")) {
            return language.text("labels", "state-" + status).toLowerCase(language.locale());
        }
        if (state.hasNonNull("numerator")) {
            return text("number.ratio", said(state.get("numerator")), said(state.get("denominator")));
        }
        var value = said(Stream.of("value", "amount", "share")
                .map(state::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow());
        return state.hasNonNull("weight") ? text("number.weighted", value, said(state.get("weight"))) : value;
    }

    private String said(JsonNode number) {
        return numbers.format(new BigDecimal(number.asText()));
    }

    private String said(Field field, JsonNode state) {
        if (state == null || !state.hasNonNull(field.column())) {
            return null;
        }
        var value = state.get(field.column());
        return switch (field.form()) {
            case TEXT -> value.asText();
            case LIST -> list(value);
            case NUMBER -> said(value);
            case MONTH -> said(YearMonth.from(LocalDate.parse(value.asText())));
            case DAY ->
                DateTimeFormatter.ofPattern(text("day"), language.locale()).format(LocalDate.parse(value.asText()));
            case FLAG -> text(value.asBoolean() ? "yes" : "no");
            case PERSON -> people.get(UUID.fromString(value.asText()));
            case CHOICE -> label(field.choices(), value.asText());
        };
    }

    private static String list(JsonNode texts) {
        return texts.isEmpty()
                ? null
                : StreamSupport.stream(texts.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(", "));
    }

    private String said(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", language.locale()).format(month);
    }

    private String label(String choices, String code) {
        return choices.equals("cause")
                ? language.text("workbook", "cause." + code)
                : language.text("labels", choices + "-" + code);
    }

    private String sentence(Event event, Kind kind, List<Change> changes) {
        var who = who(event);
        var what = text(
                "subject." + event.thing(),
                name(event),
                event.unit() == null ? "" : event.unit().name(),
                event.month() == null ? "" : said(event.month()));
        if (event.suppressed()) {
            return text("sentence.suppressed." + kind, who, what);
        }
        var sentence = switch (kind) {
            case APPROVED -> text("sentence.approved", who, what, changes.get(0).after());
            case ADDED ->
                event.thing().isNumber()
                        ? text("sentence.entered", who, what, changes.get(0).after())
                        : text("sentence.added", who, what);
            case REMOVED ->
                event.thing().isNumber()
                        ? text("sentence.withdrawn", who, what, changes.get(0).before())
                        : text("sentence.removed", who, what);
            case CHANGED ->
                event.thing().isNumber()
                                && changes.size() == 1
                                && changes.get(0).field().equals("value")
                        ? text(
                                "sentence.corrected",
                                who,
                                what,
                                changes.get(0).before(),
                                changes.get(0).after())
                        : text(
                                "sentence.changed",
                                who,
                                what,
                                changes.stream().map(this::fromTo).collect(Collectors.joining("; ")));
        };
        return event.reason() == null ? sentence : text("sentence.because", sentence, event.reason());
    }

    private String who(Event event) {
        var name = people.get(event.byId());
        return name == null ? text("who.nobody") : event.machine() ? text("who.machine", name) : name;
    }

    private String fromTo(Change change) {
        if (change.before() == null) {
            return text("change.set", change.label(), change.after());
        }
        return change.after() == null
                ? text("change.cleared", change.label(), change.before())
                : text("change.from-to", change.label(), change.before(), change.after());
    }

    /** What a thing is called: by its key, its indicator or its first field. */
    private String name(Event event) {
        return switch (event.thing()) {
            case SHARE ->
                technologies.containsKey(event.key())
                        ? technologies.get(event.key()).in(language)
                        : event.key();
            case WAIVER ->
                language.text(
                        "problems",
                        "missing-" + event.key().toLowerCase(Locale.ROOT).replace('_', '-'));
            case AMOUNT, SERIES, TARGET, VALUE, BASELINE -> event.indicator().name();
            default -> {
                var state = event.after() == null ? event.before() : event.after();
                yield said(event.thing().fields.get(0), state);
            }
        };
    }

    private String text(String key, Object... arguments) {
        return language.text("changes", key, arguments);
    }

    private static String camelCase(String column) {
        var words = column.split("_");
        return words[0]
                + Stream.of(words)
                        .skip(1)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
    }
}
