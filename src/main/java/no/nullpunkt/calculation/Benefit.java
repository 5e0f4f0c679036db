package no.nullpunkt.calculation;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A benefit with everything its figures are made of.
 *
 * @param planHeading null until the benefit is planned
 * @param attributionShare how much of the change is put down to the rollout, 0 to 1
 * @param technologies each technology's share of the benefit by its code; they sum to 1, or there are none yet
 * @throws IllegalArgumentException when a share is out of range or the technologies' shares do not sum to 1, since
 *     hours would then be lost or counted twice
 */
public record Benefit(
        UUID id,
        BenefitType type,
        PlanHeading planHeading,
        BigDecimal attributionShare,
        Map<String, BigDecimal> technologies,
        List<Indicator> indicators) {

    public Benefit {
        Require.that(
                attributionShare.signum() >= 0 && attributionShare.compareTo(BigDecimal.ONE) <= 0,
                "An attribution share is 0 to 1");
        technologies = Collections.unmodifiableMap(new LinkedHashMap<>(technologies));
        indicators = List.copyOf(indicators);
        BigDecimal shares = BigDecimal.ZERO;
        for (BigDecimal share : technologies.values()) {
            Require.that(share.signum() >= 0, "A technology's share is 0 or above");
            shares = shares.add(share);
        }
        Require.that(
                technologies.isEmpty() || shares.compareTo(BigDecimal.ONE) == 0,
                "The technologies' shares of a benefit sum to 1");
    }
}
