package no.nullpunkt.shared;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Tells each connection what is in {@link Reach} whenever it is taken from the pool, so that nothing is left from
 * whoever had it before, however that ended. One that knows already is not told again, which spares the round trip.
 */
@Singleton
class ReachOfConnections implements AgroalPoolInterceptor {

    private static final Logger LOG = Logger.getLogger(ReachOfConnections.class);

    private final Reach reach;

    /** What each connection was told outside transactions, where nothing can take it back. */
    private final Map<PGConnection, String> told = new ConcurrentHashMap<>();

    ReachOfConnections(Reach reach) {
        this.reach = reach;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        var wanted = Arc.container().requestContext().isActive() ? reach.present() : Reach.NOTHING;
        var known = known(connection);
        if (wanted.equals(told.get(known))) {
            return;
        }
        try {
            var inTransaction = !connection.getAutoCommit();
            Reach.tell(connection, wanted, inTransaction);
            if (!inTransaction) {
                told.put(known, wanted);
            }
        } catch (SQLException e) {
            close(known, e);
        }
    }

    /**
     * Closes one that could not be told, and most often is dead, so that whoever has it is told so with the first word.
     * An exception from here would reach them too, but the pool would count the connection for ever.
     */
    private static void close(PGConnection connection, SQLException reason) {
        LOG.warnf("A connection could not be told what is in reach: %s", reason.getMessage());
        try {
            ((Connection) connection).close();
        } catch (SQLException e) {
            throw new IllegalStateException("A connection that knows no reach could not be closed", e);
        }
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        told.remove(known(connection));
    }

    private static PGConnection known(Connection connection) {
        try {
            return connection.unwrap(PGConnection.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
