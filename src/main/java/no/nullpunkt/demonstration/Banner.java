package no.nullpunkt.demonstration;

import java.util.stream.Collectors;

/** What whoever starts the demonstration must know, too loud to be overlooked in the log. */
final class Banner {

    private static final String RULE = "*".repeat(100);

    private Banner() {}

    static String of(DemonstrationMunicipality municipality, String address) {
        var number = municipality.number();
        var people = municipality.people().stream()
                .map(person -> "*     %-36s %s".formatted(person.email(), person.name()))
                .collect(Collectors.joining("\n"));
        return """

                %1$s
                *
                *   THIS IS A DEMONSTRATION. Its passwords are well known, so it listens on this machine only.
                *   Configure quarkus.datasource.jdbc.url to run Nullpunkt in earnest.
                *
                *   Start page    %2$s/
                *   Try the API   %2$s/api-docs
                *   Its contract  %2$s/openapi
                *   Results       %2$s/api/v1/municipalities/%3$s/results
                *   Workbook      curl -u leder@%4$s:%5$s -o nullpunkt.xlsx \\
                *                   "%2$s/api/v1/municipalities/%3$s/workbook?from=2026-01&to=2026-10"
                *
                *   Sign in with the password %5$s as
                %6$s
                *
                %1$s""".formatted(RULE, address, number, municipality.domain(), DemonstrationMunicipality.PASSWORD, people);
    }
}
