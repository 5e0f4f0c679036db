package no.nullpunkt.entry;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.OfMunicipality;

/** My values: what a person has to fill in, and how it is filled in. */
@Path("/")
@Authenticated
@OfMunicipality
@Produces(MediaType.TEXT_HTML)
public class MyValuesPages {

    @CheckedTemplate(basePath = "entry", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {

        private Templates() {}

        static native TemplateInstance todo(List<Owed> owed);
    }

    private final Caller caller;
    private final OpenValues openValues;

    MyValuesPages(Caller caller, OpenValues openValues) {
        this.caller = caller;
        this.openValues = openValues;
    }

    @GET
    public String show() {
        return Templates.todo(openValues.owed(caller.municipalityId(), caller.personId()))
                .render();
    }

    @POST
    public String save(MultivaluedMap<String, String> form) {
        return show();
    }
}
