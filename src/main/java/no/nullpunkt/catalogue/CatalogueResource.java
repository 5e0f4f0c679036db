package no.nullpunkt.catalogue;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.Direction;
import no.nullpunkt.calculation.IndicatorRole;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/catalogue/technologies")
@Authenticated
@Tag(name = "Catalogue")
public class CatalogueResource {

    @Schema(name = "TechnologyList")
    record TechnologyList(
            @Schema(description = "Version of the catalogue's data")
            String release,

            List<TechnologyItem> items,

            @Schema(nullable = true, description = "Always null: the list is given whole")
            String next) {}

    @Schema(name = "Technology")
    record TechnologyItem(
            String code,
            String name,
            Wording names,
            @Schema(nullable = true) Integer iplosCode,
            @Schema(nullable = true) Integer recipients2020,
            @Schema(nullable = true) String source,
            int indicatorCount) {

        static TechnologyItem of(Catalogue.Technology technology, Language language) {
            return new TechnologyItem(
                    technology.code(),
                    technology.names().in(language),
                    technology.names(),
                    technology.iplosCode(),
                    technology.recipients2020(),
                    in(language, technology.source()),
                    technology.indicatorCount());
        }
    }

    @Schema(name = "ReadyIndicatorList")
    record IndicatorList(
            @Schema(description = "Version of the catalogue's data")
            String release,

            List<IndicatorItem> items,

            @Schema(nullable = true, description = "Always null: the list is given whole")
            String next) {}

    @Schema(name = "ReadyIndicator")
    record IndicatorItem(
            String code,
            String technology,
            String name,
            Wording names,
            IndicatorRole role,
            Direction direction,
            Aggregation aggregation,
            @Schema(nullable = true) String numerator,

            @Schema(nullable = true, description = "Of a RATIO what is divided by, of a MEAN what its weight counts")
            String denominator,

            BigDecimal factor,
            String unit,
            int frequencyMonths,
            boolean countsPersons,
            String dataSource,
            Evidence evidence,
            @Schema(description = "The evidence in words") String evidenceText,

            @Schema(
                    nullable = true,
                    description = "Indicators that measure the same hours: only one may be valued in a unit")
            String overlapGroup,

            List<PublishedItem> published,

            @Schema(description = "All that the indicator builds on, also where no value is published")
            List<SourceItem> sources) {

        static IndicatorItem of(Catalogue.Indicator indicator, Language language) {
            return new IndicatorItem(
                    indicator.code(),
                    indicator.technology(),
                    indicator.names().in(language),
                    indicator.names(),
                    indicator.role(),
                    indicator.direction(),
                    indicator.aggregation(),
                    in(language, indicator.numerator()),
                    in(language, indicator.denominator()),
                    indicator.factor(),
                    indicator.unit().in(language),
                    indicator.frequencyMonths(),
                    indicator.countsPersons(),
                    indicator.dataSource().in(language),
                    indicator.evidence(),
                    indicator.evidence().wording().in(language),
                    indicator.overlapGroup(),
                    indicator.published().stream()
                            .map(p -> PublishedItem.of(p, language))
                            .toList(),
                    SourceItem.of(indicator.sources()));
        }
    }

    @Schema(name = "PublishedValue", description = "What others have published: a reference to show, never a default")
    record PublishedItem(String text, List<SourceItem> sources) {

        static PublishedItem of(Catalogue.Published published, Language language) {
            return new PublishedItem(published.text().in(language), SourceItem.of(published.sources()));
        }
    }

    @Schema(name = "Source")
    record SourceItem(String code, String reference) {

        static List<SourceItem> of(List<Catalogue.Source> sources) {
            return sources.stream()
                    .map(s -> new SourceItem(s.code(), s.reference()))
                    .toList();
        }
    }

    private final Catalogue catalogue;

    CatalogueResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Operation(operationId = "listTechnologies", summary = "The technologies that have ready indicators")
    @APIResponse(
            responseCode = "200",
            description = "All of them, in the catalogue's own order",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TechnologyList.class),
                            examples = @ExampleObject(name = "technologies", value = CatalogueExamples.TECHNOLOGIES)))
    public TechnologyList listTechnologies(@Context HttpHeaders headers) {
        var language = Language.of(headers);
        var items = catalogue.listTechnologies().stream()
                .map(t -> TechnologyItem.of(t, language))
                .toList();
        return new TechnologyList(catalogue.release(), items, null);
    }

    @GET
    @Path("/{code}/indicators")
    @Operation(
            operationId = "listReadyIndicators",
            summary = "The ready indicators of a technology, with what others have published")
    @APIResponse(
            responseCode = "200",
            description = "All of the technology's, in the catalogue's own order",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IndicatorList.class),
                            examples = @ExampleObject(name = "indicators", value = CatalogueExamples.INDICATORS)))
    @APIResponse(responseCode = "404", description = "No such technology")
    public IndicatorList listIndicators(
            @Parameter(example = "digital-supervision-home") @PathParam("code") String code,
            @Context HttpHeaders headers) {
        var technology = catalogue.findTechnology(code).orElseThrow(Problem::notFound);
        var language = Language.of(headers);
        var items = catalogue.listIndicators(technology.code()).stream()
                .map(i -> IndicatorItem.of(i, language))
                .toList();
        return new IndicatorList(catalogue.release(), items, null);
    }

    private static String in(Language language, Wording wording) {
        return wording == null ? null : wording.in(language);
    }
}
