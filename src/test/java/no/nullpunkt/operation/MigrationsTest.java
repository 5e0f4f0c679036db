package no.nullpunkt.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While instances are exchanged, and after backing out, the release before serves from what the present one has migrated. */
class MigrationsTest {

    /** Of the first release: what came before was never served from by two releases at once. */
    private static final String FIRST = "V030";

    private static final Pattern TAKES_AWAY = Pattern.compile(
            "\\bdrop\\s+(?:table|column|view|function|procedure|sequence)\\b|\\brename\\b|"
                    + "\\balter\\s+column\\s+\\w+\\s+(?:type|set\\s+data|set\\s+not\\s+null)\\b|"
                    + "\\badd\\s+column\\s+\\w+\\s+[^,;]*\\bnot\\s+null\\b(?![^,;]*\\b(?:default|generated)\\b)",
            Pattern.CASE_INSENSITIVE);

    private static boolean takesAway(String migration) {
        return TAKES_AWAY
                .matcher(migration.replaceAll("--.*", "").replaceAll("(?is)create table.*?\\n\\);", ""))
                .find();
    }

    @Test
    void migrationsOnlyAdd() throws IOException {
        try (var files = Files.list(Path.of("src", "main", "resources", "db", "migration"))) {
            var later = files.filter(file -> file.getFileName().toString().startsWith("V"))
                    .filter(file -> file.getFileName().toString().compareTo(FIRST + "_~") > 0)
                    .toList();
            assertTrue(!later.isEmpty());
            var taking = new ArrayList<String>();
            for (var file : later) {
                if (takesAway(Files.readString(file))) {
                    taking.add(file.getFileName().toString());
                }
            }
            assertEquals(List.of(), taking);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table unit;",
                "alter table unit drop column kind;",
                "alter table unit rename to place;",
                "alter table unit alter column kind type integer;",
                "alter table unit alter column kind set not null;",
                "alter table unit add column address text not null;"
            })
    void whatTakesAwayIsFound(String migration) {
        assertTrue(takesAway(migration));
    }
}
