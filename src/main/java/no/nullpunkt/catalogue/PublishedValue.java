package no.nullpunkt.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderBy;
import java.io.Serializable;
import java.util.List;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.Immutable;

/** What others have published about an indicator: text, for the place and the reservations belong to the figure. */
@Entity
@Immutable
@IdClass(PublishedValue.Key.class)
class PublishedValue {

    record Key(String indicatorCode, short ordinal) implements Serializable {}

    @Id
    @Column(name = "indicator_code")
    String indicatorCode;

    @Id
    short ordinal;

    @Embedded
    @EmbeddedColumnNaming("text_%s")
    Wording text;

    @ManyToMany
    @JoinTable(
            name = "published_value_source",
            joinColumns = {
                @JoinColumn(name = "indicator_code", referencedColumnName = "indicator_code"),
                @JoinColumn(name = "ordinal", referencedColumnName = "ordinal")
            },
            inverseJoinColumns = @JoinColumn(name = "source_code"))
    @OrderBy("code")
    @Fetch(FetchMode.SUBSELECT)
    List<CatalogueSource> sources;
}
