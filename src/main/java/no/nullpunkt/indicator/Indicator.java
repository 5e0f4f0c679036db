package no.nullpunkt.indicator;

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
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.Direction;
import no.nullpunkt.calculation.IndicatorRole;
import no.nullpunkt.calculation.ValuationKind;
import no.nullpunkt.shared.Key;

/** What is measured of a benefit, how often, and how it counts. */
@Entity
@IdClass(Key.class)
class Indicator {

    @Id
    Integer municipalityId;

    @Id
    UUID id;

    UUID benefitId;
    String name;

    /** The unit of measure, in words. */
    String unit;

    @Enumerated(EnumType.STRING)
    IndicatorRole role;

    @Enumerated(EnumType.STRING)
    Direction direction;

    @Enumerated(EnumType.STRING)
    Aggregation aggregation;

    BigDecimal factor;
    short frequencyMonths;
    YearMonth measureFrom;
    YearMonth measureTo;
    boolean countsPersons;
    BigDecimal tolerance;
    String numerator;
    String denominator;
    String dataSource;
    String catalogueCode;

    @Enumerated(EnumType.STRING)
    ValuationKind valuation;

    /** Hours or NOK per unit of gain, by the first day of the month they hold from. */
    @ElementCollection
    @CollectionTable(
            name = "indicator_amount",
            joinColumns = {
                @JoinColumn(name = "municipality_id", referencedColumnName = "municipalityId"),
                @JoinColumn(name = "indicator_id", referencedColumnName = "id")
            })
    @MapKeyColumn(name = "valid_from")
    @Column(name = "amount")
    Map<LocalDate, BigDecimal> amounts = new LinkedHashMap<>();

    @Version
    int version;

    protected Indicator() {}

    Indicator(int municipalityId, UUID benefitId) {
        this.municipalityId = municipalityId;
        this.id = Key.newId();
        this.benefitId = benefitId;
    }

    /** All that says how a month counts, to be compared with how it counted; nothing where it is not measured. */
    Object countingIn(YearMonth month, Set<UUID> unitIds) {
        var measured = !month.isBefore(measureFrom) && (measureTo == null || !month.isAfter(measureTo));
        return measured
                ? List.of(
                        unitIds,
                        role,
                        direction,
                        aggregation,
                        factor.stripTrailingZeros(),
                        frequencyMonths,
                        tolerance.stripTrailingZeros(),
                        valuation,
                        SeriesService.holding(amounts, month))
                : List.of();
    }
}
