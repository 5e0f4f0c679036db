package no.nullpunkt.trace;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Queries of traces. Rows are handed on one by one, so that memory does not grow with them. */
@ApplicationScoped
class Traces {

    private static final int AT_A_TIME = 500;

    /** Takes one row, as JSON. */
    interface Rows {

        void take(String json) throws IOException;
    }

    private final Session session;

    Traces(Session session) {
        this.session = session;
    }

    /** The things whose versions are kept. */
    List<String> things() {
        return session.createNativeQuery("select kept_things()", String.class).getResultList();
    }

    /** Every change of a thing in a period, in order. */
    void changes(String thing, int municipalityId, Instant from, Instant until, Rows rows) {
        each(rows, """
                select jsonb_build_object('at', at, 'byId', by_id, 'by', person.name, 'reason', reason,
                    'was', was, 'became', became)
                from changes_of(?::name, municipality => ?, since => ?, until => ?)
                left join person on person.municipality_id = ? and person.id = by_id
                """, thing, municipalityId, from, until, municipalityId);
    }

    /** Null-points are rows of their own, each entered once and approved once. */
    void baselines(int municipalityId, Instant from, Instant until, Rows rows) {
        each(rows, """
                select jsonb_build_object('at', at, 'byId', by_id, 'by', person.name, 'reason', reason, 'became', became)
                from (
                    select entered_at as at, entered_by as by_id, reason, municipality_id,
                        to_jsonb(baseline) - 'municipality_id' - 'approved_at' - 'approved_by' as became
                    from baseline where municipality_id = ?
                    union all
                    select approved_at, approved_by, null, municipality_id, to_jsonb(baseline) - 'municipality_id'
                    from baseline where municipality_id = ? and approved_at is not null
                ) as entered
                left join person on person.municipality_id = entered.municipality_id and person.id = by_id
                where at >= ? and at < ? order by at
                """, municipalityId, municipalityId, from, until);
    }

    void securityEvents(int municipalityId, Instant from, Instant until, Rows rows) {
        each(rows, """
                select to_jsonb(security_event) - 'municipality_id' from security_event
                where municipality_id = ? and at >= ? and at < ? order by id
                """, municipalityId, from, until);
    }

    /** Every row that tells of a person, with the name of its table. */
    void ofPerson(int municipalityId, UUID personId, Rows rows) {
        each(
                rows,
                "select jsonb_build_object('table', told_in, 'row', told) "
                        + "from rows_of_person(municipality => ?, person => ?)",
                municipalityId,
                personId);
    }

    /** Reads with a cursor of the database. */
    private void each(Rows rows, String sql, Object... values) {
        session.doWork(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(AT_A_TIME);
                for (var i = 0; i < values.length; i++) {
                    statement.setObject(
                            i + 1, values[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : values[i]);
                }
                try (var found = statement.executeQuery()) {
                    while (found.next()) {
                        rows.take(found.getString(1));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    boolean isErased(int municipalityId, UUID personId) {
        return session.createNativeQuery("""
                        select count(*) from erasure where municipality_id = :municipality and person_id = :person
                        """, Long.class)
                        .setParameter("municipality", municipalityId)
                        .setParameter("person", personId)
                        .getSingleResult()
                > 0;
    }

    /** Names and e-mails that the person ever had here. */
    List<String> namesOf(int municipalityId, UUID personId) {
        return session.createNativeQuery("""
                        select name from person_versions where municipality_id = :municipality and id = :person
                        union select email from person_versions where municipality_id = :municipality and id = :person
                        """, String.class)
                .setParameter("municipality", municipalityId)
                .setParameter("person", personId)
                .getResultList();
    }

    /** @return the pseudonym */
    String erase(int municipalityId, UUID personId, UUID byId, String reason) {
        return session.createNativeQuery("select erase_person(:municipality, :person, :by, :reason)", String.class)
                .setParameter("municipality", municipalityId)
                .setParameter("person", personId)
                .setParameter("by", byId)
                .setParameter("reason", reason)
                .getSingleResult();
    }

    List<UUID> issuedReports(int municipalityId) {
        return session.createNativeQuery("""
                        select distinct report_id from report_file where municipality_id = :municipality
                        order by report_id
                        """, UUID.class)
                .setParameter("municipality", municipalityId)
                .getResultList();
    }

    List<byte[]> filesOf(int municipalityId, UUID reportId) {
        return session.createNativeQuery("""
                        select content from report_file where municipality_id = :municipality and report_id = :report
                        """, byte[].class)
                .setParameter("municipality", municipalityId)
                .setParameter("report", reportId)
                .getResultList();
    }
}
