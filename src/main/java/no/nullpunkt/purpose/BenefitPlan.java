package no.nullpunkt.purpose;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import no.nullpunkt.shared.Key;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a plan says of a benefit beyond the benefit itself. Its id is the benefit's. */
@Entity
@IdClass(Key.class)
class BenefitPlan {

    @Schema(name = "RiskLevel")
    enum Level {
        LOW,
        MEDIUM,
        HIGH
    }

    /** What may keep the benefit from coming, and what is done about it. */
    @Embeddable
    static class Risk {

        String description;

        @Enumerated(EnumType.STRING)
        Level likelihood;

        @Enumerated(EnumType.STRING)
        Level consequence;

        String remedy;

        protected Risk() {}

        Risk(String description, Level likelihood, Level consequence, String remedy) {
            this.description = description;
            this.likelihood = likelihood;
            this.consequence = consequence;
            this.remedy = remedy;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Risk risk
                    && description.equals(risk.description)
                    && likelihood == risk.likelihood
                    && consequence == risk.consequence
                    && Objects.equals(remedy, risk.remedy);
        }

        @Override
        public int hashCode() {
            return description.hashCode();
        }
    }

    @Id
    Integer municipalityId;

    @Id
    UUID id;

    String dependencies;

    /** What measuring costs, and whether it is worth it. */
    String measuring;

    @ElementCollection
    @CollectionTable(
            name = "benefit_need",
            joinColumns = {
                @JoinColumn(name = "municipality_id", referencedColumnName = "municipalityId"),
                @JoinColumn(name = "benefit_id", referencedColumnName = "id")
            })
    @Column(name = "need_id")
    @OrderBy
    Set<UUID> needIds = new LinkedHashSet<>();

    @ElementCollection
    @CollectionTable(
            name = "benefit_goal",
            joinColumns = {
                @JoinColumn(name = "municipality_id", referencedColumnName = "municipalityId"),
                @JoinColumn(name = "benefit_id", referencedColumnName = "id")
            })
    @Column(name = "goal_id")
    @OrderBy
    Set<UUID> goalIds = new LinkedHashSet<>();

    /** The gravest first, as people have put them. */
    @ElementCollection
    @CollectionTable(
            name = "benefit_risk",
            joinColumns = {
                @JoinColumn(name = "municipality_id", referencedColumnName = "municipalityId"),
                @JoinColumn(name = "benefit_id", referencedColumnName = "id")
            })
    @OrderColumn(name = "place")
    List<Risk> risks = new ArrayList<>();

    @Version
    int version;

    protected BenefitPlan() {}

    BenefitPlan(int municipalityId, UUID benefitId) {
        this.municipalityId = municipalityId;
        this.id = benefitId;
    }
}
