package no.nullpunkt.shared;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.ooxml.POIXMLDocumentPart;
import org.apache.poi.ooxml.POIXMLRelation;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStringsTable;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.streaming.SheetDataWriter;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFactory;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook being written. Rows go to disk as they come, so that memory does not grow with them, and the same content
 * always gives the same bytes. Arial, since spreadsheets everywhere have it or a font of the same widths.
 */
public final class ExcelBook implements AutoCloseable {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Rows a sheet may have in Excel. */
    public static final int MAX_ROWS = 1_048_576;

    private static final int ROWS_IN_MEMORY = 100;
    /** The first time a zip can tell, by the clock on the wall: the entries have no time of their own. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String FONT = "Arial";
    private static final Color ACCENT = new Color(0x1B, 0x4F, 0x5F);
    private static final Color TINT = new Color(0xE9, 0xF1, 0xF3);
    private static final Color LINE = new Color(0xC6, 0xD5, 0xDA);
    private static final Color QUIET = new Color(0x4F, 0x60, 0x66);
    private static final Color INK = new Color(0x1E, 0x24, 0x27);

    /** What is to be filled in. */
    private static final Color PAPER = new Color(0xFF, 0xF8, 0xDC);

    private static final Color WHITE = new Color(0xFF, 0xFF, 0xFF);

    /** Text of tables, with room after a number that ends in the column before. */
    private static final Set<ExcelLook.Part> INDENTED = EnumSet.of(
            ExcelLook.Part.HEADER,
            ExcelLook.Part.CELL,
            ExcelLook.Part.WRAPPED,
            ExcelLook.Part.LINE,
            ExcelLook.Part.TOTAL,
            ExcelLook.Part.DATA);

    private static final byte OPAQUE = (byte) 0xFF;

    private record Color(int red, int green, int blue) {

        XSSFColor xssf() {
            return new XSSFColor(new byte[] {OPAQUE, (byte) red, (byte) green, (byte) blue}, null);
        }
    }

    private record Style(ExcelLook look, boolean quoted) {}

    private record Lettering(int points, boolean bold, boolean italic, Color color) {}

    private static final Map<ExcelLook.Part, Lettering> LETTERING = new EnumMap<>(ExcelLook.Part.class);

    static {
        var body = new Lettering(10, false, false, INK);
        for (var part : ExcelLook.Part.values()) {
            LETTERING.put(part, body);
        }
        LETTERING.put(ExcelLook.Part.TITLE, new Lettering(20, true, false, ACCENT));
        LETTERING.put(ExcelLook.Part.SUBTITLE, new Lettering(11, false, false, QUIET));
        LETTERING.put(ExcelLook.Part.HEADING, new Lettering(13, true, false, ACCENT));
        LETTERING.put(ExcelLook.Part.NOTE, new Lettering(10, false, false, QUIET));
        LETTERING.put(ExcelLook.Part.FINE, new Lettering(9, false, false, QUIET));
        LETTERING.put(ExcelLook.Part.HEADER, new Lettering(10, true, false, ACCENT));
        LETTERING.put(ExcelLook.Part.NUMBER_HEADER, new Lettering(10, true, false, ACCENT));
        LETTERING.put(ExcelLook.Part.GROUP_HEADER, new Lettering(10, true, false, ACCENT));
        LETTERING.put(ExcelLook.Part.STRONG, new Lettering(10, true, false, INK));
        LETTERING.put(ExcelLook.Part.SLANTED, new Lettering(10, false, true, INK));
        LETTERING.put(ExcelLook.Part.TOTAL, new Lettering(10, true, false, INK));
        LETTERING.put(ExcelLook.Part.TILE_LABEL, new Lettering(10, false, false, QUIET));
        LETTERING.put(ExcelLook.Part.TILE_FIGURE, new Lettering(18, true, false, ACCENT));
        LETTERING.put(ExcelLook.Part.TILE_NOTE, new Lettering(9, false, false, QUIET));
    }

    private final SXSSFWorkbook workbook;
    private final boolean accessible;
    private final String language;
    private final List<ExcelSheet> sheets = new ArrayList<>();
    private final Map<Style, CellStyle> styles = new HashMap<>();
    private final Map<Lettering, XSSFFont> fonts = new HashMap<>();

    /**
     * Begins a workbook without sheets.
     *
     * @param created told as the time it was made
     * @param accessible without frozen panes, filters and cells made of several, which screen readers stumble in
     */
    public ExcelBook(Language language, String title, String subject, Instant created, boolean accessible) {
        this.accessible = accessible;
        this.language = language.locale().toLanguageTag() + (language == Language.EN ? "-GB" : "-NO");
        var inner = new XSSFWorkbook(new Parts());
        workbook = new SteadyWorkbook(inner);
        var body = inner.getFontAt(0);
        body.setFontName(FONT);
        body.setFontHeightInPoints((short) 10);
        var properties = inner.getProperties();
        properties.getExtendedProperties().setApplication("Nullpunkt");
        var core = properties.getCoreProperties();
        core.setTitle(title);
        core.setSubjectProperty(subject);
        core.setCreator("Nullpunkt");
        core.setCreated(Optional.of(Date.from(created)));
        try {
            core.setModified(created.toString().replaceAll("\\.\\d+Z$", "Z"));
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
        core.getUnderlyingProperties().setLanguageProperty(this.language);
    }

    /** Says what the workbook is in its properties, where those who look for it find it. */
    public void describe(String description) {
        workbook.getXSSFWorkbook().getProperties().getCoreProperties().setDescription(description);
    }

    /** Adds a sheet after those there are. */
    public ExcelSheet sheet(String name) {
        var sheet = new ExcelSheet(this, workbook.createSheet(name));
        sheets.add(sheet);
        return sheet;
    }

    /** As documents tell it, such as nb-NO. */
    String language() {
        return language;
    }

    boolean accessible() {
        return accessible;
    }

    SXSSFWorkbook workbook() {
        return workbook;
    }

    /** The style of a look, made once; quoted ones keep text that begins like a formula from becoming one. */
    CellStyle style(ExcelLook look, boolean quoted) {
        return styles.computeIfAbsent(new Style(look, quoted), this::make);
    }

    private CellStyle make(Style style) {
        var look = style.look();
        var made = (XSSFCellStyle) workbook.createCellStyle();
        made.setFont(font(LETTERING.get(look.part())));
        made.setVerticalAlignment(VerticalAlignment.TOP);
        made.setQuotePrefixed(style.quoted());
        if (INDENTED.contains(look.part())) {
            made.setAlignment(HorizontalAlignment.LEFT);
            made.setIndention((short) 1);
        }
        if (look.format() != null) {
            made.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
            right(made);
        }
        switch (look.part()) {
            case HEADER, NUMBER_HEADER, GROUP_HEADER -> {
                fill(made, TINT);
                made.setWrapText(look.format() == null);
                made.setVerticalAlignment(VerticalAlignment.BOTTOM);
                if (look.part() == ExcelLook.Part.NUMBER_HEADER) {
                    right(made);
                }
                if (look.part() == ExcelLook.Part.GROUP_HEADER) {
                    made.setAlignment(HorizontalAlignment.CENTER);
                    line(made, BorderStyle.THIN, LINE);
                } else {
                    line(made, BorderStyle.MEDIUM, ACCENT);
                }
            }
            case INPUT -> {
                made.setLocked(false);
                fill(made, PAPER);
                line(made, BorderStyle.THIN, LINE);
            }
            case CELL, SLANTED -> line(made, BorderStyle.THIN, LINE);
            case MARK -> {
                right(made);
                line(made, BorderStyle.THIN, LINE);
            }
            case WRAPPED -> {
                made.setWrapText(true);
                line(made, BorderStyle.THIN, LINE);
            }
            case LINE -> {
                made.setVerticalAlignment(VerticalAlignment.CENTER);
                line(made, BorderStyle.THIN, LINE);
            }
            case TOTAL -> {
                made.setVerticalAlignment(VerticalAlignment.CENTER);
                made.setBorderTop(BorderStyle.THIN);
                made.setTopBorderColor(ACCENT.xssf());
                line(made, BorderStyle.THIN, ACCENT);
            }
            case TILE_LABEL, TILE_FIGURE, TILE_NOTE -> {
                fill(made, TINT);
                made.setAlignment(HorizontalAlignment.LEFT);
                made.setVerticalAlignment(VerticalAlignment.CENTER);
                made.setIndention((short) 1);
                made.setBorderLeft(BorderStyle.THICK);
                made.setLeftBorderColor(WHITE.xssf());
            }
            case HEADING -> made.setVerticalAlignment(VerticalAlignment.BOTTOM);
            case NOTE -> made.setWrapText(true);
            case TITLE, SUBTITLE, FINE -> made.setVerticalAlignment(VerticalAlignment.CENTER);
            case STRONG -> made.setVerticalAlignment(VerticalAlignment.CENTER);
            case PLAIN, DATA -> {}
        }
        return made;
    }

    private XSSFFont font(Lettering lettering) {
        return fonts.computeIfAbsent(lettering, wanted -> {
            var font = (XSSFFont) workbook.createFont();
            font.setFontName(FONT);
            font.setFontHeightInPoints((short) wanted.points());
            font.setBold(wanted.bold());
            font.setItalic(wanted.italic());
            font.setColor(wanted.color().xssf());
            return font;
        });
    }

    /** To the right, with room before a text that begins in the next column. */
    private static void right(XSSFCellStyle style) {
        style.setAlignment(HorizontalAlignment.RIGHT);
        style.setIndention((short) 1);
    }

    private static void fill(XSSFCellStyle style, Color color) {
        style.setFillForegroundColor(color.xssf());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private static void line(XSSFCellStyle style, BorderStyle thickness, Color color) {
        style.setBorderBottom(thickness);
        style.setBottomBorderColor(color.xssf());
    }

    /** Writes the whole file; everything that can go wrong with its content has gone wrong before. */
    public void write(OutputStream out) throws IOException {
        // Sheet by sheet, since the library's own order is another one every time.
        for (var sheet : sheets) {
            sheet.finish();
        }
        workbook.write(out);
    }

    /** Removes what was kept on disk. */
    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A zip tells when each of its entries was made; here they all tell the same. */
    private static final class SteadyWorkbook extends SXSSFWorkbook {

        SteadyWorkbook(XSSFWorkbook inner) {
            super(inner, ROWS_IN_MEMORY, false, true);
        }

        @Override
        protected SheetDataWriter createSheetDataWriter() throws IOException {
            return new Cells((Strings) getSharedStringSource());
        }

        @Override
        protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
            return new ZipArchiveOutputStream(out) {
                @Override
                public void putArchiveEntry(ZipArchiveEntry entry) throws IOException {
                    entry.setTime(
                            NO_TIME.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli());
                    super.putArchiveEntry(entry);
                }
            };
        }
    }

    /** The parts of a workbook, with a table of strings that knows those it has. */
    private static final class Parts extends XSSFFactory {

        @Override
        public POIXMLDocumentPart newDocumentPart(POIXMLRelation relation) {
            return relation == XSSFRelation.SHARED_STRINGS ? new Strings() : super.newDocumentPart(relation);
        }
    }

    /** Writes texts by their number, without making rich text of each first; that took a third of all time. */
    private static final class Cells extends SheetDataWriter {

        private final Strings strings;
        private final List<String> columnNames = new ArrayList<>();

        Cells(Strings strings) throws IOException {
            super(strings);
            this.strings = strings;
        }

        @Override
        public void writeCell(int column, Cell cell) throws IOException {
            if (cell == null || cell.getCellType() != CellType.STRING) {
                super.writeCell(column, cell);
                return;
            }
            _out.write("<c r=\"");
            _out.write(columnName(column));
            _out.write(Integer.toString(cell.getRowIndex() + 1));
            _out.write("\" s=\"");
            _out.write(Integer.toString(cell.getCellStyle().getIndex()));
            _out.write("\" t=\"s\"><v>");
            _out.write(Integer.toString(strings.add(cell.getStringCellValue())));
            _out.write("</v></c>");
        }

        private String columnName(int column) {
            while (columnNames.size() <= column) {
                columnNames.add(CellReference.convertNumToColString(columnNames.size()));
            }
            return columnNames.get(column);
        }
    }

    /**
     * Long lists repeat a few strings a million times. Kept once each they make a smaller file than written in every
     * cell, and a faster one, since the library's own table writes a string out as XML each time it looks it up.
     */
    private static final class Strings extends SharedStringsTable {

        private final Map<String, Integer> indexes = new HashMap<>();

        int add(String string) {
            Integer known = indexes.get(string);
            if (known != null) {
                count++;
                return known;
            }
            int index = addSharedStringItem(new XSSFRichTextString(string));
            indexes.put(string, index);
            return index;
        }
    }
}
