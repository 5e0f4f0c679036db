package no.nullpunkt.indicator;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** One indicator in one unit. */
@Entity
@IdClass(Series.Key.class)
class Series {

    /** A class for the reason that {@link no.nullpunkt.shared.Key} is one. */
    static class Key implements Serializable {

        private Integer municipalityId;
        private Long id;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && municipalityId.equals(key.municipalityId) && id.equals(key.id);
        }

        @Override
        public int hashCode() {
            return Objects.hash(municipalityId, id);
        }
    }

    @Id
    Integer municipalityId;

    @Id
    Long id;

    UUID indicatorId;
    UUID unitId;

    /** Who enters the values (måleansvarlig); the benefit's owner where nobody is named. */
    UUID measurerId;

    /** Set where the indicator is valued: the same hours of a catalogue group count once in a unit. */
    String overlapGroup;

    @ElementCollection
    @CollectionTable(
            name = "target",
            joinColumns = {
                @JoinColumn(name = "municipality_id", referencedColumnName = "municipalityId"),
                @JoinColumn(name = "series_id", referencedColumnName = "id")
            })
    @MapKeyColumn(name = "valid_from")
    @Column(name = "value")
    Map<LocalDate, BigDecimal> targets = new LinkedHashMap<>();

    @Version
    int version;

    protected Series() {}

    Series(long id, Indicator indicator, UUID unitId) {
        this.municipalityId = indicator.municipalityId;
        this.id = id;
        this.indicatorId = indicator.id;
        this.unitId = unitId;
    }
}
