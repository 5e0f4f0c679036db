package no.nullpunkt.access;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.nullpunkt.access.ContinuityResource.EndRequest;
import no.nullpunkt.access.ContinuityResource.HandOver;
import no.nullpunkt.access.ContinuityResource.HandOverRequest;
import no.nullpunkt.access.ContinuityResource.Lacking;
import no.nullpunkt.access.ContinuityResource.Responsibilities;
import no.nullpunkt.access.Holdings.Held;
import no.nullpunkt.access.PeopleResource.GrantRequest;
import no.nullpunkt.access.PeopleResource.GrantResponse;
import no.nullpunkt.shared.Problem;

/** Sees that what a person holds goes on when the person does not. */
@ApplicationScoped
class ContinuityService {

    private final People people;
    private final Grants grants;
    private final Accounts accounts;
    private final PeopleService peopleService;
    private final AccountService accountService;
    private final List<Holdings> holdings;
    private final Clock clock;

    ContinuityService(
            People people,
            Grants grants,
            Accounts accounts,
            PeopleService peopleService,
            AccountService accountService,
            @All List<Holdings> holdings,
            Clock clock) {
        this.people = people;
        this.grants = grants;
        this.accounts = accounts;
        this.peopleService = peopleService;
        this.accountService = accountService;
        this.holdings = holdings;
        this.clock = clock;
    }

    @Transactional
    Responsibilities responsibilitiesOf(int municipalityId, UUID personId) {
        var person = people.get(municipalityId, personId);
        return new Responsibilities(
                person.id,
                person.name,
                person.ended,
                accounts.isOf(municipalityId, personId),
                grants.listOf(municipalityId, List.of(personId)).stream()
                        .map(GrantResponse::of)
                        .toList(),
                heldBy(municipalityId, personId));
    }

    private List<Held> heldBy(int municipalityId, UUID personId) {
        return holdings.stream()
                .flatMap(each -> each.heldBy(municipalityId, personId).stream())
                .toList();
    }

    /**
     * Gives what a person holds to another, all at once.
     *
     * @throws Problem 404 when either is unknown or a benefit is not the giver's, 409 when the receiver has left
     */
    @Transactional
    HandOver handOver(Caller caller, UUID fromId, HandOverRequest request) {
        caller.mustHandOver();
        var withGrants = Boolean.TRUE.equals(request.grant());
        if (withGrants) {
            caller.mustAdminister();
        }
        caller.beginChange(request.reason());
        people.get(caller.municipalityId(), fromId);
        if (request.toId().equals(fromId)) {
            throw Problem.ruleAt("/toId", "hands-to-self");
        }
        people.mustBeHere(caller.municipalityId(), new People.Naming("/toId", null, request.toId()));
        var moved = chosen(heldBy(caller.municipalityId(), fromId), request);
        holdings.forEach(each -> each.give(caller.municipalityId(), moved, fromId, request.toId()));
        var lacking = lacking(moved, grants.of(caller.municipalityId(), request.toId()));
        if (!withGrants) {
            return new HandOver(moved, lacking, List.of());
        }
        var granted = lacking.stream()
                .map(each -> peopleService.grant(caller, request.toId(), new GrantRequest(each.role(), each.unitId())))
                .toList();
        return new HandOver(moved, List.of(), granted);
    }

    private static List<Held> chosen(List<Held> held, HandOverRequest request) {
        var benefitIds = request.benefitIds() == null ? List.<UUID>of() : request.benefitIds();
        var known = held.stream().map(Held::benefitId).collect(Collectors.toSet());
        for (var i = 0; i < benefitIds.size(); i++) {
            if (!known.contains(benefitIds.get(i))) {
                throw Problem.unknown("/benefitIds/" + i, benefitIds.get(i));
            }
        }
        return held.stream()
                .filter(each -> request.what() == null
                        || request.what().isEmpty()
                        || request.what().contains(each.kind()))
                .filter(each -> benefitIds.isEmpty() || benefitIds.contains(each.benefitId()))
                .toList();
    }

    /** The roles without which a person with these grants cannot do what they were handed. */
    private static List<Lacking> lacking(List<Held> held, List<Caller.Grant> grants) {
        var lacking = new LinkedHashSet<Lacking>();
        var leads = grants.contains(new Caller.Grant(Role.PROJECT_LEADER, null));
        var entersWhereNamed = grants.stream().anyMatch(grant -> grant.role() != Role.INTEGRATION);
        for (var each : held) {
            switch (each.kind()) {
                case ROLLOUT_LEADER -> {
                    if (!leads) {
                        lacking.add(new Lacking(Role.PROJECT_LEADER, null));
                    }
                }
                case OWNER -> {
                    if (!leads) {
                        lacking.addAll(owningIn(each.unitIds(), grants));
                    }
                }
                case MEASURER, ACTION -> {
                    if (!entersWhereNamed) {
                        lacking.addAll(owningIn(each.unitIds(), grants));
                    }
                }
                case OVERALL_OWNER, ASKER -> {
                    if (!entersWhereNamed) {
                        lacking.add(new Lacking(Role.LEADER, null));
                    }
                }
            }
        }
        return new ArrayList<>(lacking);
    }

    private static Set<Lacking> owningIn(List<UUID> unitIds, List<Caller.Grant> grants) {
        return unitIds.stream()
                .filter(unitId -> !grants.contains(new Caller.Grant(Role.BENEFIT_OWNER, null))
                        && !grants.contains(new Caller.Grant(Role.BENEFIT_OWNER, unitId)))
                .map(unitId -> new Lacking(Role.BENEFIT_OWNER, unitId))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Ends a person: from now on they sign in nowhere and may do nothing, while all they wrote stays.
     *
     * @throws Problem 409 for the last administrator, 422 for a day that has not come
     */
    @Transactional
    Responsibilities end(Caller caller, UUID id, EndRequest request) {
        caller.mustAdminister();
        caller.beginChange(request.reason());
        var today = LocalDate.now(clock);
        var on = Optional.ofNullable(request.on()).orElse(today);
        if (on.isAfter(today)) {
            throw Problem.ruleAt("/on", "day-not-come", on);
        }
        var person = people.getForChange(caller.municipalityId(), id);
        if (person.ended == null) {
            grants.mustLeaveAnAdministrator(caller.municipalityId(), id);
            person.ended = on;
            grants.deleteOf(caller.municipalityId(), id);
            accountService.end(caller, id);
            people.flush();
        }
        return responsibilitiesOf(caller.municipalityId(), id);
    }

    @Transactional
    Responsibilities takeBack(Caller caller, UUID id, String reason) {
        caller.mustAdminister();
        caller.beginChange(reason);
        var person = people.getForChange(caller.municipalityId(), id);
        person.ended = null;
        people.flush();
        return responsibilitiesOf(caller.municipalityId(), id);
    }
}
