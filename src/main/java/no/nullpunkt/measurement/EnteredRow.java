package no.nullpunkt.measurement;

import no.nullpunkt.shared.Problem;

/**
 * A value and where it stands in what was sent.
 *
 * @param value null where it could not be read
 * @param fault why it could not be read, else null
 */
public record EnteredRow(Place place, EnteredValue value, Problem fault) {

    public static EnteredRow of(Place place, EnteredValue value) {
        return new EnteredRow(place, value, null);
    }

    public static EnteredRow unreadable(Place place, Problem fault) {
        return new EnteredRow(place, null, fault);
    }
}
