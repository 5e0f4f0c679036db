package no.nullpunkt.kommit;

import static no.nullpunkt.kommit.Layout.B;
import static no.nullpunkt.kommit.Layout.C;
import static no.nullpunkt.kommit.Layout.E;

import java.util.Collection;
import java.util.stream.IntStream;
import no.nullpunkt.calculation.BenefitType;
import no.nullpunkt.kommit.Finding.Kind;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;

/**
 * What the tool's own formulas make wrong of the figures filled in. Told where it bites; the figures themselves are
 * taken from the cells they were typed in, and never from these formulas.
 */
final class Faults {

    private static final int BUDGET_YEARS = 4;

    /** How many stakeholders the handover report copies. */
    private static final int COPIED_STAKEHOLDERS = 7;

    private final Workbook workbook;
    private final Inputs inputs;

    Faults(Workbook workbook, Inputs inputs) {
        this.workbook = workbook;
        this.inputs = inputs;
    }

    void tell(Collection<Filled> benefits) {
        benefits.forEach(this::tellOfAchievement);
        tellOfAverage(benefits);
        tellOfRoom(benefits);
    }

    /** {@code IF(D=0,"",IF(b<T,D/T,IF(T=0,(b-D)/b,T/D)))}, with D measured, b the null-point and T the target. */
    private void tellOfAchievement(Filled benefit) {
        var measured = benefit.result;
        var achievement = measured == null ? null : achievementBeside(measured.place());
        if (achievement == null) {
            return;
        }
        if (measured.value().signum() == 0) {
            inputs.tell(Kind.FAULT, "zero-shown-as-blank", achievement, measured.place());
            return;
        }
        if (benefit.baseline == null || benefit.target == null) {
            inputs.tell(Kind.FAULT, "blank-read-as-zero", achievement);
        }
        var baseline = benefit.baseline == null ? 0 : benefit.baseline.value().signum();
        var target = benefit.target == null ? 0 : benefit.target.value().signum();
        if (target == 0 && baseline <= 0) {
            inputs.tell(Kind.FAULT, "division-by-zero", achievement);
        } else if (target != 0 && benefit.baseline != null) {
            inputs.tell(Kind.FAULT, "achievement-without-null-point", achievement);
        }
    }

    /** The cell beside a measured result that the tool calculates; null where somebody has taken its formula away. */
    private Place achievementBeside(Place measured) {
        var sheet = workbook.getSheet(measured.sheet());
        var row = new CellReference(measured.cell()).getRow();
        var cell = Inputs.cell(sheet, row, E);
        return cell != null && cell.getCellType() == CellType.FORMULA ? Place.of(sheet, row, E) : null;
    }

    private void tellOfAverage(Collection<Filled> benefits) {
        var isShort = benefits.stream()
                .filter(benefit -> Given.valueOf(benefit.type) == BenefitType.TIME_SAVED)
                .mapToLong(benefit -> benefit.remarks.stream()
                        .filter(remark -> remark.heading().equals("remark-budget"))
                        .count())
                .anyMatch(years -> years > 0 && years < BUDGET_YEARS);
        if (isShort) {
            Layout.ANALYSIS
                    .in(workbook)
                    .ifPresent(sheet -> Layout.rowOf(sheet, B, "Frigjort tid per år")
                            .ifPresent(row ->
                                    inputs.tell(Kind.FAULT, "average-over-blank-years", Place.of(sheet, row, C))));
        }
    }

    private void tellOfRoom(Collection<Filled> benefits) {
        var actions =
                benefits.stream().mapToInt(benefit -> benefit.actions.size()).sum();
        Layout.STATUS
                .in(workbook)
                .filter(sheet -> actions > Reader.MOST_ACTIONS)
                .ifPresent(sheet -> inputs.tell(
                        Kind.FAULT, "no-room-for-actions", new Place(sheet.getSheetName(), "B22"), actions));
        Layout.STAKEHOLDERS
                .in(workbook)
                .filter(sheet -> stakeholders(sheet) > COPIED_STAKEHOLDERS)
                .ifPresent(sheet -> inputs.tell(
                        Kind.FAULT, "stakeholders-not-copied", new Place(Layout.HANDOVER.sheetName(), "D24")));
    }

    private static long stakeholders(Sheet sheet) {
        var header = Layout.rowOf(sheet, 0, "Berørte interessenter").orElse(0);
        return IntStream.rangeClosed(header + 1, Layout.lastRow(sheet))
                .mapToObj(row -> Inputs.cell(sheet, row, 0))
                .filter(cell -> cell != null && !Inputs.shown(cell).isBlank())
                .count();
    }
}
