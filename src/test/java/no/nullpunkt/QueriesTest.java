package no.nullpunkt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every query names the municipality, so that a forgotten check shows nobody another's rows. */
class QueriesTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "no", "nullpunkt");

    /** The catalogue is the same for all. */
    private static final Path CATALOGUE = SOURCES.resolve("catalogue");

    /**
     * Asked when there is no caller: at start-up, for recipes, which are for everyone once they are published, and of how
     * much there is in all municipalities together.
     */
    private static final Set<String> OF_NO_MUNICIPALITY = Set.of(
            "select exists (select from account where demonstration)",
            "select coalesce(sum(overdue_values), 0) from overdue_count",
            "select count(*) from reminder where status = 'WAITING'",
            "id = ?1 and state = ?2",
            "state = :state and id > :after order by id",
            "state = :state and id > :after and array_contains(technologies, :technology) order by id");

    /**
     * What is of no municipality: attempts on e-mails that perhaps nobody has, and mails to them. What is only kept for a
     * time is taken away everywhere at once.
     */
    private static final Pattern OF_ALL =
            Pattern.compile("\\b(?:sign_in_failure|password_mail)\\b|delete from \\w+ where \\w+ <=? :\\w+(?: or .*)?");

    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"\\s*\\n(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern QUERY = Pattern.compile(
            "\\s*(?:select|with|insert|update|delete)\\b.*\\b(?:from|set|into)\\b.*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern PANACHE =
            Pattern.compile("\\b(?:find|list|count|stream|delete|update)\\(\\s*\"([^\"]*)\"");
    private static final Pattern MUNICIPALITY =
            Pattern.compile("municipality_?id|:municipality\\b|municipality => ", Pattern.CASE_INSENSITIVE);

    @Test
    void everyQueryNamesTheMunicipality() {
        var queries = sources().flatMap(QueriesTest::queries).toList();

        assertTrue(queries.size() > 30, "queries were found");
        assertEquals(List.of(), withoutMunicipality(queries));
    }

    @Test
    void everyQueryOfARepositoryNamesTheMunicipality() {
        var queries = sources()
                .filter(source -> source.contains("PanacheRepositoryBase<"))
                .flatMap(source -> PANACHE.matcher(source).results().map(result -> result.group(1)))
                .toList();

        assertTrue(queries.size() > 15, "queries were found");
        assertEquals(List.of(), withoutMunicipality(queries));
    }

    private static List<String> withoutMunicipality(List<String> queries) {
        return queries.stream()
                .filter(query -> !MUNICIPALITY.matcher(query).find())
                .filter(query -> !OF_NO_MUNICIPALITY.contains(query) && !query.contains("from pg_"))
                .filter(query -> !OF_ALL.matcher(query).find())
                .collect(Collectors.toList());
    }

    private static Stream<String> queries(String source) {
        return LITERAL.matcher(source)
                .results()
                .map(QueriesTest::text)
                .filter(text -> QUERY.matcher(text).matches());
    }

    private static String text(MatchResult literal) {
        return literal.group(1) == null ? literal.group(2) : literal.group(1);
    }

    private static Stream<String> sources() {
        try (var files = Files.walk(SOURCES)) {
            return files
                    .filter(file -> file.toString().endsWith(".java") && !file.startsWith(CATALOGUE))
                    .map(QueriesTest::source)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String source(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
