package no.nullpunkt.network;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.OfMunicipality;
import no.nullpunkt.access.SignInPages;
import no.nullpunkt.network.NetworkResource.InviteRequest;
import no.nullpunkt.network.NetworkResource.Request;
import no.nullpunkt.shared.Choice;
import no.nullpunkt.shared.Form;
import no.nullpunkt.shared.Formats;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Visit;

/** The networks of a municipality: what it is in, is invited to and hosts, and the way in and out. */
@Path(NetworkPages.PATH)
@Authenticated
@OfMunicipality
@Produces(MediaType.TEXT_HTML)
public class NetworkPages {

    static final String PATH = "/nettverk";

    private static final int UNPROCESSABLE = 422;

    @CheckedTemplate(basePath = "network", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {

        private Templates() {}

        static native TemplateInstance networks(Shown shown);
    }

    /**
     * A network.
     *
     * @param state the municipality's own: INVITED, ASKED, JOINED, or another where it hosts and is not in
     * @param hosted whether it is the municipality's own network
     */
    record Line(
            UUID id,
            String name,
            String kind,
            String hostName,
            String state,
            boolean hosted,
            List<Members.Known> members) {

        public String kindInWords() {
            return Formats.label("network-kind-" + kind);
        }

        public String stateInWords() {
            return Formats.label("membership-" + state);
        }
    }

    /**
     * What the page shows.
     *
     * @param message what was refused, or null
     */
    record Shown(boolean administers, List<Line> networks, String message) {}

    private final Caller caller;
    private final Networks networks;
    private final Members members;
    private final NetworkService service;
    private final Validator validator;
    private final Visit visit;

    NetworkPages(
            Caller caller,
            Networks networks,
            Members members,
            NetworkService service,
            Validator validator,
            Visit visit) {
        this.caller = caller;
        this.networks = networks;
        this.members = members;
        this.service = service;
        this.validator = validator;
        this.visit = visit;
    }

    @GET
    public String show() {
        return page(null);
    }

    @POST
    public Response create(MultivaluedMap<String, String> posted) {
        return act(posted, form -> {
            var kind = Choice.ofCodes("type", form.text("type"), Network.Kind.class)
                    .orElse(null);
            var request = new Request(form.text("navn"), kind);
            var violations = validator.validate(request);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            service.create(caller, request);
        });
    }

    @POST
    @Path("/{id}")
    public Response change(@PathParam("id") UUID id, MultivaluedMap<String, String> posted) {
        return act(posted, form -> {
            switch (form.text("gjor")) {
                case "bli-med" -> service.join(caller, id);
                case "forlat" -> service.leave(caller, id, mustTell(form, "grunn"));
                default -> service.invite(caller, id, invitation(form));
            }
        });
    }

    private static InviteRequest invitation(Form form) {
        var numbers = Stream.of(form.text("kommuner").split("[ ,;]+")).filter(number -> !number.isEmpty());
        return new InviteRequest(numbers.toList(), null, false);
    }

    private static String mustTell(Form form, String field) {
        if (form.text(field).isEmpty()) {
            throw Problem.ruleAt("/reason", "reason-required");
        }
        return form.text(field);
    }

    private Response act(MultivaluedMap<String, String> posted, Consumer<Form> what) {
        var form = new Form(posted);
        if (form.has(SignInPages.TYPED_BEFORE)) {
            return Response.ok(page(visit.words().of("typed-is-back"))).build();
        }
        try {
            what.accept(form);
            return Response.seeOther(URI.create(PATH)).build();
        } catch (Problem problem) {
            return refused(problem.status(), problem.detail(visit.language()));
        } catch (ConstraintViolationException e) {
            return refused(
                    UNPROCESSABLE, e.getConstraintViolations().iterator().next().getMessage());
        }
    }

    private Response refused(int status, String message) {
        return Response.status(status).entity(page(message)).build();
    }

    private String page(String message) {
        var lines = networks.page(caller.municipalityId(), new UUID(0, 0), Page.MAX_LIMIT).items().stream()
                .map(this::line)
                .toList();
        return Templates.networks(new Shown(caller.mayAdminister(), lines, message))
                .render();
    }

    private Line line(Networks.Seen seen) {
        var hosted = seen.hostId() == caller.municipalityId();
        return new Line(
                seen.id(),
                seen.name(),
                seen.kind(),
                seen.hostName(),
                seen.state() == null ? Member.State.ENDED.name() : seen.state(),
                hosted,
                members.page(seen, 0, Page.MAX_LIMIT).items());
    }
}
