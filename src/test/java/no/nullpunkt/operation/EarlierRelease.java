package no.nullpunkt.operation;

import static io.restassured.RestAssured.given;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import no.nullpunkt.shared.EmbeddedDatabase;
import no.nullpunkt.testing.PackagedService;
import no.nullpunkt.testing.PostgresServer;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The schemas that earlier releases left, each with what municipality 1103 had recorded by then: what was new in each is in
 * {@code releases/V….sql}.
 */
enum EarlierRelease {
    V008,
    V016,
    V019,
    V030;

    static final String LEADER = "leder@release.example";
    static final String OWNER = "eier@release.example";
    static final String PASSWORD = "a password of the releases";

    /** Since this one the rows are behind row-level security, and one role migrates while another serves. */
    private boolean hasTwoRoles() {
        return this == V030;
    }

    /**
     * Makes a database that has lived through the releases up to this one, on a server that runs; what the operator does
     * before an upgrade to today's is done.
     */
    PGSimpleDataSource make(PostgresServer server, String name) {
        execute(maintenance(server), "create database %s owner %s".formatted(name, EmbeddedDatabase.SERVING));
        var database = server.asSuperuser();
        database.setDatabaseName(name);
        for (var release : values()) {
            if (release.compareTo(this) <= 0) {
                release.migrate(database);
                execute(database, release.recorded());
            }
        }
        giveToOwner(database);
        return database;
    }

    private void migrate(PGSimpleDataSource database) {
        if (hasTwoRoles()) {
            giveToOwner(database);
            migrate(database, EmbeddedDatabase.OWNER, name().substring(1), false);
        } else {
            migrate(database, EmbeddedDatabase.SERVING, name().substring(1), true);
        }
    }

    /** As the README has it for where one role did both so far. */
    private static void giveToOwner(PGSimpleDataSource database) {
        execute(database, "reassign owned by %s to %s".formatted(EmbeddedDatabase.SERVING, EmbeddedDatabase.OWNER));
    }

    /** Migrates a database as today's service does when it starts. */
    static void migrateToday(PGSimpleDataSource database) {
        migrate(database, EmbeddedDatabase.OWNER, "latest", false);
    }

    private static void migrate(PGSimpleDataSource database, String role, String target, boolean withoutCallbacks) {
        Flyway.configure()
                .dataSource(database.getUrl(), role, null)
                .locations("db/migration")
                .target(target)
                .placeholders(Map.of("serving", EmbeddedDatabase.SERVING))
                .skipDefaultCallbacks(withoutCallbacks)
                .load()
                .migrate();
    }

    /** The database that is there on every server, and from which others are made and dropped. */
    static PGSimpleDataSource maintenance(PostgresServer server) {
        var maintenance = server.asSuperuser();
        maintenance.setDatabaseName("postgres");
        return maintenance;
    }

    /** A request to municipality 1103 by someone there, as a proxy hands it on. */
    static RequestSpecification as(String email, PackagedService service) {
        return given().port(service.port())
                .header("X-Forwarded-Proto", "https")
                .auth()
                .preemptive()
                .basic(email, PASSWORD)
                .basePath("/api/v1/municipalities/1103")
                .contentType(ContentType.JSON);
    }

    private String recorded() {
        try (var file = EarlierRelease.class.getResourceAsStream("/releases/" + name() + ".sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("PASSWORD_HASH", BcryptUtil.bcryptHash(PASSWORD, 4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void execute(PGSimpleDataSource database, String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql.lines().findFirst().orElse(""), e);
        }
    }
}
