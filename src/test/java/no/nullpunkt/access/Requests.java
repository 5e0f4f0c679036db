package no.nullpunkt.access;

import static no.nullpunkt.access.Asked.body;
import static no.nullpunkt.access.Asked.form;
import static no.nullpunkt.access.Asked.plain;
import static no.nullpunkt.access.PreparedMunicipality.MONTH;
import static no.nullpunkt.testing.Bodies.with;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import no.nullpunkt.entry.FilledWorkbook;
import no.nullpunkt.kommit.KommitFile;
import no.nullpunkt.testing.Bodies;

/**
 * How each operation and page is asked rightly, each time for something that is there to be read or changed. What is not
 * here is asked with nothing but its path, which is all that most reading needs. A key may tell, after a comma, what is
 * special, where an operation asks for more than one right.
 */
final class Requests {

    private static final String NEW_PASSWORD = "en annen setning å huske";

    private final PreparedMunicipality it;
    private final UUID report;
    private final Map<String, Supplier<Asked>> requests = new LinkedHashMap<>();
    private final Map<String, Object> usual = new LinkedHashMap<>();

    Requests(PreparedMunicipality it) {
        this.it = it;
        report = it.issued(it.month());
        people();
        municipality();
        rollouts();
        benefits();
        measuring();
        reports();
        networks();
        plans();
        recipes();
        reminders();
        pages();
        usual.put("number", it.here.number);
        usual.put("unitId", it.unit);
        usual.put("rolloutId", it.rollout);
        usual.put("benefitId", it.benefit);
        usual.put("indicatorId", it.indicator);
        usual.put("month", MONTH);
        usual.put("from", MONTH);
        usual.put("units", it.unit);
        usual.put("rollouts", it.rollout);
        usual.put("benefits", it.benefit);
        usual.put("gevinster", it.benefit);
        usual.put("indicators", it.indicator);
        usual.put("people", it.owner);
        usual.put("actions", it.action());
        usual.put("dispositions", it.disposition());
        usual.put("transfers", it.offered());
        usual.put("reports", report);
        usual.put("reportId", report);
        usual.put("networks", it.network());
        usual.put("nettverk", it.network());
        usual.put("member", it.neighbour.number);
        usual.put("imports", it.mapping());
        usual.put("technologies", "gps-localisation");
        usual.put("token", token());
        usual.put("language", "en");
    }

    /** The ways to ask an operation, by what they are called in the table; one way where nothing is special. */
    Map<String, Supplier<Asked>> of(String operation) {
        var ways = new LinkedHashMap<String, Supplier<Asked>>();
        requests.forEach((name, request) -> {
            if (name.equals(operation) || name.startsWith(operation + ", ")) {
                ways.put(name, request);
            }
        });
        return ways.isEmpty() ? Map.of(operation, Asked::plain) : ways;
    }

    /** The operations that are told here, to find those that are gone. */
    List<String> operations() {
        return requests.keySet().stream()
                .map(name -> name.replaceAll(", .*", ""))
                .distinct()
                .toList();
    }

    /** The path with all its names filled in: by the request itself, by the name, or by what stands before an id. */
    String path(String template, Asked asked) {
        var path = new StringBuilder();
        for (var segment : template.substring(1).split("/")) {
            var before = path.substring(path.lastIndexOf("/") + 1);
            path.append('/').append(filled(segment, before, asked));
        }
        return path.toString();
    }

    private String filled(String segment, String before, Asked asked) {
        var open = segment.indexOf('{');
        if (open < 0) {
            return segment;
        }
        var close = segment.indexOf('}');
        var name = segment.substring(open + 1, close);
        var value = asked.ids.getOrDefault(name, usual.getOrDefault(name, usual.get(before)));
        if (value == null) {
            throw new AssertionError("Tell the Requests what stands for {" + name + "} after " + before);
        }
        return segment.substring(0, open) + value + segment.substring(close + 1);
    }

    private String token() {
        String address = it.as(Asker.LEADER).post("/calendar-feed").path("address");
        return address.replaceAll(".*/|\\.ics$", "");
    }

    private void ask(String operation, Supplier<Asked> request) {
        requests.put(operation, request);
    }

    private void people() {
        ask("setPassword", () -> body(Map.of("invitation", it.invitation(it.person()), "password", NEW_PASSWORD)));
        ask("createPerson", () -> body(Map.of("name", "Kari Moen", "email", it.next("kari") + "@example.org")));
        ask("renamePerson", () -> body(Map.of("name", it.next("Kari "))).at("id", it.person()));
        ask("endPerson", () -> body(Map.of("reason", "Slutter")).at("id", it.person()));
        ask("returnPerson", () -> body(Map.of("reason", "Tilbake")).at("id", it.ended()));
        ask("erasePerson", () -> body(Map.of("reason", "Bedt om det")).at("id", it.ended()));
        ask("downloadAuditExport", () -> plain().query("from", MONTH).query("to", MONTH));
        ask("grantRole", () -> body(Map.of("role", "LEADER")).at("id", it.person()));
        ask("revokeRole", () -> {
            var person = it.person();
            return plain().at("id", person).at("grantId", it.grant(person));
        });
        ask("invitePerson", () -> body(Map.of("mailed", false)).at("id", it.person()));
        ask("bindIdentity", () -> body(identity()).at("id", it.person()));
        ask("unbindIdentity", () -> {
            var person = it.person();
            var identity = it.create(Role.ADMINISTRATOR, "/people/" + person + "/identities", identity());
            return plain().at("id", person).at("identityId", identity);
        });
        ask("endSessionsOfPerson", () -> plain().at("id", it.person()));
        ask("changePassword", () -> body(Map.of("present", it.password(), "password", NEW_PASSWORD)));
        ask("forgotPassword", () -> body(Map.of("email", it.forgetful())));
        ask("endSession", () -> plain().at("id", it.session()).openToOthers());
        var toId = it.here.person(Role.PROJECT_LEADER);
        ask("handOver", () -> body(Map.of("toId", toId, "reason", "Bytter")).at("id", it.person()));
        ask(
                "handOver, with grants",
                () -> body(Map.of("toId", toId, "reason", "Bytter", "grant", true))
                        .at("id", it.person()));
    }

    private Map<String, Object> identity() {
        return Map.of("provider", "keycloak", "subject", it.next("subject-"));
    }

    private void municipality() {
        ask("createUnit", () -> body(Map.of("name", it.next("Enhet "))));
        ask("changeUnit", () -> body(Map.of("name", it.next("Enhet "))).at("id", it.unit()));
        ask("setHourlyCost", () -> body(Map.of("value", 450)).at("from", it.month()));
        ask("setHoursPerFte", () -> body(Map.of("value", 1750)).at("from", it.month()));
        ask("reopenMonth", () -> {
            var month = it.month();
            it.issued(month);
            return body(Map.of("reason", "Rettes")).at("month", month);
        });
        ask("offerTransfer", () -> body(PreparedMunicipality.offer(it.neighbour.number, it.unit())));
        ask("acceptTransfer", () -> plain().at("id", it.incoming()));
        ask("declineTransfer", () -> body(Map.of("reason", "Likevel ikke")).at("id", it.incoming()));
    }

    private void rollouts() {
        ask("listReadyIndicators", () -> plain().at("code", "gps-localisation"));
        ask("nameOwnTechnology", () -> body(Map.of("name", it.next("Vekt "))).at("code", it.next("own-vekt-")));
        ask("createRollout", () -> body(with(Bodies.rollout(it.unit), "name", it.next("Innføring "))));
        ask(
                "changeRollout",
                () -> body(with(Bodies.rollout(it.unit), "name", it.next("Innføring ")))
                        .at("id", it.rollout()));
        ask("addCost", () -> body(Map.of("month", MONTH, "kind", "RUNNING", "nok", 5, "description", "Lisens")));
        ask("closeRollout", () -> body(Map.of("on", "2026-01-01")).at("rolloutId", it.rollout()));
        ask("closeRollout, with a waiver", () -> {
            var rollout = it.rollout();
            var benefit = it.benefit(rollout, Map.of("title", "Gevinst"));
            var waiver = Map.of("benefitId", benefit, "item", "LINE_OWNER", "reason", "Kommer");
            return body(Map.of("on", "2026-01-01", "waivers", List.of(waiver))).at("rolloutId", rollout);
        });
        ask("reopenRollout", () -> body(Map.of("reason", "Flere enheter")).at("rolloutId", it.closedRollout()));
        ask(
                "importKommit",
                () -> body(Map.of(
                        "file",
                                Base64.getEncoder()
                                        .encodeToString(
                                                KommitFile.own().filled().bytes()),
                        "name", it.next("Dispensere "),
                        "technologies", List.of("medicine-dispenser"),
                        "unitIds", List.of(it.unit),
                        "goLive", MONTH)));
    }

    private void benefits() {
        ask("createBenefit", () -> body(Map.of("title", it.next("Gevinst "))));
        ask(
                "createBenefitsFromCatalogue",
                () -> body(Map.of("indicatorCodes", List.of("DH1"))).at("rolloutId", it.rollout()));
        ask(
                "changeBenefit",
                () -> body(with(Bodies.benefit(it.owner, it.overallOwner), "title", it.next("Gevinst ")))
                        .at("id", it.benefit()));
        ask("concludeBenefit", () -> body(Map.of("conclusion", "Ferdig")).at("id", it.benefit()));
        ask(
                "acceptOwnership",
                () -> plain().at(
                                "id",
                                it.benefit(
                                        it.rollout, with(Bodies.benefit(it.owner, it.overallOwner), "ownerId", null))));
        ask("moveBenefit", () -> body(Map.of("to", "PLANNED")).at("id", it.benefit()));
        ask("moveBenefit, with a waiver", () -> {
            var waiver = Map.of("item", "BENEFICIARIES", "reason", "Alle");
            return body(Map.of("to", "PLANNED", "waivers", List.of(waiver)))
                    .at(
                            "id",
                            it.benefit(
                                    it.rollout,
                                    with(Bodies.benefit(it.owner, it.overallOwner), "beneficiaries", null)));
        });
        ask("addAction", () -> body(action()));
        ask("changeAction", () -> body(action()).at("id", it.action()));
        ask("addDeviation", () -> body(Map.of("cause", "DATA", "explanation", "Feil i loggen")));
        ask("writeSuccessStory", () -> body(story()).at("benefitId", it.benefit()));
        ask("approveSuccessStory", () -> plain().at("benefitId", it.withStory(story())));
        ask(
                "withdrawSuccessStory",
                () -> body(Map.of("reason", "Kan kjennes igjen")).at("benefitId", it.withStory(story())));
        for (var reading : List.of("getSuccessStory", "getSuccessStoryHistory")) {
            ask(reading, () -> plain().at("benefitId", it.withStory(story())));
        }
        ask("addDecision", () -> body(Map.of("kind", "ADJUST", "date", "2026-02-01")));
        ask("bookDisposition", () -> body(it.disposed()));
        ask("withdrawDisposition", () -> plain().query("reason", "Feil").at("id", it.disposition()));
    }

    private static Map<String, Object> story() {
        return Map.of("title", "Kveldene ble roligere", "text", "Brukerne tar medisinene selv.");
    }

    private Map<String, Object> action() {
        return Map.of("kind", "ADOPT", "description", it.next("Ny rutine "), "due", "2026-06-30");
    }

    private void measuring() {
        ask("createIndicator", () -> body(with(Bodies.indicator(it.unit), "name", it.next("Besøk "))));
        ask(
                "changeIndicator",
                () -> body(with(Bodies.indicator(it.unit), "name", it.next("Besøk ")))
                        .at("id", it.series()));
        ask("setMeasurer", () -> body(Map.of("measurerId", it.owner)).at("indicatorId", it.series()));
        ask("setBaseline", () -> body(Bodies.baseline("90")).at("indicatorId", it.series()));
        ask("approveBaseline", () -> plain().at("indicatorId", it.seriesWithBaseline()));
        ask("setTargets", () -> body(Bodies.targets(MONTH, "30")).at("indicatorId", it.series()));
        ask("setValue", () -> body(Bodies.measured("40")).at("indicatorId", it.series()));
        ask("withdrawValue", () -> plain().query("reason", "Feil").at("indicatorId", it.measuredSeries()));
        ask("setValues", () -> body(Map.of("values", List.of(value(it.series())))));
        ask("downloadEntryWorkbook", () -> plain().query("month", MONTH));
        ask(
                "uploadEntryWorkbook",
                () -> body(FilledWorkbook.of(it.workbook(), 40)).as("application/octet-stream"));
        ask("getImport", Asked::plain);
        ask("saveImport", () -> body(it.mapping(it.series())).at("name", it.next("nattlig-")));
        ask(
                "importRawCounts",
                () -> body("Dato;Avdeling;Hendelse\n2026-01-02;Sone Øst;Utrykning\n")
                        .as("text/csv")
                        .at("name", it.mapping()));
        for (var reading : List.of("getResults", "listResultPoints", "downloadWorkbook", "downloadFacts")) {
            ask(reading, () -> plain().query("from", MONTH).query("to", "2026-04"));
        }
    }

    private Map<String, Object> value(UUID indicatorId) {
        var value = new LinkedHashMap<>(Bodies.measured("40"));
        value.put("indicatorId", indicatorId);
        value.put("unitId", it.unit);
        value.put("month", MONTH);
        return value;
    }

    private void reports() {
        ask("draftReport", () -> body(Map.of("kind", "MONTH", "period", it.month())));
        ask("discardReport", () -> plain().at("id", it.draft(it.month())));
        ask("issueReport", () -> plain().at("id", it.draft(it.month())));
    }

    private void networks() {
        ask("createNetwork", () -> body(it.networked()));
        ask("inviteToNetwork", () -> body(Map.of("county", "03")).at("id", it.network()));
        ask("joinNetwork", () -> plain().at("id", it.invitedTo()).openToOthers());
        ask("leaveNetwork", () -> body(Map.of("reason", "Ikke nå")).at("id", it.joined()));
        ask("removeFromNetwork", () -> body(Map.of("reason", "Ikke nå")).at("id", it.inviting()));
        ask("grantNetworkReading", () -> body(it.reading()));
        ask("revokeNetworkReading", () -> {
            var network = it.network();
            return plain().at("id", network).at("readerId", it.reader(network));
        });
        ask("shareReport", () -> plain().at("networkId", it.network()));
        ask("withdrawReport", () -> plain().query("reason", "Feil").at("networkId", it.sharing(report)));
        var network = it.sharing(report);
        ask(
                "POST /nettverk",
                () -> form("navn", it.next("Nettverk "), "type", "PROJECT").doneByRedirect());
        ask(
                "POST /nettverk/{id}",
                () -> form("gjor", "inviter", "kommuner", it.neighbour.number)
                        .at("id", it.network())
                        .doneByRedirect());
        ask(
                "POST /nettverk/{id}, to join",
                () -> form("gjor", "bli-med")
                        .at("id", it.invitedTo())
                        .openToOthers()
                        .doneByRedirect());
        ask(
                "POST /nettverk/{id}, to leave",
                () -> form("gjor", "forlat", "grunn", "Ikke nå")
                        .at("id", it.joined())
                        .doneByRedirect());
        ask(
                "POST /nettverk/{id}/deling",
                () -> form("rapport", report.toString()).at("id", it.network()).doneByRedirect());
        ask(
                "POST /nettverk/{id}/deling, to withdraw",
                () -> form("gjor", "trekk", "rapport", report.toString(), "grunn", "Feil")
                        .at("id", it.sharing(report))
                        .doneByRedirect());
        for (var reading : List.of("GET /oversikt", "GET /oversikt/arbeidsbok")) {
            ask(
                    reading,
                    () -> plain().query("nettverk", network).query("fra", MONTH).query("til", "2026-04"));
        }
        for (var reading : List.of("getOverview", "listOverviewCoverage", "downloadOverviewWorkbook")) {
            ask(
                    reading,
                    () -> plain().query("network", network).query("from", MONTH).query("to", "2026-04"));
        }
    }

    private void plans() {
        var title = "Trygt hjemme ";
        ask("addGoal", () -> body(Map.of("title", it.next(title))));
        ask("changeGoal", () -> body(Map.of("title", it.next(title))).at("id", it.goal()));
        ask("removeGoal", () -> plain().at("id", it.goal()));
        ask("getGoalHistory", () -> plain().at("id", it.goal()));
        ask("addNeed", () -> body(Map.of("title", it.next(title))));
        ask("changeNeed", () -> body(Map.of("title", it.next(title))).at("id", it.need()));
        ask("removeNeed", () -> plain().at("id", it.need()));
        ask("getNeedHistory", () -> plain().at("id", it.need()));
        ask("getBenefitPlanHistory", () -> plain().at("benefitId", it.planned()));
        ask("writeBenefitPlan", () -> body(Map.of("measuring", "Verdt det")).at("benefitId", it.benefit()));
    }

    private void recipes() {
        ask("getRecipe", () -> plain().at("id", it.recipe(it.withBenefit())).openToOthers());
        ask("getRolloutRecipe", () -> plain().at("rolloutId", it.published()));
        ask("previewRecipe", () -> body(Map.of("whatWentWrong", "Lite")));
        ask("publishRecipe", () -> body(Map.of("whatWentWrong", "Lite")).at("rolloutId", it.withBenefit()));
        ask("withdrawRecipe", () -> body(Map.of("reason", "Gjøres annerledes")).at("rolloutId", it.published()));
        ask("createRolloutFromRecipe", () -> body(it.taking()));
        ask("getRecipeUse", () -> plain().at("rolloutId", it.taken()));
    }

    private void reminders() {
        ask(
                "setReminderSettings",
                () -> body(Map.of("active", true, "daysBefore", 3, "daysAfter", 3, "missedPeriods", 2, "hour", 7)));
        ask("setReminderPreference", () -> body(Map.of("language", "NN", "muted", false)));
    }

    private void pages() {
        ask("POST /", () -> {
            var series = it.here.number(
                    "select id from series where municipality_id = %d and indicator_id = '" + it.series() + "'");
            return form(
                            "maned",
                            MONTH,
                            "alle",
                            "true",
                            "valg-" + series,
                            "MEASURED",
                            "verdi-" + series,
                            "40",
                            "forstatt-" + series,
                            "MEASURED 40")
                    .doneByRedirect();
        });
        ask(
                "GET /portefolje/tall",
                () -> plain().query("figure", "hours").query("from", MONTH).query("to", "2026-04"));
        ask("POST /konto/passord", () -> form("naa", it.password(), "passord", NEW_PASSWORD, "gjentatt", NEW_PASSWORD));
        ask("POST /konto/okter", () -> form("avslutt", "andre"));
        ask("POST /glemt-passord", () -> form("epost", it.forgetful()));
        ask(
                "POST /nytt-passord",
                () -> form("kode", it.invitation(it.person()), "passord", NEW_PASSWORD, "gjentatt", NEW_PASSWORD)
                        .endsSession());
        ask("POST /registrer", () -> form(registration()).doneByRedirect());
        var story = "POST /gevinster/{id}/suksess";
        ask(
                story,
                () -> form("tittel", "Roligere", "tekst", "Kveldene er roligere.")
                        .at("id", it.benefit())
                        .doneByRedirect());
        ask(
                story + ", to approve",
                () -> form("gjor", "godkjenn", "versjon", "0")
                        .at("id", it.withStory(story()))
                        .doneByRedirect());
        ask(
                story + ", to withdraw",
                () -> form("gjor", "trekk", "grunn", "Kan kjennes igjen")
                        .at("id", it.withStory(story()))
                        .doneByRedirect());
        ask(
                "POST /innforinger/{rolloutId}/plan",
                () -> form("nytt-behov", it.next("For få på kvelden ")).doneByRedirect());
        ask(
                "GET /oppskrifter/{id}",
                () -> plain().at("id", it.recipe(it.withBenefit())).openToOthers());
        ask(
                "POST /oppskrifter/{id}",
                () -> form("navn", it.next("Som naboen "), "enhet", it.unit.toString(), "oppstart", MONTH)
                        .at("id", it.recipe(it.withBenefit()))
                        .openToOthers()
                        .doneByRedirect());
        ask("POST /paminnelser", () -> form("sprak", "nb", "epost", "ja"));
        ask("POST /paminnelser/kalender", () -> form("gjor", "ny"));
        ask("POST /logg-inn", () -> {
            var credentials = it.here.credentials(Role.LEADER).split(":", 2);
            return form("epost", credentials[0], "passord", credentials[1], "videre", "/")
                    .doneByRedirect()
                    .endsSession();
        });
        ask("GET /logg-inn/{provider}", () -> plain().at("provider", "keycloak").byProvider());
        ask("POST /logg-ut", () -> form("ut", "ja").doneByRedirect().endsSession());
    }

    /** All that is right, as it travels on the way from the last step. */
    private String[] registration() {
        return new String[] {
            "steg",
            "4",
            "teknologi",
            "digital-supervision-home",
            "enhet",
            it.unit.toString(),
            "navn",
            it.next("Digitalt tilsyn "),
            "planlagt",
            MONTH,
            "indikator",
            "DH1",
            "eier",
            it.owner.toString(),
            "overordnet",
            it.overallOwner.toString(),
            "maler",
            it.measurer.toString(),
            "from",
            "2025-10",
            "to",
            "2025-12",
            "method",
            "Responssenterets logg",
            "quality",
            "SAMPLE",
            "numerator-DH1-" + it.unit,
            "250,5",
            "denominator-DH1-" + it.unit,
            "12"
        };
    }
}
