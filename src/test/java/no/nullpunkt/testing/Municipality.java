package no.nullpunkt.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import no.nullpunkt.access.Role;
import no.nullpunkt.shared.Key;

/** A municipality of a test's own, with one signed-in person in each role, so that no test minds another. */
public final class Municipality {

    private static final String PASSWORD = "a password of the tests";
    private static final String PASSWORD_HASH = BcryptUtil.bcryptHash(PASSWORD, 4);
    private static final AtomicInteger NEXT_NUMBER = new AtomicInteger(6000);

    public final String number;
    private final int id;
    private final Map<Role, UUID> people;

    private Municipality(String number, int id, Map<Role, UUID> people) {
        this.number = number;
        this.id = id;
        this.people = people;
    }

    /** A new municipality with a person in each role, for the whole of it. */
    public static Municipality create() {
        var number = String.valueOf(NEXT_NUMBER.getAndIncrement());
        var people = new EnumMap<Role, UUID>(Role.class);
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            var id = insertMunicipality(connection, number);
            for (var role : Role.values()) {
                people.put(role, insertPerson(connection, id, email(number, role.name()), role, null));
            }
            connection.commit();
            return new Municipality(number, id, people);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The number of a new municipality where nobody is yet. */
    public static String createWithoutPeople() {
        var number = String.valueOf(NEXT_NUMBER.getAndIncrement());
        try (var connection = connect()) {
            insertMunicipality(connection, number);
            return number;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its identity in the database. */
    public int id() {
        return id;
    }

    /** Gives the municipality a new number from today on, which it answers; {@link #number} is the old one. */
    public String renumber() {
        var newNumber = String.valueOf(NEXT_NUMBER.getAndIncrement());
        try (var connection = connect()) {
            update(connection, "update municipality_number set valid_until = current_date where number = ?", number);
            update(
                    connection,
                    "insert into municipality_number (number, municipality_id, valid_from) values (?, ?, current_date)",
                    newNumber,
                    id);
            return newNumber;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The person who has a role in the whole municipality. */
    public UUID person(Role role) {
        return people.get(role);
    }

    /** Adds a person with a role in one unit and below; sign in with {@link #as(String)}. */
    public UUID addPerson(String name, Role role, UUID unitId) {
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            var person = insertPerson(connection, id, email(number, name), role, unitId);
            connection.commit();
            return person;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does what no operation of the service does; {@code %d} is this municipality. */
    public void execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql.replace("%d", String.valueOf(id)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks the database for one number; {@code %d} is this municipality. */
    public long number(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql.replace("%d", String.valueOf(id)))) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** E-mail and password of the person in a role, with a colon between. */
    public String credentials(Role role) {
        return email(number, role.name()) + ":" + PASSWORD;
    }

    /** A request to this municipality by its person in a role; paths are relative to the municipality. */
    public RequestSpecification as(Role role) {
        return as(role.name());
    }

    public RequestSpecification as(String name) {
        return at(name, "/api/v1/municipalities/" + number);
    }

    /** A request by this municipality's person to any path of the service. */
    public RequestSpecification anywhere(Role role) {
        return at(role.name(), "");
    }

    private RequestSpecification at(String name, String basePath) {
        return given().auth()
                .preemptive()
                .basic(email(number, name), PASSWORD)
                .basePath(basePath)
                .contentType(ContentType.JSON);
    }

    /** The header with which this municipality's person in a role signs in. */
    public String authorization(Role role) {
        var credentials = email(number, role.name()) + ":" + PASSWORD;
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    /** Posts a body that creates, and answers the id. */
    public UUID create(Role role, String path, Object body) {
        return UUID.fromString(
                as(role).body(body).post(path).then().statusCode(201).extract().path("id"));
    }

    /** Asserts a problem with its status and code, and that its detail and pointers are told. */
    public static ValidatableResponse problem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", is(status))
                .body("code", is(code))
                .body("title", not(emptyOrNullString()))
                .body("detail", not(emptyOrNullString()))
                .body("type", is("urn:nullpunkt:problem:" + code));
    }

    private static String email(String number, String name) {
        return name.toLowerCase(Locale.ROOT) + "@" + number + ".example";
    }

    private static Connection connect() throws SQLException {
        return OwnerDatabase.source().getConnection();
    }

    private static int insertMunicipality(Connection connection, String number) throws SQLException {
        int id;
        try (var insert = connection.prepareStatement(
                "insert into municipality (name, county_number, county) values (?, '99', 'Testland') returning id")) {
            insert.setString(1, "Testkommune " + number);
            try (var rows = insert.executeQuery()) {
                rows.next();
                id = rows.getInt(1);
            }
        }
        update(
                connection,
                "insert into municipality_number (number, municipality_id, valid_from) values (?, ?, '2020-01-01')",
                number,
                id);
        update(connection, "select begin_change(?, null, 'test')", id);
        return id;
    }

    private static UUID insertPerson(Connection connection, int municipality, String email, Role role, UUID unitId)
            throws SQLException {
        var person = Key.newId();
        update(connection, "select begin_change(?, null, 'test')", municipality);
        update(
                connection,
                "insert into person (municipality_id, id, name, email, version) values (?, ?, ?, ?, 0)",
                municipality,
                person,
                role + " of the tests",
                email);
        update(
                connection,
                "insert into role_grant (municipality_id, id, person_id, role, unit_id, version) values (?, ?, ?, ?, ?, 0)",
                municipality,
                Key.newId(),
                person,
                role.name(),
                unitId);
        update(
                connection,
                "insert into account (email, municipality_id, person_id, password_hash) values (?, ?, ?, ?)",
                email,
                municipality,
                person,
                PASSWORD_HASH);
        return person;
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
