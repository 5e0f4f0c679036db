package no.nullpunkt.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import no.nullpunkt.shared.Post;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Visit;

/** A forgotten password, and a new one by the link that was mailed. To open the link uses nothing up: programs do. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class PasswordPages {

    static final String NEW_PASSWORD = "/nytt-passord";
    static final String CODE = "kode";

    @CheckedTemplate(basePath = "access", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {

        private Templates() {}

        /** @param asked the e-mail that a link was asked for, or null */
        static native TemplateInstance forgottenPassword(String asked, boolean mailed);

        /**
         * @param holds whether the code can be used
         * @param error what is wrong with the password, or null
         */
        static native TemplateInstance newPassword(String code, boolean holds, String error);
    }

    private final PasswordService passwords;
    private final SessionCookie session;
    private final Post post;
    private final Visit visit;

    PasswordPages(PasswordService passwords, SessionCookie session, Post post, Visit visit) {
        this.passwords = passwords;
        this.session = session;
        this.post = post;
        this.visit = visit;
    }

    @GET
    @Path("/glemt-passord")
    public String forgotten() {
        return Templates.forgottenPassword(null, post.obstacle().isEmpty()).render();
    }

    @POST
    @Path("/glemt-passord")
    public String mail(@FormParam("epost") @DefaultValue("") String email, @Context RoutingContext request) {
        if (!email.isBlank()) {
            passwords.forgot(email, Source.of(request), visit.language());
        }
        return Templates.forgottenPassword(email, post.obstacle().isEmpty()).render();
    }

    @GET
    @Path(NEW_PASSWORD)
    public String page(@QueryParam(CODE) @DefaultValue("") String code) {
        return Templates.newPassword(code, passwords.holds(code), null).render();
    }

    /** The session that this browser has is not the person's of the link, so it ends: nobody works on as someone else. */
    @POST
    @Path(NEW_PASSWORD)
    public Response set(
            @FormParam(CODE) @DefaultValue("") String code,
            @FormParam("passord") @DefaultValue("") String password,
            @FormParam("gjentatt") @DefaultValue("") String repeated,
            @Context RoutingContext request) {
        var t = visit.words();
        if (!password.equals(repeated)) {
            return refused(code, t.of("passwords-differ"));
        }
        var source = Source.of(request).withDevice();
        try {
            passwords.mustHold(code);
            passwords.accept(code, password, source);
        } catch (Problem problem) {
            return refused(code, problem.detail(visit.language()));
        }
        session.end(request);
        session.remember(source, request);
        return Response.seeOther(SignInPages.AFTER_NEW_PASSWORD).build();
    }

    private Response refused(String code, String error) {
        return Response.status(422)
                .entity(Templates.newPassword(code, passwords.holds(code), error)
                        .render())
                .build();
    }
}
