package no.nullpunkt.benefit;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import no.nullpunkt.access.Responsibility;
import no.nullpunkt.calculation.BenefitType;
import no.nullpunkt.calculation.PlanHeading;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Problem;

/** A benefit (gevinst) that a rollout is to give, and the step it has come to. */
@Entity
@IdClass(Key.class)
class Benefit {

    @Id
    Integer municipalityId;

    @Id
    UUID id;

    UUID rolloutId;
    String title;
    String description;

    @Enumerated(EnumType.STRING)
    BenefitType type;

    @Enumerated(EnumType.STRING)
    PlanHeading planHeading;

    boolean expected;

    /** How much of the change is put down to the rollout, 0 to 1. */
    BigDecimal attributionShare;

    String attributionNote;
    List<String> beneficiaries;
    List<String> assumptions;
    UUID ownerId;
    UUID overallOwnerId;
    UUID askerId;

    @Enumerated(EnumType.STRING)
    Step step = Step.IDENTIFIED;

    String abandonedReason;
    String conclusion;
    String unaccountedNote;

    /** Each technology's share of the benefit; they sum to 1. */
    @ElementCollection
    @CollectionTable(
            name = "benefit_technology",
            joinColumns = {
                @JoinColumn(name = "municipality_id", referencedColumnName = "municipalityId"),
                @JoinColumn(name = "benefit_id", referencedColumnName = "id")
            })
    @MapKeyColumn(name = "technology")
    @Column(name = "share")
    Map<String, BigDecimal> shares = new LinkedHashMap<>();

    /** Reasons by the item waived. */
    @ElementCollection
    @CollectionTable(
            name = "waiver",
            joinColumns = {
                @JoinColumn(name = "municipality_id", referencedColumnName = "municipalityId"),
                @JoinColumn(name = "benefit_id", referencedColumnName = "id")
            })
    @MapKeyColumn(name = "item")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "reason")
    Map<Checklist.Item, String> waivers = new EnumMap<>(Checklist.Item.class);

    @Version
    int version;

    protected Benefit() {}

    Benefit(int municipalityId, UUID rolloutId) {
        this.municipalityId = municipalityId;
        this.id = Key.newId();
        this.rolloutId = rolloutId;
    }

    /**
     * Takes the next step.
     *
     * @throws Problem 409 when it is not the next one, or the checklist has open items
     */
    void advance(Step to, Checklist checklist) {
        if (to != step.next()) {
            throw Problem.conflict("not-the-next-step", step, to).at("/to", "not-the-next-step", step, to);
        }
        var missing = checklist.missing();
        if (!missing.isEmpty()) {
            var problem = Problem.conflict("checklist-open", missing.size());
            missing.forEach(item -> problem.at("/to", item.code()));
            throw problem.with("missing", missing);
        }
        step = to;
    }

    /**
     * Takes a step back, for what was found out later.
     *
     * @throws Problem 409 from a benefit that is given up
     */
    void goBack(Step to) {
        if (step == Step.ABANDONED) {
            throw Problem.conflict("is-abandoned").at("/to", "is-abandoned");
        }
        step = to;
    }

    /**
     * Whether someone is to take it over: nobody owns it, or someone who has left or is granted nothing.
     *
     * @param holders everyone who can hold something
     */
    boolean isWithoutOwner(Set<UUID> holders) {
        return isWithoutOwner(step, ownerId, holders);
    }

    /** The same of a benefit as it was told. */
    static boolean isWithoutOwner(Step step, UUID ownerId, Set<UUID> holders) {
        return step != Step.ABANDONED && !holders.contains(ownerId);
    }

    /** Names another in the place of someone who held the benefit, unless a third has come there since. */
    void give(Responsibility responsibility, UUID fromId, UUID toId) {
        switch (responsibility) {
            case OWNER -> ownerId = fromId.equals(ownerId) ? toId : ownerId;
            case OVERALL_OWNER -> overallOwnerId = fromId.equals(overallOwnerId) ? toId : overallOwnerId;
            case ASKER -> askerId = fromId.equals(askerId) ? toId : askerId;
            case ROLLOUT_LEADER, MEASURER, ACTION ->
                throw new IllegalArgumentException(responsibility + " is not held of a benefit");
        }
    }

    void abandon(String reason) {
        step = Step.ABANDONED;
        abandonedReason = reason;
    }

    /** All that says how its figures count, to be compared with how they counted. */
    Object counting() {
        var stripped = new TreeMap<String, BigDecimal>();
        shares.forEach((technology, share) -> stripped.put(technology, share.stripTrailingZeros()));
        return Arrays.asList(stripped, attributionShare.stripTrailingZeros(), type, planHeading);
    }
}
