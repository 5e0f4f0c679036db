package no.nullpunkt.overview;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Browser;
import org.junit.jupiter.api.Test;

/** Networks in a browser without JavaScript. */
@QuarkusTest
class OverviewPagesTest {

    private static Browser signedIn(Sharing sharing, Role role) {
        var browser = new Browser();
        browser.signIn(sharing.municipality.credentials(role), "/nettverk")
                .then()
                .statusCode(303);
        return browser;
    }

    @Test
    void fromTheFirstNetworkToASharedReportAndBack() {
        var host = new Sharing("61.5");
        var member = new Sharing("60");
        var administrator = signedIn(host, Role.ADMINISTRATOR);
        administrator
                .post("/nettverk", "navn", "Vestregionen", "type", "COUNTY")
                .then()
                .statusCode(303);
        String id = host.municipality.as(Role.LEADER).get("/networks").path("items[0].id");
        administrator
                .post("/nettverk/" + id, "gjor", "inviter", "kommuner", member.municipality.number + ", 9998")
                .then()
                .statusCode(422)
                .body(containsString("9998"));
        administrator
                .post("/nettverk/" + id, "gjor", "inviter", "kommuner", member.municipality.number)
                .then()
                .statusCode(303);
        var joining = signedIn(member, Role.ADMINISTRATOR);
        joining.get("/nettverk").then().body(containsString("Vestregionen")).body(containsString("bli-med"));
        joining.post("/nettverk/" + id, "gjor", "bli-med").then().statusCode(303);
        joining.post("/nettverk/" + id, "gjor", "forlat", "grunn", " ")
                .then()
                .statusCode(422)
                .body(containsString("role=\"alert\""));

        var report = member.issue("TERTIAL", "2026-T1");
        var leader = signedIn(member, Role.LEADER);
        leader.get("/oversikt?nettverk=" + id).then().statusCode(200).body(not(containsString("<tfoot>")));
        leader.get("/nettverk/" + id + "/deling").then().body(containsString(report.toString()));
        joining.post("/nettverk/" + id + "/deling", "gjor", "del", "rapport", report.toString())
                .then()
                .statusCode(403);
        leader.post("/nettverk/" + id + "/deling", "gjor", "del", "rapport", report.toString())
                .then()
                .statusCode(303);
        for (var groupBy : List.of("municipality", "county", "technology", "indicator", "month")) {
            leader.get("/oversikt?nettverk=" + id + "&fra=2026-01&til=2026-04&etter=" + groupBy)
                    .then()
                    .statusCode(200)
                    .body(containsString("<td>120</td>"))
                    .body(containsString("<td>150</td>"));
        }
        assertEquals(
                200,
                leader.get("/oversikt/arbeidsbok?nettverk=" + id + "&fra=2026-01&til=2026-04")
                        .statusCode());

        leader.post("/nettverk/" + id + "/deling", "gjor", "trekk", "rapport", report.toString(), "grunn", "")
                .then()
                .statusCode(422);
        leader.post("/nettverk/" + id + "/deling", "gjor", "trekk", "rapport", report.toString(), "grunn", "Feil")
                .then()
                .statusCode(303);
        leader.get("/oversikt?nettverk=" + id).then().body(not(containsString("<tfoot>")));
        leader.get("/oversikt/arbeidsbok?nettverk=" + id).then().statusCode(403);
    }

    @Test
    void aNetworkThatIsNotOnesOwnIsNotThere() {
        var host = new Sharing("60");
        var network = host.network();
        var stranger = signedIn(new Sharing("60"), Role.LEADER);
        stranger.get("/oversikt?nettverk=" + network).then().statusCode(404);
        stranger.get("/nettverk/" + network + "/deling").then().statusCode(404);
        stranger.get("/oversikt").then().statusCode(200);
        new Browser().get("/oversikt").then().statusCode(303);
    }
}
