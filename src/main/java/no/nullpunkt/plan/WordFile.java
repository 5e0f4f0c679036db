package no.nullpunkt.plan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Text;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/**
 * A Word document of our own look: A4 on its side, with real headings, tables whose header rows repeat, and page
 * numbers. The same content gives the same bytes.
 */
final class WordFile {

    /** Twentieths of a point between the margins of an A4 page on its side. */
    static final int WIDTH = 14570;

    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String GREEN = "0B4F3A";
    private static final String TINT = "E8F1ED";
    private static final String LINE = "9AA5A0";
    private static final XWPFTable.XWPFBorderType THIN = XWPFTable.XWPFBorderType.SINGLE;

    /** The first time a zip can tell, by the clock on the wall. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String STYLES = """
            <w:styles %1$s>
              <w:docDefaults>
                <w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="21"/>
                  <w:szCs w:val="21"/><w:lang w:val="%2$s" w:eastAsia="%2$s" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
                <w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>
              </w:docDefaults>
              <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
              <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
                <w:name w:val="Default Paragraph Font"/></w:style>
              <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>
              <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/>
                <w:next w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:before="0" w:after="60"/></w:pPr>
                <w:rPr><w:b/><w:color w:val="%3$s"/><w:sz w:val="52"/></w:rPr></w:style>
              <w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/><w:basedOn w:val="Normal"/>
                <w:next w:val="Normal"/><w:qFormat/><w:rPr><w:color w:val="444444"/><w:sz w:val="26"/></w:rPr></w:style>
              <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
                <w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="360" w:after="120"/>
                <w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:color w:val="%3$s"/><w:sz w:val="34"/></w:rPr></w:style>
              <w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>
                <w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="280" w:after="100"/>
                <w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:color w:val="%3$s"/><w:sz w:val="27"/></w:rPr></w:style>
              <w:style w:type="paragraph" w:styleId="Heading3"><w:name w:val="heading 3"/><w:basedOn w:val="Normal"/>
                <w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/>
                <w:outlineLvl w:val="2"/></w:pPr><w:rPr><w:b/><w:sz w:val="23"/></w:rPr></w:style>
              <w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/><w:basedOn w:val="Normal"/>
                <w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="160" w:after="60"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
              <w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/><w:basedOn w:val="Normal"/>
                <w:pPr><w:spacing w:after="40"/></w:pPr></w:style>
              <w:style w:type="paragraph" w:styleId="TOC2"><w:name w:val="toc 2"/><w:basedOn w:val="Normal"/>
                <w:pPr><w:spacing w:after="20"/><w:ind w:left="300"/></w:pPr></w:style>
              <w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/>
                <w:qFormat/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="40"/>
                <w:contextualSpacing/></w:pPr></w:style>
              <w:style w:type="paragraph" w:styleId="Cell"><w:name w:val="Cell"/><w:basedOn w:val="Normal"/>
                <w:pPr><w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/></w:pPr>
                <w:rPr><w:sz w:val="19"/></w:rPr></w:style>
              <w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/>
                <w:rPr><w:color w:val="555555"/><w:sz w:val="17"/></w:rPr></w:style>
            </w:styles>
            """;

    private static final String BULLETS = """
            <w:numbering %s><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>
              <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>
                <w:pPr><w:ind w:left="340" w:hanging="227"/></w:pPr></w:lvl></w:abstractNum></w:numbering>
            """;

    /** What stands in the table of contents: a heading of the first or second level. */
    record Entry(int level, String text) {}

    /** A column of a table: its heading, its share of the width, and whether it holds numbers. */
    record Column(String heading, int share, boolean number) {

        static Column text(String heading, int share) {
            return new Column(heading, share, false);
        }

        static Column number(String heading, int share) {
            return new Column(heading, share, true);
        }
    }

    private final XWPFDocument document = new XWPFDocument();
    private int bookmarks;
    private int drawings;

    WordFile(Language language, String title, String subject, Instant created) {
        var tag = language.locale().toLanguageTag() + (language == Language.EN ? "-GB" : "-NO");
        try {
            document.createStyles()
                    .setStyles(StylesDocument.Factory.parse(STYLES.formatted(W, tag, GREEN))
                            .getStyles());
            var bullets = NumberingDocument.Factory.parse(BULLETS.formatted(W)).getNumbering();
            document.createNumbering().addNum(document.getNumbering().addAbstractNum(new XWPFAbstractNum((CTAbstractNum)
                    bullets.getAbstractNumArray(0).copy())));
        } catch (XmlException e) {
            throw new IllegalStateException(e);
        }
        var properties = document.getProperties();
        properties.getExtendedProperties().setApplication("Nullpunkt");
        var core = properties.getCoreProperties();
        core.setTitle(printable(title));
        core.setSubjectProperty(printable(subject));
        core.setCreator("Nullpunkt");
        core.setCreated(Optional.of(Date.from(created)));
        try {
            core.setModified(created.toString().replaceAll("\\.\\d+Z$", "Z"));
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
        core.getUnderlyingProperties().setLanguageProperty(tag);
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(16838));
        size.setH(BigInteger.valueOf(11906));
        size.setOrient(STPageOrientation.LANDSCAPE);
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(1021));
        margins.setBottom(BigInteger.valueOf(1021));
        margins.setLeft(BigInteger.valueOf(1134));
        margins.setRight(BigInteger.valueOf(1134));
        margins.setHeader(BigInteger.valueOf(567));
        margins.setFooter(BigInteger.valueOf(510));
        margins.setGutter(BigInteger.ZERO);
    }

    /** What stands at the foot of every page, with its number. */
    void footer(String text, String page, String of) {
        var line = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        line.setStyle("Footer");
        line.setAlignment(ParagraphAlignment.LEFT);
        line.createRun().setText(printable(text) + " · " + page + " ");
        field(line, "PAGE");
        line.createRun().setText(" " + of + " ");
        field(line, "NUMPAGES");
    }

    private static void field(XWPFParagraph line, String instruction) {
        line.getCTP().addNewFldSimple().setInstr(instruction);
        line.getCTP()
                .getFldSimpleArray(line.getCTP().sizeOfFldSimpleArray() - 1)
                .addNewR()
                .addNewT()
                .setStringValue("1");
    }

    void paragraph(String style, String text) {
        var paragraph = document.createParagraph();
        if (style != null) {
            paragraph.setStyle(style);
        }
        lines(paragraph, text);
    }

    private static void lines(XWPFParagraph paragraph, String text) {
        var run = paragraph.createRun();
        var lines = printable(text).split("\\R", -1);
        for (var i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i]);
        }
    }

    /** A heading; those of the first two levels are named for the table of contents, in the order they come. */
    void heading(int level, String text) {
        var paragraph = document.createParagraph();
        paragraph.setStyle("Heading" + level);
        if (level > 2) {
            lines(paragraph, text);
            return;
        }
        bookmarks++;
        var start = paragraph.getCTP().addNewBookmarkStart();
        start.setId(BigInteger.valueOf(bookmarks));
        start.setName(bookmark(bookmarks));
        lines(paragraph, text);
        paragraph.getCTP().addNewBookmarkEnd().setId(BigInteger.valueOf(bookmarks));
    }

    private static String bookmark(int place) {
        return "_Toc%08d".formatted(place);
    }

    /**
     * The table of contents, as links. It is a field that Word makes anew when asked; it tells no page numbers, which only
     * the program that shows the document knows.
     */
    void contents(List<Entry> entries) {
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var paragraph = document.createParagraph();
            paragraph.setStyle("TOC" + entry.level());
            if (i == 0) {
                paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
                paragraph.createRun().getCTR().addNewInstrText().setStringValue(" TOC \\o \"1-2\" \\n \\h \\z ");
                paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
            }
            var link = paragraph.getCTP().addNewHyperlink();
            link.setAnchor(bookmark(i + 1));
            link.addNewR().addNewT().setStringValue(printable(entry.text()));
            if (i == entries.size() - 1) {
                paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
            }
        }
    }

    /** A table over the whole width, whose header row repeats on each page. */
    void table(String caption, List<Column> columns, List<List<String>> rows) {
        if (caption != null) {
            paragraph("Caption", caption);
        }
        var shares = columns.stream().mapToInt(Column::share).sum();
        var table = document.createTable(rows.size() + 1, columns.size());
        var properties = table.getCTTbl().getTblPr();
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        properties
                .addNewTblCaption()
                .setVal(printable(caption == null ? columns.get(0).heading() : caption));
        table.setWidth(WIDTH);
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        columns.forEach(
                column -> grid.addNewGridCol().setW(BigInteger.valueOf((long) WIDTH * column.share() / shares)));
        for (var r = 0; r <= rows.size(); r++) {
            var row = table.getRow(r);
            row.setCantSplitRow(r == 0);
            row.setRepeatHeader(r == 0);
            for (var c = 0; c < columns.size(); c++) {
                var column = columns.get(c);
                var cell = row.getCell(c);
                cell.setWidth(String.valueOf((long) WIDTH * column.share() / shares));
                var paragraph = cell.getParagraphArray(0);
                paragraph.setStyle("Cell");
                paragraph.setAlignment(column.number() ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
                lines(paragraph, r == 0 ? column.heading() : rows.get(r - 1).get(c));
                if (r == 0) {
                    cell.setColor(TINT);
                    paragraph.getRuns().get(0).setBold(true);
                }
            }
        }
        table.setTopBorder(THIN, 4, 0, LINE);
        table.setBottomBorder(THIN, 4, 0, LINE);
        table.setLeftBorder(THIN, 4, 0, LINE);
        table.setRightBorder(THIN, 4, 0, LINE);
        table.setInsideHBorder(THIN, 4, 0, LINE);
        table.setInsideVBorder(THIN, 4, 0, LINE);
        paragraph("Cell", "");
    }

    /** A drawing in a paragraph of its own, given as the content of a run; {@code %ID%} in it is a number of its own. */
    void drawing(String xml) {
        drawings++;
        var run = document.createParagraph().createRun().getCTR();
        try (var source = XmlObject.Factory.parse(xml.replace("%ID%", String.valueOf(drawings * 1000)))
                        .newCursor();
                var target = run.newCursor()) {
            source.toFirstChild();
            target.toEndToken();
            source.copyXml(target);
        } catch (XmlException e) {
            throw new IllegalStateException(e);
        }
    }

    void pageBreak() {
        document.createParagraph().setPageBreak(true);
    }

    private static String printable(String text) {
        return Text.Validator.printable(text == null ? "" : text);
    }

    byte[] bytes() {
        try (document;
                var written = new ByteArrayOutputStream()) {
            document.write(written);
            return withoutTimes(written.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A zip tells when each of its entries was made; here they all tell the same. */
    private static byte[] withoutTimes(byte[] zip) throws IOException {
        var steady = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip));
                var out = new ZipOutputStream(steady)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var same = new ZipEntry(entry.getName());
                same.setTimeLocal(NO_TIME);
                out.putNextEntry(same);
                in.transferTo(out);
                out.closeEntry();
            }
        }
        return steady.toByteArray();
    }
}
