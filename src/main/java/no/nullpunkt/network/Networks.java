package no.nullpunkt.network;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.nullpunkt.shared.AcrossMunicipalities;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;
import org.hibernate.Session;

/** Queries of networks. What a municipality finds of another's network is asked here, across municipalities. */
@ApplicationScoped
public class Networks implements PanacheRepositoryBase<Network, Key> {

    /**
     * A network as a municipality sees it.
     *
     * @param hostId whose network it is
     * @param state the municipality's own in it; null where it has none
     * @param joinedAt since when it is a member; null when it is not
     */
    public record Seen(
            UUID id,
            String name,
            String kind,
            int hostId,
            String host,
            String hostName,
            String state,
            Instant joinedAt,
            int version) {

        public boolean isMember() {
            return joinedAt != null;
        }

        /** Whether it is a municipality's to know of: its host's, and that of those who are in or on their way in. */
        public boolean concerns(int municipalityId) {
            return hostId == municipalityId || isOpenTo();
        }

        /** Whether the municipality is in, or on its way in. */
        boolean isOpenTo() {
            return state != null && !state.equals(Member.State.ENDED.name());
        }
    }

    /** A municipality that is a member, and since when. */
    public record Joined(int municipalityId, Instant joinedAt) {}

    private static final String SEEN = """
            select network.id, network.name, network.kind, network.municipality_id as hostid, number as host,
                municipality.name as hostname, state, joined_at as joinedat, network.version
            from network
            join municipality on municipality.id = network.municipality_id
            join municipality_number on municipality_number.municipality_id = network.municipality_id
                and valid_until is null
            left join network_member on network_member.municipality_id = network.municipality_id
                and network_id = network.id and member_id = :municipality
            """;

    private final Session session;

    Networks(Session session) {
        this.session = session;
    }

    /** The host's own network, to be changed by it. */
    Network get(int municipalityId, UUID id) {
        return findByIdOptional(new Key(municipalityId, id)).orElseThrow(Problem::notFound);
    }

    /** Any network whose id is known, as a municipality sees it: also to ask to join. */
    @AcrossMunicipalities("a network is its host's, and others join it and share with it")
    public Optional<Seen> find(int municipalityId, UUID id) {
        return session.createNativeQuery(SEEN + "where network.id = :id", Seen.class)
                .setParameter("municipality", municipalityId)
                .setParameter("id", id)
                .uniqueResultOptional();
    }

    /** The networks a municipality hosts, is in, is invited to or has asked to join, oldest first. */
    @AcrossMunicipalities("a network is its host's, and those invited to it must find it")
    public Page<Seen> page(int municipalityId, UUID after, int limit) {
        var rows = session.createNativeQuery(SEEN + """
                        where network.id > :after and (network.municipality_id = :municipality
                            or state in ('INVITED', 'ASKED', 'JOINED'))
                        order by network.id
                        """, Seen.class)
                .setParameter("municipality", municipalityId)
                .setParameter("after", after)
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(rows, limit, seen -> seen.id().toString());
    }

    /** The networks whose overview a person may be granted to read, or whose municipality is a member of. */
    @AcrossMunicipalities("whoever is granted reading is of another municipality than the host")
    public List<Seen> listReadable(int municipalityId, UUID personId, int limit) {
        return session.createNativeQuery(SEEN + """
                        where state = 'JOINED' or exists (
                            select from network_reader
                            join person on person.municipality_id = :municipality and person.id = :person
                            where network_reader.municipality_id = network.municipality_id
                                and network_id = network.id and reader_id = :municipality
                                and network_reader.email = person.email
                        )
                        order by network.id
                        """, Seen.class)
                .setParameter("municipality", municipalityId)
                .setParameter("person", personId)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Whether the host has granted a person of a municipality to read. */
    @AcrossMunicipalities("whoever is granted reading is of another municipality than the host")
    public boolean isGranted(UUID networkId, int municipalityId, UUID personId) {
        return session.createNativeQuery("""
                        select exists (
                            select 1 from network_reader
                            join person on person.municipality_id = reader_id and person.email = network_reader.email
                            where network_id = :network and reader_id = :municipality and person.id = :person
                        )
                        """, Boolean.class)
                .setParameter("network", networkId)
                .setParameter("municipality", municipalityId)
                .setParameter("person", personId)
                .getSingleResult();
    }

    /** Every member, by its id. */
    @AcrossMunicipalities("what a network tells is told of all its members")
    public List<Joined> members(Seen network) {
        return session.createNativeQuery("""
                        select member_id as municipalityid, joined_at as joinedat from network_member
                        where municipality_id = :host and network_id = :network and state = 'JOINED'
                        order by member_id
                        """, Joined.class)
                .setParameter("host", network.hostId())
                .setParameter("network", network.id())
                .getResultList();
    }
}
