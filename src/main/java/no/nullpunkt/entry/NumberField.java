package no.nullpunkt.entry;

import java.math.BigDecimal;
import no.nullpunkt.shared.Formats;
import no.nullpunkt.shared.NumberText;
import no.nullpunkt.shared.NumberText.DecimalSign;

/** A field for one number, as it was typed. Where the text could mean two numbers, a sign chosen tells which. */
final class NumberField {

    /** Which number of a measure it is, by its name in the API. */
    enum Part {
        VALUE("verdi", "value"),
        WEIGHT("vekt", "weight"),
        NUMERATOR("teller", "numerator"),
        DENOMINATOR("nevner", "denominator");

        final String field;
        final String pointer;

        Part(String field, String pointer) {
            this.field = field;
            this.pointer = "/" + pointer;
        }
    }

    private final Part part;
    private final String id;
    private final String label;
    private final String unit;
    private final String typed;
    private final DecimalSign sign;
    private final NumberText read;
    private String error;

    NumberField(Part part, String id, String label, String unit, String typed, String sign) {
        this.part = part;
        this.id = id;
        this.label = label;
        this.unit = unit;
        this.typed = typed == null ? "" : typed.strip();
        this.sign = sign == null ? null : DecimalSign.valueOf(sign);
        this.read = NumberText.of(this.typed).orElse(null);
    }

    Part part() {
        return part;
    }

    public String id() {
        return id;
    }

    public String label() {
        return label;
    }

    /** What stands beside the field; null where the label tells enough. */
    public String unit() {
        return unit;
    }

    public String typed() {
        return typed;
    }

    public String error() {
        return error;
    }

    void refuse(String why) {
        if (error == null) {
            error = why;
        }
    }

    public boolean isEmpty() {
        return typed.isEmpty();
    }

    public boolean isUnreadable() {
        return !isEmpty() && read == null;
    }

    /** Whether it could mean two numbers. */
    public boolean isAmbiguous() {
        return read != null && read.isAmbiguous();
    }

    /** Whether nobody has said which of the two it means. */
    public boolean isUndecided() {
        return isAmbiguous() && sign == null;
    }

    public String sign() {
        return sign == null ? "" : sign.name();
    }

    public String ifComma() {
        return Formats.said(read.ifComma());
    }

    public String ifPoint() {
        return Formats.said(read.ifPoint());
    }

    /** The number; null where there is none, or none that is certain. */
    BigDecimal number() {
        return read == null || isUndecided() ? null : read.number(sign == null ? DecimalSign.COMMA : sign);
    }
}
