package no.nullpunkt.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;

/** A group of welfare technology that has ready indicators. */
@Entity
@Immutable
@Table(name = "technology")
class CatalogueTechnology {

    @Id
    String code;

    short displayOrder;

    @Embedded
    @EmbeddedColumnNaming("name_%s")
    Wording names;

    Short iplosCode;

    @Column(name = "recipients_2020")
    Integer recipients2020;

    @Embedded
    @EmbeddedColumnNaming("source_%s")
    Wording source;

    @Formula("(select count(*) from catalogue_indicator i where i.technology_code = code)")
    int indicatorCount;
}
