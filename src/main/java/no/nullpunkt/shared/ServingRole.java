package no.nullpunkt.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Asks the database what the role that serves may do beside serving. */
@ApplicationScoped
public class ServingRole {

    /**
     * What it may.
     *
     * @param seesEverything row-level security does not hold it: it is a superuser, or has {@code BYPASSRLS}
     * @param ownsTables it could take row-level security off them
     */
    public record Rights(String name, boolean seesEverything, boolean ownsTables) {}

    private final DataSource dataSource;

    ServingRole(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public Rights rights() {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select rolname, rolsuper or rolbypassrls,
                            exists (select from pg_tables where schemaname = current_schema() and tableowner = rolname)
                        from pg_roles where rolname = current_user
                        """)) {
            row.next();
            return new Rights(row.getString(1), row.getBoolean(2), row.getBoolean(3));
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not tell what the role that serves may do", e);
        }
    }
}
