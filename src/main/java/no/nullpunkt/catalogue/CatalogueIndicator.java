package no.nullpunkt.catalogue;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.math.BigDecimal;
import java.util.List;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.Direction;
import no.nullpunkt.calculation.IndicatorRole;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.Immutable;

/** An indicator ready to be taken into use. */
@Entity
@Immutable
class CatalogueIndicator {

    @Id
    String code;

    String technologyCode;
    short displayOrder;

    @Embedded
    @EmbeddedColumnNaming("name_%s")
    Wording names;

    @Enumerated(EnumType.STRING)
    IndicatorRole role;

    @Enumerated(EnumType.STRING)
    Direction direction;

    @Enumerated(EnumType.STRING)
    Aggregation aggregation;

    @Embedded
    @EmbeddedColumnNaming("numerator_%s")
    Wording numerator;

    @Embedded
    @EmbeddedColumnNaming("denominator_%s")
    Wording denominator;

    BigDecimal factor;

    @Embedded
    @EmbeddedColumnNaming("unit_%s")
    Wording unit;

    short frequencyMonths;
    boolean countsPersons;

    @Embedded
    @EmbeddedColumnNaming("data_source_%s")
    Wording dataSource;

    @Enumerated(EnumType.STRING)
    Evidence evidence;

    String overlapGroup;

    @OneToMany
    @JoinColumn(name = "indicator_code")
    @OrderBy("ordinal")
    @Fetch(FetchMode.SUBSELECT)
    List<PublishedValue> published;

    @ManyToMany
    @JoinTable(
            name = "catalogue_indicator_source",
            joinColumns = @JoinColumn(name = "indicator_code"),
            inverseJoinColumns = @JoinColumn(name = "source_code"))
    @OrderBy("code")
    @Fetch(FetchMode.SUBSELECT)
    List<CatalogueSource> sources;
}
