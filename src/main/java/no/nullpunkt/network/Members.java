package no.nullpunkt.network;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.shared.AcrossMunicipalities;
import no.nullpunkt.shared.Formats;
import no.nullpunkt.shared.Page;
import org.hibernate.Session;

/** Queries of the municipalities in a network. */
@ApplicationScoped
class Members implements PanacheRepositoryBase<Member, Member.Key> {

    /** A member by number and name, as others know it. */
    record Known(int id, String number, String name, String state) {

        public String stateInWords() {
            return Formats.label("membership-" + state);
        }
    }

    private static final String OF_CATALOGUE = """
            select municipality_id from municipality_number
            join municipality on municipality.id = municipality_id
            where valid_until is null and not demonstration
            """;

    private final Session session;

    Members(Session session) {
        this.session = session;
    }

    /** The row of a municipality, made where it has none, and locked. */
    Member getForChange(int hostId, UUID networkId, int memberId) {
        return findByIdOptional(new Member.Key(hostId, networkId, memberId), LockModeType.PESSIMISTIC_WRITE)
                .orElseGet(() -> {
                    var member = new Member(hostId, networkId, memberId);
                    persist(member);
                    return member;
                });
    }

    @AcrossMunicipalities("members see who else is in a network, which is its host's")
    Page<Known> page(Networks.Seen network, int after, int limit) {
        var rows = session.createNativeQuery("""
                        select member_id as id, number, name, state from network_member
                        join municipality on municipality.id = member_id
                        join municipality_number on municipality_number.municipality_id = member_id
                            and valid_until is null
                        where network_member.municipality_id = :host and network_id = :network
                            and state <> 'ENDED' and member_id > :after
                        order by member_id
                        """, Known.class)
                .setParameter("host", network.hostId())
                .setParameter("network", network.id())
                .setParameter("after", after)
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(rows, limit, known -> String.valueOf(known.id()));
    }

    /** The municipalities of a county as the catalogue has them. */
    List<Integer> ofCounty(String countyNumber) {
        return session.createNativeQuery(OF_CATALOGUE + " and county_number = :county order by number", Integer.class)
                .setParameter("county", countyNumber)
                .getResultList();
    }

    /** All municipalities of the country. */
    List<Integer> ofCountry() {
        return session.createNativeQuery(OF_CATALOGUE + " order by number", Integer.class)
                .getResultList();
    }
}
