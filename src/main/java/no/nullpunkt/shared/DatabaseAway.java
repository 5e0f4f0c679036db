package no.nullpunkt.shared;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells a database that does not serve at present from one that says what is wrong with a request. Whether what was
 * under way came to be written is then not known; the caller sends it again.
 */
final class DatabaseAway {

    /**
     * By SQLSTATE: no connection (08), nothing left of what it needs, such as room on the disk (53), it is starting,
     * stopping or has crashed (57P), the disk fails (58030), and a standby that takes no writes yet (25006).
     */
    private static final Pattern STATES = Pattern.compile("08...|53...|57P..|58030|25006");

    /** All connections were in use for longer than one waits for them; the pool gives this no state. */
    private static final String NONE_FREE = "Sorry, acquisition timeout!";

    private DatabaseAway() {}

    /** What the database, or the lack of it, said. A commit that failed tells why beside its cause. */
    static Optional<String> behind(Throwable failure) {
        return causes(failure)
                .flatMap(each -> Stream.concat(
                        Stream.of(each), Stream.of(each.getSuppressed()).flatMap(DatabaseAway::causes)))
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(DatabaseAway::isAway)
                .map(SQLException::getMessage)
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static boolean isAway(SQLException exception) {
        var state = exception.getSQLState();
        return state == null
                ? NONE_FREE.equals(exception.getMessage())
                : STATES.matcher(state).matches();
    }
}
