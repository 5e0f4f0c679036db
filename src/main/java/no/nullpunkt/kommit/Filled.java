package no.nullpunkt.kommit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.nullpunkt.calculation.BenefitType;
import no.nullpunkt.kommit.Tool.Action;
import no.nullpunkt.kommit.Tool.Remark;

/**
 * A benefit as it is gathered from sheet after sheet by {@link Reader}, which alone changes it. What was not filled in
 * is null.
 */
final class Filled {

    final Given<String> title;
    Given<BenefitType> type;
    Given<String> assumptions;
    /** What the tool asks for and Nullpunkt keeps as text only. */
    final List<Remark> remarks = new ArrayList<>();

    final List<Action> actions = new ArrayList<>();
    Given<String> owner;
    Given<LocalDate> realised;
    Given<String> indicator;
    Given<String> unit;
    Given<BigDecimal> baseline;
    Given<BigDecimal> target;
    Given<String> method;
    Given<String> measurer;
    Given<BigDecimal> result;

    Filled(Given<String> title) {
        this.title = title;
    }

    void remark(String heading, Given<String> text) {
        if (text != null) {
            remarks.add(new Remark(heading, text));
        }
    }
}
