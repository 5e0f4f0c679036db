package no.nullpunkt.shared;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/**
 * Refuses what no address may hold: control characters, for nothing is called by them and the database takes no zero in a
 * text, and birth numbers.
 */
@Provider
@PreMatching
public class PlainAddress implements ContainerRequestFilter {

    private static final Pattern CONTROL = Pattern.compile("%(?:[01][0-9a-f]|7f)", Pattern.CASE_INSENSITIVE);

    @Override
    public void filter(ContainerRequestContext request) {
        if (CONTROL.matcher(request.getUriInfo().getRequestUri().toString()).find()) {
            throw Problem.notUnderstood("control-character");
        }
        mustHoldNoBirthNumber("path", request.getUriInfo().getPath());
        request.getUriInfo()
                .getQueryParameters()
                .forEach((name, values) -> values.forEach(value -> mustHoldNoBirthNumber("?" + name, value)));
    }

    /** Not even where it would not be kept: addresses are, in the logs of whatever they pass. */
    private static void mustHoldNoBirthNumber(String pointer, String value) {
        BirthNumber.inField(value).ifPresent(place -> {
            throw Problem.notUnderstood("birth-number", place.from(), place.to())
                    .at(pointer, "birth-number", place.from(), place.to());
        });
    }
}
