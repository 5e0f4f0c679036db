package no.nullpunkt.entry;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.Validator;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.OfMunicipality;
import no.nullpunkt.access.SignInPages;
import no.nullpunkt.entry.EntryForm.MonthChoice;
import no.nullpunkt.measurement.ValueService;
import no.nullpunkt.municipality.ClosedMonths;
import no.nullpunkt.municipality.ReportedMonths;
import no.nullpunkt.shared.Form;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Visit;

/**
 * My values: what a person has to fill in for a month, one technology after the other. All of it works as plain forms;
 * htmx only saves single fields, and shows what is understood of a number, without loading the page anew.
 */
@Path("/")
@Authenticated
@OfMunicipality
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class MyValuesPages {

    private static final int STALE = 412;
    private static final int UNSEEN = 428;

    @CheckedTemplate(basePath = "entry", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {

        private Templates() {}

        static native TemplateInstance myValues(EntryForm form);

        static native TemplateInstance valueField(EntryField field);

        static native TemplateInstance valueEcho(EntryField field);
    }

    private final Caller caller;
    private final OpenValues openValues;
    private final ClosedMonths closedMonths;
    private final ValueService values;
    private final Validator validator;
    private final Visit visit;
    private final Clock clock;
    private ReportedMonths reported;
    private Map<YearMonth, Long> open;

    MyValuesPages(
            Caller caller,
            OpenValues openValues,
            ClosedMonths closedMonths,
            ValueService values,
            Validator validator,
            Visit visit,
            Clock clock) {
        this.caller = caller;
        this.openValues = openValues;
        this.closedMonths = closedMonths;
        this.values = values;
        this.validator = validator;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    public String show(
            @QueryParam("maned") YearMonth month,
            @QueryParam("alle") @DefaultValue("false") boolean all,
            @QueryParam("rett") String correct) {
        var shown = month == null ? pressing() : month;
        var fields = openMonth(shown, all).fields().stream()
                .map(field -> field(
                        field,
                        shown,
                        Form.NONE,
                        String.valueOf(field.series().id()).equals(correct)))
                .toList();
        return page(shown, all, fields, null);
    }

    /**
     * Saves what is understood and has been shown, and answers with what is left to look at.
     *
     * @param form the fields; {@code bare} names the only one to save, {@code vis} the only one to show understood
     */
    @POST
    public Response save(MultivaluedMap<String, String> posted) {
        var form = new Form(posted);
        var month = month(form.get("maned"));
        var all = "true".equals(form.get("alle"));
        var typed = openMonth(month, all).fields().stream()
                .map(field -> field(field, month, form, false))
                .toList();
        var only = form.get("bare");
        if (only == null && form.has("vis") && visit.isPart()) {
            return part(Templates.valueEcho(named(typed, form.get("vis"))));
        }
        var mayBeSaved = !form.has(SignInPages.TYPED_BEFORE);
        var outcomes = typed.stream()
                .filter(field -> only == null || field.key().equals(only))
                .collect(Collectors.toMap(EntryField::key, field -> settle(field, mayBeSaved)));
        var settled = reread(typed, outcomes, month, all, form);
        if (only != null && visit.isPart()) {
            return part(Templates.valueField(named(settled, only)));
        }
        var saved = Collections.frequency(outcomes.values(), Outcome.SAVED);
        var isDone = settled.stream().noneMatch(field -> field.isOpen() && field.isTouched());
        if (isDone && saved > 0) {
            return Response.seeOther(URI.create("/?maned=" + month + (all ? "&alle=true" : "")))
                    .build();
        }
        return Response.ok(page(month, all, settled, notice(saved, settled, mayBeSaved)))
                .build();
    }

    /** What becomes of a field that was posted. */
    private enum Outcome {
        SAVED,
        /** What someone else entered meanwhile stands. */
        GIVEN_UP,
        CONFLICT,
        /** As it was posted, with what there is to say of it. */
        LEFT
    }

    private Outcome settle(EntryField field, boolean mayBeSaved) {
        if (field.isGivenUp()) {
            return Outcome.GIVEN_UP;
        }
        if (!field.isTouched() || field.locked() != null) {
            return Outcome.LEFT;
        }
        if (field.isUndecided()) {
            return Outcome.CONFLICT;
        }
        field.check();
        return field.hasError() || !field.isShownBefore() || !mayBeSaved ? Outcome.LEFT : enter(field);
    }

    private Outcome enter(EntryField field) {
        var request = field.request();
        var violations = validator.validate(request);
        if (!violations.isEmpty()) {
            violations.forEach(violation -> field.refuse("/" + violation.getPropertyPath(), violation.getMessage()));
            return Outcome.LEFT;
        }
        try {
            values.enter(
                    caller,
                    field.series().indicatorId(),
                    field.series().unitId(),
                    field.month(),
                    new IfMatch(field.seenVersion().isEmpty() ? null : IfMatch.etag(field.seenVersion())),
                    request);
            return Outcome.SAVED;
        } catch (Problem problem) {
            if (problem.status() == STALE || problem.status() == UNSEEN) {
                return Outcome.CONFLICT;
            }
            problem.errors().forEach(error -> field.refuse(error.pointer(), said(error)));
            if (!field.hasError()) {
                field.refuse("", problem.detail(visit.language()));
            }
            return Outcome.LEFT;
        }
    }

    private String said(Problem.Error error) {
        return visit.language().text("problems", error.code(), error.arguments());
    }

    /** What was saved, given up or met a conflict is read again; the rest stays as it was typed. */
    private List<EntryField> reread(
            List<EntryField> typed, Map<String, Outcome> outcomes, YearMonth month, boolean all, Form form) {
        var fresh = openMonth(month, all).fields().stream()
                .collect(Collectors.toMap(field -> String.valueOf(field.series().id()), field -> field));
        return typed.stream()
                .filter(field -> fresh.containsKey(field.key()))
                .map(field -> switch (outcomes.getOrDefault(field.key(), Outcome.LEFT)) {
                    case SAVED, GIVEN_UP -> field(fresh.get(field.key()), month, Form.NONE, false);
                    case CONFLICT ->
                        field(fresh.get(field.key()), month, form, false).inConflict();
                    case LEFT -> field;
                })
                .toList();
    }

    private EntryField field(OpenMonth.Field field, YearMonth month, Form form, boolean correcting) {
        return new EntryField(field, month, visit.words(), locked(month), form, correcting);
    }

    private static EntryField named(List<EntryField> fields, String key) {
        return fields.stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private static Response part(TemplateInstance template) {
        return Response.ok(template.render()).build();
    }

    private String page(YearMonth month, boolean all, List<EntryField> fields, String notice) {
        return Templates.myValues(new EntryForm(
                        month, openValues.due(month), all, fields, choices(month), notice, visit.language()))
                .render();
    }

    private String notice(int saved, List<EntryField> fields, boolean mayBeSaved) {
        var t = visit.words();
        if (!mayBeSaved) {
            return t.of("typed-is-back");
        }
        var told = new ArrayList<String>();
        if (saved > 0) {
            told.add(t.of("saved-count", saved));
        }
        if (fields.stream().anyMatch(field -> field.isToBeLookedOver())) {
            told.add(t.of("look-over"));
        } else if (saved == 0 && fields.stream().noneMatch(EntryField::isTouched)) {
            told.add(t.of("nothing-typed"));
        }
        return told.isEmpty() ? null : String.join(" ", told);
    }

    /** What the caller is to fill in; with all, also what others are to, where the caller may. */
    private OpenMonth openMonth(YearMonth month, boolean all) {
        if (!all) {
            return openValues.month(caller.municipalityId(), caller.personId(), month);
        }
        var everybodys = openValues.month(caller.municipalityId(), null, month);
        return new OpenMonth(
                month,
                everybodys.due(),
                everybodys.fields().stream()
                        .filter(field -> caller.mayEnterValues(
                                field.series().unitId(), field.series().measurerId()))
                        .toList());
    }

    private String locked(YearMonth month) {
        if (reported == null) {
            reported = closedMonths.of(caller.municipalityId());
        }
        try {
            reported.mustBeOpen(month, "");
            return null;
        } catch (Problem closed) {
            return closed.detail(visit.language());
        }
    }

    private YearMonth month(String typed) {
        try {
            return YearMonth.parse(typed == null ? "" : typed);
        } catch (DateTimeParseException e) {
            throw Problem.notUnderstood("not-a-month", typed);
        }
    }

    /** Asked for when nothing more is saved. */
    private Map<YearMonth, Long> open() {
        if (open == null) {
            open = openValues.owed(caller.municipalityId(), caller.personId()).stream()
                    .collect(Collectors.groupingBy(Owed::month, TreeMap::new, Collectors.counting()));
        }
        return open;
    }

    /** The latest month that has ended with something open in it, else the one that ended last. */
    private YearMonth pressing() {
        var ended = YearMonth.now(clock).minusMonths(1);
        return open().keySet().stream()
                .filter(month -> !month.isAfter(ended))
                .reduce((earlier, later) -> later)
                .orElse(ended);
    }

    /** Those with something open, the running month, the one that ended last, and the one that is shown. */
    private List<MonthChoice> choices(YearMonth shown) {
        var open = open();
        var now = YearMonth.now(clock);
        var months = new TreeSet<>(open.keySet());
        months.addAll(List.of(shown, now, now.minusMonths(1)));
        return months.descendingSet().stream()
                .map(month -> new MonthChoice(month, open.getOrDefault(month, 0L), month.equals(shown)))
                .toList();
    }
}
