package no.nullpunkt.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A municipality as the published list has it; the number is not part of it, for that may change. */
@Entity
@Immutable
@Table(name = "municipality")
class ListedMunicipality {

    @Id
    Integer id;

    String name;

    @JdbcTypeCode(SqlTypes.CHAR)
    String countyNumber;

    String county;
    boolean demonstration;
}
