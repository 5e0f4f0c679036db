package no.nullpunkt.access;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Duration;
import no.nullpunkt.access.SignInPages.Attempt;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Visit;
import org.jboss.logging.Logger;

/**
 * The way out to a provider and the way back. Quarkus does what the protocol asks for: the code flow with PKCE, state and
 * nonce. What comes of it is a session of our own, like that of a local account.
 */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class ProviderPages {

    /** Below this, each provider has its address by name. */
    static final String BELOW = SignInPages.PATH + "/";

    /** Where one comes who signed in beside a window in which something is typed. */
    static final String APART = "/innlogget";

    private static final Logger LOG = Logger.getLogger(ProviderPages.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @CheckedTemplate(basePath = "access", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {

        private Templates() {}

        static native TemplateInstance onwards(String address);

        static native TemplateInstance signedInApart();

        static native TemplateInstance notRecognised(String provider, String why);
    }

    private final Providers providers;
    private final OidcAuthenticationMechanism mechanism;
    private final TenantConfigBean tenants;
    private final IdentityProviderManager identities;
    private final RecognitionService recognition;
    private final SessionCookie session;
    private final SignInPages pages;
    private final ProviderSignOut signOut;
    private final Visit visit;

    ProviderPages(
            Providers providers,
            OidcAuthenticationMechanism mechanism,
            TenantConfigBean tenants,
            IdentityProviderManager identities,
            RecognitionService recognition,
            SessionCookie session,
            SignInPages pages,
            ProviderSignOut signOut,
            Visit visit) {
        this.providers = providers;
        this.mechanism = mechanism;
        this.tenants = tenants;
        this.identities = identities;
        this.recognition = recognition;
        this.session = session;
        this.pages = pages;
        this.signOut = signOut;
        this.visit = visit;
    }

    /** Where a provider is asked to sign someone in. */
    static String address(Providers.Named provider, String onwards) {
        return UriBuilder.fromPath(BELOW + provider.name())
                .queryParam(SignInPages.ONWARDS, "{onwards}")
                .build(onwards)
                .toString();
    }

    /** Begins, takes the answer, and ends: each time the browser comes by, until it is known who it is. */
    @GET
    @Path("/logg-inn/{provider}")
    public Response signIn(
            @PathParam("provider") String name,
            @QueryParam(SignInPages.ONWARDS) @DefaultValue("/") String onwards,
            @Context RoutingContext request) {
        var provider = providers.findForPages(name).orElseThrow(Problem::notFound);
        try {
            var verified = await(mechanism.authenticate(request, identities));
            return verified == null
                    ? out(provider, onwards, request)
                    : signedIn(provider, (OidcJwtCallerPrincipal) verified.getPrincipal(), onwards, request);
        } catch (AuthenticationRedirectException e) {
            return Response.status(e.getCode())
                    .location(URI.create(e.getRedirectUri()))
                    .build();
        } catch (Problem e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.infof("Sign-in by %s failed: %s", name, e.getMessage());
            return ProviderAway.isBehind(e) ? away(provider, onwards) : notCompleted(provider, onwards);
        }
    }

    /** Quarkus knows the way from before; whether anyone is there is seen first, for the browser would not say it well. */
    private Response out(Providers.Named provider, String onwards, RoutingContext request) {
        var known = tenants.getDynamicTenant(provider.name());
        if (known != null) {
            var answer = await(known.getOidcProviderClient()
                    .getWebClient()
                    .getAbs(known.getOidcMetadata().getJsonWebKeySetUri())
                    .timeout(ProviderTenants.PATIENCE.toMillis())
                    .send());
            if (answer.statusCode() != Response.Status.OK.getStatusCode()) {
                return away(provider, onwards);
            }
        }
        var challenge = await(mechanism.getChallenge(request));
        return challenge.status == Response.Status.FOUND.getStatusCode()
                ? Response.status(challenge.status)
                        .header(challenge.headerName.toString(), challenge.headerContent)
                        .build()
                : notCompleted(provider, onwards);
    }

    private Response signedIn(
            Providers.Named provider, OidcJwtCallerPrincipal principal, String onwards, RoutingContext request) {
        Response.ResponseBuilder answer;
        try {
            var holder = recognition.recognise(provider, Claims.of(principal.getRawToken()));
            session.begin(holder, Source.of(request).withDevice(), request);
            // A redirect would count as coming from the provider still, and strict cookies would stay behind.
            var address = SignInPages.local(onwards).toString();
            answer = Response.ok(Templates.onwards(address).render()).header("Refresh", "0; url=" + address);
        } catch (Problem e) {
            var why = Templates.notRecognised(provider.label(), e.detail(visit.language()));
            answer = Response.status(e.status()).entity(why.render());
        }
        request.request().cookies().stream()
                .filter(cookie -> OidcUtils.isSessionCookie(cookie.getName()))
                .map(ProviderPages::ended)
                .forEach(answer::cookie);
        return answer.cookie(signOut.remember(provider, principal.getRawToken(), request))
                .build();
    }

    @GET
    @Path(APART)
    public String signedInApart() {
        return Templates.signedInApart().render();
    }

    private Response away(Providers.Named provider, String onwards) {
        var t = visit.words();
        return failed(Response.Status.SERVICE_UNAVAILABLE, t.of("provider-away", provider.label()), onwards);
    }

    private Response notCompleted(Providers.Named provider, String onwards) {
        var t = visit.words();
        return failed(Response.Status.UNAUTHORIZED, t.of("provider-not-completed", provider.label()), onwards);
    }

    private Response failed(Response.Status status, String failure, String onwards) {
        return Response.status(status)
                .entity(pages.page(Attempt.failed(onwards, failure)))
                .build();
    }

    private static NewCookie ended(Cookie cookie) {
        return new NewCookie.Builder(cookie.getName())
                .value("")
                .path(SignInPages.PATH)
                .maxAge(0)
                .build();
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
