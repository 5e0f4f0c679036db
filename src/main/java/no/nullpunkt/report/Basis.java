package no.nullpunkt.report;

import java.util.Locale;
import java.util.stream.Stream;
import no.nullpunkt.shared.Problem;

/** What counts of the months before a unit came from another municipality. */
public enum Basis {
    /** They count where they were reported, and not here: what this municipality has reported stays as it was. */
    REPORTED,
    /** They count here too, as if the unit had always been here. */
    RESTATED;

    /** As written in an address; REPORTED where nothing is. */
    static Basis parse(String written) {
        if (written == null || written.isEmpty()) {
            return REPORTED;
        }
        return Stream.of(values())
                .filter(each -> each.parameter().equals(written))
                .findFirst()
                .orElseThrow(() -> Problem.notUnderstood("unknown-choice", written, "reported, restated")
                        .at("?basis", "unknown-choice", written, "reported, restated"));
    }

    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
