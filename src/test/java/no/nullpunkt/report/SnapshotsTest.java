package no.nullpunkt.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.shared.Changes;
import no.nullpunkt.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SnapshotsTest {

    private static final Period PERIOD = new Period(YearMonth.of(2026, 1), YearMonth.of(2026, 10));

    @Inject
    DataSource dataSource;

    @Inject
    Changes changes;

    @Inject
    Clock clock;

    @Test
    void aLargerPortfolioIsReadInAsManyStatements() throws SQLException {
        assertEquals(
                statements(new FilledMunicipality(dataSource, 1, 1)),
                statements(new FilledMunicipality(dataSource, 12, 9)));
    }

    private int statements(FilledMunicipality municipality) {
        var statements = new AtomicInteger();
        var snapshots = new Snapshots(counting(statements), changes, clock);
        var snapshot = snapshots.read(municipality.id, municipality.number, PERIOD, null, Filter.NONE);
        snapshots.stories(municipality.id, snapshot);
        snapshots.recorded(municipality.id, snapshot);
        assertTrue(statements.get() > 0);
        return statements.get();
    }

    /** The data source, with each statement prepared on it counted. */
    private DataSource counting(AtomicInteger statements) {
        return proxy(
                DataSource.class,
                dataSource,
                (source, connection) -> proxy(Connection.class, (Connection) connection, (method, answer) -> {
                    if (method.equals("prepareStatement")) {
                        statements.incrementAndGet();
                    }
                    return answer;
                }));
    }

    private static <T> T proxy(Class<T> type, T target, BiFunction<String, Object, Object> seen) {
        return type.cast(Proxy.newProxyInstance(
                SnapshotsTest.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return seen.apply(method.getName(), method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
