package no.nullpunkt.portfolio;

import static no.nullpunkt.portfolio.PortfolioPage.assertSame;
import static no.nullpunkt.testing.CalculatedByHand.DISPENSER;
import static no.nullpunkt.testing.CalculatedByHand.PERIOD;
import static no.nullpunkt.testing.CalculatedByHand.SUPERVISION;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.CalculatedByHand;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page tells what the results tell, and each figure on it can be opened and added up again. */
@QuarkusTest
class PortfolioPagesTest {

    private static final List<String> HOURS = List.of("plannedHours", "hours", "takenOutHours", "unaccountedHours");
    private static final List<String> NOK = List.of("plannedNok", "nok", "takenOutNok", "unaccountedNok");
    private static final String ADDRESS = "/portefolje?" + PERIOD;

    private static CalculatedByHand it;
    private static PortfolioPage leader;

    /** Once, but not before the service can be reached. */
    @BeforeEach
    void create() {
        if (it == null) {
            it = new CalculatedByHand();
            leader = new PortfolioPage(it.municipality, Role.LEADER);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"benefit", "technology", "unit", "indicator", "type", "planHeading", "month"})
    void theFiguresAreThoseOfTheResultsHoweverTheyAreGathered(String groupBy) {
        var id = "figures";
        var rows = PortfolioPage.table(leader.get(ADDRESS + "&show=all&groupBy=" + groupBy), id);
        var results = results("groupBy=" + groupBy);
        var own = results("groupBy=" + groupBy + "&benefitId=" + it.callOuts + "&benefitId=" + it.admissions);

        var items = results.getList("items", Map.class);
        assertEquals(items.size() + 1, rows.size());
        for (var i = 0; i < items.size(); i++) {
            var row = rows.get(items.get(i).get("name"));
            assertFigures(results, "items[" + i + "].", HOURS, row.subList(0, 4));
            var key = items.get(i).get("key");
            var ownIndex = own.getList("items.key").indexOf(key);
            if (ownIndex < 0) {
                row.subList(4, 8).forEach(cell -> assertNull(cell, "no kroner but of the own budget"));
            } else {
                assertFigures(own, "items[" + ownIndex + "].", NOK, row.subList(4, 8));
            }
        }
        assertFigures(results, "total.", HOURS, rows.get("I alt").subList(0, 4));
        assertFigures(own, "total.", NOK, rows.get("I alt").subList(4, 8));
    }

    @Test
    void aBenefitOfTwoTechnologiesIsSharedOutAndNoHourCountedTwice() {
        var rows = PortfolioPage.table(leader.get(ADDRESS + "&groupBy=technology"), "figures");

        assertNumbers(
                List.of("60", "27", "8.8", "18.2", "8000", "8000", "2000", "6000"),
                rows,
                "Elektronisk medisindispenser");
        assertNumbers(List.of("90", "40.5", "13.2", "27.3"), rows, "Digitalt tilsyn hjemme");
        assertNumbers(List.of("150", "67.5", "22", "45.5", "8000", "8000", "2000", "6000"), rows, "I alt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"benefit", "technology", "unit", "indicator", "type", "planHeading", "month"})
    void everyFigureOpensIntoTermsThatAddUpToIt(String groupBy) {
        var opened = new HashSet<String>();
        PortfolioPage.openFigures(leader.get(ADDRESS + "&show=all&view=administration&groupBy=" + groupBy)).stream()
                .filter(figure -> !figure.link().contains("group=month") || groupBy.equals("month"))
                .filter(figure -> opened.add(figure.link()))
                .forEach(figure -> {
                    // Full-time positions open into the hours they are made of.
                    if (figure.number().scale() < 10) {
                        leader.assertAddsUp(figure);
                    }
                });
        assertTrue(opened.size() > 15, "figures were opened");
    }

    @Test
    void theTermsTellPointNullPointAmountAndShare() {
        var terms = leader.get("/portefolje/tall?" + PERIOD + "&figure=hours&group=technology&key=" + SUPERVISION
                + "&unitId=" + it.north);

        assertThat(
                terms,
                allOf(
                        containsString("Færre utrykninger"),
                        containsString("januar 2026"),
                        containsString("versjon 1, ikke godkjent"),
                        containsString("fra januar 2026"),
                        containsString("<td>0,6</td>"),
                        containsString("Mangler")));
        assertSame(new BigDecimal("27"), new BigDecimal(sumOf(terms)), "45 hours in the north, of which 0.6");
    }

    @Test
    void longTermsComePageByPageWithTheSumOfAll() {
        var address = "/portefolje/tall?from=2026-01&to=2026-10&figure=expected";
        var first = leader.get(address);
        assertThat(first, containsString("rel=\"next\""));
        leader.assertAddsUp(new PortfolioPage.Figure(new BigDecimal(sumOf(first)), address));
    }

    @Test
    void kronerAreToldOfTheOwnBudgetAloneAndToStaffNotAtAll() {
        var politicians = leader.get(ADDRESS + "&view=politicians");
        var administration = leader.get(ADDRESS + "&view=administration");
        var staff = leader.get(ADDRESS + "&view=staff");

        for (var page : List.of(politicians, administration)) {
            assertThat(
                    page,
                    allOf(containsString("value=\"8000"), containsString("Én gevinst har kroner under en annen")));
            assertThat(page, allOf(not(containsString("18 000")), not(containsString("10 000"))));
        }
        assertThat(
                staff,
                allOf(
                        not(containsString("value=\"8000")),
                        not(containsString("8 000")),
                        not(containsString("33 750")),
                        containsString("ikke kroner")));
    }

    @Test
    void eachViewBeginsWithItsOwnFigures() {
        assertThat(
                leader.get(ADDRESS + "&view=politicians"), containsString("1 av 1 mål på kvalitet er bedre enn før."));
        assertThat(
                leader.get(ADDRESS + "&view=administration"),
                allOf(containsString("Planlagte timer"), containsString("22 av 24")));
        assertThat(leader.get(ADDRESS + "&view=staff"), containsString("1 av 2 gamle rutiner er avsluttet."));
    }

    @Test
    void whatIsAskedForStandsInTheAddressAndInTheForm() {
        var page = leader.get(ADDRESS + "&technology=" + DISPENSER + "&unitId=" + it.south
                + "&type=AVOIDED_COST&planHeading=OWN_BUDGET&status=REACHED&view=politicians&groupBy=benefit");

        assertThat(
                page,
                allOf(
                        containsString("name=\"from\" value=\"2026-01\""),
                        containsString("name=\"to\" value=\"2026-04\""),
                        containsString("value=\"" + DISPENSER + "\" checked"),
                        containsString("value=\"" + it.south + "\" selected"),
                        containsString("value=\"AVOIDED_COST\" selected"),
                        containsString("value=\"OWN_BUDGET\" selected"),
                        containsString("value=\"REACHED\" selected"),
                        containsString("value=\"benefit\" selected")));
        var rows = PortfolioPage.table(page, "figures");
        assertEquals(2, rows.size(), "one benefit and the sum");
        assertNumbers(List.of("0", "0", "0", "0", "8000", "8000", "2000", "6000"), rows, "Færre innleggelser");
        // The form sends what is left open as nothing at all.
        assertEquals(
                PortfolioPage.table(leader.get(ADDRESS), "figures").keySet(),
                PortfolioPage.table(
                                leader.get(ADDRESS
                                        + "&technology=&unitId=&type=&planHeading=&status=&view=&groupBy=&asOf="),
                                "figures")
                        .keySet());
    }

    @Test
    void aWordThatIsNoChoiceIsRefused() {
        for (var wrong : List.of("view=council", "groupBy=street", "type=time", "status=GOOD", "planHeading=OWN")) {
            assertEquals(400, leader.browser().get(ADDRESS + "&" + wrong).statusCode(), wrong);
        }
        assertEquals(400, leader.browser().get("/portefolje/tall?" + PERIOD).statusCode());
        assertEquals(
                400,
                leader.browser()
                        .get("/portefolje/tall?" + PERIOD + "&figure=takenOutHours&category=FUN")
                        .statusCode());
    }

    @Test
    void smallCountsAreNowhereOnThePagesOfWhoeverMayNotEnterThem() {
        var address = "/portefolje/tall?" + PERIOD + "&figure=measured&group=indicator&key=" + it.usersIndicator;
        var counts = List.of("<td>2</td>", "<td>3</td>", "value=\"2\"", "value=\"3\"", "<td>1 <span");

        assertThat(leader.get(address), containsString("<td>:</td>"));
        for (var page : List.of(leader.get(address), leader.get(ADDRESS + "&groupBy=indicator&show=all"))) {
            assertThat(page, containsString("er skjult"));
            counts.forEach(count -> assertThat(page, not(containsString(count))));
        }
        assertThat(new PortfolioPage(it.municipality, Role.PROJECT_LEADER).get(address), containsString("<td>3</td>"));
    }

    @Test
    void itTellsWhatIsMissingWhatToLookAtAndWhatCameEarly() {
        assertThat(
                leader.get(ADDRESS),
                allOf(
                        containsString("BENEFIT_OWNER of the tests"),
                        containsString("Eldste måling er for april 2026"),
                        containsString("Tryggere brukere</a>: mangler gevinsteier"),
                        containsString("én gammel rutine er ikke avsluttet"),
                        containsString("Gammel rutine lever videre: Morgenrunden går fortsatt."),
                        containsString("Trygghet nådde målet i mars 2026, 2 måneder etter oppstart.")));
    }

    @Test
    void anAddressWithATimeGoesOnTellingWhatWasKnownThen() {
        var other = new CalculatedByHand();
        var page = new PortfolioPage(other.municipality, Role.LEADER);
        var before =
                PortfolioPage.table(page.get(ADDRESS), "figures").get("I alt").get(1);
        var path = "/indicators/" + other.callOutsIndicator + "/units/" + other.north + "/values/2026-01";
        var asProjectLeader = other.municipality.as(Role.PROJECT_LEADER);
        var etag = asProjectLeader.get(path).header("ETag");
        other.municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", etag)
                .body(Bodies.with(Bodies.measured("60"), "reason", "Telt på nytt"))
                .put(path)
                .then()
                .statusCode(200);

        page.assertAddsUp(before);
        var after =
                PortfolioPage.table(page.get(ADDRESS), "figures").get("I alt").get(1);
        assertSame(new BigDecimal("60"), after.number(), "10 call-outs of 0.75 hours less");
    }

    @Test
    void whereThereIsNothingItSaysWhatToDoNext() {
        var empty = Municipality.create();
        assertThat(
                new PortfolioPage(empty, Role.LEADER).get("/portefolje"),
                containsString("Ingen gevinster er registrert"));
        assertThat(
                new PortfolioPage(empty, Role.PROJECT_LEADER).get("/portefolje"),
                allOf(containsString("Begynn med å registrere"), containsString("href=\"/registrer\"")));
        assertThat(leader.get("/portefolje?from=2024-01&to=2024-12"), containsString("Velg en periode etter oppstart"));
        assertThat(leader.get(ADDRESS + "&status=WORSE_THAN_BASELINE"), containsString("Fjern noe av det"));
    }

    @Test
    void anotherMunicipalityIsNotThere() {
        var stranger = new PortfolioPage(Municipality.create(), Role.LEADER);
        assertEquals(
                404, stranger.browser().get(ADDRESS + "&unitId=" + it.north).statusCode());
        assertEquals(
                404,
                stranger.browser().get(ADDRESS + "&benefitId=" + it.callOuts).statusCode());
        assertEquals(
                404,
                stranger.browser()
                        .get("/portefolje/tall?" + PERIOD + "&figure=hours&group=benefit&key=" + it.callOuts)
                        .statusCode());
        assertEquals(
                404,
                leader.browser()
                        .get("/portefolje/tall?" + PERIOD + "&figure=hours&group=benefit&key=" + UUID.randomUUID())
                        .statusCode());
        assertEquals(
                403,
                new PortfolioPage(it.municipality, Role.INTEGRATION)
                        .browser()
                        .get(ADDRESS)
                        .statusCode());
    }

    private static JsonPath results(String query) {
        return new JsonPath(it.municipality
                        .as(Role.LEADER)
                        .get("/results?" + PERIOD + "&" + query)
                        .asString())
                .using(new JsonPathConfig(JsonPathConfig.NumberReturnType.BIG_DECIMAL));
    }

    private static void assertFigures(
            JsonPath results, String of, List<String> figures, List<PortfolioPage.Figure> cells) {
        for (var i = 0; i < figures.size(); i++) {
            var expected = results.get(of + figures.get(i));
            if (expected == null) {
                assertNull(cells.get(i), of + figures.get(i));
            } else {
                assertSame(new BigDecimal(expected.toString()), cells.get(i).number(), of + figures.get(i));
            }
        }
    }

    private static void assertNumbers(List<String> expected, Map<String, List<PortfolioPage.Figure>> rows, String row) {
        for (var i = 0; i < expected.size(); i++) {
            assertSame(new BigDecimal(expected.get(i)), rows.get(row).get(i).number(), row + ", column " + i);
        }
    }

    private static String sumOf(String page) {
        var start = page.indexOf("<data value=\"") + "<data value=\"".length();
        return page.substring(start, page.indexOf('"', start));
    }
}
