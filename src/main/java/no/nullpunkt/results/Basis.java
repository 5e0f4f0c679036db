package no.nullpunkt.results;

import java.util.Locale;
import no.nullpunkt.shared.Choice;

/** What counts of the months before a unit came from another municipality. */
public enum Basis {
    /** They count where they were reported, and not here: what this municipality has reported stays as it was. */
    REPORTED,
    /** They count here too, as if the unit had always been here. */
    RESTATED;

    /** As written in an address; REPORTED where nothing is. */
    static Basis parse(String written) {
        return Choice.of("basis", written, Basis.class).orElse(REPORTED);
    }

    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
