package no.nullpunkt.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A study, a statistic, a piece of news or a vendor's story that published values are taken from. */
@Entity
@Immutable
@Table(name = "source")
class CatalogueSource {

    @Id
    String code;

    String reference;
}
