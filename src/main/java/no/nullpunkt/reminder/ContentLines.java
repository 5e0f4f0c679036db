package no.nullpunkt.reminder;

/** Lines of iCalendar as RFC 5545 has them: ended by CRLF, and folded where they are longer than 75 bytes in UTF-8. */
final class ContentLines {

    private static final int LONGEST = 75;
    private static final String END = "\r\n";

    private final StringBuilder lines = new StringBuilder();

    /** A line that is written as it is. */
    ContentLines add(String line) {
        var bytes = 0;
        for (var character : line.codePoints().toArray()) {
            var size = bytesOf(character);
            if (bytes + size > LONGEST) {
                lines.append(END).append(' ');
                bytes = 1;
            }
            lines.appendCodePoint(character);
            bytes += size;
        }
        lines.append(END);
        return this;
    }

    /** A property whose value is text, where some characters mean something else. */
    ContentLines addText(String property, String text) {
        var escaped = text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\r\n|\r|\n", "\\\\n");
        return add(property + ":" + escaped);
    }

    private static int bytesOf(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
