package no.nullpunkt.plan;

import no.nullpunkt.plan.BenefitMap.Layer;
import no.nullpunkt.shared.Text;

/** A laid-out map as shapes of Word itself: sharp at any size, and made without fonts of the server. */
final class MapDrawing {

    /** English metric units to a unit of the layout, at most: fourteen units of type are ten and a half points. */
    private static final int LARGEST = 9525;

    private static final int EMU_OF_TWENTIETH = 635;
    private static final int PAGE_WIDTH = WordFile.WIDTH * EMU_OF_TWENTIETH;
    private static final int PAGE_HEIGHT = 8100 * EMU_OF_TWENTIETH;

    private static final String OPEN = """
            <mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
            xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
            xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
            xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" \
            xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">\
            <mc:Choice Requires="wpg"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">\
            <wp:extent cx="%1$d" cy="%2$d"/><wp:effectExtent l="0" t="0" r="0" b="0"/>\
            <wp:docPr id="%%ID%%" name="%3$s" descr="%4$s"/><wp:cNvGraphicFramePr/>\
            <a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup">\
            <wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%1$d" cy="%2$d"/>\
            <a:chOff x="0" y="0"/><a:chExt cx="%1$d" cy="%2$d"/></a:xfrm></wpg:grpSpPr>""";

    private static final String CLOSE =
            "</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent>";

    private static final String LINE = """
            <wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm%s><a:off x="%d" y="%d"/><a:ext cx="%d" cy="%d"/></a:xfrm>\
            <a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="5B6B64"/></a:solidFill>\
            </a:ln></wps:spPr><wps:bodyPr/></wps:wsp>""";

    private static final String BOX = """
            <wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="%d" y="%d"/><a:ext cx="%d" cy="%d"/></a:xfrm>\
            <a:prstGeom prst="rect"><a:avLst/></a:prstGeom>%s<a:ln w="%d"><a:solidFill><a:srgbClr val="%s"/></a:solidFill>%s</a:ln>\
            </wps:spPr><wps:txbx><w:txbxContent>%s</w:txbxContent></wps:txbx>\
            <wps:bodyPr wrap="square" lIns="%d" tIns="%d" rIns="0" bIns="0" anchor="ctr"/></wps:wsp>""";

    private static final String PARAGRAPH = """
            <w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="%d" w:lineRule="exact"/><w:jc w:val="%s"/></w:pPr>\
            <w:r><w:rPr>%s<w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr><w:t xml:space="preserve">%s</w:t></w:r></w:p>""";

    private final MapLayout layout;
    private final int unit;

    private MapDrawing(MapLayout layout) {
        this.layout = layout;
        this.unit = Math.min(LARGEST, Math.min(PAGE_WIDTH / layout.width(), PAGE_HEIGHT / layout.height()));
    }

    /**
     * The content of a run.
     *
     * @param alternative what a screen reader tells instead
     */
    static String of(MapLayout layout, String name, String alternative) {
        return new MapDrawing(layout).draw(name, alternative);
    }

    private String draw(String name, String alternative) {
        var xml = new StringBuilder(
                OPEN.formatted(layout.width() * unit, layout.height() * unit, escaped(name), escaped(alternative)));
        for (var line : layout.lines()) {
            var rises = line.y2() < line.y1();
            xml.append(LINE.formatted(
                    rises ? " flipV=\"1\"" : "",
                    line.x1() * unit,
                    Math.min(line.y1(), line.y2()) * unit,
                    (line.x2() - line.x1()) * unit,
                    Math.abs(line.y2() - line.y1()) * unit));
        }
        for (var heading : layout.headings()) {
            xml.append(box(
                    heading.x() - MapLayout.COLUMN / 2,
                    0,
                    MapLayout.COLUMN,
                    MapLayout.TOP - MapLayout.PADDING,
                    "<a:noFill/>",
                    0,
                    "FFFFFF",
                    "",
                    paragraph(heading.text(), "center", "<w:b/>"),
                    0));
        }
        for (var box : layout.boxes()) {
            var text = new StringBuilder();
            box.lines().forEach(line -> text.append(paragraph(line.text(), "left", "")));
            xml.append(box(
                    box.x(),
                    box.y(),
                    box.width(),
                    box.height(),
                    "<a:solidFill><a:srgbClr val=\"" + fill(box.node().layer()) + "\"/></a:solidFill>",
                    box.node().gap() ? 15875 : 9525,
                    box.node().gap() ? "8A3B00" : "0B4F3A",
                    box.node().gap() ? "<a:prstDash val=\"dash\"/>" : "",
                    text.toString(),
                    MapLayout.PADDING));
        }
        return xml.append(CLOSE).toString();
    }

    private String box(
            int x,
            int y,
            int width,
            int height,
            String fill,
            int thickness,
            String color,
            String dash,
            String text,
            int padding) {
        return BOX.formatted(
                x * unit, y * unit, width * unit, height * unit, fill, thickness, color, dash, text, padding * unit, 0);
    }

    private String paragraph(String text, String alignment, String bold) {
        var halfPoints = Math.max(2, 14 * 2 * unit / 12700);
        var line = MapLayout.LINE_HEIGHT * unit / EMU_OF_TWENTIETH;
        return PARAGRAPH.formatted(line, alignment, bold, halfPoints, halfPoints, escaped(text));
    }

    private static String fill(Layer layer) {
        return switch (layer) {
            case NEED -> "FFF6E0";
            case TECHNOLOGY -> "E6EEF8";
            case CHANGE -> "F2F2F2";
            case BENEFIT -> "E8F1ED";
            case GOAL -> "F3EAF5";
        };
    }

    private static String escaped(String text) {
        return Text.Validator.printable(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", " ");
    }
}
