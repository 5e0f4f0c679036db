package no.nullpunkt.shared;

import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.xssf.usermodel.XSSFColor;

/** How a cell stands out when a condition holds; never by colour alone, for the cell says in words or signs why. */
public enum ExcelMark {
    GOOD(0xE3, 0xF1, 0xE6, false),
    WARNING(0xFC, 0xE8, 0xB2, false),
    BAD(0xF3, 0xC3, 0xB6, true);

    private final byte[] tint;
    private final boolean bold;

    ExcelMark(int red, int green, int blue, boolean bold) {
        this.tint = new byte[] {(byte) 0xFF, (byte) red, (byte) green, (byte) blue};
        this.bold = bold;
    }

    void apply(ConditionalFormattingRule rule) {
        var fill = rule.createPatternFormatting();
        fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        fill.setFillBackgroundColor(new XSSFColor(tint, null));
        if (bold) {
            rule.createFontFormatting().setFontStyle(false, true);
        }
    }
}
