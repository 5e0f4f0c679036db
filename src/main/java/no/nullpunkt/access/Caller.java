package no.nullpunkt.access;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import no.nullpunkt.shared.Changes;
import no.nullpunkt.shared.Problem;

/**
 * The person behind the request, in the municipality of the request: the one class that answers "may this caller …".
 * Reading is open to everyone with a grant but machines; the rest is asked here, and answered 403 where it is refused.
 */
@RequestScoped
public class Caller {

    /** A role in the whole municipality (unit null), or in one unit; grants above are spelled out for units below. */
    record Grant(Role role, UUID unitId) {}

    private final Changes changes;
    private String number;
    private int municipalityId;
    private UUID personId;
    private List<Grant> grants;

    Caller(Changes changes) {
        this.changes = changes;
    }

    void is(String number, int municipalityId, UUID personId, List<Grant> grants) {
        this.number = number;
        this.municipalityId = municipalityId;
        this.personId = personId;
        this.grants = grants;
    }

    /** The municipality's number as the caller wrote it. */
    public String number() {
        return number;
    }

    public int municipalityId() {
        return municipalityId;
    }

    public UUID personId() {
        return personId;
    }

    /** Opens the change of the present transaction in the caller's name, before anything it depends on is read. */
    public Instant beginChange() {
        return beginChange(null);
    }

    /** The same, with the reason why. */
    public Instant beginChange(String reason) {
        return changes.begin(municipalityId, personId, reason);
    }

    /** Opens a change that no other runs beside, in the caller's name. */
    public Instant beginChangeAlone() {
        return changes.beginAlone(municipalityId, personId, null);
    }

    /** Units, people, grants and parameters. */
    public void mustAdminister() {
        must(mayAdminister());
    }

    public boolean mayAdminister() {
        return has(Role.ADMINISTRATOR);
    }

    /** Who was reminded of what: whoever sees to people, or to what they measure. */
    public void mustSeeReminders() {
        must(has(Role.ADMINISTRATOR) || has(Role.PROJECT_LEADER));
    }

    /** To give what one person holds to another: an administrator, or whoever names the owners otherwise. */
    public void mustHandOver() {
        must(has(Role.ADMINISTRATOR) || has(Role.PROJECT_LEADER));
    }

    /** To own a benefit that is measured in these units. */
    public void mustBeAbleToOwn(Collection<UUID> unitIds) {
        must(has(Role.BENEFIT_OWNER) || unitIds.stream().anyMatch(unitId -> has(Role.BENEFIT_OWNER, unitId)));
    }

    /** Rollouts, costs, benefits, indicators, targets and amounts. */
    public void mustLeadProjects() {
        must(mayLeadProjects());
    }

    public boolean mayLeadProjects() {
        return has(Role.PROJECT_LEADER);
    }

    /** A benefit's actions, deviations, conclusion and dispositions: its owners, or a project leader. */
    public void mustLeadOrOwn(UUID ownerId, UUID overallOwnerId) {
        must(mayLeadOrOwn(ownerId, overallOwnerId));
    }

    public boolean mayLeadOrOwn(UUID ownerId, UUID overallOwnerId) {
        return has(Role.PROJECT_LEADER) || (holds(Role.BENEFIT_OWNER) && isOneOf(ownerId, overallOwnerId));
    }

    /** Null-points of a unit. */
    public void mustSetBaseline(UUID unitId) {
        must(has(Role.PROJECT_LEADER) || has(Role.BENEFIT_OWNER, unitId));
    }

    public void mustApproveBaseline(UUID unitId) {
        must(has(Role.PROJECT_LEADER) || has(Role.LEADER) || has(Role.BENEFIT_OWNER, unitId));
    }

    /** Values of a unit: also whoever is named as its measurer, and machines. */
    public void mustEnterValues(UUID unitId, UUID measurerId) {
        must(mayEnterValues(unitId, measurerId));
    }

    public boolean mayEnterValues(UUID unitId, UUID measurerId) {
        return has(Role.PROJECT_LEADER)
                || has(Role.BENEFIT_OWNER, unitId)
                || has(Role.INTEGRATION, unitId)
                || personId.equals(measurerId);
    }

    /** A value as it stands: everyone but machines, which read back no more than they may write. */
    public void mustReadValue(UUID unitId, UUID measurerId) {
        must(!isMachine() || mayEnterValues(unitId, measurerId));
    }

    /** Whether the caller writes values as a machine only, and so never over a person's. */
    public boolean isMachine() {
        return !grants.isEmpty() && grants.stream().allMatch(g -> g.role() == Role.INTEGRATION);
    }

    /** To waive an item of a checklist: the benefit's overall owner, or a leader. */
    public void mustWaive(UUID overallOwnerId) {
        must(has(Role.LEADER) || isOneOf(overallOwnerId));
    }

    /** To close a rollout and hand its benefits to the line, and to open it again. */
    public void mustClose() {
        must(has(Role.PROJECT_LEADER) || has(Role.LEADER));
    }

    /** Decisions on what becomes of a benefit are the line organisation's. */
    public void mustDecide() {
        must(has(Role.LEADER));
    }

    /** To show what was written of a benefit as a success. */
    public void mustApproveStories() {
        must(mayApproveStories());
    }

    public boolean mayApproveStories() {
        return has(Role.LEADER);
    }

    /** To take a success story back: a leader, or whoever may write it. */
    public void mustWithdrawStory(UUID ownerId, UUID overallOwnerId) {
        must(mayApproveStories() || mayLeadOrOwn(ownerId, overallOwnerId));
    }

    /** To draft reports, for a leader to issue. */
    public void mustDraftReports() {
        must(has(Role.LEADER) || has(Role.PROJECT_LEADER));
    }

    /** To issue reports, and to reopen the months they close. */
    public void mustIssueReports() {
        must(has(Role.LEADER));
    }

    /** To share issued reports with networks of municipalities, and to take them back: the municipality's own choice. */
    public void mustShareReports() {
        must(mayShareReports());
    }

    public boolean mayShareReports() {
        return has(Role.LEADER);
    }

    /**
     * To read what municipalities share with a network: whoever its host has granted it, and leaders of municipalities
     * that share with it themselves. Lying in a county, being a member or being the host opens nothing: what others have
     * shared is shown to those who show their own, and to those whom the host answers for.
     *
     * @param known whether the network is the caller's municipality's to know of
     * @throws Problem 404 where it is not
     */
    public void mustReadNetwork(boolean granted, boolean shares, boolean known) {
        if (!granted && !known) {
            throw Problem.notFound();
        }
        must(granted || shares && has(Role.LEADER));
    }

    /** To move a benefit from step to step: whoever leads or owns it, or a leader. */
    public void mustMove(UUID ownerId, UUID overallOwnerId) {
        must(has(Role.LEADER) || has(Role.PROJECT_LEADER) || isOneOf(ownerId, overallOwnerId));
    }

    private boolean isOneOf(UUID... people) {
        return Arrays.stream(people).filter(Objects::nonNull).anyMatch(personId::equals);
    }

    private boolean holds(Role role) {
        return grants.stream().anyMatch(g -> g.role() == role);
    }

    private boolean has(Role role) {
        return grants.contains(new Grant(role, null));
    }

    private boolean has(Role role, UUID unitId) {
        return has(role) || grants.contains(new Grant(role, unitId));
    }

    private static void must(boolean allowed) {
        if (!allowed) {
            throw Problem.forbidden("forbidden");
        }
    }
}
