package no.nullpunkt.catalogue;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import no.nullpunkt.shared.Cursor;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/municipalities")
@Authenticated
@Tag(name = "Catalogue")
public class MunicipalityListResource {

    @Schema(name = "MunicipalityList")
    record MunicipalityList(
            @Schema(description = "Version of the catalogue's data")
            String release,

            List<Item> items,
            @Schema(nullable = true) String next) {}

    @Schema(name = "ListedMunicipality")
    record Item(
            String number,
            String name,
            @Schema(nullable = true) String countyNumber,
            @Schema(nullable = true) String county) {

        static Item of(Catalogue.Municipality municipality) {
            return new Item(
                    municipality.number(), municipality.name(), municipality.countyNumber(), municipality.county());
        }
    }

    private final Catalogue catalogue;

    MunicipalityListResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Operation(operationId = "listMunicipalities", summary = "The municipalities of Norway, by number")
    @APIResponse(
            responseCode = "200",
            description = "A part of the list, with the numbers in force today",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MunicipalityList.class),
                            examples =
                                    @ExampleObject(name = "municipalities", value = CatalogueExamples.MUNICIPALITIES)))
    @APIResponse(responseCode = "400", description = "A parameter is unreadable or out of bounds")
    public MunicipalityList listMunicipalities(
            @Parameter(description = "Only those of the county with this number", example = "56")
                    @QueryParam("county")
                    @Pattern(regexp = "[0-9]{2}") String county,
            @Parameter(
                            description = "Part of the name, whatever the case and the marks of Sámi letters, or the"
                                    + " beginning of the number",
                            example = "karas")
                    @QueryParam("q")
                    @Text(max = Text.NAME)
                    String q,
            @Parameter(description = "Whether made-up municipalities for trying the service are listed too")
                    @QueryParam("demonstration")
                    @DefaultValue("false")
                    boolean demonstration,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        var page = catalogue
                .pageMunicipalities(county, q, demonstration, after(cursor), limit)
                .map(Item::of);
        return new MunicipalityList(catalogue.release(), page.items(), page.next());
    }

    private static String after(String cursor) {
        var number = Cursor.decode(cursor);
        if (!number.matches("|[0-9]{4}")) {
            throw Problem.notUnderstood("unreadable-cursor").at("?cursor", "unreadable-cursor");
        }
        return number;
    }
}
