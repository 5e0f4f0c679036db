package no.nullpunkt.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.Tenants;
import no.nullpunkt.network.NetworkResource.InviteRequest;
import no.nullpunkt.network.NetworkResource.ReaderRequest;
import no.nullpunkt.network.NetworkResource.ReaderResponse;
import no.nullpunkt.network.NetworkResource.Request;
import no.nullpunkt.network.NetworkResource.Response;
import no.nullpunkt.shared.Changes;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Reach;

/** Makes networks, and lets municipalities in and out when both sides want it, or either does not. */
@ApplicationScoped
public class NetworkService {

    private final Networks networks;
    private final Members members;
    private final Readers readers;
    private final Tenants tenants;
    private final Changes changes;
    private final Reach reach;

    NetworkService(Networks networks, Members members, Readers readers, Tenants tenants, Changes changes, Reach reach) {
        this.networks = networks;
        this.members = members;
        this.readers = readers;
        this.tenants = tenants;
        this.changes = changes;
        this.reach = reach;
    }

    /** Makes a network with its host as the first member. */
    @Transactional
    public Response create(Caller caller, Request request) {
        caller.mustAdminister();
        var at = caller.beginChange();
        var network = new Network(caller.municipalityId(), request.name(), request.kind());
        networks.persistAndFlush(network);
        var host = members.getForChange(network.municipalityId, network.id, network.municipalityId);
        host.invite(at);
        host.ask(at);
        members.flush();
        return seen(caller, network.id);
    }

    /**
     * Says the host's yes to municipalities; those that have asked are in by it.
     *
     * @throws Problem 422 for a number that no municipality has
     */
    @Transactional
    public Response invite(Caller caller, UUID id, InviteRequest request) {
        caller.mustAdminister();
        networks.get(caller.municipalityId(), id);
        changes.inNetwork(id);
        var at = caller.beginChange();
        for (var memberId : invited(request)) {
            members.getForChange(caller.municipalityId(), id, memberId).invite(at);
        }
        members.flush();
        return seen(caller, id);
    }

    private List<Integer> invited(InviteRequest request) {
        if (Boolean.TRUE.equals(request.everyone())) {
            return members.ofCountry();
        }
        var ids = new ArrayList<Integer>();
        if (request.county() != null) {
            ids.addAll(members.ofCounty(request.county()));
        }
        var numbers = request.municipalities() == null ? List.<String>of() : request.municipalities();
        for (var i = 0; i < numbers.size(); i++) {
            var number = numbers.get(i);
            var pointer = "/municipalities/" + i;
            ids.add(tenants.findByNumber(number)
                    .orElseThrow(() -> Problem.ruleAt(pointer, "unknown-municipality", number)));
        }
        if (ids.isEmpty()) {
            throw Problem.ruleAt("/municipalities", "nobody-invited");
        }
        return ids;
    }

    /** Says the municipality's own yes: it is in where it was invited, else it waits for the host. */
    @Transactional
    public Response join(Caller caller, UUID id) {
        caller.mustAdminister();
        var network = networks.find(caller.municipalityId(), id).orElseThrow(Problem::notFound);
        inNetworkOf(caller, network);
        var at = changes.begin(network.hostId(), caller.personId(), null);
        members.getForChange(network.hostId(), id, caller.municipalityId()).ask(at);
        members.flush();
        return seen(caller, id);
    }

    /** Goes, or says no to an invitation. What was shared is not told from now on. */
    @Transactional
    public Response leave(Caller caller, UUID id, String reason) {
        caller.mustAdminister();
        var network = networks.find(caller.municipalityId(), id)
                .filter(Networks.Seen::isOpenTo)
                .orElseThrow(Problem::notFound);
        inNetworkOf(caller, network);
        changes.begin(network.hostId(), caller.personId(), reason);
        members.getForChange(network.hostId(), id, caller.municipalityId()).end();
        members.flush();
        return seen(caller, id);
    }

    /** The host lets a municipality go, takes an invitation back, or says no to one that asked. */
    @Transactional
    public Response remove(Caller caller, UUID id, String number, String reason) {
        caller.mustAdminister();
        networks.get(caller.municipalityId(), id);
        changes.inNetwork(id);
        caller.beginChange(reason);
        var memberId = tenants.findByNumber(number).orElseThrow(Problem::notFound);
        var member = members.findByIdOptional(new Member.Key(caller.municipalityId(), id, memberId))
                .orElseThrow(Problem::notFound);
        member.end();
        members.flush();
        return seen(caller, id);
    }

    @Transactional
    public ReaderResponse grant(Caller caller, UUID id, ReaderRequest request) {
        caller.mustAdminister();
        caller.beginChange();
        networks.get(caller.municipalityId(), id);
        var readerId = tenants.findByNumber(request.municipality())
                .orElseThrow(() -> Problem.ruleAt("/municipality", "unknown-municipality", request.municipality()));
        var reader = readers.findSame(caller.municipalityId(), id, readerId, request.email())
                .orElseGet(() -> {
                    var added = new Reader(caller.municipalityId(), id, readerId, request.email());
                    readers.persistAndFlush(added);
                    return added;
                });
        return response(reader);
    }

    @Transactional
    public void revoke(Caller caller, UUID id, UUID readerId) {
        caller.mustAdminister();
        caller.beginChange();
        networks.get(caller.municipalityId(), id);
        readers.delete(readers.get(caller.municipalityId(), id, readerId));
    }

    ReaderResponse response(Reader reader) {
        return new ReaderResponse(reader.id, tenants.numberOf(reader.readerId), reader.email);
    }

    /** Membership is the host's row, written by the one who decides: both are in reach from here on. */
    private void inNetworkOf(Caller caller, Networks.Seen network) {
        changes.inNetwork(network.id());
        reach.is(caller.municipalityId(), network.hostId());
    }

    private Response seen(Caller caller, UUID id) {
        return Response.of(networks.find(caller.municipalityId(), id).orElseThrow());
    }
}
