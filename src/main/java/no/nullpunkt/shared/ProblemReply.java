package no.nullpunkt.shared;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.regex.Pattern;

/** Answers with a problem: as a document, or as a page to whoever looks at pages. */
@Singleton
public class ProblemReply {

    private static final Pattern API = Pattern.compile("/api(?:/.*)?");

    @CheckedTemplate(basePath = "shared")
    static class Templates {

        private Templates() {}

        static native TemplateInstance problem(String title, String detail);
    }

    private final UriInfo uri;
    private final Visit visit;

    ProblemReply(UriInfo uri, Visit visit) {
        this.uri = uri;
        this.visit = visit;
    }

    /** Whether the request comes from someone looking at pages; the API is not looked at, whatever a browser accepts. */
    public boolean isToPage(HttpHeaders headers) {
        return !API.matcher(uri.getPath()).matches()
                && (visit.isPart()
                        || headers.getAcceptableMediaTypes().stream()
                                .anyMatch(
                                        type -> !type.isWildcardType() && type.isCompatible(MediaType.TEXT_HTML_TYPE)));
    }

    Response of(Problem problem, HttpHeaders headers) {
        return of(problem.status(), ProblemDocument.of(problem, language(headers)), headers);
    }

    /** For failures of which no more is known. */
    public Response of(int status, HttpHeaders headers) {
        return of(status, ProblemDocument.ofStatus(status, language(headers)), headers);
    }

    Response of(int status, Map<String, Object> body, HttpHeaders headers) {
        if (isToPage(headers)) {
            var page = Templates.problem((String) body.get("title"), (String) body.get("detail"));
            return Response.status(status)
                    .type(MediaType.TEXT_HTML_TYPE)
                    .entity(page.render())
                    .build();
        }
        return Response.status(status)
                .type(ProblemDocument.MEDIA_TYPE)
                .entity(body)
                .build();
    }

    Language language(HttpHeaders headers) {
        return isToPage(headers) ? visit.language() : Language.of(headers);
    }
}
