package no.nullpunkt.shared;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.PGConnection;

/**
 * Tells each connection what is in {@link Reach} whenever it is taken from the pool, so that nothing is left from
 * whoever had it before, however that ended. One that knows already is not told again, which spares the round trip.
 */
@Singleton
class ReachOfConnections implements AgroalPoolInterceptor {

    private final Reach reach;

    /** What each connection was told outside transactions, where nothing can take it back. */
    private final Map<PGConnection, String> told = new ConcurrentHashMap<>();

    ReachOfConnections(Reach reach) {
        this.reach = reach;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        var wanted = Arc.container().requestContext().isActive() ? reach.present() : Reach.NOTHING;
        try {
            var known = connection.unwrap(PGConnection.class);
            if (wanted.equals(told.get(known))) {
                return;
            }
            var inTransaction = !connection.getAutoCommit();
            Reach.tell(connection, wanted, inTransaction);
            if (!inTransaction) {
                told.put(known, wanted);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A connection could not be told what is in reach", e);
        }
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        try {
            told.remove(connection.unwrap(PGConnection.class));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
