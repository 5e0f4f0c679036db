package no.nullpunkt.results;

import java.util.Set;
import java.util.UUID;

/**
 * What the figures are narrowed to. Within a kind any of those named will do, and all kinds must be met; an empty set
 * narrows nothing.
 *
 * @param unitIds with the units below them
 * @param technologies codes; of a benefit with several technologies only the share of those named is counted
 * @param basis whether months before a unit came from another municipality count
 */
public record Filter(
        Set<UUID> benefitIds, Set<UUID> unitIds, Set<String> technologies, Set<UUID> indicatorIds, Basis basis) {

    /** Everything, as reported. */
    public static final Filter NONE = everything(Basis.REPORTED);

    public static Filter everything(Basis basis) {
        return new Filter(Set.of(), Set.of(), Set.of(), Set.of(), basis);
    }

    /** These benefits, whole: all that was ever measured of them, wherever that was. */
    public static Filter ofBenefits(Set<UUID> ids) {
        return new Filter(ids, Set.of(), Set.of(), Set.of(), Basis.RESTATED);
    }

    public Filter {
        benefitIds = Set.copyOf(benefitIds);
        unitIds = Set.copyOf(unitIds);
        technologies = Set.copyOf(technologies);
        indicatorIds = Set.copyOf(indicatorIds);
    }
}
