package no.nullpunkt.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Role;
import no.nullpunkt.client.ApiClient;
import no.nullpunkt.client.ApiException;
import no.nullpunkt.client.api.AccountApi;
import no.nullpunkt.client.api.BenefitApi;
import no.nullpunkt.client.api.CatalogueApi;
import no.nullpunkt.client.api.DispositionApi;
import no.nullpunkt.client.api.FollowUpApi;
import no.nullpunkt.client.api.IndicatorApi;
import no.nullpunkt.client.api.MunicipalityApi;
import no.nullpunkt.client.api.PeopleApi;
import no.nullpunkt.client.api.ResultsApi;
import no.nullpunkt.client.api.RolloutApi;
import no.nullpunkt.client.api.ValueApi;
import no.nullpunkt.client.model.ActionKind;
import no.nullpunkt.client.model.ActionRequest;
import no.nullpunkt.client.model.Aggregation;
import no.nullpunkt.client.model.AmountPerUnit;
import no.nullpunkt.client.model.AmountRequest;
import no.nullpunkt.client.model.BaselineQuality;
import no.nullpunkt.client.model.BaselineRequest;
import no.nullpunkt.client.model.BenefitRequest;
import no.nullpunkt.client.model.BenefitType;
import no.nullpunkt.client.model.ConclusionRequest;
import no.nullpunkt.client.model.CostKind;
import no.nullpunkt.client.model.CostRequest;
import no.nullpunkt.client.model.DecisionKind;
import no.nullpunkt.client.model.DecisionRequest;
import no.nullpunkt.client.model.DeviationCause;
import no.nullpunkt.client.model.DeviationRequest;
import no.nullpunkt.client.model.Direction;
import no.nullpunkt.client.model.DispositionCategory;
import no.nullpunkt.client.model.DispositionRequest;
import no.nullpunkt.client.model.IndicatorRequest;
import no.nullpunkt.client.model.IndicatorRole;
import no.nullpunkt.client.model.PlanHeading;
import no.nullpunkt.client.model.PointState;
import no.nullpunkt.client.model.RolloutRequest;
import no.nullpunkt.client.model.ShownBenefit;
import no.nullpunkt.client.model.Status;
import no.nullpunkt.client.model.Step;
import no.nullpunkt.client.model.StepRequest;
import no.nullpunkt.client.model.TargetPoint;
import no.nullpunkt.client.model.TargetsRequest;
import no.nullpunkt.client.model.TechnologyShare;
import no.nullpunkt.client.model.UnitRequest;
import no.nullpunkt.client.model.Valuation;
import no.nullpunkt.client.model.ValuationKind;
import no.nullpunkt.client.model.ValueRequest;
import no.nullpunkt.client.model.ValueStatus;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Walks from the first unit to the results with a client that was generated from the committed contract alone. */
@QuarkusTest
class GeneratedClientTest {

    /** The language a client asks for is the contract's default. */
    private static final String NB = null;

    private static final String NO_KEY = null;
    private static final String NEW = null;

    private final Map<Role, ApiClient> clients = new EnumMap<>(Role.class);

    @TestHTTPResource("/")
    String url;

    private Municipality municipality;
    private String number;

    @BeforeEach
    void signIn() {
        municipality = Municipality.create();
        number = municipality.number;
        for (var role : Role.values()) {
            var client = new ApiClient();
            client.updateBaseUri(url.replaceFirst("/$", ""));
            client.setRequestInterceptor(request -> request.header("Authorization", municipality.authorization(role)));
            client.getObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
            clients.put(role, client);
        }
    }

    @Test
    void walksFromTheFirstUnitToTheResults() throws ApiException {
        var unit = prepareMunicipality();
        var rollout = rollOut(unit);
        var benefit = identify(rollout);
        var indicator = plan(benefit, unit);
        execute(benefit, indicator, unit);
        read(benefit, indicator, unit);
        document(benefit, unit);
    }

    @Test
    void readsAProblem() {
        var refused = assertThrows(
                ApiException.class,
                () -> new MunicipalityApi(clients.get(Role.LEADER))
                        .createUnit(number, new UnitRequest().name("Hjemmetjenesten"), NO_KEY, "en"));

        assertEquals(403, refused.getCode());
        assertTrue(refused.getResponseBody().contains("\"code\":\"forbidden\""), refused.getResponseBody());
    }

    @Test
    void readsTheCatalogueAndWhoItIs() throws ApiException {
        var catalogue = new CatalogueApi(clients.get(Role.INTEGRATION));

        assertEquals(11, catalogue.listTechnologies(NB).getItems().size());
        for (var technology : catalogue.listTechnologies(NB).getItems()) {
            catalogue.listReadyIndicators(technology.getCode(), NB);
        }
        assertEquals(
                "Oslo",
                catalogue
                        .listMunicipalities(null, false, "0301", null, null, NB)
                        .getItems()
                        .get(0)
                        .getName());
        assertEquals(
                number, new AccountApi(clients.get(Role.INTEGRATION)).getMe(NB).getMunicipality());
        new PeopleApi(clients.get(Role.LEADER)).listPeople(number, null, null, NB);
    }

    private UUID prepareMunicipality() throws ApiException {
        var api = new MunicipalityApi(clients.get(Role.ADMINISTRATOR));
        var value = new AmountRequest().value(new BigDecimal("1750"));
        assertEquals(
                201,
                api.setHoursPerFteWithHttpInfo(number, "2026-01", value, NEW, NB)
                        .getStatusCode());
        assertEquals(
                200,
                api.setHoursPerFteWithHttpInfo(number, "2026-01", value, NEW, NB)
                        .getStatusCode());
        api.setHourlyCost(number, "2026-01", new AmountRequest().value(new BigDecimal("520.5")), NEW, NB);

        var request = new UnitRequest().name("Hjemmetjenesten nord");
        var created = api.createUnitWithHttpInfo(number, request, "the first unit", NB);
        assertEquals(201, created.getStatusCode());
        assertEquals(created.getData(), api.createUnit(number, request, "the first unit", NB));
        var unit = created.getData();
        var etag = created.getHeaders().get("etag").get(0);
        unit = api.changeUnit(number, unit.getId(), request.kind("avdeling"), etag, NB);
        assertNull(unit.getParentId());
        assertEquals(List.of(unit), api.listUnits(number, null, null, NB).getItems());
        assertEquals(number, api.getMunicipality(number, NB).getNumber());
        return unit.getId();
    }

    private UUID rollOut(UUID unit) throws ApiException {
        var api = new RolloutApi(clients.get(Role.PROJECT_LEADER));
        var rollout = api.createRollout(
                number,
                new RolloutRequest()
                        .name("Digitalt tilsyn")
                        .addTechnologiesItem("digital-supervision-home")
                        .addUnitIdsItem(unit)
                        .plannedGoLive("2025-12")
                        .goLive("2026-01"),
                NO_KEY,
                NB);
        var cost = api.addCost(
                number,
                rollout.getId(),
                new CostRequest()
                        .month("2026-01")
                        .kind(CostKind.INVESTMENT)
                        .nok(new BigDecimal("480000"))
                        .description("40 sensorer"),
                NO_KEY,
                NB);
        assertEquals(
                List.of(cost),
                api.listCosts(number, rollout.getId(), null, null, NB).getItems());
        assertEquals(List.of(rollout), api.listRollouts(number, null, null, NB).getItems());
        return rollout.getId();
    }

    private UUID identify(UUID rollout) throws ApiException {
        var api = new BenefitApi(clients.get(Role.PROJECT_LEADER));
        var benefit = api.createBenefit(
                number,
                rollout,
                new BenefitRequest()
                        .title("Færre utrykninger")
                        .type(BenefitType.TIME_SAVED)
                        .planHeading(PlanHeading.ALTERNATIVE_USE)
                        .addTechnologiesItem(new TechnologyShare()
                                .code("digital-supervision-home")
                                .share(BigDecimal.ONE))
                        .addBeneficiariesItem("ansatte")
                        .ownerId(municipality.person(Role.BENEFIT_OWNER))
                        .overallOwnerId(municipality.person(Role.LEADER)),
                NO_KEY,
                NB);
        assertTrue(benefit.getExpected());
        assertNull(benefit.getConclusion());
        var listed =
                api.listBenefits(number, null, null, rollout, null, null, NB).getItems();
        assertEquals(
                List.of(benefit.getId()),
                listed.stream().map(ShownBenefit::getId).toList());
        assertFalse(listed.get(0).getWithoutOwner());
        return benefit.getId();
    }

    private UUID plan(UUID benefit, UUID unit) throws ApiException {
        var api = new IndicatorApi(clients.get(Role.PROJECT_LEADER));
        var indicator = api.createIndicator(
                        number,
                        benefit,
                        new IndicatorRequest()
                                .name("Utrykninger etter varsel")
                                .unit("utrykninger per måned")
                                .role(IndicatorRole.TIME_SAVED)
                                .direction(Direction.LOWER_IS_BETTER)
                                .aggregation(Aggregation.SUM)
                                .valuation(new Valuation()
                                        .kind(ValuationKind.HOURS)
                                        .addPerUnitItem(new AmountPerUnit()
                                                .from("2026-01")
                                                .amount(new BigDecimal("0.75"))))
                                .addUnitIdsItem(unit),
                        NO_KEY,
                        NB)
                .getId();
        assertEquals("2026-01", api.getIndicator(number, indicator, null, NB).getMeasureFrom());

        var baseline = api.setBaselineWithHttpInfo(
                number,
                indicator,
                unit,
                new BaselineRequest()
                        .value(new BigDecimal("90.88"))
                        .from("2025-10")
                        .to("2025-12")
                        .method("Telling i responssenterets logg")
                        .quality(BaselineQuality.MEASURED),
                NEW,
                NB);
        assertEquals(LocalDate.of(2025, 12, 31), baseline.getData().getTo());
        var approved = api.approveBaseline(
                number, indicator, unit, baseline.getHeaders().get("etag").get(0), NB);
        assertTrue(approved.getApproved());
        assertEquals(
                List.of(approved),
                api.getBaselineHistory(number, indicator, unit, NB).getItems());

        var series = api.getSeriesWithHttpInfo(number, indicator, unit, NB);
        var target = new TargetPoint().from("2026-01").value(new BigDecimal("30"));
        var planned = api.setTargets(
                number,
                indicator,
                unit,
                new TargetsRequest().addPointsItem(target),
                series.getHeaders().get("etag").get(0),
                NB);
        assertEquals(List.of(target), planned.getPoints());
        return indicator;
    }

    private void execute(UUID benefit, UUID indicator, UUID unit) throws ApiException {
        var followUp = new FollowUpApi(clients.get(Role.BENEFIT_OWNER));
        addAction(followUp, benefit, ActionKind.ADOPT);
        var stop = addAction(followUp, benefit, ActionKind.STOP);
        assertNull(stop.getDone());
        assertEquals(
                2,
                followUp.listActions(number, benefit, null, null, NB).getItems().size());
        move(benefit, Step.PLANNED);
        move(benefit, Step.EXECUTING);

        var values = new ValueApi(clients.get(Role.INTEGRATION));
        for (var month : List.of("2026-01", "2026-02")) {
            var value = new ValueRequest().status(ValueStatus.MEASURED).value(new BigDecimal("61"));
            assertEquals(
                    201,
                    values.setValueWithHttpInfo(number, indicator, unit, month, value, NEW, NB)
                            .getStatusCode());
        }
        values.setValue(
                number,
                indicator,
                unit,
                "2026-03",
                new ValueRequest().status(ValueStatus.NOT_MEASURED).reason("Loggen var nede"),
                NEW,
                NB);
        var read = values.getValueWithHttpInfo(number, indicator, unit, "2026-03", NB);
        assertNull(read.getData().getValue());
        values.withdrawValue(
                number,
                indicator,
                unit,
                "2026-03",
                "Loggen er funnet igjen",
                read.getHeaders().get("etag").get(0),
                NB);
        assertEquals(
                2,
                new ValueApi(clients.get(Role.LEADER))
                        .getValueHistory(number, indicator, unit, "2026-03", NB)
                        .getItems()
                        .size());
    }

    private no.nullpunkt.client.model.Action addAction(FollowUpApi api, UUID benefit, ActionKind kind)
            throws ApiException {
        return api.addAction(
                number,
                benefit,
                new ActionRequest()
                        .kind(kind)
                        .description(kind == ActionKind.STOP ? "Slutte med faste tilsyn" : "Svare på varsler")
                        .due(LocalDate.of(2026, 3, 31))
                        .done(kind == ActionKind.STOP ? null : LocalDate.of(2026, 3, 1)),
                NO_KEY,
                NB);
    }

    private void read(UUID benefit, UUID indicator, UUID unit) throws ApiException {
        var api = new ResultsApi(clients.get(Role.LEADER));
        for (var groupBy : List.of("benefit", "technology", "unit", "indicator", "type", "planHeading", "month")) {
            var results = api.getResults(number, null, null, null, "2026-01", groupBy, null, null, "2026-02", null, NB);
            assertEquals(0, new BigDecimal("44.82").compareTo(results.getTotal().getHours()), groupBy);
        }
        var byBenefit = api.getResults(number, null, null, null, "2026-01", null, null, null, "2026-02", null, NB)
                .getItems()
                .get(0);
        assertEquals(benefit.toString(), byBenefit.getKey());
        assertEquals(Status.OFF_TRACK, byBenefit.getStatus());
        var points = api.listResultPoints(
                        number, null, null, null, "2026-01", null, null, "2026-03", null, null, null, NB)
                .getItems();
        assertEquals(
                List.of(PointState.MEASURED, PointState.MEASURED, PointState.MISSING),
                points.stream().map(point -> point.getState()).toList());
        assertEquals(indicator, points.get(0).getIndicatorId());
        assertEquals(unit, points.get(0).getUnitId());
        assertNull(points.get(2).getGain());
    }

    private void document(UUID benefit, UUID unit) throws ApiException {
        var followUp = new FollowUpApi(clients.get(Role.PROJECT_LEADER));
        var action =
                followUp.listActions(number, benefit, null, null, NB).getItems().get(1);
        followUp.changeAction(
                number,
                benefit,
                action.getId(),
                new ActionRequest()
                        .kind(action.getKind())
                        .description(action.getDescription())
                        .due(action.getDue())
                        .done(LocalDate.of(2026, 3, 15)),
                "\"" + action.getVersion() + "\"",
                NB);
        followUp.addDeviation(
                number,
                benefit,
                new DeviationRequest().cause(DeviationCause.TRAINING).explanation("Vikarene var ikke opplært."),
                NO_KEY,
                NB);
        new FollowUpApi(clients.get(Role.LEADER))
                .addDecision(
                        number,
                        benefit,
                        new DecisionRequest().kind(DecisionKind.CONTINUE).date(LocalDate.of(2026, 6, 15)),
                        NO_KEY,
                        NB);
        followUp.listDeviations(number, benefit, null, null, NB);
        followUp.listDecisions(number, benefit, null, null, NB);
        var disposition = new DispositionApi(clients.get(Role.PROJECT_LEADER))
                .bookDisposition(
                        number,
                        benefit,
                        new DispositionRequest()
                                .unitId(unit)
                                .month("2026-02")
                                .hours(new BigDecimal("20"))
                                .category(DispositionCategory.MORE_USERS),
                        NO_KEY,
                        NB);
        assertNull(disposition.getNok());
        var benefits = new BenefitApi(clients.get(Role.PROJECT_LEADER));
        var present = benefits.getBenefitWithHttpInfo(number, benefit, null, NB);
        benefits.concludeBenefit(
                number,
                benefit,
                new ConclusionRequest()
                        .conclusion("Gevinsten er tatt ut og videreføres i linja.")
                        .unaccounted("Resten følges opp neste år."),
                present.getHeaders().get("etag").get(0),
                NB);
        var checklist = benefits.getChecklist(number, benefit, NB);
        assertEquals(Step.DOCUMENTED, checklist.getNext());
        move(benefit, Step.DOCUMENTED);
        assertNull(benefits.getChecklist(number, benefit, NB).getNext());
    }

    private void move(UUID benefit, Step to) throws ApiException {
        var moved = new BenefitApi(clients.get(Role.LEADER))
                .moveBenefit(number, benefit, new StepRequest().to(to), null, NB);
        assertEquals(to, moved.getStep());
    }
}
