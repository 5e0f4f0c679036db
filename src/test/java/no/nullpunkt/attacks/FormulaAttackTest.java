package no.nullpunkt.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.Municipality;
import org.apache.commons.csv.CSVFormat;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;

/** Texts that a spreadsheet would run as formulas, in all that is written for spreadsheets. */
@QuarkusTest
class FormulaAttackTest {

    private static final String ATTACK = "cmd|' /C calc'!A0";

    @Inject
    Clock clock;

    private static final List<String> BEGINNINGS = List.of(
            "=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "\u00a0=", "\uff1d", "\uff0b", "\uff0d", "\uff20", "=\"",
            ";=", ",=", "\"=", "'=");

    @Test
    void noTextIsAFormulaInWhatIsWritten() throws IOException {
        var municipality = Municipality.create();
        var month = YearMonth.now(clock).minusMonths(1);
        BEGINNINGS.forEach(beginning -> measure(municipality, month, beginning + ATTACK));

        var period = "from=" + month + "&to=" + month;
        for (var separator : Map.of("semicolon", ';', "comma", ',', "tab", '\t').entrySet()) {
            var csv = municipality.as(Role.LEADER).get("/facts.csv?" + period + "&separator=" + separator.getKey());
            mustHoldNoFormula(csv.asString(), separator.getValue());
        }
        for (var path : List.of(
                "/workbook?" + period, "/workbook?variant=accessible&" + period, "/entry-workbook?month=" + month)) {
            mustHoldNoFormula(
                    path, municipality.as(Role.BENEFIT_OWNER).get(path).asByteArray());
        }
    }

    private static void measure(Municipality municipality, YearMonth month, String formula) {
        var unit = municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", formula));
        var rollout = municipality.create(
                Role.PROJECT_LEADER, "/rollouts", Bodies.with(Bodies.rollout(unit), "name", formula));
        var owner = municipality.person(Role.BENEFIT_OWNER);
        var benefit = municipality.create(
                Role.PROJECT_LEADER,
                "/rollouts/" + rollout + "/benefits",
                Bodies.with(Bodies.with(Bodies.benefit(owner, owner), "title", formula), "description", formula));
        var indicator = Bodies.with(Bodies.with(Bodies.indicator(unit), "name", formula), "unit", formula);
        var id = municipality.create(
                Role.PROJECT_LEADER,
                "/benefits/" + benefit + "/indicators",
                Bodies.with(indicator, "measureFrom", month.toString()));
        municipality
                .as(Role.PROJECT_LEADER)
                .body(Bodies.with(Bodies.measured("3"), "comment", formula))
                .put("/indicators/" + id + "/units/" + unit + "/values/" + month)
                .then()
                .statusCode(201);
        municipality.create(
                Role.PROJECT_LEADER,
                "/benefits/" + benefit + "/deviations",
                Map.of("cause", "DATA", "explanation", formula, "action", formula));
    }

    private static void mustHoldNoFormula(String csv, char separator) throws IOException {
        var format = CSVFormat.DEFAULT.builder().setDelimiter(separator).get();
        int found = 0;
        for (var line : format.parse(new StringReader(csv.replace("\ufeff", "")))) {
            for (var field : line) {
                if (field.contains("calc")) {
                    found++;
                    assertTrue(
                            !field.strip().matches("(?s)[=+\\-@\uff1d\uff0b\uff0d\uff20].*")
                                    && !field.matches("(?s)[\\s\u00a0]+[=+\\-@].*"),
                            "a spreadsheet would run " + field);
                }
            }
        }
        assertTrue(found >= BEGINNINGS.size(), "only " + found + " are there");
    }

    private static void mustHoldNoFormula(String path, byte[] file) throws IOException {
        var texts = new ArrayList<String>();
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(file))) {
            for (var sheet : book) {
                for (var row : sheet) {
                    for (var cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            assertTrue(
                                    !cell.getCellFormula().contains("calc"), path + " runs " + cell.getCellFormula());
                        } else if (cell.getCellType() == CellType.STRING
                                && cell.getStringCellValue().contains("calc")) {
                            texts.add(cell.getStringCellValue());
                        }
                        assertEquals(null, cell.getHyperlink(), path + " links");
                    }
                }
            }
        }
        assertTrue(texts.size() >= BEGINNINGS.size(), path + " has only " + texts.size());
    }
}
