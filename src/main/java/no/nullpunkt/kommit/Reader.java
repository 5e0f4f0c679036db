package no.nullpunkt.kommit;

import static no.nullpunkt.kommit.Layout.A;
import static no.nullpunkt.kommit.Layout.B;
import static no.nullpunkt.kommit.Layout.C;
import static no.nullpunkt.kommit.Layout.D;
import static no.nullpunkt.kommit.Layout.E;
import static no.nullpunkt.kommit.Layout.F;
import static no.nullpunkt.kommit.Layout.G;
import static no.nullpunkt.kommit.Layout.H;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import no.nullpunkt.calculation.BenefitType;
import no.nullpunkt.kommit.Finding.Kind;
import no.nullpunkt.kommit.Tool.Action;
import no.nullpunkt.kommit.Tool.Project;
import no.nullpunkt.shared.Problem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Reads a filled copy of the tool. Pure: it asks no database, and what it cannot use it tells. */
final class Reader {

    /** What people fill in that Nullpunkt has no place for, where the tool has it. */
    private static final Map<String, List<String>> WITHOUT_A_PLACE = new LinkedHashMap<>();

    static {
        WITHOUT_A_PLACE.put(Layout.CARD.sheetName(), List.of("B8:B8", "B10:B11", "B13:B13", "B17:B17", "B19:B19"));
        WITHOUT_A_PLACE.put(Layout.STAKEHOLDERS.sheetName(), List.of("A5:C19"));
        WITHOUT_A_PLACE.put("KONSEPT - Prosessanalyse (1)", List.of("B5:B5", "A8:P14"));
        WITHOUT_A_PLACE.put("KONSEPT - Prosessanalyse (2)", List.of("B5:B5", "A8:P14"));
        WITHOUT_A_PLACE.put("KONSEPT - Interessentanalyse", List.of("B5:E19"));
        WITHOUT_A_PLACE.put(Layout.ANALYSIS.sheetName(), List.of("B26:H26", "B32:H34", "B44:C52"));
        WITHOUT_A_PLACE.put(Layout.STATUS.sheetName(), List.of("C7:H14", "B18:H18", "F35:F48", "H35:H48", "B52:H59"));
        WITHOUT_A_PLACE.put(Layout.HANDOVER.sheetName(), List.of("C7:I14", "F18:I24", "B28:I37", "B58:I65"));
        WITHOUT_A_PLACE.put(Layout.RESULTS.sheetName(), List.of("B7:H7", "B10:H10", "F14:F27"));
    }

    /** How many actions the status report has room for. */
    static final int MOST_ACTIONS = 10;

    private final XSSFWorkbook workbook;
    private final Links links;
    private final Inputs inputs = new Inputs();
    private final Sheet changes;
    private final Map<Integer, Filled> benefits = new LinkedHashMap<>();

    /** The benefit of each row of the follow-up sheet, for its lower table copies from the upper one. */
    private final Map<Integer, Integer> resultRows = new LinkedHashMap<>();

    private Reader(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.links = new Links(workbook);
        this.changes = Layout.CHANGES
                .in(workbook)
                .filter(sheet -> Layout.rowOf(sheet, C, "Gevinst").isPresent())
                .orElseThrow(() -> Problem.rule("not-kommit", Layout.CHANGES.sheetName()));
    }

    /**
     * Reads a workbook.
     *
     * @throws Problem 422 where it is not the tool
     */
    static Tool read(XSSFWorkbook workbook) {
        return new Reader(workbook).read();
    }

    private Tool read() {
        var project = project();
        readChanges();
        with(Layout.ANALYSIS, C, "Gevinsttype", this::readAnalysis);
        with(Layout.PLAN, E, "Måleindikator for", this::readPlan);
        with(Layout.MEASURES, D, "Dagens verdi", this::readMeasures);
        with(Layout.STATUS, B, "Tiltak som skal iverksettes", this::readStatusOfActions);
        with(Layout.STATUS, B, "Måleindikatorer for gevinster som", this::readMeasurers);
        with(Layout.RESULTS, D, "Dagens måling", this::readResults);
        with(Layout.RESULTS, C, "Tiltak for å forbedre", this::readImprovements);
        new Faults(workbook, inputs).tell(benefits.values());
        var planned = dateBeside(Layout.MEASURES, "Oppdatert");
        var measured = dateBeside(Layout.RESULTS, "Dato");
        listWhatHasNoPlace();
        return new Tool(project, List.copyOf(benefits.values()), planned, measured, inputs.found(), inputs.findings());
    }

    /** Reads a table below its labels; a sheet that is gone, or no longer the tool's, is told. */
    private void with(Layout layout, int column, String label, BiConsumer<Sheet, Integer> reader) {
        var sheet = layout.in(workbook);
        var header = sheet.flatMap(each -> Layout.rowOf(each, column, label));
        if (header.isPresent()) {
            reader.accept(sheet.get(), header.get());
        } else {
            inputs.tell(Kind.FAULT, "table-missing", new Place(layout.sheetName(), "A1"), label);
        }
    }

    private Project project() {
        var card = Layout.CARD.in(workbook);
        return new Project(
                beside(card, "Foreløpig navn"),
                beside(card, "Idébeskrivelse"),
                beside(card, "Tjenesteeier"),
                beside(card, "Prosjektleder"));
    }

    private Given<String> beside(Optional<Sheet> sheet, String label) {
        return sheet.flatMap(each -> Layout.rowOf(each, A, label).map(row -> inputs.text(each, row, B)))
                .orElse(null);
    }

    /** The date behind a label such as {@code Dato: ____} at the top of a sheet, or in the cells after it. */
    private Given<LocalDate> dateBeside(Layout layout, String label) {
        return layout.in(workbook)
                .flatMap(sheet -> IntStream.rangeClosed(B, H)
                        .filter(column -> Layout.rowOf(sheet, column, label).equals(Optional.of(0)))
                        .boxed()
                        .flatMap(labelled ->
                                IntStream.rangeClosed(labelled, H + 1).boxed())
                        .map(column -> dateAtTop(sheet, column))
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElse(null);
    }

    private Given<LocalDate> dateAtTop(Sheet sheet, int column) {
        var cell = Inputs.cell(sheet, 0, column);
        return cell == null || SheetDate.in(Inputs.shown(cell)).isEmpty() ? null : inputs.date(sheet, 0, column);
    }

    private void readChanges() {
        var header = Layout.rowOf(changes, C, "Gevinst").orElseThrow();
        for (var row = header + 1; row <= Layout.lastRow(changes); row++) {
            var title = inputs.text(changes, row, C);
            if (title == null) {
                leaveRow(changes, row, A, E);
                continue;
            }
            var benefit = new Filled(title);
            benefit.remark("remark-process", inputs.text(changes, row, A));
            benefit.remark("remark-change", inputs.text(changes, row, B));
            benefit.remark("remark-goal", inputs.text(changes, row, D));
            benefit.assumptions = inputs.text(changes, row, E);
            benefits.put(row, benefit);
        }
    }

    private void readAnalysis(Sheet sheet, int header) {
        var end = Layout.rowOf(sheet, B, "KOSTNADER").orElse(Layout.lastRow(sheet) + 1);
        var seen = new HashSet<Filled>();
        for (var row = header + 2; row < end; row++) {
            var benefit = benefitOf(sheet, row, B);
            if (mayRead(benefit, seen, sheet, row, C, H)) {
                benefit.type = type(inputs.text(sheet, row, C));
                for (var column = D; column <= G; column++) {
                    benefit.remark("remark-budget", budget(sheet, header + 1, row, column));
                }
                benefit.remark("remark-significance", inputs.text(sheet, row, H));
            }
        }
    }

    private Given<BenefitType> type(Given<String> text) {
        if (text == null) {
            return null;
        }
        var lower = Layout.normalised(text.value());
        if (lower.startsWith("direkte")) {
            return new Given<>(BenefitType.AVOIDED_COST, text.place());
        }
        if (lower.startsWith("indirekte")) {
            return new Given<>(BenefitType.TIME_SAVED, text.place());
        }
        if (lower.startsWith("kvalitativ")) {
            return new Given<>(BenefitType.QUALITY, text.place());
        }
        inputs.tell(Kind.NOT_USED, "unknown-type", text.place(), text.value());
        return null;
    }

    /** The years are headings to write over, and mean the first to the fourth where nobody has. */
    private Given<String> budget(Sheet sheet, int yearRow, int row, int column) {
        var amount = inputs.number(sheet, row, column);
        if (amount == null) {
            return null;
        }
        var year = Inputs.shown(Inputs.cell(sheet, yearRow, column));
        var named = "År".equals(year) ? year + " " + (column - D + 1) : year;
        return new Given<>(named + ": " + amount.value().toPlainString(), amount.place());
    }

    private void readPlan(Sheet sheet, int header) {
        var end = Layout.rowOf(sheet, D, "Prosjekteier").orElse(Layout.lastRow(sheet) + 1);
        var seen = new HashSet<Filled>();
        Filled benefit = null;
        for (var row = header + 1; row < end; row++) {
            var named = Inputs.cell(sheet, row, A);
            if (named != null && named.getCellType() != CellType.BLANK) {
                benefit = benefitOf(sheet, row, A);
                if (!mayRead(benefit, seen, sheet, row, B, G)) {
                    benefit = null;
                    continue;
                }
                benefit.remark("remark-conversion", inputs.text(sheet, row, D));
                benefit.indicator = inputs.text(sheet, row, E);
                benefit.realised = realised(benefit, inputs.text(sheet, row, F));
                benefit.owner = inputs.text(sheet, row, G);
            }
            if (benefit == null) {
                leaveRow(sheet, row, B, G);
            } else {
                addAction(benefit, inputs.text(sheet, row, B), inputs.date(sheet, row, C), null);
            }
        }
    }

    private static Given<LocalDate> realised(Filled benefit, Given<String> text) {
        benefit.remark("remark-realised", text);
        return text == null
                ? null
                : SheetDate.in(text.value())
                        .map(day -> new Given<>(day, text.place()))
                        .orElse(null);
    }

    private static void addAction(
            Filled benefit, Given<String> description, Given<LocalDate> due, Given<String> responsible) {
        if (description != null) {
            benefit.actions.add(new Action(description, due, responsible));
        }
    }

    private void readMeasures(Sheet sheet, int header) {
        var seen = new HashSet<Filled>();
        for (var row = header + 1; row <= Layout.lastRow(sheet); row++) {
            var benefit = benefitOf(sheet, row, A, B);
            if (mayRead(benefit, seen, sheet, row, C, F)) {
                benefit.unit = inputs.text(sheet, row, C);
                benefit.baseline = inputs.number(sheet, row, D);
                benefit.target = inputs.number(sheet, row, E);
                benefit.method = inputs.text(sheet, row, F);
            }
        }
    }

    /** The status report writes its actions anew, so they are recognised by their words. */
    private void readStatusOfActions(Sheet sheet, int header) {
        var end = Layout.rowOf(sheet, B, "Status for utarbeidelse").orElse(header + MOST_ACTIONS + 1);
        for (var row = header + 1; row < end; row++) {
            var text = inputs.text(sheet, row, B);
            if (text == null) {
                leaveRow(sheet, row, F, H);
                continue;
            }
            var status = inputs.text(sheet, row, F);
            var responsible = inputs.text(sheet, row, G);
            var due = inputs.date(sheet, row, H);
            if (!complete(text, due, responsible)) {
                inputs.tell(Kind.NOT_USED, "action-of-no-benefit", text.place(), text.value());
            } else if (status != null && "ferdig".equals(Layout.normalised(status.value()))) {
                inputs.tell(Kind.NOT_USED, "done-without-date", status.place(), text.value());
            }
        }
    }

    private boolean complete(Given<String> text, Given<LocalDate> due, Given<String> responsible) {
        var known = false;
        for (var benefit : benefits.values()) {
            for (var each = benefit.actions.listIterator(); each.hasNext(); ) {
                var action = each.next();
                if (Layout.normalised(action.description().value()).equals(Layout.normalised(text.value()))) {
                    each.set(new Action(action.description(), action.due() == null ? due : action.due(), responsible));
                    known = true;
                }
            }
        }
        return known;
    }

    private void readMeasurers(Sheet sheet, int header) {
        var end = Layout.rowOf(sheet, B, "Avviksanalyse").orElse(Layout.lastRow(sheet) + 1);
        var seen = new HashSet<Filled>();
        for (var row = header + 1; row < end; row++) {
            var benefit = benefitOf(sheet, row, B);
            if (mayRead(benefit, seen, sheet, row, F, H)) {
                benefit.measurer = inputs.text(sheet, row, G);
            }
        }
    }

    private void readResults(Sheet sheet, int header) {
        var end = Layout.rowOf(sheet, B, "Tiltak for å forbedre").orElse(Layout.lastRow(sheet) + 1);
        var seen = new HashSet<Filled>();
        for (var row = header + 1; row < end; row++) {
            // The figure is one of the indicator beside it; the copied name is wrong in the tool's two last rows.
            var changeRow = changeRowOf(sheet, row, B, C, H);
            var benefit = benefits.get(changeRow);
            if (changeRow != null) {
                resultRows.put(row, changeRow);
            }
            if (mayRead(benefit, seen, sheet, row, D, F)) {
                benefit.result = inputs.number(sheet, row, D);
            }
        }
    }

    private void readImprovements(Sheet sheet, int header) {
        for (var row = header + 1; row <= Layout.lastRow(sheet); row++) {
            var improved = row;
            var copied = links.copied(sheet, row, B)
                    .filter(target -> sheet.equals(target.sheet()))
                    .map(target -> benefits.get(resultRows.get(target.row())));
            var benefit = copied.orElseGet(() -> byTitle(sheet, improved, B));
            if (benefit == null) {
                leaveRow(sheet, row, C, H);
            } else {
                addAction(benefit, inputs.text(sheet, row, C), inputs.date(sheet, row, G), inputs.text(sheet, row, H));
            }
        }
    }

    /** Whether a row is there to be read; what it holds is told where it is of no benefit, or of one seen already. */
    private boolean mayRead(Filled benefit, HashSet<Filled> seen, Sheet sheet, int row, int from, int to) {
        if (benefit != null && seen.add(benefit)) {
            return true;
        }
        leaveRow(sheet, row, from, to);
        return false;
    }

    private void leaveRow(Sheet sheet, int row, int from, int to) {
        IntStream.rangeClosed(from, to)
                .filter(column -> inputs.isUnread(sheet, row, column))
                .boxed()
                .toList()
                .forEach(column -> inputs.tell(Kind.NOT_USED, "row-of-no-benefit", Place.of(sheet, row, column)));
    }

    private Filled benefitOf(Sheet sheet, int row, int nameColumn, int... otherLinks) {
        return benefits.get(changeRowOf(sheet, row, nameColumn, otherLinks));
    }

    /**
     * The row of the change analysis that a row is about: what the indicator and the owner in it lead to, then the
     * copied name, then the name as text. Links that lead elsewhere are faults of the sheet.
     */
    private Integer changeRowOf(Sheet sheet, int row, int nameColumn, int... otherLinks) {
        var columns = IntStream.concat(IntStream.of(otherLinks), IntStream.of(nameColumn))
                .toArray();
        var decided = IntStream.of(columns)
                .mapToObj(column -> follow(sheet, row, column))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> rowByTitle(sheet, row, nameColumn));
        for (var column : columns) {
            tellFaults(sheet, row, column, column == nameColumn, decided);
        }
        return decided;
    }

    private void tellFaults(Sheet sheet, int row, int column, boolean isName, Integer decided) {
        var cell = Inputs.cell(sheet, row, column);
        if (cell == null) {
            return;
        }
        var place = Place.of(sheet, row, column);
        if (cell.getCellType() == CellType.FORMULA) {
            var linked = follow(sheet, row, column);
            if (cell.getCellFormula().contains("#REF!")) {
                inputs.tell(Kind.FAULT, "broken-reference", place);
            } else if (linked != null && !linked.equals(decided)) {
                inputs.tell(
                        Kind.FAULT,
                        "wrong-reference",
                        place,
                        Place.of(changes, linked, C),
                        Place.of(changes, decided, C));
            }
        } else if (isName && cell.getCellType() == CellType.STRING && benefits.containsKey(decided)) {
            var title = benefits.get(decided).title;
            if (!Layout.normalised(Inputs.shown(cell)).equals(Layout.normalised(title.value()))) {
                inputs.tell(Kind.FAULT, "overwritten-copy", place, title.place());
            }
        }
    }

    private Filled byTitle(Sheet sheet, int row, int column) {
        return benefits.get(rowByTitle(sheet, row, column));
    }

    private Integer rowByTitle(Sheet sheet, int row, int column) {
        var cell = Inputs.cell(sheet, row, column);
        if (cell == null || cell.getCellType() != CellType.STRING) {
            return null;
        }
        var title = Layout.normalised(Inputs.shown(cell));
        return benefits.entrySet().stream()
                .filter(each -> Layout.normalised(each.getValue().title.value()).equals(title))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** Follows copies from sheet to sheet back to the change analysis. */
    private Integer follow(Sheet sheet, int row, int column) {
        var plan = Layout.PLAN.in(workbook).orElse(null);
        var at = links.copied(sheet, row, column);
        for (var step = 0; step < Layout.values().length && at.isPresent(); step++) {
            var target = at.get();
            if (changes.equals(target.sheet()) && target.column() == C) {
                return target.row();
            }
            var isOfPlan = target.sheet() != null && target.sheet().equals(plan);
            at = target.sheet() == null
                    ? Optional.empty()
                    : links.copied(target.sheet(), target.row(), isOfPlan ? A : target.column());
        }
        return null;
    }

    private void listWhatHasNoPlace() {
        WITHOUT_A_PLACE.forEach((name, ranges) -> {
            var sheet = workbook.getSheet(name);
            for (var range : sheet == null ? List.<String>of() : ranges) {
                var unread = CellRangeAddress.valueOf(range);
                unread.forEach(cell -> {
                    if (inputs.isUnread(sheet, cell.getRow(), cell.getColumn())) {
                        var place = Place.of(sheet, cell.getRow(), cell.getColumn());
                        inputs.tell(Kind.NOT_USED, "no-place-for-it", place);
                    }
                });
            }
        });
    }
}
