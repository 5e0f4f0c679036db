package no.nullpunkt.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/** A version of the catalogue's data. */
@Entity
@Immutable
class CatalogueRelease {

    @Id
    String version;

    LocalDate released;
}
