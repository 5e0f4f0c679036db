package no.nullpunkt.testing;

import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Role;

/** A municipality with one benefit, measured by one indicator in one unit: where most tests begin. */
public final class MeasuredBenefit {

    public final Municipality municipality = Municipality.create();
    public final UUID unit;
    public final UUID rollout;
    public final UUID benefit;
    public final UUID indicator;

    private MeasuredBenefit(Map<String, Object> changes) {
        unit = municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", "Hjemmetjenesten"));
        rollout = municipality.create(Role.PROJECT_LEADER, "/rollouts", Bodies.rollout(unit));
        benefit = municipality.create(
                Role.PROJECT_LEADER,
                "/rollouts/" + rollout + "/benefits",
                Bodies.benefit(municipality.person(Role.BENEFIT_OWNER), municipality.person(Role.LEADER)));
        var body = Bodies.indicator(unit);
        for (var change : changes.entrySet()) {
            body = Bodies.with(body, change.getKey(), change.getValue());
        }
        indicator = municipality.create(Role.PROJECT_LEADER, "/benefits/" + benefit + "/indicators", body);
    }

    public static MeasuredBenefit create() {
        return new MeasuredBenefit(Map.of());
    }

    /** With some fields of {@link Bodies#indicator} set to other values. */
    public static MeasuredBenefit create(Map<String, Object> indicatorFields) {
        return new MeasuredBenefit(indicatorFields);
    }

    /** The path of the series, and of what lies below it. */
    public String series(String below) {
        return "/indicators/" + indicator + "/units/" + unit + below;
    }

    public String value(String month) {
        return series("/values/" + month);
    }
}
