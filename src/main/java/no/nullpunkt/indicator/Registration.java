package no.nullpunkt.indicator;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.indicator.SeriesResource.BaselineRequest;
import no.nullpunkt.rollout.RolloutResource;

/**
 * A rollout with what is measured of it from its first day: requests of the API, made together.
 *
 * @param benefits null as long as none are chosen
 * @param measurerId who enters the values of every series, or null
 */
record Registration(
        @Valid RolloutResource.Request rollout,
        @Valid ReadyBenefitResource.Request benefits,
        UUID measurerId,
        List<@Valid NullPoint> nullPoints) {

    /** The null-point of a ready indicator in a unit. */
    record NullPoint(
            String code, UUID unitId, @NotNull @Valid BaselineRequest baseline) {}
}
