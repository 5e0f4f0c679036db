package no.nullpunkt.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.Direction;
import no.nullpunkt.calculation.IndicatorRole;
import no.nullpunkt.shared.Page;

/** What the catalogue holds, for the API and for the other features. */
@ApplicationScoped
public class Catalogue {

    /**
     * A municipality by the number it has today.
     *
     * @param id what everything of the municipality refers to; never changes
     * @param countyNumber null, as the county, only for a demonstration municipality
     */
    public record Municipality(
            int id, String number, String name, String countyNumber, String county, boolean demonstration) {

        static Municipality of(MunicipalityNumber row) {
            var municipality = row.municipality;
            return new Municipality(
                    municipality.id,
                    row.number,
                    municipality.name,
                    municipality.countyNumber,
                    municipality.county,
                    municipality.demonstration);
        }
    }

    /**
     * A group of welfare technology.
     *
     * @param iplosCode the service's code in the national register of care statistics, or null
     * @param recipients2020 how many in Norway had it in 2020, or null; then {@code source} is null too
     */
    public record Technology(
            String code, Wording names, Integer iplosCode, Integer recipients2020, Wording source, int indicatorCount) {

        static Technology of(CatalogueTechnology row) {
            return new Technology(
                    row.code,
                    row.names,
                    row.iplosCode == null ? null : row.iplosCode.intValue(),
                    row.recipients2020,
                    row.source,
                    row.indicatorCount);
        }
    }

    /**
     * A ready indicator.
     *
     * @param numerator null but for a RATIO
     * @param denominator of a RATIO what is divided by, of a MEAN what its weight counts, else null
     * @param overlapGroup null, or the group of indicators of which only one may be valued in a unit
     * @param sources all that the indicator builds on, those of the published values included
     */
    public record Indicator(
            String code,
            String technology,
            Wording names,
            IndicatorRole role,
            Direction direction,
            Aggregation aggregation,
            Wording numerator,
            Wording denominator,
            BigDecimal factor,
            Wording unit,
            int frequencyMonths,
            boolean countsPersons,
            Wording dataSource,
            Evidence evidence,
            String overlapGroup,
            List<Published> published,
            List<Source> sources) {

        static Indicator of(CatalogueIndicator row) {
            return new Indicator(
                    row.code,
                    row.technologyCode,
                    row.names,
                    row.role,
                    row.direction,
                    row.aggregation,
                    row.numerator,
                    row.denominator,
                    row.factor,
                    row.unit,
                    row.frequencyMonths,
                    row.countsPersons,
                    row.dataSource,
                    row.evidence,
                    row.overlapGroup,
                    row.published.stream().map(Published::of).toList(),
                    row.sources.stream().map(Source::of).toList());
        }
    }

    /** What others have published: to be shown with its sources, never used as a figure. */
    public record Published(Wording text, List<Source> sources) {

        static Published of(PublishedValue row) {
            return new Published(row.text, row.sources.stream().map(Source::of).toList());
        }
    }

    public record Source(String code, String reference) {

        static Source of(CatalogueSource row) {
            return new Source(row.code, row.reference);
        }
    }

    private final CatalogueReleases releases;
    private final CatalogueTechnologies technologies;
    private final CatalogueIndicators indicators;
    private final MunicipalityNumbers municipalities;

    Catalogue(
            CatalogueReleases releases,
            CatalogueTechnologies technologies,
            CatalogueIndicators indicators,
            MunicipalityNumbers municipalities) {
        this.releases = releases;
        this.technologies = technologies;
        this.indicators = indicators;
        this.municipalities = municipalities;
    }

    /** The version of the data that every answer is taken from. */
    public String release() {
        return releases.latest().version;
    }

    public List<Technology> listTechnologies() {
        return technologies.listInOrder().stream().map(Technology::of).toList();
    }

    public Optional<Technology> findTechnology(String code) {
        return technologies.findByIdOptional(code).map(Technology::of);
    }

    /** The ready indicators of a technology; none where there is no such technology. */
    public List<Indicator> listIndicators(String technologyCode) {
        return indicators.listOf(technologyCode).stream().map(Indicator::of).toList();
    }

    public Optional<Indicator> findIndicator(String code) {
        return indicators.findByIdOptional(code).map(Indicator::of);
    }

    /** The municipality that has the number today, demonstration municipalities included. */
    public Optional<Municipality> findMunicipality(String number) {
        return municipalities.findToday(number).map(Municipality::of);
    }

    Page<Municipality> pageMunicipalities(
            String countyNumber, String q, boolean demonstration, String after, int limit) {
        return municipalities
                .pageToday(countyNumber, q, demonstration, after, limit)
                .map(Municipality::of);
    }
}
