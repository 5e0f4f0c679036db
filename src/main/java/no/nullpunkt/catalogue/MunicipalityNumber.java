package no.nullpunkt.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A number and the time it stands for a municipality. */
@Entity
@Immutable
@IdClass(MunicipalityNumber.Key.class)
class MunicipalityNumber {

    record Key(String number, LocalDate validFrom) implements Serializable {}

    @Id
    @JdbcTypeCode(SqlTypes.CHAR)
    String number;

    @Id
    LocalDate validFrom;

    /** The first day it no longer does; null while it does. */
    LocalDate validUntil;

    @ManyToOne
    ListedMunicipality municipality;
}
