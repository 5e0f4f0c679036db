package no.nullpunkt.testing;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Role;

/** Reports drafted and issued by the leader, with a reason where the benefit is behind without a deviation. */
public final class IssuedReport {

    private IssuedReport() {}

    /** What was answered when it was issued. */
    public static Response of(MeasuredBenefit measured, String kind, String period) {
        return issue(measured, draft(measured.municipality, kind, period));
    }

    public static UUID draft(Municipality municipality, String kind, String period) {
        return municipality.create(Role.LEADER, "/reports", Map.of("kind", kind, "period", period));
    }

    public static Response issue(MeasuredBenefit measured, UUID report) {
        var reason = Map.of("benefitId", measured.benefit, "reason", "Avviket tas opp i styringsgruppa.");
        var issued = measured.municipality
                .as(Role.LEADER)
                .body(Map.of("withoutDeviation", List.of(reason)))
                .post("/reports/" + report + "/issue");
        issued.then().statusCode(200);
        return issued;
    }
}
