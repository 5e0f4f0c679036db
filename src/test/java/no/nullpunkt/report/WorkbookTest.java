package no.nullpunkt.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.nullpunkt.shared.Language;
import org.junit.jupiter.api.Test;

class WorkbookTest {

    @Test
    void tryOut() throws IOException {
        for (var language : Language.values()) {
            Files.write(Path.of("/tmp/wb-" + language + ".xlsx"), bytes(language, false));
        }
    }

    static byte[] bytes(Language language, boolean accessible) throws IOException {
        var content = WorkbookContent.of(
                WorkbookFixture.snapshot(), WorkbookFixture.stories(), language, WorkbookFixture.HASH, "0.1.0");
        try (var book = Workbook.of(content, language, accessible)) {
            var out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }
}
