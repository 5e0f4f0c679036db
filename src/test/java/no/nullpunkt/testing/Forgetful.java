package no.nullpunkt.testing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import no.nullpunkt.shared.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.Session;

/** What a resource would be whose author forgot that there is more than one municipality. */
@Path("/api/testing/forgetful")
@Authenticated
public class Forgetful {

    private final Session session;

    Forgetful(Session session) {
        this.session = session;
    }

    /** The municipalities whose rows a table shows. */
    @GET
    @Operation(hidden = true)
    public List<Integer> read(@QueryParam("table") String table) {
        return session.createNativeQuery("select distinct municipality_id from " + table, Integer.class)
                .getResultList();
    }

    /** The same in a transaction, which then ends by a statement that fails, by an exception, by a rollback, or well. */
    @POST
    @Operation(hidden = true)
    public List<Integer> read(@QueryParam("table") String table, @QueryParam("end") String end) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var shown = read(table);
            switch (end) {
                case "statement" ->
                    session.createNativeQuery("select 1 / 0", Integer.class).getSingleResult();
                case "exception" -> throw Problem.notFound();
                case "rollback" -> {
                    QuarkusTransaction.setRollbackOnly();
                    throw Problem.notFound();
                }
                default -> {}
            }
            return shown;
        });
    }

    /** Writes to every row there is, and tells how many there were. */
    @POST
    @Path("/write")
    @Operation(hidden = true)
    public int write(@QueryParam("table") String table) {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createNativeMutationQuery("delete from " + table)
                        .executeUpdate());
    }
}
