package no.nullpunkt.shared;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.RequestScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The municipalities whose rows the database shows, and takes, in the present request or job: none until it is told.
 * Behind every condition in a query stands this one, which the database itself adds (row-level security).
 *
 * @see ReachOfConnections how connections are told
 * @see AcrossMunicipalities for what is not of a municipality
 */
@RequestScoped
public class Reach {

    static final String NOTHING = "{}";
    private static final String EVERYTHING = "all";

    private final DataSource dataSource;
    private String present = NOTHING;

    Reach(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Sets what is reached from here on, until the request or job ends. */
    public void is(int... municipalityIds) {
        become(Arrays.stream(municipalityIds).mapToObj(String::valueOf).collect(Collectors.joining(",", "{", "}")));
    }

    /** As the setting tells it to the database. */
    String present() {
        return present;
    }

    /** Does something with every municipality in reach, and then goes back to those before. */
    Object everywhere(Callable<Object> work) throws Exception {
        var before = present;
        become(EVERYTHING);
        try {
            return work.call();
        } finally {
            become(before);
        }
    }

    /** A transaction has its connection already, and hears of it at once; other connections when they are taken. */
    private void become(String reach) {
        present = reach;
        if (QuarkusTransaction.isActive()) {
            try (var connection = dataSource.getConnection()) {
                tell(connection, reach, true);
            } catch (SQLException e) {
                throw new IllegalStateException("The transaction could not be told what is in reach", e);
            }
        }
    }

    /** @param locally until the transaction ends, also when it is rolled back; otherwise until told anew */
    static void tell(Connection connection, String reach, boolean locally) throws SQLException {
        try (var setting = connection.prepareStatement("select set_config('nullpunkt.reach', ?, ?)")) {
            setting.setString(1, reach);
            setting.setBoolean(2, locally);
            setting.execute();
        }
    }
}
