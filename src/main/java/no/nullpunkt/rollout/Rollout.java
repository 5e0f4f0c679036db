package no.nullpunkt.rollout;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import no.nullpunkt.shared.Key;

/** One or more technologies brought into one or more units. */
@Entity
@IdClass(Key.class)
class Rollout {

    @Id
    Integer municipalityId;

    @Id
    UUID id;

    String name;
    String description;
    YearMonth plannedGoLive;
    YearMonth goLive;
    UUID leaderId;

    /** The day its benefits were handed to the line; null while it goes on. */
    LocalDate closed;

    @ElementCollection
    @CollectionTable(
            name = "rollout_technology",
            joinColumns = {
                @JoinColumn(name = "municipality_id", referencedColumnName = "municipalityId"),
                @JoinColumn(name = "rollout_id", referencedColumnName = "id")
            })
    @Column(name = "technology")
    @OrderBy
    Set<String> technologies = new LinkedHashSet<>();

    @ElementCollection
    @CollectionTable(
            name = "rollout_unit",
            joinColumns = {
                @JoinColumn(name = "municipality_id", referencedColumnName = "municipalityId"),
                @JoinColumn(name = "rollout_id", referencedColumnName = "id")
            })
    @Column(name = "unit_id")
    @OrderBy
    Set<UUID> units = new LinkedHashSet<>();

    @Version
    int version;

    protected Rollout() {}

    Rollout(int municipalityId) {
        this.municipalityId = municipalityId;
        this.id = Key.newId();
    }

    /** The month it went live, or is planned to until it has; null when neither is known. */
    YearMonth goLiveSoFar() {
        return goLive == null ? plannedGoLive : goLive;
    }

    boolean isLiveIn(YearMonth month) {
        return goLiveSoFar() != null && !month.isBefore(goLiveSoFar());
    }
}
