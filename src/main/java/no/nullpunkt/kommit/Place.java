package no.nullpunkt.kommit;

import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;

/** A cell of the tool, told the way its users find it: {@code PLANLEGGE - Oppfølgingsplan!D5}. */
record Place(String sheet, String cell) {

    static Place of(Sheet sheet, int row, int column) {
        return new Place(sheet.getSheetName(), new CellReference(row, column).formatAsString());
    }

    @Override
    public String toString() {
        return sheet + "!" + cell;
    }
}
