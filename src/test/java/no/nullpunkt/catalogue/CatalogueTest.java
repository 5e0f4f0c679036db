package no.nullpunkt.catalogue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.Direction;
import no.nullpunkt.calculation.IndicatorRole;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogueTest {

    @Inject
    Catalogue catalogue;

    @Test
    void elevenTechnologiesShareFiftyOneReadyIndicators() {
        var counts = catalogue.listTechnologies().stream()
                .map(t -> t.code() + " " + t.indicatorCount())
                .toList();

        assertEquals(
                List.of(
                        "medicine-dispenser 9",
                        "digital-supervision-home 6",
                        "patient-alert-institution 6",
                        "safety-fall-alarm 4",
                        "response-centre 4",
                        "gps-localisation 4",
                        "electronic-door-lock 4",
                        "digital-home-follow-up 5",
                        "route-planner 4",
                        "video-visit 2",
                        "cross-cutting 3"),
                counts);
        assertEquals(51, indicators().size());
    }

    @Test
    void technologyInFull() {
        assertEquals(
                new Catalogue.Technology(
                        "medicine-dispenser",
                        new Wording(
                                "Elektronisk medisindispenser",
                                "Elektronisk medisindispensar",
                                "Electronic medicine dispenser"),
                        27,
                        5712,
                        new Wording(
                                "Helsedirektoratet, statistikk for Omsorg 2020 (medisineringsstøtte samlet)",
                                "Helsedirektoratet, statistikk for Omsorg 2020 (medisineringsstøtte samla)",
                                "Helsedirektoratet, Omsorg 2020 statistics (medicine support as a whole)"),
                        9),
                catalogue.findTechnology("medicine-dispenser").orElseThrow());
        assertEquals(
                new Catalogue.Technology(
                        "response-centre",
                        new Wording("Responssenter", "Responssenter", "Response centre"),
                        null,
                        null,
                        null,
                        4),
                catalogue.findTechnology("response-centre").orElseThrow());
    }

    @Test
    void ratioInFull() {
        assertEquals(
                new Catalogue.Indicator(
                        "DI2",
                        "patient-alert-institution",
                        new Wording(
                                "Fall per 1000 beboerdøgn",
                                "Fall per 1000 bebuardøgn",
                                "Falls per 1,000 resident days"),
                        IndicatorRole.QUALITY,
                        Direction.LOWER_IS_BETTER,
                        Aggregation.RATIO,
                        new Wording("fall", "fall", "falls"),
                        new Wording("beboerdøgn", "bebuardøgn", "resident days"),
                        new BigDecimal("1000"),
                        new Wording(
                                "fall per 1000 beboerdøgn",
                                "fall per 1000 bebuardøgn",
                                "falls per 1,000 resident days"),
                        1,
                        true,
                        new Wording("avvikssystem", "avvikssystem", "incident reporting system"),
                        Evidence.WEAK,
                        null,
                        List.of(new Catalogue.Published(
                                new Wording(
                                        "Levanger, sykehusavdeling: 20 fall i 2021, deretter ingen på 3 måneder"
                                                + " (leverandør, et sykehus)",
                                        "Levanger, sjukehusavdeling: 20 fall i 2021, deretter ingen på 3 månader"
                                                + " (leverandør, eit sjukehus)",
                                        "Levanger hospital ward: 20 falls in 2021, then none in 3 months"
                                                + " (vendor, a hospital)"),
                                List.of(new Catalogue.Source("SENSIO-L", "sensio.io …/levanger-sykehus")))),
                        List.of(new Catalogue.Source("SENSIO-L", "sensio.io …/levanger-sykehus"))),
                indicator("DI2"));
    }

    @Test
    void meanSaysWhatItsWeightCounts() {
        var keyTime = indicator("EL1");

        assertEquals(Aggregation.MEAN, keyTime.aggregation());
        assertEquals(null, keyTime.numerator());
        assertEquals(new Wording("vakter", "vakter", "shifts"), keyTime.denominator());
        assertEquals(new Wording("minutter per vakt", "minutt per vakt", "minutes per shift"), keyTime.unit());
        assertEquals(6, keyTime.frequencyMonths());
    }

    @Test
    void everyTextIsInThreeLanguages() {
        var texts = Stream.concat(
                catalogue.listTechnologies().stream().flatMap(t -> Stream.of(t.names(), t.source())),
                indicators().stream()
                        .flatMap(i -> Stream.concat(
                                Stream.of(
                                        i.names(),
                                        i.numerator(),
                                        i.denominator(),
                                        i.unit(),
                                        i.dataSource(),
                                        i.evidence().wording()),
                                i.published().stream().map(Catalogue.Published::text))));

        assertAll(texts.filter(Objects::nonNull)
                .map(text -> () -> assertFalse(
                        text.nb().isBlank() || text.nn().isBlank() || text.en().isBlank(), text.toString())));
    }

    @Test
    void aPublishedValueCitesItsSourcesWhichAreAmongThoseOfTheIndicator() {
        assertAll(indicators().stream()
                .flatMap(i -> i.published().stream()
                        .map(p -> () ->
                                assertTrue(!p.sources().isEmpty() && i.sources().containsAll(p.sources()), i.code()))));
        assertEquals(
                41, indicators().stream().mapToLong(i -> i.published().size()).sum());
    }

    @Test
    void eachOfSeveralPublishedValuesHasItsOwnSource() {
        var published = indicator("MD4").published();

        assertEquals(
                List.of("5712 (2020)", "≈7500 (2022)"),
                published.stream().map(p -> p.text().nb()).toList());
        assertEquals(
                List.of("HD-20s", "HT"),
                published.stream().map(p -> p.sources().get(0).code()).toList());
    }

    @Test
    void aConceptMayHaveASourceAndNoPublishedValue() {
        var searches = indicator("GP1");

        assertEquals(Evidence.CONCEPT_PUBLISHED, searches.evidence());
        assertEquals(List.of(), searches.published());
        assertEquals(
                List.of("GEMINI-G"),
                searches.sources().stream().map(Catalogue.Source::code).toList());
    }

    @Test
    void indicatorsThatMeasureTheSameHoursAreGrouped() {
        var groups = indicators().stream()
                .filter(i -> i.overlapGroup() != null)
                .collect(groupingBy(Catalogue.Indicator::overlapGroup, mapping(Catalogue.Indicator::code, toSet())));

        assertEquals(
                Map.of(
                        "MD-time", Set.of("MD1", "MD2", "MD3"),
                        "DH-time", Set.of("DH1", "DH2"),
                        "LO-time", Set.of("LO1", "LO3"),
                        "VI-time", Set.of("VI2")),
                groups);
    }

    @Test
    void indicatorsThatCountPersonsAreMarked() {
        assertEquals(
                Set.of("MD4", "MD8", "MD9", "DI2", "DI4", "TA5", "GP1"),
                indicators().stream()
                        .filter(Catalogue.Indicator::countsPersons)
                        .map(Catalogue.Indicator::code)
                        .collect(toSet()));
    }

    @Test
    void municipalityIsFoundByTheNumberItHasToday() {
        var oslo = catalogue.findMunicipality("0301").orElseThrow();

        assertEquals(new Catalogue.Municipality(oslo.id(), "0301", "Oslo", "03", "Oslo", false), oslo);
        assertEquals(Optional.empty(), catalogue.findMunicipality("1601"), "Trondheim's number until 2018");
    }

    @Test
    void demonstrationMunicipalityIsMarked() {
        var demonstration = catalogue.findMunicipality("9999").orElseThrow();

        assertEquals(
                new Catalogue.Municipality(demonstration.id(), "9999", "Demo kommune", null, null, true),
                demonstration);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertEquals(Optional.empty(), catalogue.findTechnology("fax"));
        assertEquals(Optional.empty(), catalogue.findIndicator("MD99"));
        assertEquals(Optional.empty(), catalogue.findMunicipality("0000"));
    }

    private Catalogue.Indicator indicator(String code) {
        return catalogue.findIndicator(code).orElseThrow();
    }

    private List<Catalogue.Indicator> indicators() {
        return catalogue.listTechnologies().stream()
                .flatMap(t -> catalogue.listIndicators(t.code()).stream())
                .toList();
    }
}
