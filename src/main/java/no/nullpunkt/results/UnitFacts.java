package no.nullpunkt.results;

import java.time.YearMonth;
import java.util.UUID;

/**
 * A unit of the municipality.
 *
 * @param kind the municipality's own word for what it is, or null
 * @param parentId the unit above, null at the top
 * @param cameOn the first month it is this municipality's, null when it has always been
 * @param leftOn the first month it is another municipality's, null while it is here
 */
public record UnitFacts(UUID id, String name, String kind, UUID parentId, YearMonth cameOn, YearMonth leftOn) {

    /** The months in which what is measured here counts. */
    public Stay stay(Basis basis) {
        return new Stay(basis == Basis.RESTATED ? null : cameOn, leftOn);
    }
}
