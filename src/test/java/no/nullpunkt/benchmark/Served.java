package no.nullpunkt.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.nullpunkt.testing.PackagedService;
import no.nullpunkt.testing.PostgresServer;

/** The packaged service on a PostgreSQL of its own, both in processes of their own. */
record Served(PostgresServer database, PackagedService service) implements AutoCloseable {

    private static final Pattern EXECUTED = Pattern.compile("duration: [\\d.]+ ms  execute ");

    static Served start() {
        var database = PostgresServer.create(Map.of()).start();
        var service = new PackagedService(
                Path.of(System.getProperty("java.home")),
                List.of("-Xmx512m"),
                PackagedService.inEarnest(database.jdbcUrl()));
        return new Served(database, service.start());
    }

    /** Asks the API for a municipality's leader. */
    Client leader(Town town) {
        return new Client(service.baseUri(), town, town.leader());
    }

    /** How many statements the database executes meanwhile. */
    long statements(Table.Timed request) throws Exception {
        database.logStatements(true);
        var before = database.said().length();
        request.run();
        database.logStatements(false);
        return EXECUTED.matcher(database.said().substring(before)).results().count();
    }

    @Override
    public void close() {
        service.close();
        database.close();
    }
}
