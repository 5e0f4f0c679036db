package no.nullpunkt.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.nullpunkt.access.Caller;
import no.nullpunkt.rollout.RolloutService;
import no.nullpunkt.rollout.Rollouts;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Problem;

/** Registers a rollout with its benefits, who measures them and their null-points: all of it, or nothing. */
@ApplicationScoped
class RegisterService {

    /** Nobody has seen what was made a moment ago. */
    private static final IfMatch JUST_MADE = new IfMatch("*");

    private final Rollouts rollouts;
    private final RolloutService rolloutService;
    private final ReadyBenefitService benefits;
    private final SeriesService series;
    private final BaselineService baselines;
    private final TransactionSynchronizationRegistry transaction;

    RegisterService(
            Rollouts rollouts,
            RolloutService rolloutService,
            ReadyBenefitService benefits,
            SeriesService series,
            BaselineService baselines,
            TransactionSynchronizationRegistry transaction) {
        this.rollouts = rollouts;
        this.rolloutService = rolloutService;
        this.benefits = benefits;
        this.series = series;
        this.baselines = baselines;
        this.transaction = transaction;
    }

    /**
     * Writes it all.
     *
     * @return the rollout's id
     * @throws Problem of the first part that is refused, with places within the {@link Registration}
     */
    @Transactional
    UUID register(Caller caller, Registration registration, Language language) {
        return write(caller, registration, language);
    }

    /**
     * Meets every rule that {@link #register} does, and writes nothing.
     *
     * @throws Problem as when it is registered
     */
    @Transactional
    void check(Caller caller, Registration registration, Language language) {
        write(caller, registration, language);
        transaction.setRollbackOnly();
    }

    private UUID write(Caller caller, Registration registration, Language language) {
        caller.mustLeadProjects();
        caller.beginChangeAlone();
        var name = registration.rollout().name();
        if (rollouts.isNamed(caller.municipalityId(), name)) {
            // So a form that is sent twice makes one rollout.
            throw Problem.conflict("rollout-name-taken", name).at("/rollout/name", "rollout-name-taken", name);
        }
        var rollout = within("/rollout", () -> rolloutService.create(caller, registration.rollout()));
        if (registration.benefits() == null) {
            return rollout.id();
        }
        var made = within("/benefits", () -> benefits.create(caller, rollout.id(), registration.benefits(), language));
        if (registration.measurerId() != null) {
            for (var indicator : made.indicators()) {
                for (var unitId : indicator.unitIds()) {
                    series.setMeasurer(caller, indicator.id(), unitId, JUST_MADE, registration.measurerId());
                }
            }
        }
        var idOf = made.indicators().stream()
                .collect(Collectors.toMap(IndicatorResource.Response::catalogueCode, IndicatorResource.Response::id));
        var nullPoints = registration.nullPoints();
        for (var i = 0; i < nullPoints.size(); i++) {
            var each = nullPoints.get(i);
            within(
                    "/nullPoints/" + i + "/baseline",
                    () -> baselines.enter(caller, idOf.get(each.code()), each.unitId(), JUST_MADE, each.baseline()));
        }
        return rollout.id();
    }

    private static <T> T within(String part, Supplier<T> made) {
        try {
            return made.get();
        } catch (Problem problem) {
            throw problem.within(part);
        }
    }
}
