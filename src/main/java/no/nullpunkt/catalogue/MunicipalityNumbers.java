package no.nullpunkt.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.nullpunkt.shared.Page;

/** Queries of municipalities by the numbers they have today. */
@ApplicationScoped
class MunicipalityNumbers implements PanacheRepositoryBase<MunicipalityNumber, MunicipalityNumber.Key> {

    private static final String TODAY = "from MunicipalityNumber n join fetch n.municipality m"
            + " where n.validFrom <= :today and (n.validUntil is null or n.validUntil > :today)";

    /**
     * Without case and without the marks of Sámi letters, which few keyboards have: {@code karasjohka} finds Kárášjohka.
     * The letters are spelled out because {@code lower} knows only a to z in a database with the C locale.
     */
    private static final String FOLDED = "function('translate', lower(%s), 'ÆØÅÁČĐŊŠŦŽáčđŋšŧž', 'æøåacdnstzacdnstz')";

    private static final String NAME_CONTAINS =
            "locate(" + FOLDED.formatted(":q") + ", " + FOLDED.formatted("m.name") + ") > 0";

    private final Clock clock;

    MunicipalityNumbers(Clock clock) {
        this.clock = clock;
    }

    Optional<MunicipalityNumber> findToday(String number) {
        return find(TODAY + " and n.number = :number", today().and("number", number))
                .firstResultOptional();
    }

    /** By number, after the one given; in a county and by part of the name or start of the number where asked for. */
    Page<MunicipalityNumber> pageToday(String countyNumber, String q, boolean demonstration, String after, int limit) {
        var where = new StringBuilder(TODAY).append(" and n.number > :after");
        var parameters = today().and("after", after);
        if (!demonstration) {
            where.append(" and not m.demonstration");
        }
        if (countyNumber != null) {
            where.append(" and m.countyNumber = :county");
            parameters.and("county", countyNumber);
        }
        if (q != null) {
            where.append(" and (").append(NAME_CONTAINS).append(" or locate(:q, n.number) = 1)");
            parameters.and("q", q.strip());
        }
        List<MunicipalityNumber> rows = find(where.append(" order by n.number").toString(), parameters)
                .range(0, limit)
                .list();
        return Page.of(rows, limit, row -> row.number);
    }

    private Parameters today() {
        return Parameters.with("today", LocalDate.now(clock));
    }
}
